"""Indicators on the dashboards: what is off target or waits for somebody, each number leading to its rows."""

import datetime
import io

import pytest
from django.utils import timezone
from docx import Document

from equality_tracker.dashboards.board import board_of
from equality_tracker.organisation.models import Succession
from indicators.models import Indicator
from indicators.standing import newest, verdicts
from tests.factories import (
    ActionFactory,
    CommentFactory,
    DirectorateFactory,
    IndicatorFactory,
    PriorityFactory,
    ResultFactory,
    TargetFactory,
    UserFactory,
)

from .numbers import Numbers, rows_on

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def measured(directorate, value, target=50, better="higher", **said):
    """An indicator of this year's first day, so that nothing is late."""
    indicator = IndicatorFactory(directorate=directorate, better=better, **said)
    time = {"period": "This year", "start": None, "end": TODAY()}
    ResultFactory(indicator=indicator, value=value, text=f"{value}%", **time)
    if target is not None:
        TargetFactory(indicator=indicator, value=target, text=f"{target}%", **time)
    return indicator


def counts(figures):
    return {figure.label: figure.count for figure in figures if figure.count}


def board(directorate=None, **asked):
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    data.update(asked)
    return board_of(data, on=TODAY(), directorate=directorate).indicators


def test_indicators_are_counted_by_what_they_reached(housing):
    for value in (50, 60, 40, 30, 20):
        measured(housing, value)
    measured(housing, 45, tolerance=5)
    measured(housing, 45, target=None)
    measured(housing, 45, better="")

    found = board(housing)

    assert counts(found.verdicts) == {"met": 2, "missed": 3, "within tolerance": 1, "cannot be said": 2}  # fmt: skip
    assert found.total.count == 8


@pytest.mark.parametrize("kept", [True, False])
def test_it_makes_no_difference_whether_a_verdict_is_kept(housing, kept):
    measured(housing, 40)
    late = IndicatorFactory(directorate=housing)
    ResultFactory(indicator=late, end=datetime.date(2020, 3, 31), start=None)
    parent = IndicatorFactory(directorate=housing)
    measured(housing, 60, parent=parent)
    if kept:
        verdicts.keep_up()

    found = board(housing)

    by_id = {one.pk: one for one in found.named}
    assert by_id == newest.by_id(list(by_id))
    assert counts(found.verdicts) == {"missed": 1, "met": 1, "cannot be said": 1}
    assert counts(found.needs)["without the last result"] == 1
    assert [one.pk for one in found.named] == [
        Indicator.objects.get(verdict="missed").pk if kept else found.named[0].pk,
        late.pk,
    ]


def test_the_worst_comes_first_and_what_cannot_be_said_last(housing):
    near = measured(housing, 45, tolerance=5)
    small = measured(housing, 49)
    unknown = measured(housing, 10, better="")
    large = measured(housing, 90, better="lower")

    assert [one.pk for one in board(housing).named] == [
        large.pk, small.pk, near.pk, unknown.pk,
    ]  # fmt: skip


def test_only_a_few_are_named_and_the_numbers_lead_to_all(housing):
    for value in range(10, 20):
        measured(housing, value)

    found = board(housing)

    assert [one.result for one in found.named] == ["10%", "11%", "12%", "13%", "14%"]
    assert found.off_target == 10


def test_withdrawn_ones_and_those_of_others_are_not_counted(housing, libraries):
    measured(libraries, 40)
    measured(housing, 40).withdraw(on=TODAY(), why="No longer collected.")

    assert not board(housing).total.count


def test_a_parent_that_only_its_parts_measure_is_nobodys_failure(housing):
    parent = IndicatorFactory(directorate=housing)
    measured(housing, 60, parent=parent)

    found = board(housing)

    assert counts(found.verdicts) == {"met": 1}
    assert not found.some_need


def test_what_passed_into_a_directorate_counts_there_and_once_in_the_council(housing):
    old = DirectorateFactory(name="Leisure")
    Succession.objects.create(predecessor=old, successor=housing, on=TODAY())
    measured(old, 40)
    measured(None, 40)

    assert board(housing).total.count == 1
    council = board()
    assert [(line.name, line.total.count) for line in council.lines] == [
        (housing.name, 1), ("No directorate", 1),
    ]  # fmt: skip
    assert council.total.count == 2


def test_a_chosen_plan_narrows_to_its_indicators_and_their_parts(housing):
    priority = PriorityFactory()
    named = measured(housing, 40)
    named.indicator_priorities.create(priority=priority)
    measured(housing, 40, parent=named)
    measured(housing, 40)

    assert board(housing, plan=priority.plan.reference).total.count == 2
    assert board(plan=priority.plan.reference).total.count == 2


def test_what_was_said_stands_beside_an_indicator_that_missed(manager_client, housing):
    indicator = measured(housing, 40, code="EQ 1", title="Staff <who> stay")
    CommentFactory(indicator=indicator, text="The survey came <late>.", end=TODAY())

    page = manager_client.get(housing.get_absolute_url()).content.decode()

    assert "The survey came &lt;late&gt;." in page
    assert "EQ 1 Staff &lt;who&gt; stay" in page
    assert "verdict--missed" in page


