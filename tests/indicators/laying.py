"""Small sheets of an invented council, as the reading process gives them, without a file."""

from equality_tracker.imports.reading import interpret


def cell(column: int, value) -> list:
    """A cell as it travels: numbers with their kind, and a pair for a number shown otherwise."""
    if isinstance(value, tuple):
        shown, value = value
        return [column, shown, "", "n", value]
    if isinstance(value, int | float):
        return [column, f"{value:.12g}", "", "n", value]
    return [column, value]


def sheet(*rows, name="Measures", merges=()) -> dict:
    """Rows from the first, each a list of cells; None and an empty row leave their place blank."""
    filled = [
        [number, [cell(place, value) for place, value in enumerate(row, 1) if value not in (None, "")]]
        for number, row in enumerate(rows, 1)
    ]  # fmt: skip
    return {
        "name": name,
        "rows": [row for row in filled if row[1]],
        "merges": [list(merge) for merge in merges],
    }


def read(*rows, merges=(), **words) -> list[dict]:
    """The indicators of one sheet."""
    return understood(*rows, merges=merges, **words)["indicators"]


def understood(*rows, merges=(), **words) -> dict:
    """All that is understood of one sheet."""
    plain = {"file": "measures.xlsx", "sheets": [sheet(*rows, merges=merges)]}
    return interpret(plain, words=words or None)
