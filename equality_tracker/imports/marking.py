"""The tables of a file marked, with the shipped words, a council's own and a person's choices."""

from dataclasses import dataclass, field

from assessments.tables import refining as of_assessments
from equality_tracker.imports.tables import TABLES
from equality_tracker.workbooks import beside
from equality_tracker.workbooks.finding import SheetTables, Table, bodies, find_tables
from equality_tracker.workbooks.sheets import unpack
from equality_tracker.workbooks.vocabulary import TableKind
from indicators.tables import refining
from plans.importing import contents
from plans.importing.statuses import StatusWords


@dataclass
class Marked:
    """Each sheet with its tables, and what colours mean for each table by its id."""

    sheets: list[SheetTables]
    status_words: StatusWords
    colours: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def tables(self) -> list[Table]:
        return [table for sheet in self.sheets for table in sheet.tables]


def mark(tables: dict, *, words: dict | None = None) -> Marked:
    """Find the tables of what `read_tables` gave back, each heading as it is guessed."""
    words = words or {}
    status_words = StatusWords(words.get("statuses"))
    kinds = [extended(kind, words) for kind in TABLES]
    sheets = [
        find_tables(sheet, kinds, status_words.meaning, tables.get("file", ""))
        for whole in unpack(tables)
        for sheet in beside.part(whole, kinds, tables.get("file", ""))
    ]
    for sheet in sheets:
        for key in sheet.keys:
            status_words.learn(key.signs)
    for sheet in sheets:
        for table, body in bodies(sheet):
            contents.refine(table, body, status_words)
            refining.refine(table, body)
            of_assessments.refine(table, body, sheet.sheet)
    return Marked(sheets, status_words, read_keys(sheets, {}))


def choose(marked: Marked, choices: dict | None) -> None:
    """Put a person's choices in place of the guesses."""
    chosen = spread(marked.tables, choices or {})
    for table in marked.tables:
        apply_choice(table, chosen.get(table.id, {}))
    marked.colours = read_keys(marked.sheets, chosen)


def extended(kind: TableKind, words: dict) -> TableKind:
    added = words.get("headings", {}).get(kind.name)
    return kind.extended(added) if added else kind


def spread(tables: list[Table], choices: dict) -> dict[str, dict]:
    """A choice for one table holds for those with the same headings and none of their own."""
    by_headings = {
        table.signature: choices[table.id]
        for table in reversed(tables)
        if table.id in choices
    }
    return {
        table.id: choices.get(table.id) or by_headings.get(table.signature, {})
        for table in tables
    }


def apply_choice(table: Table, choice: dict) -> None:
    """Put a person's kind and columns in place of the guesses."""
    table.kind = choice.get("kind") or table.kind
    for column, name in choice.get("columns", {}).items():
        table.fields.pop(int(column), None)
        if name and int(column) in table.headings:
            table.fields[int(column)] = name
    table.fields = dict(sorted(table.fields.items()))


def read_keys(
    sheets: list[SheetTables], chosen: dict[str, dict]
) -> dict[str, dict[str, str]]:
    """What each colour means for each table: a choice, its own sheet's key, any key of the file."""
    everywhere: dict[str, str] = {}
    for sheet in sheets:
        everywhere = key_of(sheet) | everywhere
    return {
        table.id: everywhere | key_of(sheet) | chosen.get(table.id, {}).get("key", {})
        for sheet in sheets
        for table in sheet.tables
    }


def key_of(sheet: SheetTables) -> dict[str, str]:
    """The colours of a sheet's own keys; the first key that names a colour decides."""
    found: dict[str, str] = {}
    for key in sheet.keys:
        for colour, _word, meaning in key.entries:
            if colour and meaning:
                found.setdefault(colour, meaning)
    return found