def test_indicators_stand_on_a_page_without_any_action(manager_client, housing):
    measured(housing, 40)

    page = manager_client.get(housing.get_absolute_url()).content.decode()

    assert 'id="indicators"' in page


def test_a_council_without_indicators_says_nothing_of_them(admin_client):
    ActionFactory()

    page = admin_client.get("/dashboards/").content.decode()

    assert 'id="indicators"' not in page
    assert "Indicators:" not in page


def test_an_admin_is_told_how_many_wait_for_a_direction(admin_client, housing):
    ActionFactory()
    measured(housing, 40, better="")
    measured(housing, 40, better="")

    page = admin_client.get("/dashboards/").content.decode()

    assert "Which way is better? Nobody has said of:" in page
    assert ">2 indicators</a>" in page


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("of_directorate", [True, False])
@pytest.mark.parametrize("kept", [True, False])
def test_asks_once_however_many_indicators_there_are(
    housing, count, of_directorate, kept, django_assert_num_queries
):
    for _ in range(count):
        CommentFactory(indicator=measured(housing, 40), end=TODAY())
    if kept:
        verdicts.keep_up()
    found = board(housing if of_directorate else None)
    found.board.scope.given  # noqa: B018 which directorates passed into it: the page asks that for its actions

    # the counts and the few that are named, together
    with django_assert_num_queries(1):
        assert found.needs
        assert found.named


def test_every_number_of_the_indicators_leads_to_exactly_its_rows(
    admin_client, housing, libraries
):
    priority = PriorityFactory()
    for directorate, value in (
        (housing, 30),
        (housing, 60),
        (libraries, 40),
        (None, 40),
    ):
        measured(directorate, value).indicator_priorities.create(priority=priority)
    measured(housing, 48, tolerance=5)
    measured(housing, 48, better="")
    TargetFactory(indicator=measured(libraries, 48), change="+", end=datetime.date(2099, 3, 31))  # fmt: skip
    ResultFactory(indicator=IndicatorFactory(directorate=housing), end=datetime.date(2020, 3, 31), start=None)  # fmt: skip
    IndicatorFactory(directorate=housing, parent=IndicatorFactory(directorate=housing))
    measured(housing, 20).withdraw(on=TODAY(), why="No longer collected.")

    for path in ("/dashboards/", housing.get_absolute_url(), libraries.get_absolute_url()):  # fmt: skip
        for asked in ({}, {"plan": priority.plan.reference}):
            page = admin_client.get(path, asked).content.decode()
            numbers = [
                (address, number)
                for address, number in set(Numbers(page).found)
                if address.startswith("/indicators/")
            ]
            assert numbers
            for address, number in numbers:
                assert rows_on(admin_client, address) == number, (path, address)


def words_of(answer):
    document = Document(io.BytesIO(answer.content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)  # fmt: skip
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_the_word_page_says_the_same(manager_client, housing):
    indicator = measured(housing, 40, code="EQ 1", title="Staff who stay")
    CommentFactory(indicator=indicator, text="The survey came late.", end=TODAY())
    measured(housing, 45, target=None)

    words = words_of(manager_client.get(f"{housing.get_absolute_url()}word/"))

    for said in (
        "Indicators: 2 measured",
        "0 met, 0 within tolerance, 1 missed, 1 cannot be said.",
        "EQ 1 Staff who stay",
        "40% (This year)",
        "✗ Missed",
        "? Cannot be said. There is no target for this time.",
        "The survey came late.",
    ):
        assert said in words


def test_the_councils_word_page_has_a_line_for_each_directorate(
    admin_client, housing, libraries
):
    measured(housing, 40)
    measured(libraries, 60)

    words = words_of(admin_client.get("/dashboards/word/"))

    assert f"{housing.name}\n0\n0\n1\n0\n1" in words
    assert f"{libraries.name}\n1\n0\n0\n0\n1" in words


def test_a_word_page_without_indicators_says_nothing_of_them(manager_client, housing):
    words = words_of(manager_client.get(f"{housing.get_absolute_url()}word/"))

    assert "Indicators" not in words


def test_whatever_somebody_wrote_of_an_indicator_is_text(admin_client, libraries):
    body = DirectorateFactory(name="<i>Leisure</i>")
    measured(libraries, 40)
    indicator = IndicatorFactory(directorate=body, better="higher", code="<i>1</i>")
    time = {"period": "<i>then</i>", "start": None, "end": TODAY()}
    ResultFactory(indicator=indicator, text="<i>40</i>", value=40, **time)
    TargetFactory(indicator=indicator, text="<i>50</i>", value=50, **time)
    by = UserFactory(name="<i>Ruth</i>")
    CommentFactory(indicator=indicator, text="<i>late</i>", made_by=by)

    page = admin_client.get("/dashboards/").content.decode()

    assert "<i>" not in page
    assert page.count("&lt;i&gt;") >= 7
