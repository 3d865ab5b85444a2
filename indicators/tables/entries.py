"""One indicator of a file as it is understood: its names, its figures, and the questions they raise."""

import re
from dataclasses import dataclass, field

from equality_tracker.workbooks.cells import Cell
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row
from indicators.tables import cells
from indicators.tables.breakdowns import GroupFigure, time_key, with_groups
from indicators.tables.columns import SHARES, Column
from indicators.words import codes, units
from indicators.words.characteristics import Group
from indicators.words.readings import BLANK, Reading

_BULLET = re.compile(r"^[•·▪*-]\s+")


@dataclass
class Entry:
    """An indicator, a heading of parts, or a part; `figures` are (column, reading, cell, address).

    `code` is as the file prints it, which is that of the whole over a part without one of its own; `key` tells the parts apart.
    """

    sheet: str
    row: int
    code: str
    title: str
    parent: str = ""
    priority: str = ""
    under: str = ""
    group: str = ""
    said: dict[str, str] = field(default_factory=dict)
    figures: list[tuple[Column, Reading, Cell, str]] = field(default_factory=list)
    settled: int = 0
    letter: str = ""
    groups: dict[tuple, GroupFigure] = field(default_factory=dict)
    settled_groups: list[GroupFigure] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The code that is this entry's alone: NI 195a for the part "a) Litter" under NI 195; "" without a code."""
        return f"{self.code}{self.letter}"

    @property
    def name(self) -> str:
        """What a part says it belongs to: the key, or the title of an indicator without one."""
        return self.key or self.title

    def same_name(self, other: "Entry") -> bool:
        if self.key or other.key:
            return codes.key(self.key) == codes.key(other.key)
        return self.title == other.title

    def become_part(self, parent: "Entry", letter: str) -> None:
        """Belong to the entry above: "a) Litter" under NI 195 is its part NI 195a, unless the row names its code."""
        self.parent = parent.name
        if parent.code and codes.key(self.code) in ("", codes.key(parent.code)):
            self.code, self.letter = parent.code, letter
        inherited = {"unit": units.of_title(parent.title)} | parent.said
        for name, text in inherited.items():
            self.said[name] = self.said.get(name) or text

    def lettered_lines(self) -> tuple[str, list[str]]:
        """The first words of a name, and each of its lines that is a lettered or bulleted part."""
        lines = [line.strip() for line in self.title.split("\n") if line.strip()]
        parts = [line for line in lines if codes.part(line) or _BULLET.match(line)]
        if not parts or lines[-len(parts) :] != parts:
            return self.title, []
        return " ".join(lines[: -len(parts)]), parts

    def new_part(self, title: str, place: int) -> "Entry":
        """A part that stands in the same row."""
        letter = codes.part(title) or chr(ord("a") + place)
        part = Entry(
            self.sheet, self.row, "", _BULLET.sub("", title),
            priority=self.priority, under=self.under, group=self.group,
        )  # fmt: skip
        part.become_part(self, letter)
        return part

    def add(self, column: Column, found: Reading, cell: Cell, place: str) -> None:
        if found.kind != BLANK:
            self.figures.append((column, found, cell, place))

    def figure_of(self, column: Column) -> Reading | None:
        """What stands already for a column's field and time, None where nothing does."""
        key = column.field, time_key(column)
        return next(
            (
                found
                for one, found, _cell, _place in self.figures
                if (one.field, time_key(one)) == key
            ),
            None,
        )

    def add_group(
        self, group: Group, said: str, which: str, column: Column, row: Row, sheet: str
    ) -> None:
        """Keep what the cell of a row in `column` says of a group: its result, its count or its base."""
        place = row.address(column.index)
        new = GroupFigure(group, said, column, sheet, row.number, place)
        one = self.groups.setdefault(new.key, new)
        one.take(which, row.cells[column.index], place)

    def settle_groups(self, found) -> None:
        """Give the figures of groups their units once all are there, and ask what they leave open."""
        decimals = max((one.decimals for _c, one, _cell, _p in self.figures), default=0)
        unit = self.unit or units.most_common(
            [one.reading.unit for one in self.groups.values() if one.reading]
        )
        for one in self.groups.values():
            done = one.settled(unit, decimals)
            self.settled_groups += [done] if done else []
            for place, question in one.questions:
                found.report_at(one.sheet, place, question)

    def add_comment(self, row: Row, table: Table) -> None:
        """Words of a row below that has nothing else."""
        column = table.column("comment")
        if column and row.text(column):
            said = self.said.get("comment", "")
            self.said["comment"] = f"{said}\n{row.text(column)}".strip()

    @property
    def unit(self) -> str:
        readings = [found for _column, found, _cell, _place in self.figures]
        return cells.usual_unit(self.said.get("unit", ""), self.title, readings)

    @property
    def stated_unit(self) -> str:
        """The unit by its own column or the title alone, which bare numbers may take."""
        return cells.usual_unit(self.said.get("unit", ""), self.title, [])

    def settle(self, found, sheet) -> None:
        """Give bare numbers the stated unit, and ask what the new figures leave open."""
        unit, usual = self.stated_unit, self.unit
        fresh = self.figures[self.settled :]
        self.figures[self.settled :] = [
            (column, cells.with_unit(reading, unit), cell, place)
            for column, reading, cell, place in fresh
        ]
        for _column, reading, cell, place in self.figures[self.settled :]:
            for question in cells.questions(reading, cell, usual):
                found.report(sheet, place, question)
        self.settled = len(self.figures)

    def as_dict(self) -> dict:
        """As the reading's JSON: see `equality_tracker.imports.reading`."""
        baseline = [
            cells.as_entry(found, column, place)
            for column, found, _cell, place in self.figures
            if column.field == "baseline"
        ]
        nothing = {"text": "", "value": None, "unit": None, "reason": None}
        said = {
            name: text
            for name, text in self.said.items()
            if name not in ("unit", "direction", "baseline_period")
        }
        results = with_shares(self.of_field("result"), self.shares())
        alone = with_groups(results, self.settled_groups)
        return {
            "sheet": self.sheet,
            "row": self.row,
            "code": self.code,
            "key": self.key,
            "title": " ".join(self.title.split()),
            "parent": self.parent or None,
            "unit": self.unit or None,
            "direction": None,
            "direction_said": self.said.get("direction", ""),
            "priority": self.priority,
            "priority_title": self.under,
            "group": self.group,
            **said,
            "baseline": baseline[0] if baseline else nothing,
            "more_baselines": baseline[1:],
            "targets": self.of_field("target"),
            "results": results,
            **({"groups": alone} if alone else {}),
        }

    def of_field(self, name: str) -> list[dict]:
        return [
            cells.as_entry(found, column, place)
            for column, found, _cell, place in self.figures
            if column.field == name
        ]

    def shares(self) -> list[tuple[str, str, dict]]:
        """Numerators and denominators: (period, which, figure)."""
        return [
            (column.period, column.field, found.as_dict())
            for column, found, _cell, _place in self.figures
            if column.field in SHARES
        ]


def with_shares(results: list[dict], shares: list[tuple[str, str, dict]]) -> list[dict]:
    """Each result with the numerator and denominator of its time, or of its only one."""
    for period, name, figure in shares:
        same = [one for one in results if one["period"] == period]
        meant = same or (results if len(results) == 1 or not period else [])
        if len(meant) == 1 and figure["value"] is not None:
            meant[0][name] = figure["value"]
    return results
