"""What is said of whole tables: recognised and not brought in, or without what others have."""

from equality_tracker.imports.marking import Marked
from equality_tracker.workbooks.cells import letter
from equality_tracker.workbooks.sheets import Sheet
from plans.importing import problems

KINDS = {
    "framework": "Recognised as a self-assessment against an equality framework. It is named here and not brought in with the plan.",
}
OTHER = (
    "Left out, as no table of a plan was recognised there: sheet {places}. If actions stand on it, put "
    "headings such as “Action” and “Lead” above them, or say on the columns page what its columns mean."
)
MISSING = "The actions of this table came without {missing}: no column and no line above it gives one. Add them in the plan."
ASKED = (("lead", "a lead"), ("timescale", "a date"), ("rag_status", "a status"))
MOST_PLACES = 6
LEAST_CELLS, LEAST_ROWS = 3, 2


def remark(marked: Marked, priorities: list[dict]) -> list[dict]:
    """A problem for each table that a person should know something of."""
    found = []
    for sheet in marked.sheets:
        for table in sheet.tables:
            place = f"{letter(min(table.headings, default=1))}{table.header_row}"
            if table.kind in KINDS:
                found.append(
                    problems.problem(
                        table.sheet, place, problems.NOTE, KINDS[table.kind]
                    )
                )
    return found + missing(marked, priorities) + unknown(marked)


def missing(marked: Marked, priorities: list[dict]) -> list[dict]:
    """Sheets whose actions all lack a lead and a date."""
    rows: dict[str, list[dict]] = {}
    for priority in priorities:
        for action in priority["actions"]:
            rows.setdefault(action["sheet"], []).append(action)
    found = []
    for sheet in marked.sheets:
        actions = rows.pop(sheet.sheet.name, [])
        tables = [table for table in sheet.tables if table.kind == "actions"]
        lacking = [words for name, words in ASKED if not any(map(has(name), actions))]
        named = {name for table in tables for name in table.fields.values()}
        no_column = not {"lead", "timescale"} & named
        if actions and tables and no_column and {"a lead", "a date"} <= set(lacking):
            message = MISSING.format(missing=listed(lacking))
            place = f"{letter(min(tables[0].headings))}{tables[0].header_row}"
            found.append(
                problems.problem(sheet.sheet.name, place, problems.NOTE, message)
            )
    return found


def has(name: str):
    """Whether an action has one of the things that are asked for."""
    if name == "timescale":
        return lambda action: bool(action["timescale"]["text"])
    return lambda action: bool(action[name])


def listed(words: list[str]) -> str:
    """ "a lead", "a date or a status"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} or {words[-1]}"


def unknown(marked: Marked) -> list[dict]:
    """One problem for all sheets whose tables are none of a plan's."""
    known = {t.sheet for t in marked.tables if t.kind != "other"}
    names = dict.fromkeys(
        one.sheet.name
        for one in marked.sheets
        if one.sheet.name not in known and (one.tables or has_columns(one.sheet))
    )
    places = [f"“{name}”" for name in names]
    if not places:
        return []
    more = len(places) - MOST_PLACES
    shown = places[:MOST_PLACES] + ([f"{more} more"] if more > 0 else [])
    message = OTHER.format(places=", ".join(shown))
    return [problems.problem("", "", problems.NOTE, message)]


def has_columns(sheet: Sheet) -> bool:
    """Whether a sheet without headings that are known holds rows of several cells all the same."""
    return sum(len(row.filled) >= LEAST_CELLS for row in sheet.rows) >= LEAST_ROWS
