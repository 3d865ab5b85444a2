"""Walks the registers of a file: one assessment a row, with its words, its days and what its columns say of its stage.

Takes the tables that `workbooks.finding` marked. Touches no database, and knows no today.
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from assessments.tables import (
    as_told,
    choices,
    days,
    denied,
    meetings,
    parts,
    signs,
    sums,
)
from assessments.tables.stages import read_stage
from assessments.tables.years import NO_PERIOD, is_a_year, period_of
from equality_tracker.workbooks.cells import Cell
from equality_tracker.workbooks.finding import SheetTables, Table, bodies
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import is_only_a_date, normal
from plans.importing import banners
from plans.importing.periods import Period, read_period
from plans.importing.problems import NOTE, WARNING, problem

KIND = "assessments"
WORDS = (
    "reference", "title", "directorate", "service", "lead", "sponsor", "decision", "meeting", "reason", "budget_year",
    "saving",
)  # fmt: skip
DAYS = ("due", "begun", "approved", "published", "review", "decided", "since")
LINKED = ("address", "published", "link")
COLOURS = frozenset(["", "red", "amber", "green", "blue", "grey", "r", "a", "g", "b", "red amber", "amber green"])  # fmt: skip
NOT_A_DAY = "“{text}” was not read as a date, so the {what} stays empty. Write a date such as 14 May 2027."
NO_YEAR = "“{text}” has no year, and no line above the table or sheet’s name says which, so the {what} stays empty. Add the year."
UNKNOWN_KIND = "“{text}” is none of the kinds that the register has, so it is taken as a policy. Choose the kind after the import."
UNKNOWN_OUTCOME = "“{text}” is none of the four outcomes. Its words are kept with the register’s; no outcome is set."
IN_POUNDS = "“{text}” under “{heading}” was read as £{pounds}. If the heading counts otherwise, put the sum right in the file."
UNKNOWN_SIGN = "“{text}” under “{heading}” says neither yes or no nor the day on which it was done, so nothing is taken from it. Write a date such as 14 May 2027."
NO_TITLE = "This row names nothing that is assessed. Give it a title, or clear the row."
WHAT = {
    "due": "day it is to be done by", "begun": "day it was begun", "approved": "day of approval", "published": "day of publication",
    "review": "review date", "decided": "date of the decision", "since": "day since when it stands there",
}  # fmt: skip


@dataclass
class Found:
    """The rows of every register of a file, what a person should look at, and how many rows each table has by its id."""

    rows: list[dict] = field(default_factory=list)
    problems: list[dict] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


def read(sheets: list[SheetTables], period: Period = NO_PERIOD) -> Found:
    """Every row of every register; `period` is the file's own, for days without a year where their table names none."""
    found, of_sheet = Found(), parts.by_sheet(sheets, KIND)
    for marked in sheets:
        pairs = [(t, body) for t, body in bodies(marked) if t.kind == KIND]
        of_table = parts.by_table(marked, [table for table, _body in pairs])
        heads = {t.header_row for t in marked.tables}
        for table, body in pairs:
            named = period_of(marked.sheet, table)
            year = named if named.start else period
            walk = Walk(found, marked.sheet, table, year if is_a_year(year) else NO_PERIOD)  # fmt: skip
            walk.group = parts.above(marked.sheet, table) or of_table.get(table.id) or of_sheet.get(marked.sheet.name, "")  # fmt: skip
            walk.rows(parts.without_lead_in(body, heads))
    return found


