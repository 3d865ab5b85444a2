"""Indicators in the admin site: a figure is typed as published, and nothing is written round a rule."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import Comment, Indicator, Result
from tests.factories import IndicatorFactory, ResultFactory

pytestmark = pytest.mark.django_db
NO_LINKS = {
    f"{prefix}-{name}": 0
    for prefix in ("indicator_priorities", "indicator_actions")
    for name in ("TOTAL_FORMS", "INITIAL_FORMS")
}
YEAR = {"period_kind": "financial_year", "period": "2029/30", "end": "31/03/2030"}


def page(model, *args):
    name = "change" if args else "add"
    return reverse(f"admin:indicators_{model}_{name}", args=args)


def hidden(response, name):
    return re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())[1]


def send(client, address, **typed):
    shown = client.get(address)
    key = {"form_key": hidden(shown, "form_key")}
    if "/add/" not in address:
        key["version"] = hidden(shown, "version")
    return client.post(address, {**key, **typed})


def test_an_indicator_is_entered_and_its_direction_is_the_admins(admin_client, admin):
    sent = send(
        admin_client, page("indicator"), code="EQ 1", title="Carers in post", belongs_to="local",
        better="higher", **NO_LINKS,
    )  # fmt: skip

    assert sent.status_code == 302
    found = Indicator.objects.get()
    assert (found.direction, found.direction_confirmed_by) == ("higher", admin)


def test_a_result_is_read_from_the_words_typed(admin_client, admin):
    indicator = IndicatorFactory()

    send(
        admin_client,
        page("result"),
        indicator=indicator.pk,
        text="45.2% (provisional)",
        **YEAR,
    )

    found = Result.objects.get()
    assert (found.value, found.decimals, found.provisional) == (
        Decimal("45.2"),
        1,
        True,
    )
    assert found.entered_by == admin


def test_a_reason_is_read_from_the_words_typed(admin_client):
    send(
        admin_client,
        page("result"),
        indicator=IndicatorFactory().pk,
        text="No survey",
        **YEAR,
    )

    found = Result.objects.get()
    assert (found.value, found.reason) == (None, "no_survey")


def test_what_is_no_one_figure_is_refused_in_words(admin_client):
    sent = send(
        admin_client,
        page("result"),
        indicator=IndicatorFactory().pk,
        text="1%\n2%",
        **YEAR,
    )

    assert "Write one figure, such as 34.4%" in sent.content.decode()
    assert not Result.objects.exists()


def test_a_second_result_for_a_time_is_refused_in_words(admin_client):
    result = ResultFactory()

    sent = send(
        admin_client, page("result"), indicator=result.indicator_id, text="50%", **YEAR
    )

    assert "has a result for this time already" in sent.content.decode()
    assert Result.objects.count() == 1


def test_a_comment_is_added_and_not_changed_afterwards(admin_client, admin):
    send(
        admin_client,
        page("comment"),
        indicator=IndicatorFactory().pk,
        text="Late survey",
    )

    comment = Comment.objects.get()
    assert comment.made_by == admin
    sent = admin_client.post(page("comment", comment.pk), {"text": "Other"})
    assert sent.status_code == 403
