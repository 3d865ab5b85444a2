"""What happened to one row, in words: who, when, before and after, whatever made the change."""

import datetime
import json
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import NamedTuple

from django.contrib.auth import get_user_model
from django.db import connection, models
from django.utils import timezone
from pghistory.core import event_models

from equality_tracker.planned import Given, Planned

BOOKKEEPING = frozenset({"id", "version", "created_at"})
LABELS = {"insert": "Added", "update": "Changed", "delete": "Removed"}


class FieldChange(NamedTuple):
    """One field before and after, in words; "" where there was nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One change of a row: `where` is the page it came from, `why` the reason given, both "" where there was none."""

    when: datetime.datetime
    who: str
    where: str
    why: str
    label: str
    changes: list[FieldChange] = field(default_factory=list)


def changes_of(instance, *, limit=None, leave_out=()):
    """Return what happened to `instance`, newest first, as a list of `Change`: its own fields, and the rows that tie it to others
    (an action's leads, a person's directorates). Two queries, however long the history.

    `limit` keeps the newest so many; `leave_out` names fields that the reader does not need. A row since deleted may be
    given as an unsaved instance with its primary key.
    """
    model = type(instance)
    steps = list(_steps(model, _events(instance), BOOKKEEPING | set(leave_out)))
    groups = [list(group) for _, group in groupby(steps, key=_together)]
    newest = groups[::-1][:limit]
    names = _names(model, [step for group in newest for step in group])
    return [_change(group, names) for group in newest]


def is_tracked(model):
    """Whether the history of `model` is kept."""
    return bool(event_models(tracks_model=model))


@dataclass(frozen=True)
class _Event:
    """One row of a history table, as JSON."""

    of_model: type
    row: dict
    when: datetime.datetime


@dataclass(frozen=True)
class _Step:
    """One event of the row or of one of its ties: `fields` holds (label, model field, before, after)."""

    event: _Event
    own: bool
    fields: list


def _read(tables, keys):
    """Return (model, row as JSON) for each row of `tables`, (model, field) each, of which the field is among those `keys` that stand in
    the table's place: one query, handed to the database once a connection.
    """
    given = {f"keys_{place}": asked for place, asked in enumerate(keys)}
    rows = _planned(tables).tuples(**given)
    return [(tables[place][0], json.loads(row, parse_float=Decimal)) for place, row in rows]  # fmt: skip


@cache
def _planned(tables):
    quoted = connection.ops.quote_name
    # Behind a SELECT the server cannot see how many keys there are, and plans once for any number of them.
    selects = [
        f"SELECT {place}, TO_JSONB(found)::text FROM {quoted(model._meta.db_table)} AS found "
        f"WHERE {quoted(key.column)} = ANY(ARRAY(SELECT unnest(%s::{key.rel_db_type(connection)}[])))"
        for place, (model, key) in enumerate(tables)
    ]
    given = [Given(f"keys_{place}") for place in range(len(tables))]
    return Planned(f"of_{tables[0][0]._meta.db_table}", " UNION ALL ".join(selects), given)  # fmt: skip


def _events(instance):
    """Return the events of `instance` and of its ties, oldest first: one query."""
    tables = _event_tables(type(instance))
    found = [
        _Event(of_model, row, datetime.datetime.fromisoformat(row["pgh_created_at"]))
        for of_model, row in _read(tables, [[instance.pk]] * len(tables))
    ]
    return sorted(found, key=lambda each: (each.when, each.row["pgh_id"]))


@cache
def _event_tables(model):
    """(event model, the field that holds the key of a row of `model`) of its own events and of its ties'."""
    own = _own_events(model)
    ties = ((events, tie.near) for events, tie in _ties(model).items())
    return ((own, own._meta.get_field("pgh_obj")), *ties)


@cache
def _own_events(model):
    return event_models(tracks_model=model)[0]


class _Tie(NamedTuple):
    """A tracked table between a model and another: its label there, and its keys to the near and the far side."""

    label: str
    near: models.Field
    far: models.Field


@cache
def _ties(model):
    """Return {event model: tie} for each many-to-many field of `model` whose own table is tracked."""
    return {
        events: _Tie(
            _in_title(many),
            through._meta.get_field(many.m2m_field_name()),
            through._meta.get_field(many.m2m_reverse_field_name()),
        )
        for many in model._meta.many_to_many
        for through in [many.remote_field.through]
        for events in event_models(tracks_model=through)
    }


