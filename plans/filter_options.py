"""What can be chosen in the action list's filters, read in one query."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import Cast, Concat, Lower, LPad, Trim

from equality_tracker.organisation.models import (
    Aim,
    Characteristic,
    Directorate,
    Lead,
)

from .models import Plan, Priority

# A row of the one query: what it is, its key in the address, its words, a plan's state, and its place among its kind.
COLUMNS = ("option_of", "option_key", "option_label", "option_state", "option_place")
NO_STATE = Value("")
STATES_FIRST_TO_LAST = ("live", "draft", "closed")


@dataclass(frozen=True)
class FilterOptions:
    """Choices for each filter that names a row: lists of (key, label), and each plan's state by its reference."""

    choices: dict = field(default_factory=lambda: defaultdict(list))
    plan_states: dict = field(default_factory=dict)

    def __getitem__(self, kind):
        return self.choices[kind]


def load(plans, priority):
    """Return the FilterOptions, with the priorities of the plans whose references are in `plans` (none: of the live ones).

    `priority` is the id asked for, as text: it is among the choices whatever its plan.
    """
    options = FilterOptions()
    for kind, key, label, state, _place in _rows(plans, priority):
        options.choices[kind].append((key, label))
        if kind == "plan":
            options.plan_states[key] = state
    return options


def _rows(plans, priority):
    first, *others = [
        _plans(),
        _priorities(plans, priority),
        _options(Directorate.objects.all(), "directorate", place=Lower("name")),
        _options(Lead.objects.all(), "lead", place=Lower("name")),
        _options(Characteristic.objects.all(), "characteristic", place=_position()),
        _options(Aim.objects.all(), "aim", place=_position()),
    ]
    return first.union(*others, all=True).order_by("option_of", "option_place")


def _plans():
    rank = Case(
        *[
            When(state=state, then=Value(str(place)))
            for place, state in enumerate(STATES_FIRST_TO_LAST)
        ]
    )
    return _options(
        Plan.objects.all(),
        "plan",
        key=F("reference"),
        label=F("title"),
        state=F("state"),
        place=Concat(rank, "title", output_field=CharField()),
    )


def _priorities(plans, priority):
    wanted = Q(plan__reference__in=plans) if plans else Q(plan__state=Plan.State.LIVE)
    if priority.isdecimal() and len(priority) <= 18:
        wanted |= Q(pk=int(priority))
    place = Concat("plan__title", Value(" "), _position(), output_field=CharField())
    label = Trim(Concat("number", Value(" "), "title"))
    return _options(
        Priority.objects.filter(wanted), "priority", label=label, place=place
    )


def _position():
    return LPad(Cast("position", CharField()), 9, Value("0"))


def _options(rows, kind, *, place, key="pk", label="name", state=NO_STATE):
    columns = [Value(kind), key, label, state, place]
    texts = [Cast(column, CharField()) for column in columns]
    named = dict(zip(COLUMNS, texts, strict=True))
    return rows.order_by().annotate(**named).values_list(*COLUMNS)
