"""What happened to a row, in words."""

import datetime

import pghistory
import pytest
from django.db import connection

from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.models import Membership
from tests.factories import (
    ActionFactory,
    DirectorateFactory,
    HoldingFactory,
    LeadFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def by(person, url="/leads/1/"):
    return pghistory.context(user=person.pk, url=url)


def test_a_change_says_who_when_before_and_after(admin, housing, libraries):
    lead = LeadFactory(name="Tenancy Manager", directorate=housing)

    with by(admin):
        lead.directorate = libraries
        lead.save()

    newest = changes_of(lead)[0]
    assert (newest.who, newest.where, newest.label) == (
        "Ada Admin",
        "/leads/1/",
        "Changed",
    )
    assert newest.changes == [
        ("Directorate", "Housing and Neighbourhoods", "Libraries and Culture")
    ]
    assert newest.when.date() == datetime.datetime.now(newest.when.tzinfo).date()


def test_a_change_by_sql_names_the_database_role():
    lead = LeadFactory()

    with connection.cursor() as cursor:
        cursor.execute("UPDATE organisation_lead SET abbreviation = 'TM'")
        cursor.execute("SELECT CURRENT_USER")
        role = cursor.fetchone()[0]

    newest = changes_of(lead)[0]
    assert newest.who == f"database role {role}"
    assert newest.changes == [("Abbreviation", "", "TM")]


def test_a_save_that_changes_nothing_is_not_shown():
    lead = LeadFactory()

    lead.save()

    assert [change.label for change in changes_of(lead)] == ["Added"]


def test_a_person_put_into_a_directorate_is_a_change_of_the_person(housing):
    person = UserFactory()

    with pghistory.context(reason="Moved in the restructure"):
        person.role = "manager"
        person.save()
        Membership.objects.create(user=person, directorate=housing)

    newest = changes_of(person)[0]
    assert newest.why == "Moved in the restructure"
    assert newest.changes == [
        ("Role", "Officer", "Manager"),
        ("Directorates", "", "Housing and Neighbourhoods"),
    ]


def test_the_end_of_a_holding_names_the_holder():
    holding = HoldingFactory(user__name="Lee Leaver")
    holding.ends = datetime.date(2026, 5, 3)
    holding.save()

    newest = changes_of(holding.lead)[0]

    assert newest.changes == [("Holders: Lee Leaver, ends", "", "3 May 2026")]


def test_a_deleted_row_still_tells_its_history():
    directorate = DirectorateFactory(name="Markets")
    pk = directorate.pk
    directorate.delete()

    newest = changes_of(type(directorate)(pk=pk))[0]

    assert newest.label == "Removed"
    assert ("Name", "Markets", "") in newest.changes


def test_a_name_since_deleted_is_shown_by_its_number():
    lead = LeadFactory(directorate=DirectorateFactory())
    gone = lead.directorate
    lead.directorate = None
    lead.save()
    pk = gone.pk
    gone.delete()

    assert changes_of(lead)[0].changes == [("Directorate", f"directorate {pk}", "")]


def test_only_the_newest_are_given_where_a_limit_is_set():
    lead = LeadFactory()
    for number in range(5):
        lead.abbreviation = f"L{number}"
        lead.save()

    assert [change.changes[0].after for change in changes_of(lead, limit=2)] == [
        "L4",
        "L3",
    ]


@pytest.mark.parametrize("count", [1, 20])
def test_takes_two_queries_however_long_the_history(
    count, admin, django_assert_num_queries
):
    action = ActionFactory(rag_status="on_target", leads=[LeadFactory()])
    with by(admin):
        for number in range(count):
            action.directorate = DirectorateFactory()
            action.title = f"Version {number}"
            action.save()

    # the events of the action, its leads and contributions; every name they speak of
    with django_assert_num_queries(2):
        shown = changes_of(action, leave_out={"latest_update"})

    assert len(shown) > 1