def _steps(model, events, hidden):
    """Yield a step for each event that changed something worth reading."""
    last = {}
    for event in events:
        tie = _ties(model).get(event.of_model)
        row, place = event.row, (event.of_model, event.row["pgh_obj_id"])
        before, after = last.get(place, {}), row
        if row["pgh_label"] == "delete":
            before, after = row, {}
        last[place] = row
        tracked = tie.near.model if tie else model
        fields = _changed(tracked, before, after, hidden)
        if tie:
            fields = list(_tied(tie, fields, row))
        if fields or (row["pgh_label"] != "update" and not tie):
            yield _Step(event, own=tie is None, fields=fields)


def _changed(model, before, after, hidden):
    """Return (label, field, before, after) of each field that differs between two rows as JSON."""
    found = []
    for each in model._meta.concrete_fields:
        old, new = before.get(each.column), after.get(each.column)
        if each.name not in hidden and (old or None) != (new or None):
            found.append((_in_title(each), each, old, new))
    return found


def _tied(tie, fields, row):
    """Yield the changes of a tie: the far side by name, then what else was said of it."""
    for label, changed, old, new in fields:
        if changed == tie.far:
            yield tie.label, changed, old, new
        elif changed != tie.near and row["pgh_label"] == "update":
            far = (tie.far, row[tie.far.column])
            yield (tie.label, far, label), changed, old, new


def _together(step):
    """What was done in one page or command belongs together."""
    row = step.event.row
    return row["pgh_context_id"] or (step.event.of_model, row["pgh_id"])


def _change(steps, names):
    rows = [step.event.row for step in steps]
    own = [step.event.row["pgh_label"] for step in steps if step.own]
    context = rows[0]["pgh_context"] or {}
    return Change(
        when=timezone.localtime(steps[0].event.when),
        who=_who(context, rows[0], names),
        where=context.get("url") or context.get("command") or "",
        why=context.get("reason") or "",
        label=LABELS.get(own[0], own[0]) if own else LABELS["update"],
        changes=[
            FieldChange(
                _label(label, names),
                _in_words(changed, old, names),
                _in_words(changed, new, names),
            )
            for step in steps
            for label, changed, old, new in step.fields
        ],
    )


def _who(context, row, names):
    person = names.get((get_user_model()._meta.label, context.get("user")))
    return person or f"database role {row['pgh_database_role']}"


def _label(label, names):
    if isinstance(label, str):
        return label
    tie, (far, key), what = label
    return f"{tie}: {_in_words(far, key, names)}, {what.lower()}"


def _in_title(named):
    return str(named.verbose_name)[:1].upper() + str(named.verbose_name)[1:]


def _in_words(changed, value, names):
    """Return the JSON `value` of the field `changed` as a reader would say it."""
    if value in (None, ""):
        return ""
    if changed.is_relation:
        found = names.get((changed.related_model._meta.label, value))
        return found or f"{changed.related_model._meta.verbose_name} {value}"
    value = changed.to_python(value)
    if changed.flatchoices:
        return str(dict(changed.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, datetime.datetime):
        return f"{timezone.localtime(value):%-d %B %Y, %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value:%-d %B %Y}"
    return str(value)


def _names(model, steps):
    """Return {(model label, key): name} of all that `steps` of a row of `model` speak of: one query over all that they may speak of."""
    wanted = defaultdict(set)
    for spoken_of, key in _keys(steps):
        wanted[spoken_of].add(key)
    if not wanted:
        return {}
    tables = _named_tables(model)
    found = _read(tables, [list(wanted[named]) for named, _key in tables])
    return {
        (named._meta.label, row[named._meta.pk.column]): _name(named, row)
        for named, row in found
    }


@cache
def _named_tables(model):
    """(model, its key) of all that the history of a row of `model` may name: people, and what it and its ties point to."""
    tracked = [model, *(tie.near.model for tie in _ties(model).values())]
    relations = [each for one in tracked for each in one._meta.concrete_fields if each.is_relation]  # fmt: skip
    named = dict.fromkeys([get_user_model(), *(each.related_model for each in relations)])  # fmt: skip
    return tuple((one, one._meta.pk) for one in named)


def _keys(steps):
    for step in steps:
        who = (step.event.row["pgh_context"] or {}).get("user")
        if who:
            yield get_user_model(), who
        for label, changed, old, new in step.fields:
            far = [] if isinstance(label, str) else [label[1]]
            for each, key in [*far, (changed, old), (changed, new)]:
                if each.is_relation and key:
                    yield each.related_model, key


def _name(model, row):
    """Return what a row calls itself, made from its JSON without asking the database again."""
    fields = [each for each in model._meta.concrete_fields if not each.generated]
    known = {
        each.attname: each.to_python(row[each.column])
        for each in fields
        if each.column in row
    }
    return str(model(**known))
