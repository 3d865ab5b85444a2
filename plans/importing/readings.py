"""A row's words as the values of the plan's own rows."""

import datetime
from functools import cache

from plans.models import Action

from .words import squeeze

# Each field of an action and the field of the file that says it.
FIELDS = {
    "reference": "reference",
    "title": "title",
    "outcome": "outcome",
    "measures": "measures",
    "steps": "steps",
    "lead_as_written": "lead",
    "timescale": "timescale",
}
# What a file may say of a priority.
HEADING = (
    "number",
    "title",
    "description",
    "outcomes",
    "heading_deadline",
    "directorate_id",
)
# What a reading is exact to, where the action's own list has another word for it.
PRECISIONS = {
    "half year": "half-year",
    "financial year": "year",
    "academic year": "year",
    "year of the plan": "year",
    "term": "season",
    "part of a year": "season",
    "seasons": "season",
}
LONGEST_TITLE = 500
LONGEST_NUMBER = 20
LONGEST_DEADLINE = 200
LONGEST_LABEL = 300


def action_values(said):
    """Return what a row says in words, by the action's own fields."""
    return {
        "reference": (said.get("reference") or "").strip(),
        "title": said["title"].strip(),
        "outcome": (said.get("outcome") or "").strip(),
        "measures": lines(said.get("measures")),
        "steps": lines(said.get("steps")),
        "lead_as_written": (said.get("lead") or "").strip(),
        "timescale": (timescale(said).get("text") or "").strip(),
    }


def timescale(said):
    return said.get("timescale") or {}


def dates(said):
    """Return the reading of a row's timescale, by the action's own fields; a start after the due date is left out."""
    read = timescale(said)
    recurrence = _known(read.get("recurrence"), Action.Recurrence)
    start, due = _day(read.get("start")), _due(read, recurrence)
    until = _day(read.get("until") or read.get("recurrence_until"))
    return {
        "start": None if start and due and start > due else start,
        "due": due,
        "due_precision": precision(read.get("precision")) if due else "",
        "recurrence": recurrence,
        "recurrence_until": until if recurrence else None,
        "ongoing": bool(read.get("ongoing")),
        "event": (read.get("event") or "").strip(),
    }


def _due(read, recurrence):
    """What comes round until a day, or without a date of its own, is due when it first comes round."""
    due = _day(read.get("due"))
    first = _day(read.get("recurrence_first")) if recurrence else None
    comes_round_until = read.get("recurrence_until") and not read.get("milestones")
    return first if first and (comes_round_until or not due) else due


def precision(read):
    """Return the reading's precision as the action keeps it: the nearest that it knows."""
    return _known(PRECISIONS.get(read, read), Action.Precision)


def milestones(said):
    """Return the dated steps of a row as (label, due, precision)."""
    return [
        (
            cut(one.get("label") or "", LONGEST_LABEL),
            _day(one["due"]),
            precision(one.get("precision")),
        )
        for one in timescale(said).get("milestones") or ()
        if one.get("due")
    ]


def priority_values(said, names):
    """Return what the file says of a priority, by the priority's own fields."""
    title = squeeze(said["title"]) or "Actions"
    directorate = names.directorate(said.get("directorate") or "")
    return {
        "number": cut(str(said.get("number") or ""), LONGEST_NUMBER),
        "title": cut(title, LONGEST_TITLE),
        "description": said["title"].strip() if len(title) > LONGEST_TITLE else "",
        "outcomes": lines(said.get("outcomes")),
        "heading_deadline": cut(said.get("deadline") or "", LONGEST_DEADLINE),
        "directorate_id": directorate and directorate.pk,
    }


def lines(values):
    """Join a list, one a line; an entry of several lines becomes one."""
    return "\n".join(filter(None, (squeeze(value) for value in values or ())))


def cut(text, longest):
    text = squeeze(text)
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _day(value):
    return (
        datetime.date.fromisoformat(value) if isinstance(value, str) and value else None
    )


def _known(value, choices):
    return value if value in _values(choices) else ""


@cache
def _values(choices):
    return frozenset(choices.values)
