"""Where something stands in a file that has no rows and columns of its own, in a person's words.

A sheet made from a document carries `places`: `[first row, last row, table, 1]` for a table's rows,
`[row, row, tables before it, 0]` for a line between tables.
"""

import re
from bisect import bisect_right

from equality_tracker.workbooks.cells import column_of

_CELL = re.compile(r"([A-Z]*)([0-9]+)")


class Places:
    """The places of one sheet; of a sheet that has none of its own, each answer is ""."""

    def __init__(self, places: list[list]) -> None:
        self.places = places
        self.firsts = [place[0] for place in places]

    def row(self, number: int) -> str:
        """ "table 3, row 4", or "the text before table 3"."""
        index = bisect_right(self.firsts, number) - 1
        if index < 0:
            return ""
        first, _last, table, in_table = self.places[index]
        if not in_table:
            return f"the text before table {table + 1}"
        return f"table {table}, row {number - first + 1}"

    def cell(self, address: str) -> str:
        """ "C23" → "table 3, row 4, column 3"; a row's number alone gives its row."""
        match = _CELL.fullmatch(address)
        row = self.row(int(match[2])) if match else ""
        if not row.startswith("table") or not match[1]:
            return row
        return f"{row}, column {column_of(match[1])}"


def own_places(tables: dict) -> dict[str, Places]:
    """The sheets whose rows a person cannot count, with the places of each."""
    return {
        sheet["name"]: Places(sheet["places"])
        for sheet in tables["sheets"]
        if sheet.get("places")
    }


def name_headings(tables: dict, guessed: list[dict]) -> list[dict]:
    """Add `place` to each table that was found, and to where else its headings stand."""
    named = own_places(tables)
    for table in guessed:
        for one in (table, *table["places"]):
            if one["sheet"] in named:
                place = named[one["sheet"]].row(one["header_row"])
                one["place"] = place.removesuffix(", row 1")
    return guessed


def name_places(tables: dict, understood: dict) -> dict:
    """Add `place` to each problem and each row of any table that stands in a document."""
    named = own_places(tables)
    for problem in understood["problems"]:
        if problem["sheet"] in named:
            problem["place"] = named[problem["sheet"]].cell(problem["cell"])
    actions = [one for each in understood["priorities"] for one in each["actions"]]
    rest = ("indicators", "assessments", "programme")
    for row in [*actions, *(one for name in rest for one in understood.get(name, ()))]:
        if row["sheet"] in named:
            row["place"] = named[row["sheet"]].row(row["row"])
    return understood
