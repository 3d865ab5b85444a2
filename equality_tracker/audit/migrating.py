"""Migrating in a quarter of the time, to the same database: most of it goes into models that Django makes anew as they were.

After each operation Django renders the model that it changed, and every model related to that one: here all of them are, by the
people and the history. Most operations of these migrations are triggers, constraints and indexes, which no neighbour asks about.
So those are told to the rendered model itself; and where models are rendered, their fields are copied, not written out and read.

For going forwards only: on the way back several states of a model are needed at once.
"""

import copy
from contextlib import ExitStack, contextmanager

from django.db.migrations.state import ProjectState
from django.db.models import Field
from pgtrigger.migrations import AddTrigger, RemoveTrigger

OF_NO_NEIGHBOUR = ("constraints", "indexes", "triggers")


@contextmanager
def quick_states():
    """While this lasts, the models that migrations see are made with as little work as shows no difference."""
    with ExitStack() as lasting:
        for name in ("_append_option", "_remove_option", "_alter_option"):
            lasting.enter_context(_instead(ProjectState, name, _option))
        for operation in (AddTrigger, RemoveTrigger):
            lasting.enter_context(_instead(operation, "state_forwards", _trigger))
        lasting.enter_context(_instead(Field, "clone", _copied))
        yield


@contextmanager
def _instead(owner, name, changed):
    """While this lasts, `owner` has in the place of its method `name` what `changed` makes of that."""
    own = getattr(owner, name)
    setattr(owner, name, changed(own))
    try:
        yield
    finally:
        setattr(owner, name, own)


def _option(change):
    def changed(state, app_label, model_name, *said):
        with _told_to_the_model(state, app_label, model_name):
            change(state, app_label, model_name, *said)

    return changed


def _trigger(state_forwards):
    def changed(operation, app_label, state):
        with _told_to_the_model(state, app_label, operation.model_name):
            state_forwards(operation, app_label, state)

    return changed


@contextmanager
def _told_to_the_model(state, app_label, model_name):
    """Change what the state says of a model without rendering any; give the options to the model that is rendered already."""
    rendered = state.__dict__.pop("apps", None)
    yield
    if rendered is None:
        return
    state.apps = rendered
    meta = rendered.get_model(app_label, model_name)._meta
    options = state.models[app_label, model_name.lower()].options
    for name in OF_NO_NEIGHBOUR:
        setattr(meta, name, list(options.get(name, [])))
    meta.__dict__.pop("total_unique_constraints", None)


def _copied(clone):
    """A field of a state belongs to no model yet: a copy of it is what it would be if it were written out and read again."""

    def copied(field):
        if hasattr(field, "model"):
            return clone(field)
        found = copy.deepcopy(field)
        # Fields stand in the order in which they were made.
        found.creation_counter = Field.creation_counter
        Field.creation_counter += 1
        return found

    return copied
