"""Indicators in the admin site: a figure is typed as published, and nothing is written round a rule."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.models import Characteristic
from indicators.models import Breakdown, Comment, Indicator, Result, Target
from tests.factories import IndicatorFactory, ResultFactory, TargetFactory

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


def test_an_indicator_is_entered_without_a_direction(admin_client):
    sent = send(
        admin_client, page("indicator"), code="EQ 1", title="Carers in post", belongs_to="local",
        better="higher", direction="higher", **NO_LINKS,
    )  # fmt: skip

    assert sent.status_code == 302
    found = Indicator.objects.get()
    assert (found.direction, found.direction_confirmed_by) == ("", None)
    shown = admin_client.get(page("indicator", found.pk)).content.decode()
    assert f'/indicators/directions/?indicator={found.pk}"' in shown


def test_the_unit_of_figures_is_not_changed_behind_them(admin_client):
    indicator = ResultFactory(indicator__unit="%").indicator

    send(admin_client, page("indicator", indicator.pk), unit="count", title="Staff", belongs_to="local", **NO_LINKS)  # fmt: skip

    indicator.refresh_from_db()
    assert (indicator.unit, indicator.title) == ("%", "Staff")


@pytest.mark.parametrize(("model", "factory"), [("result", ResultFactory), ("target", TargetFactory)])  # fmt: skip
def test_a_figure_changes_for_a_reason_that_the_history_keeps(
    admin_client, model, factory
):
    result = ResultFactory()
    figure = result if model == "result" else factory(indicator=result.indicator)
    address, typed = page(model, figure.pk), {"text": "50%", **YEAR}

    refused = send(admin_client, address, **typed)
    send(admin_client, address, **typed, why="A slip of the keyboard")

    assert "Say why it changes" in refused.content.decode()
    figure.refresh_from_db()
    assert figure.value == 50
    assert changes_of(figure)[0].why == "A slip of the keyboard"


def test_words_that_can_be_meant_in_two_ways_are_left_to_the_page_that_asks(
    admin_client,
):
    sent = send(admin_client, page("target"), indicator=IndicatorFactory().pk, text="Between a third and 9 in 7 of men, 38 of women", **YEAR)  # fmt: skip

    assert "Enter them on the indicator&#x27;s own page" in sent.content.decode()
    assert not Target.objects.exists()


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


def send_group(client, **typed):
    """Type the group Women by sex, of a result in per cent, into the admin site."""
    said = {"result": ResultFactory(indicator__unit="%").pk, "group": "Women", "position": 0}  # fmt: skip
    by = Characteristic.objects.get(name="Sex").pk
    return send(client, page("breakdown"), characteristic=by, **said, **typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"text": "45.2%"}, (Decimal("45.2"), "", None, None)),
        ({"text": "12 of 25"}, (Decimal(48), "", 12, 25)),
        ({"text": "not reported"}, (None, "not_reported", None, None)),
    ],
)
def test_a_group_is_read_from_the_words_typed(admin_client, typed, kept):
    send_group(admin_client, **typed)

    found = Breakdown.objects.get()
    assert (found.value, found.reason, found.count, found.base) == kept


def test_a_group_that_contradicts_itself_is_refused_with_why(admin_client):
    sent = send_group(admin_client, text="45%", count=12, base=25)

    assert "12 of 25 is 48" in sent.content.decode()
    assert not Breakdown.objects.exists()
