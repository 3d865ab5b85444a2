"""One plan counted from the rows of its actions: whole columns at a time, which takes a tenth of going from row to row."""

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import compress
from typing import NamedTuple

from .changes import first_few, places_of
from .due import HORIZONS
from .needs import urgency

NAMED = 5


class Columns(NamedTuple):
    """The actions of one plan, column by column: each is a tuple with a value of every action."""

    pk: tuple
    plan_id: tuple
    priority: tuple
    position: tuple
    number: tuple
    title: tuple
    directorate: tuple
    rag_status: tuple
    due: tuple
    reported_on: tuple
    is_new: tuple
    is_open: tuple
    joint: tuple
    status_then: tuple
    due_then: tuple
    due_moved: tuple


# What is known of one of the few, by its name in a Row.
OF_FEW = (
    "priority",
    "directorate",
    "is_open",
    "joint",
    "rag_status",
    "is_new",
    "status_then",
    "due",
    "reported_on",
    "due_then",
)


@dataclass(frozen=True, eq=False)
class PlanTally:
    """How many actions of one plan there are of each kind.

    `changed` holds {what `changes.kinds_of` takes: how many}, `first` (the place of a kind, an action's id) of the first changed, `worst`
    (how urgent, an action's id) of the worst, `few` what is known of those by the names of a Row, `leads` what `lead_changes` tells of them,
    `words` their Rows once they have been asked for. `rows` holds what was read of each action, by its id, and `led` what `lead_changes`
    tells of all of them: when a few are read anew, the others need not be. Of a day compared with that a reader chose both are empty: there
    are as many such days as anybody likes, and each would keep every action.
    """

    standing: Counter
    by_directorate: dict
    by_priority: dict
    changed: Counter
    reasons: Counter
    joint: int
    due: Counter
    first: list
    worst: list
    few: dict
    leads: dict
    rows: dict
    led: dict
    words: dict = field(default_factory=dict)


def counted(scope, names, rows, led):
    """Return the PlanTally of one plan: `rows` are those of its actions by id, each with the values of Columns and the answers to the
    questions `names`; `led` is what `lead_changes` tells of them."""
    columns = list(zip(*rows.values(), strict=True))
    of = Columns(*columns[: len(Columns._fields)])
    asked = columns[len(Columns._fields) :]
    hows = list(zip(of.is_new, of.rag_status, of.status_then, of.due_moved, map(led.__contains__, of.pk), strict=True))  # fmt: skip
    reasons = _reasons(names, asked)
    changed, first, worst = Counter(hows), _first(of.pk, hows), _worst(of, reasons)
    few = {pk for _place, pk in (*first, *worst)}
    return PlanTally(
        Counter(of.rag_status),
        _statuses(zip(of.directorate, of.rag_status, strict=True)),
        _by_priority(of),
        changed,
        Counter(filter(None, reasons)),
        sum(map(bool, of.joint)),
        _due(scope, of),
        first,
        worst,
        _facts(of, reasons, few),
        {pk: led[pk] for pk in few if pk in led},
        rows if scope.is_usual else {},
        led if scope.is_usual else {},
    )


def _statuses(pairs):
    """{key: how many of each status} of (key, status) for each action."""
    found = defaultdict(Counter)
    for (key, status), n in Counter(pairs).items():
        found[key][status] += n
    return dict(found)


def _by_priority(of):
    """{(id, number, title): how many of each status}, in the plan's order."""
    keys = zip(of.position, of.priority, of.number, of.title, strict=True)
    found = _statuses(zip(keys, of.rag_status, strict=True))
    in_order = sorted(found.items(), key=lambda one: one[0][:2])
    return {key[1:]: counts for key, counts in in_order}


def _reasons(names, asked):
    """The names of the questions that each action answers yes to."""
    answers = list(zip(*asked, strict=True))
    words = {each: tuple(compress(names, each)) for each in set(answers)}
    return [words[each] for each in answers]


def _first(pks, hows):
    """(place of a kind, an action's id) of the first few of what changed."""
    places = {how: places_of(*how) for how in set(hows)}
    changed = zip(pks, hows, strict=True)
    return first_few((place, pk) for pk, how in changed for place in places[how])


def _worst(of, reasons):
    """(how urgent, its id) of the few that need somebody most."""
    known = zip(reasons, of.due, of.reported_on, of.pk, strict=True)
    return nsmallest(NAMED, ((urgency(*one), one[-1]) for one in known if one[0]))


def _due(scope, of):
    """How many open actions are due on each day from today to the furthest horizon."""
    until = scope.on + datetime.timedelta(days=HORIZONS[-1])
    days = compress(of.due, of.is_open)
    return Counter(day for day in days if day and scope.on <= day <= until)


def _facts(of, reasons, few):
    """{id: what is known of it by the names of a Row} of a few actions."""
    found = {}
    for place, pk in enumerate(of.pk):
        if pk in few:
            found[pk] = {name: getattr(of, name)[place] for name in OF_FEW}
            found[pk] |= {"plan": of.plan_id[place], "reasons": reasons[place]}
    return found
