"""Migrating quickly leaves the database that the models describe."""

import pgtrigger
import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.commands import migrate
from django.db import connection, models
from django.db.migrations import AddConstraint, RemoveConstraint
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import Field, Q
from pgtrigger.migrations import AddTrigger

from equality_tracker.audit.migrating import quick_states

MODELS = [
    model
    for model in apps.get_models(include_auto_created=True)
    if model._meta.managed and not model._meta.proxy
]
NOT_EMPTY = models.CheckConstraint(condition=~Q(name=""), name="named")


def in_the_database(of_table):
    """Return for each table what `of_table(introspection, cursor, table)` finds of it."""
    with connection.cursor() as cursor:
        return {
            model._meta.db_table: of_table(
                connection.introspection, cursor, model._meta.db_table
            )
            for model in MODELS
        }


@pytest.mark.django_db
def test_every_column_is_there_and_empty_only_where_the_model_lets_it():
    found = in_the_database(
        lambda introspection, cursor, table: {
            column.name: column.null_ok
            for column in introspection.get_table_description(cursor, table)
        }
    )

    assert found == {
        model._meta.db_table: {
            field.column: field.null or field.generated
            for field in model._meta.local_concrete_fields
        }
        for model in MODELS
    }


@pytest.mark.django_db
def test_every_constraint_and_index_is_there_and_none_of_another_name():
    found = in_the_database(
        lambda introspection, cursor, table: set(
            introspection.get_constraints(cursor, table)
        )
    )

    for model in MODELS:
        named = {one.name for one in [*model._meta.constraints, *model._meta.indexes]}
        assert named <= found[model._meta.db_table], model


@pytest.mark.django_db
def test_every_trigger_is_there_as_the_model_says():
    wrong = [
        (model, trigger.name)
        for model, trigger in pgtrigger.registered()
        if trigger.get_installation_status(model) != ("INSTALLED", True)
    ]

    assert len(pgtrigger.registered()) > 50
    assert wrong == []


@pytest.fixture
def state():
    """Two models as migrations see them, of which one points at the other; both are rendered."""
    directorate = ModelState(
        "town",
        "Directorate",
        [("id", models.AutoField(primary_key=True)), ("name", models.TextField())],
    )
    action = ModelState(
        "town",
        "Action",
        [
            ("id", models.AutoField(primary_key=True)),
            ("by", models.ForeignKey("town.Directorate", models.CASCADE)),
        ],
    )
    state = ProjectState()
    for one in (directorate, action):
        state.add_model(one)
    assert state.apps.get_model("town", "action")
    return state


def test_a_constraint_is_told_to_its_model_and_no_neighbour_is_made_anew(state):
    before = [state.apps.get_model("town", name) for name in ("directorate", "action")]

    with quick_states():
        AddConstraint("Directorate", NOT_EMPTY).state_forwards("town", state)

    after = [state.apps.get_model("town", name) for name in ("directorate", "action")]
    assert after == before
    assert after[0]._meta.constraints == [NOT_EMPTY]
    assert state.models["town", "directorate"].options["constraints"] == [NOT_EMPTY]


def test_a_constraint_that_is_removed_is_gone_from_its_model(state):
    with quick_states():
        AddConstraint("Directorate", NOT_EMPTY).state_forwards("town", state)
        RemoveConstraint("Directorate", "named").state_forwards("town", state)

    assert state.apps.get_model("town", "directorate")._meta.constraints == []


def test_a_trigger_is_told_to_its_model(state):
    trigger = pgtrigger.Protect(name="kept", operation=pgtrigger.Delete)

    with quick_states():
        AddTrigger("directorate", trigger).state_forwards("town", state)

    assert state.apps.get_model("town", "directorate")._meta.triggers == [trigger]


def test_a_copied_field_stands_after_those_copied_before_it_and_shares_no_relation():
    field = models.ForeignKey("town.Directorate", models.CASCADE, null=True)
    with quick_states():
        first, second = field.clone(), field.clone()

    assert first < second
    assert first.deconstruct() == second.deconstruct() == field.deconstruct()
    assert first.remote_field is not field.remote_field
    assert first.remote_field.field is first


@pytest.mark.parametrize(("said", "is_quick"), [((), True), (("audit", "0001"), False)])
def test_only_the_way_forwards_is_quick(monkeypatch, said, is_quick):
    clone, found = Field.clone, []
    monkeypatch.setattr(
        migrate.Command,
        "handle",
        lambda *_a, **_o: found.append(Field.clone is not clone),
    )

    call_command("migrate", *said)

    assert found == [is_quick]
    assert Field.clone is clone
