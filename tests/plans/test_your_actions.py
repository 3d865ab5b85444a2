"""An officer's own page: what is theirs, what needs them, due first."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import Action, Plan, Round
from plans.models.your_actions import Section
from tests.factories import ActionFactory, HoldingFactory, LeadFactory

pytestmark = pytest.mark.django_db
URL = "/your-actions/"
TODAY = datetime.date(2026, 11, 22)
LATER = datetime.date(2027, 3, 31)
YESTERDAY = TODAY - datetime.timedelta(days=1)


def sections(user):
    found = Action.objects.for_your_actions(user, TODAY)
    return {action.pk: action.section for action in found}


def open_round(plan, by):
    return Round.open_for([plan], title="Q3", opens=TODAY, closes=LATER, by=by)


def of_housing(housing, **fields):
    return ActionFactory(directorate=housing, **{"due": LATER, **fields})


@pytest.mark.parametrize(
    ("fields", "section"),
    [
        ({"due": YESTERDAY, "rag_status": "on_target", "reported_on": YESTERDAY}, Section.NEEDS_YOU),
        ({"rag_status": "slipped", "reported_on": YESTERDAY}, Section.NEEDS_YOU),
        ({}, Section.NEEDS_YOU),
        ({"rag_status": "on_target", "reported_on": datetime.date(2026, 8, 23)}, Section.NEEDS_YOU),
        ({"rag_status": "on_target", "reported_on": datetime.date(2026, 8, 24)}, Section.COMING_UP),
        ({"due": TODAY, "rag_status": "on_target", "reported_on": TODAY}, Section.COMING_UP),
        ({"due": None, "event": "the inquiry"}, Section.WAITING),
        ({"due": None, "event": "the inquiry", "rag_status": "slipped"}, Section.NEEDS_YOU),
        ({"rag_status": "achieved"}, None),
        ({"rag_status": "withdrawn", "due": YESTERDAY}, None),
        ({"priority__plan__state": "closed"}, None),
        ({"priority__plan__state": "draft"}, None),
    ],
)  # fmt: skip
def test_an_action_stands_in_the_section_that_speaks_of_it(
    officer, housing, fields, section
):
    action = of_housing(housing, **fields)

    assert sections(officer).get(action.pk) == section


def test_what_a_round_waits_for_needs_you_and_what_it_has_is_done(
    officer, housing, admin
):
    updated = of_housing(
        housing, due=YESTERDAY, rag_status="on_target", reported_on=YESTERDAY
    )
    waited_for = of_housing(
        housing,
        priority=updated.priority,
        rag_status="on_target",
        reported_on=YESTERDAY,
    )
    waiting = of_housing(
        housing, priority=updated.priority, due=None, event="the inquiry"
    )
    open_round(updated.plan, admin)
    updated.record_update(
        by=officer, on=TODAY, rag_status="slipped", progress="Late.", reason="Rain."
    )

    assert sections(officer) == {
        waited_for.pk: Section.NEEDS_YOU,
        waiting.pk: Section.WAITING,
        updated.pk: Section.DONE,
    }


def test_what_is_achieved_in_the_round_counts_as_done_in_it(officer, housing, admin):
    action = of_housing(housing)
    open_round(action.plan, admin)
    action.record_update(by=officer, on=TODAY, rag_status="achieved", progress="Done.")

    assert sections(officer) == {action.pk: Section.DONE}


def test_what_you_lead_comes_first_then_the_earliest_due(officer, housing):
    lead = HoldingFactory(lead=LeadFactory(), user=officer).lead
    directorates_own = of_housing(housing, due=datetime.date(2026, 1, 1))
    led_later = ActionFactory(due=datetime.date(2026, 3, 1), leads=[lead])
    led_sooner = of_housing(housing, due=datetime.date(2026, 2, 1), leads=[lead])

    found = list(Action.objects.for_your_actions(officer, TODAY))

    assert found == [led_sooner, led_later, directorates_own]
    assert [action.you_lead for action in found] == [True, True, False]


def test_a_post_given_up_is_no_longer_yours(officer):
    holding = HoldingFactory(user=officer, ends=TODAY)
    ActionFactory(leads=[holding.lead])

    assert sections(officer) == {}


def test_another_directorates_actions_are_not_yours(officer, libraries):
    of_housing(libraries)

    assert sections(officer) == {}


def test_the_first_of_each_section_are_the_first_of_the_whole(officer, housing):
    overdue = [
        of_housing(housing, due=YESTERDAY - datetime.timedelta(days=n))
        for n in range(5)
    ]
    waiting = of_housing(housing, due=None, event="the inquiry")

    found = list(
        Action.objects.for_your_actions(officer, TODAY).first_of_each_section(2)
    )

    assert found == [overdue[4], overdue[3], waiting]


def test_the_page_counts_what_the_round_has_and_wants(
    officer_client, officer, housing, admin
):
    first = of_housing(housing)
    for _ in range(2):
        of_housing(housing, priority=first.priority)
    today = timezone.localdate()
    Round.open_for([first.plan], title="Quarter 3", opens=today, closes=today, by=admin)
    first.record_update(
        by=officer, on=today, rag_status="on_target", progress="Going well."
    )

    page = officer_client.get(URL).content.decode()

    assert "<strong>1 of 3</strong> updated this round" in page
    assert '<progress id="updated-this-round" max="3" value="1">' in page
    assert "closes today" in page
    assert "Done this round: 1 action<" in page


def test_each_row_offers_update_and_no_change(officer_client, housing):
    action = of_housing(housing, rag_status="on_target")

    page = officer_client.get(URL).content.decode()

    assert reverse("plans:action_update", args=[action.pk]) in page
    assert reverse("plans:action_no_change", args=[action.pk]) in page


def test_a_reader_sees_rows_without_buttons(reader_client, reader, housing):
    reader.directorates.add(housing)
    action = of_housing(housing, rag_status="on_target")

    page = reader_client.get(URL).content.decode()

    assert action.title in page
    assert "/update/" not in page
    assert "/no-change/" not in page


def test_an_empty_page_says_what_to_do(officer_client):
    page = officer_client.get(URL).content.decode()

    assert "No action is yours at present" in page


def test_a_long_section_leads_to_all_of_it_page_by_page(officer_client, housing):
    first = of_housing(housing, due=YESTERDAY)
    for _ in range(27):
        of_housing(housing, due=YESTERDAY, priority=first.priority)

    page = officer_client.get(URL).content.decode()
    second = officer_client.get("/your-actions/needs-you/?page=2").content.decode()

    assert "All 28 of these" in page
    assert second.count("app-card__title") == 3


def test_whatever_somebody_wrote_is_text(officer_client, officer, housing):
    action = of_housing(housing, title="<i>Ring</i>", reference="<i>1</i>", rag_status="on_target")  # fmt: skip
    action.record_update(by=officer, on=TODAY, rag_status="on_target", progress="<i>Well</i>")  # fmt: skip
    of_housing(housing, title="Wait", due=None, event="<i>An inquiry</i>", priority=action.priority)  # fmt: skip
    Plan.objects.filter(pk=action.plan_id).update(title="<i>Plan</i>")

    page = officer_client.get(URL).content.decode()

    assert "<i>" not in page
    for words in ("Ring", "1", "Well", "An inquiry", "Plan"):
        assert f"&lt;i&gt;{words}&lt;/i&gt;" in page


def test_an_unknown_section_is_not_found(officer_client):
    assert officer_client.get("/your-actions/nonsense/").status_code == 404


@pytest.mark.parametrize("count", [1, 20])
def test_takes_ten_queries_however_many_actions(
    officer_client, officer, housing, count, django_assert_num_queries
):
    lead = HoldingFactory(user=officer).lead
    for _ in range(count):
        of_housing(housing, due=YESTERDAY, rag_status="slipped", leads=[lead])

    # session, user, leads held with directorates, rows of all sections with their counts, running rounds, verdicts not kept, results to enter,
    # assessments to sign and those to see through, areas of frameworks
    with django_assert_num_queries(10):
        officer_client.get(URL)
