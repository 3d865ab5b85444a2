"""Keeping the groups of one result and characteristic as a sheet has them: all of them, or nothing."""

import pghistory
from django.db import transaction

from indicators.models import Breakdown


class ChangedMeanwhile(Exception):
    """Somebody else saved these groups after the sheet was read; nothing was written."""


def read_at(breakdowns) -> str:
    """What a sheet remembers of the rows it was read from: each key with its version."""
    return ",".join(f"{one.pk}:{one.version}" for one in sorted(breakdowns, key=lambda one: one.pk))  # fmt: skip


def folded(group: str) -> str:
    return " ".join(group.casefold().split())


@transaction.atomic
def record(result, characteristic, figures, *, seen, why=""):
    """Make the groups of `result` by `characteristic` be `figures` (`rows.GroupFigure`), in their order.

    `seen` is what `read_at` said when the sheet was read. Return whether anything changed; raise ChangedMeanwhile where
    somebody else saved other groups since. What is replaced stays in the history, with `why`. The caller has locked the result.
    """
    stored = list(result.breakdowns.filter(characteristic=characteristic).in_order())
    if says_the_same(stored, figures):
        return False
    if read_at(stored) != seen:
        raise ChangedMeanwhile
    with pghistory.context(**({"reason": why} if why else {})):
        _replace(result, characteristic, stored, figures)
    return True


def _replace(result, characteristic, stored, figures):
    rows = _rows_for(stored, figures)
    for one in stored:
        if one not in rows:
            one.delete()
    for place, (row, figure) in enumerate(zip(rows, figures, strict=True)):
        _write(row or Breakdown(result=result, characteristic=characteristic), figure, place)  # fmt: skip


def _rows_for(stored, figures):
    """The stored row that each figure goes on from, or None: the one of its name, else the one renamed in its place."""
    named = {folded(one.group): one for one in stored}
    rows = [named.get(folded(one.group)) for one in figures]
    left = {one.position: one for one in stored if one not in rows}
    return [row or left.get(place) for place, row in enumerate(rows)]


def says_the_same(stored, figures) -> bool:
    return [_content(one) for one in stored] == [_content(one) for one in figures]


def _content(one):
    return one.group, one.text, one.value, one.reason, one.count, one.base


def _write(row, figure, place):
    """Save one row where it is new or says something else than before."""
    if row.pk and _content(row) == _content(figure) and row.position == place:
        return
    for name in ("group", "text", "value", "reason", "count", "base"):
        setattr(row, name, getattr(figure, name))
    row.position = place
    row.save()
