"""Columns that each stand for a time: the latest filled is current, earlier ones are dated history."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from equality_tracker.workbooks.cells import ERROR
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row
from plans.importing import statuses
from plans.importing.times import Moment, read, year_of

STATUS, EARLIER, WORDS = "rag_status", "previous_status", "progress"
_EVIDENCE = re.compile(r"(?:^|\n)[ \t]*(?:evidence|evidenced by)\s*[–—:-]+\s*", re.I)


@dataclass(frozen=True)
class Moments:
    """A table's columns of statuses and of words that stand for a time, earliest first."""

    statuses: tuple[Moment, ...] = ()
    words: tuple[Moment, ...] = ()
    has_status_now: bool = False
    has_words_now: tuple[int, ...] = ()

    @property
    def all(self) -> list[Moment]:
        return in_order([*self.statuses, *self.words])


def in_order(moments: list[Moment]) -> list[Moment]:
    """By date where each has one, else as they stand."""
    if all(moment.as_at for moment in moments):
        return sorted(moments, key=lambda moment: (moment.as_at, moment.column))
    return sorted(moments, key=lambda moment: moment.column)


def of(table: Table, told: Iterable[str] = ()) -> Moments:
    """The times that a table's columns of statuses and progress stand for; `told` may name the year."""
    reports = {
        column: name
        for column, name in table.fields.items()
        if name in (STATUS, EARLIER, WORDS)
    }
    year = year_of([*table.headings.values(), *told]) if reports else None
    found = {column: read(column, table.headings[column], year) for column in reports}
    dated = with_years([moment for moment in found.values() if moment])
    statuses_now = [c for c, name in reports.items() if name == STATUS and not found[c]]
    return Moments(
        tuple(in_order([m for m in dated if reports[m.column] != WORDS])),
        tuple(in_order([m for m in dated if reports[m.column] == WORDS])),
        bool(statuses_now),
        tuple(c for c, name in reports.items() if name == WORDS and not found[c]),
    )


def with_years(moments: list[Moment]) -> list[Moment]:
    """Let a column without a year take the date of the one other column that names the same quarter."""
    dates: dict[str, set[date]] = {}
    for moment in moments:
        if moment.as_at:
            dates.setdefault(moment.label, set()).add(moment.as_at)
    return [
        replace(moment, as_at=next(iter(dates[moment.label])))
        if moment.as_at is None and len(dates.get(moment.label, ())) == 1
        else moment
        for moment in moments
    ]


def spread(action: dict, moments: Moments, table: Table, row: Row, colours) -> None:
    """Take the latest of a row's statuses and words for current, and keep the earlier ones by date."""
    action["earlier_statuses"], action["status_as_at"] = [], None
    if not moments.statuses and not moments.words:
        return
    said = {
        moment.column: status_at(row, moment, colours) for moment in moments.statuses
    }
    given = [m for m in moments.statuses if said[m.column] != NONE]
    words = [m for m in moments.words if row.text(m.column)]
    now_in_words = any(row.text(column) for column in moments.has_words_now)
    current = latest(given, moments.has_status_now), latest(words, now_in_words)
    last = latest(in_order([m for m in current if m]), False)
    take_status(action, current[0], said, row)
    if moments.words:
        take_words(action, current[1], last, moments, row)
    ahead = {m.column for m in current if m and m.key == last.key}
    past = [
        m for m in moments.all if (m in given or m in words) and m.column not in ahead
    ]
    if last and last.as_at and not moments.has_status_now and not now_in_words:
        action["status_as_at"] = last.as_at.isoformat()
    action["earlier_statuses"] = entries(past, said, row)
    forget(action, [*past, *(moment for moment in current if moment)])


def latest(moments: list[Moment], is_told_elsewhere: bool) -> Moment | None:
    """The last of the times that are filled; none where a column without a time tells what is now."""
    return moments[-1] if moments and not is_told_elsewhere else None


NONE = statuses.StatusReading()


def status_at(row: Row, moment: Moment, colours):
    """The status that a row gives in one column."""
    cell = row.cells.get(moment.column)
    if cell is None or cell.kind == ERROR:
        return NONE
    return statuses.read(cell.text, cell.fill, colours.key, colours.words)


def take_status(action: dict, moment: Moment | None, said: dict, row: Row) -> None:
    """Give the action the latest status that its row holds."""
    if moment is None:
        return
    read = said[moment.column]
    action["rag_status"], action["status_from"] = read.status, read.source
    action["priority_monitoring"] = read.monitoring
    action["cells"]["rag_status"] = row.address(moment.column)


def take_words(
    action: dict, moment: Moment | None, last: Moment | None, moments: Moments, row: Row
) -> None:
    """Leave of the progress only what is current; the rest goes with its date."""
    current = [row.text(column) for column in moments.has_words_now if row.text(column)]
    if moment and moment.key == last.key:
        current.append(row.text(moment.column))
        action["cells"]["progress"] = row.address(moment.column)
    action["progress"] = _EVIDENCE.split("\n".join(current))[0].strip()


def entries(past: list[Moment], said: dict, row: Row) -> list[dict]:
    """One entry for each time: its status, its words, and where they stand."""
    found: dict = {}
    for moment in past:
        entry = found.setdefault(
            moment.key,
            {
                "as_at": moment.as_at.isoformat() if moment.as_at else None,
                "rag_status": None,
                "text": "",
                "heading": moment.heading,
                "cell": row.address(moment.column),
            },
        )
        if moment.column in said:
            entry["rag_status"] = said[moment.column].status
        else:
            entry["text"] = row.text(moment.column)
    return list(found.values())


def forget(action: dict, past: list[Moment]) -> None:
    """What became a dated entry is no cell without a meaning any more."""
    for moment in past:
        action["other"].pop(moment.heading, None)
