"""What was guessed about a file's tables, for the columns page and for the reading's list."""

from equality_tracker.imports.marking import Marked
from equality_tracker.workbooks.cells import letter
from equality_tracker.workbooks.finding import Table, bodies
from equality_tracker.workbooks.sheets import Row

SAMPLES = 3
SAMPLE_CHARACTERS = 200
KEY = "key"


def guess(marked: Marked) -> list[dict]:
    """One entry for each set of headings, in the order of the file."""
    entries: dict[tuple, dict] = {}
    for sheet in marked.sheets:
        for table, body in bodies(sheet):
            key = (table.kind, table.signature)
            if key not in entries:
                entries[key] = new_entry(table, marked)
            add_table(entries[key], table, body)
    add_unknown_colours(entries, marked)
    return list(entries.values())


def new_entry(table: Table, marked: Marked) -> dict:
    """An entry without samples yet."""
    columns = [
        {
            "index": column,
            "letter": letter(column),
            "heading": heading,
            "field": table.fields.get(column, ""),
            "samples": [],
        }
        for column, heading in table.headings.items()
    ]
    return {
        "id": table.id,
        "sheet": table.sheet,
        "header_row": table.header_row,
        "places": [],
        "kind": table.kind,
        "rows": 0,
        "columns": columns,
        "key": key_entries(marked, table),
    }


def add_table(entry: dict, table: Table, body: list[Row]) -> None:
    """Count one more table with the same headings, and take samples of it."""
    place = {"id": table.id, "sheet": table.sheet, "header_row": table.header_row}
    entry["places"].append(place)
    entry["rows"] += sum(1 for row in body if len(row.filled) > 1)
    for column in entry["columns"]:
        samples = column["samples"]
        for row in body:
            if len(samples) >= SAMPLES:
                break
            text = row.text(column["index"])[:SAMPLE_CHARACTERS]
            if text and text not in samples and len(row.filled) > 1:
                samples.append(text)


def key_entries(marked: Marked, table: Table) -> list[dict]:
    """The colours that count for a table, with the words of the key they come from."""
    words = {
        colour: word
        for sheet in marked.sheets
        for key in sheet.keys
        for colour, word, _meaning in key.entries
    }
    known = marked.colours[table.id]
    return [
        {"colour": colour, "word": word, "status": known.get(colour, "")}
        for colour, word in {
            **words,
            **dict.fromkeys(known.keys() - words.keys(), ""),
        }.items()
        if colour
    ]


def add_unknown_colours(entries: dict[tuple, dict], marked: Marked) -> None:
    """Colours in a status column that no key names: for a person to give a meaning."""
    for sheet in marked.sheets:
        for table, body in bodies(sheet):
            entry = entries[table.kind, table.signature]
            known = {one["colour"] for one in entry["key"]}
            for colour in status_fills(table, body) - known:
                entry["key"].append({"colour": colour, "word": "", "status": ""})


def status_fills(table: Table, body: list[Row]) -> set[str]:
    """The fills of a table's status column."""
    column = table.column("rag_status") or table.column("progress")
    if table.kind != "actions" or not column:
        return set()
    return {row.cells[column].fill for row in body if column in row.cells} - {""}


def summarise(marked: Marked, counts: dict[str, int]) -> list[dict]:
    """Every table and key of the file, as the reading lists them."""
    found = []
    for sheet in marked.sheets:
        here = [summary(table, counts.get(table.id, 0)) for table in sheet.tables]
        here += [key_summary(sheet.sheet.name, key) for key in sheet.keys]
        found += sorted(here, key=lambda one: one["header_row"])
    return found


def summary(table: Table, rows: int) -> dict:
    """One table: its kind, its size, its headings by field and those left over."""
    fields: dict[str, str] = {}
    unused = []
    for column, heading in table.headings.items():
        name = table.fields.get(column)
        if name and name not in fields:
            fields[name] = heading
        elif not name:
            unused.append(heading)
    return {
        "id": table.id,
        "sheet": table.sheet,
        "kind": table.kind,
        "header_row": table.header_row,
        "rows": rows,
        "columns": fields,
        "unused_headings": unused,
    }


def key_summary(sheet: str, key) -> dict:
    return {
        "id": "",
        "sheet": sheet,
        "kind": KEY,
        "header_row": key.row,
        "rows": len(key.entries),
        "columns": {},
        "unused_headings": [],
    }
