"""A directorate's dashboard: what needs its manager, and how it stands."""

import datetime

import pytest
from django.utils import timezone

from equality_tracker.organisation.models import Succession
from plans.models import Round
from tests.factories import (
    ActionFactory,
    DirectorateFactory,
    LeadFactory,
    PlanFactory,
    PriorityFactory,
)

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def lead():
    return LeadFactory()


@pytest.fixture
def make(housing, lead, today):
    """Make an action of Housing that needs nobody: led, updated today, due in a year; change what matters."""

    def make(**said):
        usual = {
            "directorate": housing,
            "leads": [lead],
            "rag_status": "on_target",
            "reported_on": today,
            "due": today + 365 * DAY,
        }
        return ActionFactory(**{**usual, **said})

    return make


def board_of(client, directorate, **asked):
    return client.get(f"/dashboards/{directorate.pk}/", asked).context["board"]


def numbers(needs):
    return {figure.label: figure.count for figure in needs.figures}


def test_an_action_that_goes_well_needs_nobody(manager_client, housing, make):
    make()

    page = manager_client.get(f"/dashboards/{housing.pk}/")

    assert page.context["board"].needs.all.count == 0
    assert "Nothing is slipped, overdue" in page.content.decode()


def test_each_reason_has_its_number(manager_client, housing, make, today):
    make(rag_status="slipped")
    make(due=today - DAY)
    make(leads=[])
    make(reported_on=today - 300 * DAY)

    needs = board_of(manager_client, housing, since=today.isoformat()).needs

    assert list(numbers(needs).values()) == [1, 1, 1, 1]
    assert (needs.all.count, needs.several.count) == (4, 0)


def test_an_action_with_two_reasons_is_counted_once_and_the_page_says_so(
    manager_client, housing, make, today
):
    make(rag_status="slipped", due=today - DAY)
    make(rag_status="slipped")

    page = manager_client.get(f"/dashboards/{housing.pk}/").content.decode()

    assert "Together 2 actions" in page
    assert "1 of them for more than one reason" in page


def test_what_is_done_needs_nobody_however_late_it_was(
    manager_client, housing, make, today
):
    make(
        rag_status="achieved",
        due=today - 90 * DAY,
        leads=[],
        reported_on=today - 90 * DAY,
    )

    assert board_of(manager_client, housing).needs.all.count == 0


def test_no_more_than_five_are_named_and_the_worst_comes_first(
    manager_client, housing, make, today
):
    make(due=today - 10 * DAY, title="Late by ten days")
    make(rag_status="slipped", title="Slipped")
    make(leads=[], title="Nobody's")
    for days in range(2, 6):
        make(due=today - days * DAY)

    page = manager_client.get(f"/dashboards/{housing.pk}/")

    assert [one.row.title for one in page.context["worst"]][:2] == [
        "Slipped",
        "Late by ten days",
    ]
    assert len(page.context["worst"]) == 5
    assert "All 7, the worst first" in page.content.decode()


def test_the_reason_of_a_slippage_stands_beside_it(manager_client, housing, make):
    make(rag_status="slipped", reason="The lift contractor is late.")

    assert (
        "The lift contractor is late."
        in manager_client.get(f"/dashboards/{housing.pk}/").content.decode()
    )


def test_a_running_round_asks_for_its_own_updates(
    manager_client, housing, make, manager, today
):
    waiting = make(reported_on=today - DAY)
    told = make(priority=waiting.priority)
    Round.open_for(
        [waiting.plan], title="Q3", opens=today, closes=today + DAY, by=manager
    )
    told.report_no_change(by=manager, on=today)

    board = board_of(manager_client, housing)

    assert numbers(board.needs)["not updated this round"] == 1
    assert [row.pk for row in board.worst] == [waiting.pk]


def test_without_a_round_the_page_says_since_when_nobody_has_updated(
    manager_client, housing, make, today
):
    make(reported_on=today - 300 * DAY)
    since = today - 299 * DAY

    page = manager_client.get(
        f"/dashboards/{housing.pk}/", {"since": since.isoformat()}
    ).content.decode()

    assert f"not updated since {since:%-d %B %Y}" in page


def test_another_directorates_action_is_not_counted(
    manager_client, housing, libraries, make
):
    make(directorate=libraries, rag_status="slipped")

    assert board_of(manager_client, housing).rows == []


