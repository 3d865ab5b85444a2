"""The database role in which the site works: it changes rows, and cannot change what is remembered of them."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from equality_tracker.audit.history import changes_of
from plans.models import Action
from tests.factories import ActionFactory
from tests.roles import make_app_role, refusal_of, working_as

pytestmark = pytest.mark.django_db
EVENTS = "plans_actionupdateevent"
INSUFFICIENT_PRIVILEGE = "42501"
TAMPERING = {
    "update": f"UPDATE {EVENTS} SET progress = 'Better.'",
    "delete": f"DELETE FROM {EVENTS}",
    "truncate": f"TRUNCATE {EVENTS}",
    "drop": f"DROP TABLE {EVENTS}",
    "alter": f"ALTER TABLE {EVENTS} DROP COLUMN progress",
    "disable trigger": f"ALTER TABLE {EVENTS} DISABLE TRIGGER ALL",
    "disable the history": "ALTER TABLE plans_actionupdate DISABLE TRIGGER ALL",
    "replica": "SET session_replication_role = replica",
    "grant": f"GRANT UPDATE ON {EVENTS} TO PUBLIC; UPDATE {EVENTS} SET progress = ''",
    "truncate rows": "TRUNCATE plans_actionupdate CASCADE",
    "own": f"ALTER TABLE {EVENTS} OWNER TO CURRENT_USER",
    "migrations": "DELETE FROM django_migrations",
    "new table": "CREATE TABLE shadow (id int)",
}


@pytest.fixture
def app_role(db):
    return make_app_role()


@pytest.fixture
def reported(officer):
    return ActionFactory(rag_status="on_target", reported_by=officer)


@pytest.mark.parametrize("way", TAMPERING)
def test_the_sites_role_cannot_touch_the_history(way, app_role, reported):
    with working_as(app_role):
        refused = refusal_of(TAMPERING[way])

    assert refused.__cause__.pgcode == INSUFFICIENT_PRIVILEGE


@pytest.mark.parametrize("way", ["truncate", "alter", "disable trigger", "replica"])
def test_the_owner_could(way, reported):
    """The control: it is the role that is refused, not the statement."""
    assert refusal_of(TAMPERING[way]) is None


def test_the_main_verb_works_in_the_sites_role(app_role, reported, officer):
    with working_as(app_role):
        reported.record_update(
            by=officer,
            on=reported.reported_on,
            rag_status="achieved",
            progress="All four are open.",
        )
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    assert Action.objects.get(pk=reported.pk).rag_status == "achieved"
    assert changes_of(reported)[0].who == f"database role {app_role}"


def test_a_page_works_in_the_sites_role(app_role, admin_client, housing, admin):
    with working_as(app_role):
        response = admin_client.post(
            f"/directorates/{housing.pk}/",
            {
                "name": "Housing",
                "kind": "directorate",
                "version": housing.version,
            },
        )

    assert response.status_code == 302
    assert changes_of(housing)[0].who == "Ada Admin"


def test_a_role_that_is_not_there_is_named_with_the_remedy(db):
    with pytest.raises(CommandError, match="CREATE ROLE nobody_here"):
        call_command("grant_roles", app_role="nobody_here")


def test_a_superuser_is_refused(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE too_mighty SUPERUSER")

    with pytest.raises(CommandError, match="superuser"):
        call_command("grant_roles", app_role="too_mighty")


def test_the_owner_itself_is_refused(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE owner_of_tables CREATEROLE")
        cursor.execute("CREATE ROLE belongs IN ROLE owner_of_tables")
        cursor.execute("SET LOCAL ROLE owner_of_tables")

        with pytest.raises(CommandError, match="owns the tables"):
            call_command("grant_roles", app_role="belongs")

        cursor.execute("RESET ROLE")
