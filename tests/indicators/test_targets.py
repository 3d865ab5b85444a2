"""Targets and baselines are typed as published; what is meant is asked, never guessed, and no result is touched."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from equality_tracker.audit.history import changes_of
from indicators.models import Baseline, Indicator, Target
from indicators.standing import verdicts
from indicators.words import values
from indicators.words.reasons import Reason
from tests.factories import (
    BaselineFactory,
    IndicatorFactory,
    PlanFactory,
    ResultFactory,
    TargetFactory,
)

from .sending import fields_of, send, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator():
    return IndicatorFactory(better="higher")


def page(name, indicator, *args):
    return reverse(f"indicators:{name}", args=[indicator.pk, *args])


def add(client, indicator, text, period="2030/31", kind="target", **typed):
    address = page(f"{kind}_create", indicator)
    return send(client, address, text=text, period=period, **typed)


def test_a_target_is_read_from_its_words_and_they_are_kept(
    admin_client, indicator, admin
):
    sent = add(admin_client, indicator, "at least 81.5%")

    found = Target.objects.get()
    assert (found.value, found.operator, found.text) == (Decimal("81.5"), ">=", "at least 81.5%")  # fmt: skip
    assert (found.period_kind, found.start, found.end) == (
        "financial_year", datetime.date(2030, 4, 1), datetime.date(2031, 3, 31),
    )  # fmt: skip
    assert found.entered_by == admin
    told = text_of(admin_client.get(sent.url))
    assert "We read “at least 81.5%” as: at least 81.5%." in told


def test_a_target_with_a_second_figure_keeps_both(admin_client, indicator):
    add(admin_client, indicator, "100% (75% good or better)")

    found = Target.objects.get()
    assert (found.value, found.second) == (100, 75)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"text": "No target: baseline year"}, Reason.NO_TARGET),
        ({"text": "", "none_because": "no_survey"}, Reason.NO_SURVEY),
        ({"text": "After Easter", "none_because": "to_be_established"}, Reason.TO_BE_ESTABLISHED),
    ],
)  # fmt: skip
def test_a_reason_stands_in_the_place_of_a_number(
    admin_client, indicator, typed, reason
):
    send(admin_client, page("target_create", indicator), period="2030/31", **typed)

    found = Target.objects.get()
    assert (found.value, found.reason) == (None, reason)
    assert found.text


def test_each_reason_reads_back_as_itself():
    for reason in set(Reason) - {Reason.IN_WORDS}:
        assert values.read(str(reason.label)).reason == reason


def test_points_or_per_cent_is_asked_before_a_change_is_kept(admin_client, indicator):
    BaselineFactory(indicator=indicator, text="40%", value=40)

    asked = add(admin_client, indicator, "Increase of 5% on baseline")

    assert "Say whether points or per cent are meant" in text_of(asked)
    assert not Target.objects.exists()
    assert "change_in" not in fields_of(asked)


@pytest.mark.parametrize(
    ("said", "kept", "words"),
    [
        ("points", "points", "an increase of 5 points on the baseline of 40%: 45%"),
        ("percent", "percent", "an increase of 5 per cent on the baseline of 40%: 42%"),
        (
            "not_said",
            "",
            "an increase of 5; nobody has said whether points or per cent",
        ),
    ],
)
def test_a_change_is_kept_as_it_was_said(admin_client, indicator, said, kept, words):
    BaselineFactory(indicator=indicator, text="40%", value=40)

    sent = add(admin_client, indicator, "Increase of 5% on baseline", change_in=said)

    assert Target.objects.get().change_in == kept
    assert words in text_of(admin_client.get(sent.url))


def test_a_level_typed_over_a_change_asks_nothing_more(admin_client, indicator):
    target = TargetFactory(
        indicator=indicator, text="Increase of 5% on baseline", value=5, change="+"
    )

    send(admin_client, page("target_edit", indicator, target.pk), text="45%")

    target.refresh_from_db()
    assert (target.value, target.change, target.change_in) == (45, "", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1%\n2%", "Write one figure here"),
        ("", "Write the figure, or choose why there is none."),
        ("9" * 20, "Is that right?"),
    ],
)
def test_what_is_no_one_figure_is_refused_in_words(
    admin_client, indicator, text, words
):
    assert words in text_of(add(admin_client, indicator, text))
    assert not Target.objects.exists()


def test_words_that_hold_a_number_nobody_understands_are_asked_about(
    admin_client, indicator
):
    asked = add(
        admin_client, indicator, "Between a third and 9 in 7 of men, 38 of women"
    )

    assert "Is that right?" in text_of(asked)
    assert not Target.objects.exists()
    add(
        admin_client,
        indicator,
        "Between a third and 9 in 7 of men, 38 of women",
        sure="on",
    )
    assert Target.objects.get().reason == Reason.IN_WORDS


def test_a_figure_in_another_unit_is_asked_about(admin_client, indicator):
    asked = add(admin_client, indicator, "12 days")

    assert "measured in %, and this figure in days: the two are never compared" in text_of(asked)  # fmt: skip


@pytest.mark.parametrize("period", ["next year", "soon"])
def test_a_time_without_a_last_day_is_refused(admin_client, indicator, period):
    sent = add(admin_client, indicator, "45%", period=period)

    assert "Write a time with its year" in text_of(sent)


def test_a_time_that_words_do_not_tell_has_its_last_day_typed(admin_client, indicator):
    add(admin_client, indicator, "45%", "Autumn wave", period_kind="survey", end="30/11/2030")  # fmt: skip

    found = Target.objects.get()
    assert (found.period, found.period_kind, found.end) == (
        "Autumn wave", "survey", datetime.date(2030, 11, 30),
    )  # fmt: skip
    again = fields_of(admin_client.get(page("target_edit", indicator, found.pk)))
    assert (again["end"], again["period_kind"]) == (["30/11/2030"], ["survey"])


def test_a_second_target_for_a_time_is_refused_and_one_of_a_plan_is_not(
    admin_client, indicator
):
    add(admin_client, indicator, "45%")

    twice = add(admin_client, indicator, "50%", "March 2031", period_kind="financial_year", end="31/3/2031")  # fmt: skip
    add(admin_client, indicator, "50%", plan=PlanFactory().pk)

    assert "has a target for this time already" in text_of(twice)
    assert Target.objects.count() == 2


def test_the_same_form_sent_twice_makes_one_target(admin_client, indicator):
    address = page("target_create", indicator)
    typed = fields_of(admin_client.get(address)) | {"text": "45%", "period": "2030/31"}

    first, second = (admin_client.post(address, typed) for _ in range(2))

    assert Target.objects.count() == 1
    assert first.url == second.url


def test_the_reading_is_shown_and_nothing_saved(admin_client, indicator):
    BaselineFactory(indicator=indicator, text="40%", value=40)

    shown = add(admin_client, indicator, "increase of 4.1% on baseline", change_in="points", read="1")  # fmt: skip

    words = "We read this as: <strong>an increase of 4.1 points on the baseline of 40%: 44.1%</strong>"
    assert words in text_of(shown)
    assert "There is a problem" not in text_of(shown)
    assert not Target.objects.exists()


@pytest.fixture
def judged(indicator):
    """A target of 50% that a result of 45% missed."""
    ResultFactory(indicator=indicator, text="45%", value=45)
    return TargetFactory(indicator=indicator, text="50%", value=50)


def verdict_of(indicator):
    verdicts.keep_up()
    return Indicator.objects.get(pk=indicator.pk).verdict


def test_a_target_that_results_are_judged_by_changes_for_a_reason(
    admin_client, indicator, judged
):
    address = page("target_edit", indicator, judged.pk)
    assert verdict_of(indicator) == "missed"

    refused = send(admin_client, address, text="40%")
    send(admin_client, address, text="40%", why="Agreed by Cabinet in May")

    assert "This field is required" in text_of(refused)
    assert verdict_of(indicator) == "met"
    assert indicator.results.get().version == 1
    assert changes_of(judged)[0].why == "Agreed by Cabinet in May"
    assert "Agreed by Cabinet in May" in text_of(admin_client.get(address))


def test_a_target_is_taken_away_for_a_reason_and_the_history_keeps_it(
    admin_client, indicator, judged
):
    address = page("target_remove", indicator, judged.pk)

    refused = send(admin_client, address)
    send(admin_client, address, why="Entered for the wrong year")

    assert "This field is required" in text_of(refused)
    assert not Target.objects.exists()
    assert changes_of(judged)[0].label == "Removed"
    assert indicator.results.count() == 1


def test_somebody_elses_change_in_between_is_shown_and_not_overwritten(
    admin_client, indicator
):
    target = TargetFactory(indicator=indicator, text="50%", value=50)
    address = page("target_edit", indicator, target.pk)
    read = fields_of(admin_client.get(address))
    Target.objects.update(text="60%", value=60)

    sent = admin_client.post(address, read | {"text": "70%"})

    assert sent.status_code == 409
    assert "60%" in text_of(sent)
    assert Target.objects.get().value == 60


def test_a_baseline_is_a_level_with_or_without_a_time(admin_client, indicator):
    refused = add(
        admin_client, indicator, "Increase of 10% on 2029/30", kind="baseline"
    )
    add(admin_client, indicator, "34.4%", "", kind="baseline")
    add(
        admin_client,
        indicator,
        "30%",
        "2029/30",
        kind="baseline",
        plan=PlanFactory().pk,
    )

    assert "A baseline is where it began, not a change" in text_of(refused)
    found = [(one.value, one.period) for one in Baseline.objects.order_by("pk")]
    assert found == [(Decimal("34.4"), ""), (30, "2029/30")]


def test_a_second_baseline_for_every_plan_is_refused_in_words(admin_client, indicator):
    BaselineFactory(indicator=indicator)

    sent = add(admin_client, indicator, "30%", kind="baseline")

    assert "has a baseline for this plan already" in text_of(sent)


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_takes_eight_queries_however_many_targets(
    admin_client, django_assert_num_queries, indicator, count
):
    BaselineFactory(indicator=indicator)
    for year in range(count):
        TargetFactory(indicator=indicator, plan=PlanFactory(), end=datetime.date(2030 + year, 3, 31))  # fmt: skip

    # session, user, the indicator; its baselines, targets and results as they stand; targets and baselines with their plans
    with django_assert_num_queries(8):
        admin_client.get(page("target_list", indicator))


def a_change(indicator=None, **said):
    return TargetFactory(
        indicator=indicator or IndicatorFactory(better="higher"),
        text="Increase of 5% on baseline", value=5, change="+", **said,
    )  # fmt: skip


ANSWERS = reverse("indicators:targets_to_answer")


def test_targets_that_nobody_explained_are_answered_on_one_page(admin_client):
    points, percent, left = a_change(), a_change(), a_change()
    BaselineFactory(indicator=points.indicator, text="40%", value=40)
    ResultFactory(indicator=points.indicator, text="43%", value=43)
    shown = text_of(admin_client.get(ANSWERS))
    assert "leads to 45%" in shown
    assert "leads to 42%" in shown

    send(admin_client, ANSWERS, **{f"answer-{points.pk}": "points", f"answer-{percent.pk}": "percent"})  # fmt: skip

    kept = dict(Target.objects.values_list("pk", "change_in"))
    assert kept == {points.pk: "points", percent.pk: "percent", left.pk: ""}
    assert verdict_of(points.indicator) == "missed"
    assert "1 target<" in text_of(admin_client.get(ANSWERS))


def test_nothing_is_chosen_beforehand(admin_client):
    target = a_change()

    assert fields_of(admin_client.get(ANSWERS))[f"answer-{target.pk}"] == [""]


def test_a_target_that_changed_meanwhile_is_left_and_named(admin_client):
    target = a_change()
    read = fields_of(admin_client.get(ANSWERS))
    Target.objects.update(text="Increase of 6% on baseline", value=6)

    sent = admin_client.post(ANSWERS, read | {f"answer-{target.pk}": "points"}, follow=True)  # fmt: skip

    assert "was left as it is: somebody else changed it meanwhile" in text_of(sent)
    assert Target.objects.get().change_in == ""


def test_a_manager_answers_for_their_own_directorate_alone(manager_client, housing):
    theirs, others = a_change(IndicatorFactory(directorate=housing)), a_change()
    shown = fields_of(manager_client.get(ANSWERS))
    typed = {f"answer-{one.pk}": "points" for one in (theirs, others)}

    manager_client.post(ANSWERS, shown | typed | {f"version-{others.pk}": "1"})

    kept = dict(Target.objects.values_list("pk", "change_in"))
    assert kept == {theirs.pk: "points", others.pk: ""}


def test_an_empty_page_says_so(admin_client):
    assert "No target waits for an answer." in text_of(admin_client.get(ANSWERS))