def test_a_joint_action_stands_on_both_dashboards(
    admin_client, housing, libraries, make
):
    shared = make()
    shared.contributing.add(libraries)

    for directorate in (housing, libraries):
        page = admin_client.get(f"/dashboards/{directorate.pk}/")
        assert [row.pk for row in page.context["board"].rows] == [shared.pk]
        assert "1 of these actions is joint" in page.content.decode()


def test_what_passed_wholly_into_a_directorate_is_counted_with_its_own_each_once(
    manager_client, housing, make, today
):
    renamed, merged, split, other = DirectorateFactory.create_batch(4)
    for before, after in [
        (renamed, merged),
        (merged, housing),
        (split, housing),
        (split, other),
    ]:
        Succession.objects.create(predecessor=before, successor=after, on=today)
    make(rag_status="slipped")
    make(rag_status="slipped", directorate=merged)
    make(rag_status="slipped", directorate=split)
    joint = make(rag_status="slipped", directorate=renamed)
    joint.contributing.add(merged, housing)

    board = board_of(manager_client, housing)

    slipped = board.needs.figures[0]
    listed = manager_client.get(slipped.url).content.decode()
    assert (board.standing.total.count, slipped.count, board.tally.joint) == (3, 3, 1)
    assert listed.split("<tbody", 1)[1].split("</tbody>", 1)[0].count("<tr") == 3


def test_no_status_given_is_not_counted_as_not_started(manager_client, housing, make):
    make(rag_status=None)

    parts = {
        part.status: part.count
        for part in board_of(manager_client, housing).standing.parts
    }

    assert (parts[None], parts["not_started"]) == (1, 0)


def test_only_live_plans_are_counted_unless_another_is_chosen(
    manager_client, housing, make
):
    make()
    old = make(priority=PriorityFactory(plan=PlanFactory(reference="EQ-OLD")))
    old.plan.state = "closed"
    old.plan.save()

    assert len(board_of(manager_client, housing).rows) == 1
    assert [
        row.pk for row in board_of(manager_client, housing, plan="EQ-OLD").rows
    ] == [old.pk]


@pytest.mark.parametrize(
    "asked",
    [
        {"plan": "EQ-NONE"},
        {"since": "soon"},
        {"since": "2999-01-01"},
        {"since": "0001-01-01"},
    ],
)
def test_a_plan_or_day_that_cannot_be_is_named(manager_client, housing, make, asked):
    make()

    page = manager_client.get(f"/dashboards/{housing.pk}/", asked)

    assert page.status_code == 400
    assert "There is a problem" in page.content.decode()


def test_a_directorate_that_is_none_is_not_found(manager_client):
    assert manager_client.get("/dashboards/999999/").status_code == 404
    assert manager_client.get("/dashboards/99999999999999999999999/").status_code == 404


def test_a_list_that_is_none_is_not_found(manager_client, housing):
    assert (
        manager_client.get(f"/dashboards/{housing.pk}/lists/nonsense/").status_code
        == 404
    )
    assert (
        manager_client.get(f"/dashboards/{housing.pk}/lists/then-nonsense/").status_code
        == 404
    )


def test_only_its_own_manager_is_told_what_needs_you(
    manager_client, manager_of_another_directorate_client, housing, make
):
    make(rag_status="slipped")
    address = f"/dashboards/{housing.pk}/"

    assert "What needs you" in manager_client.get(address).content.decode()
    other = manager_of_another_directorate_client.get(address).content.decode()
    assert "What needs its manager" in other


def test_what_is_due_today_is_due_and_not_overdue(manager_client, housing, make, today):
    make(due=today)
    make(due=today + 30 * DAY)
    make(due=today + 31 * DAY)
    make(due=today + 90 * DAY)
    make(due=today + 91 * DAY)

    board = board_of(manager_client, housing)

    assert [figure.count for figure in board.due.horizons] == [2, 3, 4]
    assert numbers(board.needs)["overdue"] == 0


def test_words_of_people_are_shown_as_text(manager_client, housing, make):
    make(title="<script>alert(1)</script>", rag_status="slipped", reason="<b>late</b>")

    page = manager_client.get(f"/dashboards/{housing.pk}/").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;b&gt;late&lt;/b&gt;" in page
    assert "<script>alert" not in page
    assert "<b>late" not in page


def test_an_empty_directorate_says_why(manager_client, housing):
    page = manager_client.get(f"/dashboards/{housing.pk}/").content.decode()

    assert "No action of a live plan stands on this page yet" in page
