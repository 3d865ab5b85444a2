"""Writing a sheet: each figure stands for itself, so what is right is saved, and what is not waits for the person."""

from dataclasses import dataclass

import pghistory
from django.db import transaction

from indicators.models import Result

from .loading import rows_of
from .rows import FIGURE, NEW, QUIET, WAITS

QUIET_FIELDS = ["source", "provisional", "text", "entered_by", "entered_at"]
FIGURE_FIELDS = [
    "value", "value_max", "operator", "unit", "decimals", "reason", "second", "remark", "numerator",
    "denominator", *QUIET_FIELDS,
]  # fmt: skip
# What a row that waits keeps when it is shown again.
KEPT = (
    "typed",
    "fate",
    "errors",
    "questions",
    "is_theirs",
    "is_yours",
    "wants_why",
    "elsewhere",
)


@dataclass(frozen=True)
class Outcome:
    """How many results were entered and changed, how many rows wait, and whether why is asked for."""

    entered: int
    changed: int
    waiting: int
    wants_why: bool

    @property
    def saved(self):
        return self.entered + self.changed


@transaction.atomic(savepoint=False)
def save(rows, sent, *, period, by, why, at):
    """Decide each of `rows` by what was `sent` ({key: Sent}), and write what can be written: three statements at most.

    The rows are held (`hold`, `rows_of(lock=True)`). A figure that changes needs `why`. Raises IntegrityError where a result came in by
    another way at the same moment.
    """
    for row in rows:
        row.decide(sent[row.indicator.pk])
    if not why.strip():
        _ask_why(rows)
    new, quiet, figures = ([row for row in rows if row.fate == fate] for fate in (NEW, QUIET, FIGURE))  # fmt: skip
    Result.objects.bulk_create([_new(row, period, by, at) for row in new])
    _write(quiet, QUIET_FIELDS, lambda row: _quiet(row, by, at))
    if figures:
        with pghistory.context(reason=why.strip(), user=by.pk):
            _write(figures, FIGURE_FIELDS, lambda row: _figure(row, by, at))
    waiting = sum(row.fate == WAITS for row in rows)
    wants_why = any(row.wants_why for row in rows)
    return Outcome(len(new), len(quiet) + len(figures), waiting, wants_why)


def shown_again(rows, period):
    """Return the rows as they stand now, with what waits of the saved `rows` typed into them."""
    decided = {row.indicator.pk: row for row in rows}
    fresh = rows_of(list(decided), period)
    for row in fresh:
        before = decided[row.indicator.pk]
        row.is_saved = before.fate in (NEW, QUIET, FIGURE)
        if before.fate == WAITS:
            for name in KEPT:
                setattr(row, name, getattr(before, name))
    return fresh


def after_clash(sent, period, yours):
    """Return the rows as they stand now, decided again and not saved, with all that was sent typed into them; `yours` are the keys of those
    that the person may enter."""
    rows = rows_of(list(sent), period)
    for row in rows:
        row.is_yours = row.indicator.pk in yours
        row.decide(sent[row.indicator.pk])
    return rows


def _ask_why(rows):
    for row in rows:
        if row.fate == FIGURE:
            row.fate, row.wants_why = WAITS, True


def _new(row, period, by, at):
    row.result = Result(indicator=row.indicator, source=row.typed["source"])
    row.result.time = period
    row.result.take(row.reading, by, at)
    return row.result


def _write(rows, fields, take):
    """Write what `take` puts on the result of each row: one statement, of the fields that any of them changed."""
    before = [{name: getattr(row.result, name) for name in fields} for row in rows]
    results = [take(row) for row in rows]
    changed = [
        name for name in fields
        if any(getattr(one, name) != was[name] for one, was in zip(results, before, strict=True))
    ]  # fmt: skip
    if changed:
        Result.objects.bulk_update(results, changed)


def _figure(row, by, at):
    row.result.take(row.reading, by, at)
    row.result.source = row.typed["source"]
    return row.result


def _quiet(row, by, at):
    """The source, and what the tick says: provisional where it is set, final where it was taken away."""
    result, ticked = row.result, bool(row.typed["provisional"])
    if result.provisional and not ticked:
        result.become_final()
    elif ticked:
        result.provisional = True
    result.source, result.entered_by, result.entered_at = row.typed["source"], by, at
    return result
