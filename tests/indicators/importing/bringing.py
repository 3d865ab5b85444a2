"""Indicators brought in from small sheets of an invented council, without a file or a reading process."""

import datetime

from indicators.importing.apply import apply
from indicators.importing.difference import Choices, compare
from plans.importing.names import Names
from plans.importing.outcome import PriorityRow
from tests.indicators.laying import read

AS_AT = datetime.date(2031, 4, 30)
HEADINGS = ("Indicator", "Baseline", "Target 2030/31", "Result 2030/31")


def difference(
    *rows, plan=None, headings=HEADINGS, entries=None, near=None, figures=None, **said
):
    """What a sheet with `rows` below `headings` would do; `near` and `figures` are what a person answered."""
    entries = read(headings, *rows) if entries is None else entries
    under = (
        [PriorityRow({}, existing=one) for one in plan.priorities.all()] if plan else ()
    )
    return compare(
        entries,
        plan,
        names=Names.load(),
        under=under,
        choices=Choices(figures=figures or {}, near=near or {}),
        **{"as_at": AS_AT} | said,
    )


def bring(*rows, by, **said):
    """Import such a sheet; return the difference that was written."""
    found = difference(*rows, **said)
    found.changes = apply(found, by=by, source="measures.xlsx")
    return found


def messages(found):
    return [f"{one['cell']}: {one['message']}" for one in found.problems]
