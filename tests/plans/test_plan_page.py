"""A plan's page says of each action what its council would look for, in one row."""

import datetime

import pytest

from tests.factories import ActionFactory, EvidenceFactory, LeadFactory

pytestmark = pytest.mark.django_db


def page_of(client, action):
    page = client.get(action.plan.get_absolute_url()).content.decode()
    return " ".join(page.split())


def test_an_action_stands_with_its_words_its_date_and_who_answers(
    reader_client, housing
):
    action = ActionFactory(
        reference="1.2", reference_is_ours=True, title="Open a desk", outcome="Fewer complaints", measures="Visits\nComplaints",
        steps="Find a room", timescale="By June", due=datetime.date(2090, 6, 30), directorate=housing, lead_as_written="",
    )  # fmt: skip
    for place, (name, short) in enumerate([("Head of Service", "HoS"), ("Chief", "")]):
        lead = LeadFactory(name=name, abbreviation=short)
        action.action_leads.create(lead=lead, position=place)

    page = page_of(reader_client, action)

    assert '>1.2<span class="app-under">our number</span></td>' in page
    assert (
        f'href="{action.get_absolute_url()}">Open a desk</a><span class="app-under app-lines">Find a room</span>'
        in page
    )
    assert '<span class="app-lines">Fewer complaints</span>' in page
    assert '<span class="app-lines">Visits Complaints</span>' in page
    assert (
        f'Head of Service (HoS), Chief<span class="app-under">{housing.label}</span>'
        in page
    )
    assert (
        'By June<span class="app-under">We read this as: due 30 June 2090</span>'
        in page
    )


def test_as_the_plan_writes_the_lead_goes_before_who_was_found(reader_client):
    action = ActionFactory(
        lead_as_written="The Chief & others", leads=[LeadFactory(name="Chief")]
    )

    assert "The Chief &amp; others<" in page_of(reader_client, action)


def test_what_is_missing_is_said(reader_client):
    action = ActionFactory(
        reference="",
        outcome="",
        timescale="",
        due=None,
        directorate=None,
        lead_as_written="",
    )
    ActionFactory(priority=action.priority, outcome="Of another")

    page = page_of(reader_client, action)

    assert 'data-label="Ref">–</td>' in page
    assert 'data-label="Why"><span class="app-lines">–</span>' in page
    assert 'data-label="Who">No lead</td>' in page
    assert 'data-label="When">No timescale</td>' in page


def test_what_was_last_said_stands_with_its_day_and_the_newest_evidence(
    reader_client, officer
):
    action = ActionFactory(plan__state="live")
    action.record_update(
        by=officer,
        on=datetime.date(2026, 9, 1),
        rag_status="on_target",
        progress="A room is found.",
        priority_monitoring=True,
    )
    for day, text in ((1, "Minutes"), (2, "A photograph")):
        EvidenceFactory(
            action=action,
            kind="note",
            text=text,
            added_at=datetime.datetime(2026, 9, day, tzinfo=datetime.UTC),
        )
    EvidenceFactory(action=action, kind="note", text="Taken back").take_back(officer)

    page = page_of(reader_client, action)

    assert (
        'A room is found.</span><span class="app-under">1 September 2026</span>' in page
    )
    assert "Evidence: A photograph and 1 more" in page
    assert "Priority monitoring" in page
    assert "Taken back" not in page


def test_a_link_or_a_file_without_words_is_told_by_its_address_or_name(reader_client):
    linked = ActionFactory()
    EvidenceFactory(
        action=linked, kind="link", text="", url="https://example.org/minutes"
    )

    assert "Evidence: https://example.org/minutes" in page_of(reader_client, linked)


@pytest.mark.parametrize(
    "field",
    [
        "title",
        "outcome",
        "measures",
        "steps",
        "timescale",
        "lead_as_written",
        "reference",
        "event",
    ],
)
def test_what_somebody_wrote_is_never_markup(reader_client, field):
    action = ActionFactory(**{field: "<script>alert(1)</script>"})

    page = page_of(reader_client, action)

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
