"""Indicators and their figures: what the database refuses, what it remembers, who may write."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from equality_tracker.audit.history import changes_of
from indicators.models import Indicator, Result, Target
from indicators.words import values
from tests.factories import (
    ActionFactory,
    BaselineFactory,
    BreakdownFactory,
    IndicatorFactory,
    LeadFactory,
    ResultFactory,
    TargetFactory,
)
from tests.factories.organisation import HoldingFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (IndicatorFactory, {"title": ""}),
        (IndicatorFactory, {"belongs_to": "parish"}),
        (IndicatorFactory, {"direction": "higher"}),
        (IndicatorFactory, {"suggested_direction": "up"}),
        (IndicatorFactory, {"tolerance": Decimal(-1)}),
        (IndicatorFactory, {"withdrawn_on": TODAY}),
        (IndicatorFactory, {"withdrawn_why": "No survey any more"}),
        (
            IndicatorFactory,
            {"introduced": TODAY, "withdrawn_on": datetime.date(2026, 1, 1), "withdrawn_why": "x"},
        ),
        (ResultFactory, {"value": None}),
        (ResultFactory, {"reason": "no_survey"}),
        (ResultFactory, {"value": None, "reason": "the dog ate it"}),
        (ResultFactory, {"text": ""}),
        (ResultFactory, {"value_max": Decimal(45)}),
        (ResultFactory, {"operator": "≠"}),
        (ResultFactory, {"denominator": Decimal(0)}),
        (ResultFactory, {"period_kind": "fortnight"}),
        (ResultFactory, {"start": datetime.date(2031, 1, 1)}),
        (TargetFactory, {"change": "*"}),
        (TargetFactory, {"change_in": "points"}),
        (TargetFactory, {"change": "+", "change_in": "feet"}),
        (TargetFactory, {"change": "+", "value": None, "reason": "to_be_confirmed"}),
        (BaselineFactory, {"value": None}),
        (BaselineFactory, {"period_kind": "fortnight"}),
    ],
)  # fmt: skip
def test_the_database_refuses_what_a_council_would(make, said):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**said)


def test_a_code_stands_once_in_its_set_whatever_its_letters():
    IndicatorFactory(code="NI 1", belongs_to="national")
    IndicatorFactory(code="NI 1", belongs_to="local")
    IndicatorFactory(code="", belongs_to="national")
    IndicatorFactory(code="", belongs_to="national")

    with pytest.raises(IntegrityError), transaction.atomic():
        IndicatorFactory(code="ni 1", belongs_to="national")


def test_a_time_has_one_result_and_one_target():
    for make in (ResultFactory, TargetFactory):
        first = make()
        make(indicator=first.indicator, period_kind="survey")

        with pytest.raises(IntegrityError), transaction.atomic():
            make(indicator=first.indicator)


def test_a_breakdown_names_a_group_once_and_stays_within_its_base(disability):
    result = ResultFactory()
    named = {"result": result, "characteristic": disability}
    BreakdownFactory(**named, group="Disabled", count=40, base=100)

    for wrong in (
        {"group": "Disabled"},
        {"group": "Others", "count": 101, "base": 100},
        {"group": "Others", "base": 0},
        {"group": ""},
        {"group": "Others", "value": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            BreakdownFactory(**named, **wrong)


@pytest.fixture
def disability():
    from equality_tracker.organisation.models import Characteristic

    return Characteristic.objects.get(name="Disability")


def test_who_confirmed_the_direction_is_kept_and_can_be_taken_back(admin):
    indicator = IndicatorFactory()

    indicator.confirm_direction("lower", by=admin)
    assert Indicator.objects.without_direction().count() == 0
    assert indicator.direction_confirmed_by == admin

    indicator.confirm_direction("", by=admin)
    assert Indicator.objects.without_direction().get() == indicator
    with pytest.raises(ValueError, match="sideways"):
        indicator.confirm_direction("sideways", by=admin)


def test_a_withdrawn_indicator_keeps_its_results_and_says_why():
    result = ResultFactory()

    result.indicator.withdraw(on=TODAY, why="The national set ended")

    assert list(Indicator.objects.withdrawn(on=TODAY)) == [result.indicator]
    assert not Indicator.objects.in_use(on=TODAY)
    assert Indicator.objects.in_use(on=TODAY - datetime.timedelta(1))
    assert result.indicator.results.get() == result
    with pytest.raises(ValueError, match="why"):
        result.indicator.withdraw(on=TODAY, why=" ")


def test_a_correction_leaves_the_earlier_figure_and_the_reason_in_history(admin):
    result = ResultFactory()

    result.correct(values.read("47.2% (final)"), by=admin, why="Two sites were missing")

    result.refresh_from_db()
    assert (result.value, result.decimals, result.provisional, result.version) == (
        Decimal("47.2"), 1, False, 2,
    )  # fmt: skip
    newest = changes_of(result)[0]
    assert (newest.why, newest.who) == ("Two sites were missing", admin.name)
    assert ("Value", "45", "47.2") in [tuple(one) for one in newest.changes]
    with pytest.raises(ValueError, match="why"):
        result.correct(values.read("48%"), by=admin, why="")


def test_a_cell_becomes_a_figure_with_its_own_unit_only_where_it_differs():
    indicator = IndicatorFactory(unit="per 100,000")

    own = Result(indicator=indicator).read_from(values.read("163 per 100,000"))
    other = Target(indicator=indicator).read_from(values.read("30%"))

    assert (own.value, own.unit) == (163, "")
    assert (other.value, other.unit) == (30, "%")
    assert own.as_measure().unit == "per 100,000"


def test_a_cell_without_a_figure_becomes_its_reason():
    result = Result(indicator=IndicatorFactory()).read_from(values.read("No survey"))

    assert (result.value, result.reason, result.text) == (
        None,
        "no_survey",
        "No survey",
    )


@pytest.mark.parametrize("text", ["", "1%\n2%"])
def test_a_cell_that_is_no_one_figure_is_refused(text):
    with pytest.raises(ValueError, match="no one figure"):
        Result(indicator=IndicatorFactory()).read_from(values.read(text))


def test_a_result_is_no_change():
    with pytest.raises(ValueError, match="level"):
        Result(indicator=IndicatorFactory()).read_from(values.read("Increase of 4%"))


def test_a_target_that_may_be_points_or_per_cent_is_judged_once_somebody_says():
    indicator = IndicatorFactory(better="higher")
    baseline = BaselineFactory(indicator=indicator, text="11%", value=11)
    result = ResultFactory(indicator=indicator, text="15.1%", value=Decimal("15.1"))
    target = Target(indicator=indicator).read_from(
        values.read("Increase of 4.1% on baseline")
    )

    assert indicator.judge(result, target, baseline).verdict == "unknown"
    target.change_in = "points"
    assert indicator.judge(result, target, baseline).verdict == "met"
    target.change_in = "percent"
    assert indicator.judge(result, target, baseline).verdict == "met"
    result.value = Decimal("11.4")
    assert indicator.judge(result, target, baseline).verdict == "missed"


def test_nothing_is_judged_before_a_person_confirmed_the_direction(admin):
    result = ResultFactory()
    target = TargetFactory(indicator=result.indicator, text="40%", value=40)

    assert result.indicator.judge(result, target).verdict == "unknown"
    result.indicator.confirm_direction("lower", by=admin)
    assert result.indicator.judge(result, target).verdict == "missed"
    result.indicator.tolerance = Decimal(5)
    assert result.indicator.judge(result, target).verdict == "within_tolerance"


def test_codes_stand_in_the_order_in_which_people_count():
    for code in ("NI 10", "", "NI 2", "BP 25a"):
        IndicatorFactory(code=code)

    codes = [one.code for one in Indicator.objects.by_code()]
    assert codes == ["BP 25a", "NI 2", "NI 10", ""]


def test_words_are_found_in_code_and_title():
    found = IndicatorFactory(code="NI 140", title="Fair treatment by services")
    IndicatorFactory(code="NI 14", title="Another")

    assert list(Indicator.objects.matching("140 fair")) == [found]


def test_figures_are_entered_by_the_directorate_the_lead_and_admins(
    officer, officer_of_another_directorate, manager, reader, admin, housing
):
    own = IndicatorFactory(directorate=housing)
    held = IndicatorFactory(lead=LeadFactory())
    HoldingFactory(lead=held.lead, user=officer)

    def editable(user):
        return set(Indicator.objects.editable_by(user, on=TODAY))

    assert editable(officer) == {own, held}
    assert editable(manager) == {own}
    assert editable(officer_of_another_directorate) == set()
    assert editable(reader) == set()
    assert editable(admin) == {own, held}


def test_links_to_priorities_and_actions_are_kept_with_their_history():
    indicator, action = IndicatorFactory(), ActionFactory()

    indicator.indicator_actions.create(action=action)
    indicator.indicator_priorities.create(priority=action.priority)

    labels = [one.label for change in changes_of(indicator) for one in change.changes]
    assert {"Actions", "Priorities"} <= set(labels)
