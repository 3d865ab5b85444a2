"""What the tests of entering results have in common: addresses, results of a period, and forms filled in."""

import re
from decimal import Decimal
from uuid import uuid4

from django.urls import reverse

from indicators.words import periods
from tests.factories import ResultFactory, TargetFactory


def url(name, pk):
    return reverse(f"indicators:{name}", args=[pk])


def a_result(period, text="45%", *, kind="", **said):
    """A result of a period as people write it."""
    found = periods.read(period, kind)
    if "value" not in said:
        said["value"] = Decimal(text.rstrip("%").replace(",", ""))
    return ResultFactory(
        text=text, period_kind=found.kind, period=found.name, start=found.start, end=found.end, **said
    )  # fmt: skip


def a_target(period, **said):
    """A target for a period as people write it."""
    found = periods.read(period)
    return TargetFactory(
        period_kind=found.kind, period=found.name, start=found.start, end=found.end, **said
    )  # fmt: skip


def new(text="34.4%", *, period="2029/30", kind="financial_year", **typed):
    """What a browser sends to enter a result."""
    key = {"form_key": uuid4(), "period_kind": kind, "period": period, "text": text}
    return key | typed


def correction(result, text, *, why="Two sites were missing", **typed):
    """What a browser sends to correct `result`, as it was read."""
    as_it_is = {
        "version": result.version,
        "period_kind": result.period_kind,
        "period": result.period,
        "source": result.source,
        "provisional": "" if result.provisional is None else result.provisional,
    }
    return as_it_is | {"text": text, "why": why} | typed


def page_of(response):
    """The words of a page without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def answered(form):
    """What the button "Yes, this is right" sends beside the form."""
    return {"sure": "on", "asked": form["asked"].value()}
