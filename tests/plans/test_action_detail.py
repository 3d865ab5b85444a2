"""One action's page: the plan's words, its dates, and what happened to it."""

import datetime

import pytest
from django.utils import timezone

from tests.factories import (
    ActionFactory,
    DirectorateFactory,
    EvidenceFactory,
    HoldingFactory,
    LeadFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(housing):
    return ActionFactory(
        directorate=housing,
        timescale="By the end of June",
        due=datetime.date(2090, 6, 30),
    )


def page_of(client, action):
    return client.get(action.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"due_precision": "month"}, "We read this as: <strong>due 30 June 2090 (the end of the month it names)</strong>"),
        ({"recurrence": "annual"}, "<strong>due 30 June 2090, then every year</strong>"),
        ({"ongoing": True, "due": None}, "<strong>ongoing</strong>"),
        ({"event": "the inquiry", "due": None}, "<strong>waits for: the inquiry</strong>"),
        ({"due": None}, "We could not read a date from these words"),
        ({"due": None, "timescale": ""}, "The plan gives no date."),
        ({"due": datetime.date(2020, 6, 30)}, "Due 30 June 2020, overdue"),
        ({"reading_corrected": True}, "Read, and corrected by a person, as"),
        ({"original_due": datetime.date(2090, 4, 1)}, "First promised for 1 April 2090, now 90 days later."),
    ],
)  # fmt: skip
def test_the_dates_stand_in_words_beside_the_plans_own(
    officer_client, housing, fields, words
):
    action = ActionFactory(
        **{
            "directorate": housing,
            "timescale": "By the end of June",
            "due": datetime.date(2090, 6, 30),
            **fields,
        }
    )

    assert words in page_of(officer_client, action)


def test_leads_stand_with_who_holds_them_and_a_vacant_one_says_so(
    officer_client, housing
):
    held = HoldingFactory(
        lead=LeadFactory(name="Tenancy Manager"), user__name="Tess Tenancy"
    ).lead
    empty = LeadFactory(name="Empty Post")
    past = HoldingFactory(
        user__name="Paul Past", lead=empty, ends=datetime.date(2020, 1, 1)
    ).lead
    action = ActionFactory(directorate=housing, leads=[held, past])

    page = page_of(officer_client, action)

    assert "Tess Tenancy" in page
    assert "Paul Past" not in page
    assert "vacant: nobody holds this post" in page


def test_contributing_directorates_are_named(officer_client, action):
    action.contributing.add(DirectorateFactory(name="Children and Families"))

    assert "Children and Families" in page_of(officer_client, action)


def test_the_timeline_tells_a_report_whole(officer_client, officer, action):
    today = timezone.localdate()
    update = action.record_update(
        by=officer, on=today, rag_status="slipped", progress="Two of four.", reason="The lift is late.",
        new_due=datetime.date(2090, 12, 31), due_reason="It comes in autumn.", priority_monitoring=True,
    )  # fmt: skip
    EvidenceFactory(action=action, update=update, text="The supplier’s letter.")

    page = page_of(officer_client, action)

    for words in (
        "Olu Officer", "Slipped", "Priority monitoring", "Two of four.", "The lift is late.",
        "from 30 June 2090 to 31 December 2090", "It comes in autumn.", "The supplier’s letter.",
    ):  # fmt: skip
        assert words in page


def test_a_report_taken_back_is_struck_out_with_who_and_why(
    officer_client, officer, admin, action
):
    update = action.record_update(
        by=officer, on=timezone.localdate(), rag_status="achieved", progress="All done."
    )
    action.retract_update(update, by=admin, why="It was another action.")

    page = page_of(officer_client, action)

    assert "Taken back</strong> by Ada Admin" in page
    assert "It was another action." in page
    assert page.index("<del>") < page.index("All done.") < page.index("</del>")


def test_a_field_that_somebody_changed_is_folded_into_the_timeline(
    officer_client, action
):
    action.title = "Publish it twice a year"
    action.save(update_fields=["title"])

    page = page_of(officer_client, action)

    assert "1 detail changed" in page
    assert "<del>Publish the workforce equality report</del>" in page


def test_a_reader_and_a_closed_plan_have_no_buttons(
    reader_client, officer_client, housing
):
    closed = ActionFactory(directorate=housing, priority__plan__state="closed")
    live = ActionFactory(directorate=housing)

    for page in (page_of(reader_client, live), page_of(officer_client, closed)):
        assert "/update/" not in page
        assert "/no-change/" not in page
        assert "/evidence/add/" not in page
        assert "/reading/" not in page


def test_what_people_wrote_is_shown_as_text(officer_client, officer, housing):
    script = "<script>alert(1)</script>{{ 7|add:7 }}"
    action = ActionFactory(
        directorate=housing,
        title=script,
        outcome=script,
        measures=script,
        timescale=script,
    )
    action.record_update(
        by=officer, on=timezone.localdate(), rag_status="on_target", progress=script
    )

    page = page_of(officer_client, action)

    assert "<script>alert" not in page
    assert "{{ 7|add:7 }}" in page


@pytest.mark.parametrize("count", [1, 20])
def test_takes_nine_queries_however_long_its_story(
    officer_client, officer, action, count, django_assert_num_queries
):
    for number in range(count):
        update = action.record_update(
            by=officer,
            on=datetime.date(2026, 9, number + 1),
            rag_status="on_target",
            progress="More.",
        )
        EvidenceFactory(action=action, update=update)
        action.milestones.create(due=datetime.date(2026, 9, number + 1))
        action.leads.add(HoldingFactory().lead)
        action.contributing.add(DirectorateFactory())

    # session, user, action, its leads with their holders, reports, evidence, field changes, names in them, milestones
    with django_assert_num_queries(9):
        officer_client.get(action.get_absolute_url())
