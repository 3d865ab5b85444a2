"""Which indicator a row of a file is."""

import pytest

from indicators.models import Indicator, IndicatorPriority
from tests.factories import IndicatorFactory, PriorityFactory
from tests.indicators.laying import read

from .bringing import bring, difference, messages

pytestmark = pytest.mark.django_db


def rows_of(found):
    return [(row.code, row.indicator, row.outcome) for row in found.rows]


def test_a_code_is_the_same_however_it_is_typed():
    one = IndicatorFactory(code="EQ 07", title="Other words")

    assert difference(("EQ7 - Fair service", "5%", "6%", "7%")).rows[0].indicator == one


def test_a_national_code_is_of_the_national_set_and_any_other_the_councils(admin):
    bring(
        ("NI 1 - People who get on", "5%", "6%", "7%"),
        ("BP 3 - Fair pay", "1%", "2%", "3%"),
        by=admin,
    )

    assert dict(Indicator.objects.values_list("code", "belongs_to")) == {
        "NI 1": "national",
        "BP 3": "local",
    }


def test_a_national_indicator_gets_its_suggested_direction_and_nobody_confirmed_it(
    admin,
):
    bring(("NI 1 - People who get on", "5%", "6%", "7%"), by=admin)

    one = Indicator.objects.get()
    assert (one.suggested_direction, one.direction, one.title_confirmed) == (
        "higher",
        "",
        False,
    )


def test_the_same_code_in_another_set_is_asked_and_neither_is_assumed():
    own = IndicatorFactory(code="NI 1", belongs_to="local")

    row = difference(("NI 1 - People who get on", "5%", "6%", "7%")).rows[0]

    assert (row.indicator, row.candidates, row.is_unsaid) == (None, [own], True)


def test_two_that_have_the_code_are_asked(admin):
    first = IndicatorFactory(code="BP 3", belongs_to="local")
    second = IndicatorFactory(code="BP 3", belongs_to="corporate")

    row = difference(("BP 3 - Fair pay", "1%", "2%", "3%")).rows[0]

    assert row.candidates == [first, second]
    assert not row.may_be_new


def test_a_row_without_a_code_is_the_indicator_of_its_title_under_its_priority(admin):
    priority = PriorityFactory(title="Fair access")
    one = IndicatorFactory(code="", title="Complaints upheld")
    IndicatorPriority.objects.create(indicator=one, priority=priority)
    rows = [("Priority: Fair access",), HEAD, ("Complaints upheld", "1%", "2%", "3%")]

    found = difference(*rows[1:], headings=rows[0], plan=priority.plan)

    assert rows_of(found) == [("", one, "changed")]


HEAD = ("Indicator", "Baseline", "Target 2030/31", "Result 2030/31")


def test_a_title_that_stands_under_another_priority_is_asked():
    priority = PriorityFactory(title="Fair access")
    other = IndicatorFactory(code="", title="Complaints upheld")

    found = difference(
        HEAD,
        ("Complaints upheld", "1%", "2%", "3%"),
        headings=("Priority: Fair access",),
        plan=priority.plan,
    )

    assert found.rows[0].candidates == [other]


@pytest.mark.parametrize("answer", ["new", "that one"])
def test_a_title_that_is_nearly_one_here_is_what_a_person_says_it_is(admin, answer):
    one = IndicatorFactory(
        code="", title="Share of complaints that were upheld in the year"
    )
    row = ("Share of complaints which were upheld in the year", "1%", "2%", "3%")
    asked = difference(row).rows[0]
    assert asked.is_unsaid

    take = "new" if answer == "new" else str(one.pk)
    bring(row, by=admin, near={asked.key: {"take": take}})

    assert Indicator.objects.count() == (2 if answer == "new" else 1)


def test_parts_stand_under_their_indicator_and_are_known_again(admin):
    rows = [
        ("BP 25 - Top earners who are:", "", "", ""),
        ("a) women", "30%", "35%", "33%"),
        ("b) disabled", "3%", "4%", "5%"),
    ]

    bring(*rows, by=admin)
    again = bring(*rows, by=admin)

    parts = Indicator.objects.filter(parent__code="BP 25").by_code()
    assert [str(one) for one in parts] == ["BP 25a a) women", "BP 25b b) disabled"]
    assert again.counts["unchanged"] == 3
    assert again.changes == []


def test_two_rows_of_one_title_without_a_code_are_two_and_stay_two(admin):
    rows = [
        ("Complaints upheld", "1%", "2%", "3%"),
        ("Complaints upheld", "4%", "5%", "6%"),
    ]

    bring(*rows, by=admin)
    again = bring(*rows, by=admin)

    assert Indicator.objects.count() == 2
    assert again.changes == []


def test_one_code_under_two_priorities_is_one_indicator_in_both(admin):
    plan = PriorityFactory(title="Fair access").plan
    PriorityFactory(title="Fair pay", plan=plan, number="2")
    row = ("BP 3 - Fair pay", "1%", "2%", "3%")

    found = bring(
        HEAD,
        row,
        ("",),
        ("Priority: Fair pay",),
        HEAD,
        row,
        headings=("Priority: Fair access",),
        plan=plan,
        by=admin,
    )

    assert Indicator.objects.count() == 1
    assert sorted(one.priority.title for one in IndicatorPriority.objects.all()) == [
        "Fair access",
        "Fair pay",
    ]
    assert found.counts["new"] == 1


def test_a_row_that_names_only_a_code_that_nobody_has_is_left_out(admin):
    [entry] = read(HEAD, ("BP 3 - Fair pay", "1%", "2%", "3%"))

    found = bring(by=admin, entries=[entry | {"title": ""}])

    assert not Indicator.objects.exists()
    assert "No indicator here has the code BP 3" in messages(found)[0]