class Walk:
    """One table row by row; `group` is the part of the council that the last banner named."""

    def __init__(self, found: Found, sheet: Sheet, table: Table, period: Period) -> None:  # fmt: skip
        self.found, self.sheet, self.table, self.period = found, sheet, table, period
        self.title = table.column("title")
        self.stage, self.group = table.column("stage") or table.column("rag"), ""
        self.time = days.Said()
        self.of_all = parts.stage_of_all(sheet, table)

    def rows(self, body: list[Row]) -> None:
        """Each row: a banner, a line that is none of the register's, or an assessment."""
        if self._holds_colours(body):
            self.stage = 0
        for row in body:
            inside = [cell for cell in row.filled if cell.column in self.table.headings]
            if not inside or self._is_aside(inside):
                continue
            if self._is_banner(row, inside):
                self._under(inside[0])
            elif row.text(self.title):
                self._assessment(row)
            elif len(inside) > 1:
                self._report(row, inside[0].column, WARNING, NO_TITLE)

    def _holds_colours(self, body: list[Row]) -> bool:
        """Whether the column of stages names colours: red, amber and green say how it goes, not how far it has got."""
        words = {normal(row.text(self.stage)) for row in body} if self.stage else {""}
        return words - {""} != set() and words <= COLOURS

    def _is_aside(self, inside) -> bool:
        """Whether a row is a total, a note below the table, or its headings over again."""
        words = min(inside).text
        lone = len(inside) == 1
        total = parts.is_total(words) or normal(words).startswith("total ") and lone
        again = all(normal(c.text) == normal(self.table.headings[c.column]) for c in inside)  # fmt: skip
        year = lone and is_a_year(read_period(words))
        return total or again or year or (lone and banners.is_foot(words))

    def _is_banner(self, row: Row, inside) -> bool:
        """Whether a row holds one line of words that is no title: left of the titles, or merged over them."""
        if len(inside) != 1:
            return False
        column = inside[0].column
        return column != self.title or (row.number, column) in self.sheet.spans

    def _under(self, banner: Cell) -> None:
        """Keep what a banner says of the rows below it: a time by which they are due, else their part of the council."""
        time = days.read(banner, self.period) if is_only_a_date(banner.text) else days.Said()  # fmt: skip
        if time.day:
            self.time = time
        else:
            self.group = banner.text

    def _assessment(self, row: Row) -> None:
        words = {name: self._words(row, name) for name in WORDS}
        if not words["directorate"] and not self.table.column("directorate"):
            words["directorate"] = self.group
        words["saving"] = self._pounds(row, words["saving"])
        said = {name: self._said(row, name) for name in (*DAYS, *signs.SIGNS, "approver", "address", "link", "quarter")}  # fmt: skip
        said |= denied.of_several(self.table, row, self.period)
        said["approved"] = self._approved(row, said)
        said["decided"] = self._decided(row, words, said["decided"])
        found, unknown = self._signs(row, said)
        self.found.counts[self.table.id] = self.found.counts.get(self.table.id, 0) + 1
        self.found.rows.append(
            {
                "sheet": self.sheet.name,
                "row": row.number,
                **words,
                **self._choices(row),
                **self._stage(row, unknown),
                "signs": found,
                "tells_published": bool(self.table.column("published") or self.table.column("address")),
                "address": self._address(row, said),
                "days": self._days(row, said),
                **as_told.read(self.table, row),
                "cells": {
                    name: row.address(column)
                    for name in (*WORDS, "kind", "outcome", "stage", *as_told.TOLD, "confidential")
                    if (column := self.table.column(name))
                },
            }
        )  # fmt: skip

    def _approved(self, row: Row, said: dict) -> days.Said:
        """What the row says of its approval. "Approved by Board" holds a day as often as a name, and "Signed off: yes" goes with the day of completion."""
        own, by = said["approved"], said["approver"]
        done = said["completed"] if said["completed"].day else said["done"]
        if not own.text and (by.day or denied.is_no_name(by)):
            return by
        if own.answer and done.day:
            return replace(own, day=done.day, precision=done.precision)
        return own

    def _decided(self, row: Row, words: dict, own: days.Said) -> days.Said:
        """The day of the decision: its own column's, else the one beside the meeting or the decision, which is taken out of their words."""
        for name in ("meeting", "decision"):
            one = self._said(row, name)
            if one.day and one.precision == "day":
                words[name] = meetings.without_day(words[name], one)
                own = own if own.day else one
        return own

    def _address(self, row: Row, said: dict) -> str:
        """Where the row says that it can be read, the link behind its title last."""
        found = (said[name].address for name in LINKED)
        behind = self.sheet.links.get((row.number, self.title), "")
        return next(filter(None, found), behind)

    def _pounds(self, row: Row, text: str) -> str:
        column = self.table.column("saving")
        heading = self.table.headings[column] if column else ""
        pounds = sums.in_pounds(text, heading)
        if pounds != text:
            message = IN_POUNDS.format(text=text[:60], heading=heading[:60], pounds=f"{Decimal(pounds):,f}")  # fmt: skip
            self._report(row, column, NOTE, message)
        return pounds

    def _words(self, row: Row, name: str) -> str:
        """The words of a row in the column of a field, or of the tall merge over it."""
        return self._text(row, self.table.column(name))

    def _text(self, row: Row, column: int) -> str:
        if not column:
            return ""
        text = row.text(column) or self.sheet.said_for(row.number, column)
        return "" if text in days.STROKES else text

    def _said(self, row: Row, name: str) -> days.Said:
        """What a cell says, with the address that it leads to; below a heading of links one without words may have one too."""
        column = self.table.column(name)
        said = denied.read(name, row.cells.get(column), self.period)
        to = self.sheet.links.get((row.number, column), "") if name in LINKED else ""
        return replace(said, address=to, answer=said.answer is not False) if to and not said.address else said  # fmt: skip

    def _choices(self, row: Row) -> dict:
        """What is assessed and what followed, each with its words; words that are none of the site's are reported."""
        found = {}
        for name, read_one, message in (
            ("kind", choices.read_kind, UNKNOWN_KIND),
            ("outcome", choices.read_outcome, UNKNOWN_OUTCOME),
        ):
            text = self._words(row, name)
            found |= {name: read_one(text) if text else None, f"{name}_text": text}
            if text and found[name] is None and not (name == "outcome" and read_stage(text)):  # fmt: skip
                self._report(row, self.table.column(name), NOTE, message.format(text=text[:60]))  # fmt: skip
        return found

    def _stage(self, row: Row, unknown: str) -> dict:
        """The stage by its own word; words of other columns that are not understood stand for it where it has none."""
        text = self._text(row, self.stage)
        return {
            "stage": read_stage(text) if text else None,
            "stage_text": text or unknown,
            "has_stage": bool(self.stage),
            "version": self._version(row),
        }

    def _version(self, row: Row) -> int:
        """Which version the row speaks of: the first, where no column says so."""
        text = self._words(row, "version").strip()
        return int(text) if text.isdecimal() and len(text) < 4 else 1

    def _signs(self, row: Row, said: dict) -> tuple[list[dict], str]:
        """What the columns say of the stage, each with its day; and words that a person must be asked about."""
        found, unknown = signs.read(said, self._waits(said))
        told = read_stage(self._words(row, "outcome")) or "", self.of_all
        found += [signs.undated(stage) for stage in told if stage]
        for name in unknown:
            message = UNKNOWN_SIGN.format(text=said[name].text[:60], heading=self._heading(name)[:60])  # fmt: skip
            self._report(row, self._column(name), NOTE, message)
        asked = signs.asks(said, found, unknown)
        return found, f"{self._heading(asked)}: {said[asked].text}" if asked else ""

    def _waits(self, said: dict) -> bool:
        """Whether the table has a place for an approval that is empty in this row."""
        own, by = said["approved"], said["approver"]
        if self.table.column("approved"):
            return not (own.answer or own.day)
        return bool(self.table.column("approver")) and (not by.text or by.answer is False)  # fmt: skip

    def _heading(self, name: str) -> str:
        return self.table.headings[self._column(name)]

    def _column(self, name: str) -> int:
        """The column that tells of a step; of an approval it may be the one of who approves."""
        return self.table.column(name) or self.table.column("approver")

    def _days(self, row: Row, said: dict) -> dict:
        """Each day that the row gives; what is no day is reported where it stands."""
        told = dict(said)
        told["begun"] = days.earliest(said["begun"], said["screened"])
        if not said["approved"].day and not self._waits(said):
            told["approved"] = (
                said["completed"] if said["completed"].text else said["done"]
            )
        told["due"] = next((one for one in (said["due"], said["quarter"]) if one.day), None) or self._crossed(row)  # fmt: skip
        for name in ("due", "begun", "review", "decided", "since"):
            self._report_day(row, name, said[name], told[name])
        return {name: told[name].as_dict() for name in DAYS if told[name].text}

    def _crossed(self, row: Row) -> days.Said:
        """The time in the heading of the last column that is crossed, "Q2" or "March", else that of the banner above."""
        crossed = [
            c for c in self.table.columns("crossed") if days.is_mark(row.text(c))
        ]
        if not crossed:
            return self.time
        heading = self.table.headings[crossed[-1]]
        return days.read(Cell(0, heading.partition("(")[0]), self.period)

    def _report_day(self, row: Row, name: str, said: days.Said, told: days.Said) -> None:  # fmt: skip
        waits = normal(said.text) in signs.NO_DAY_YET or said.answer is False
        if not said.text or said.day or told.day or waits:
            return
        message = NO_YEAR if "no year" in said.flags else NOT_A_DAY
        words = message.format(text=said.text[:60], what=WHAT[name])
        self._report(row, self.table.column(name), NOTE, words)

    def _report(self, row: Row, column: int, severity: str, message: str) -> None:
        place = row.address(column)
        self.found.problems.append(problem(self.sheet.name, place, severity, message))
