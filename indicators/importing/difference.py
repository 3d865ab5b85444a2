"""A file's indicators against those that the council has: what is new, what changes, what stays."""

from collections import defaultdict
from dataclasses import dataclass, field

from plans.importing.words import bare, squeeze

from . import ours, provenance, twice
from .left import by_identity, identity
from .outcome import (
    FILE,
    KEPT,
    LEFT_OUT,
    OURS,
    WITHOUT_ITS_RESULT,
    Difference,
    Row,
)
from .weighing import Weighing


@dataclass
class Choices:
    """What a person decided of this file's indicators: by figure, and by row that may be one that is here."""

    figures: dict = field(default_factory=dict)
    near: dict = field(default_factory=dict)
    directorate: int | None = None


def compare(
    entries,
    plan,
    *,
    as_at,
    names,
    under=(),
    choices=None,
    since=None,
    imports_of=None,
    left=(),
    locked=False,
) -> Difference:
    """Compare the `entries` of a file with the council's indicators and return the Difference.

    `under` are the priorities of the file and of `plan` (None: the file goes into no plan), as PriorityRows. `since` is the moment the
    file came. `imports_of(figures)` says which import left each of some figures as it is: see `provenance`. `left` are the entries of
    the exports that the file comes from, `left.shortened`. `locked` keeps what is compared from changing until the transaction ends.
    """
    if not entries:
        return Difference()
    weighing = Weighing(plan, as_at, names, choices or Choices(), since, locked)
    rows = rows_of(entries, under)
    went = by_identity(left)
    for row in rows:
        row.left = went.get(identity(row.said))
    weighing.match(rows)
    rows = weighing.leave_out_what_has_no_name(rows)
    for row in rows:
        weighing.weigh(row)
    twice.leave_out(rows, weighing)
    ours.hold(rows, weighing, imports_of, as_at)
    ours.ask_of_removed(rows)
    provenance.weigh(rows, imports_of, as_at, since)
    _take(rows, weighing.choices.figures)
    return Difference(rows, weighing.kept(rows), weighing.problems, weighing.now)


def rows_of(entries, under=()) -> list[Row]:
    """A Row for each entry, with its parent's row and the priority that its table stands under."""
    rows, by_name, places = [], {}, defaultdict(int)
    for said in entries:
        place = f"{said['sheet']}!{said['row']}"
        places[place] += 1
        row = Row(said, f"{place}!{places[place]}")
        if said["parent"]:
            row.parent = by_name.get((said["sheet"], squeeze(said["parent"])))
        row.under = _priority(said, under)
        by_name[said["sheet"], squeeze(said["key"] or said["title"])] = row
        rows.append(row)
    return rows


def _priority(said, under):
    """The priority by its title, else by its number."""
    title, number = bare(said.get("priority_title") or ""), bare(said["priority"])
    titled = (one for one in under if title and bare(one.title) == title)
    numbered = (one for one in under if number and bare(one.number) == number)
    return next(titled, None) or next(numbered, None)


def _take(rows, answers):
    """Decide by what was answered; else ours stays where it is newer than the file."""
    for row in rows:
        for one in [*row.held, *row.figures, *row.groups]:
            if not one.is_asked:
                continue
            one.take = OURS if one.newer else FILE
            answer = answers.get(one.key, {})
            if answer.get("seen") == one.seen:
                one.take = answer["take"]
        for one in row.held:
            if one.is_written:
                row.values |= one.values
        _leave_groups_with_their_results(row)


def _leave_groups_with_their_results(row):
    """The groups of a figure that is not taken are not those of the figure that stands here."""
    for group in row.groups:
        whole = getattr(group.result, "outcome", None)
        if whole in (KEPT, LEFT_OUT):
            group.left_out_because = WITHOUT_ITS_RESULT
