"""One row's status: its words, its ticks and its colours, weighed together."""

from dataclasses import dataclass, field

from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row
from plans.importing import marks, problems, statuses
from plans.importing.broken import words_of
from plans.importing.statuses import StatusReading, StatusWords


@dataclass
class Colours:
    """What colours mean: the sheet's own key, and what a person chose for a table."""

    key: dict[str, str]
    words: StatusWords
    problems: list[dict] = field(default_factory=list)


def read_status(action: dict, table: Table, row: Row, colours: Colours) -> None:
    """Set the status from the row's status words and the colour that counts."""
    column = table.column("rag_status")
    text = words_of(row, column)
    place, fill = find_colour(table, row, colours.key)
    if fill and fill not in colours.key:
        fill = take_near_colour(action, row.address(place), fill, text, colours)
    read = marks.read_answer(text, table.headings.get(column, ""), colours.words)
    if read is None:
        read = statuses.read(text, fill, colours.key, colours.words)
    if table.column(marks.FIELD) and not text:
        column, read = weigh_marks(table, row, read, colours)
    action["rag_status"], action["status_from"] = read.status, read.source
    action["priority_monitoring"] = read.monitoring
    action["colour"] = fill
    if read.problem:
        note(
            action,
            row.address(column or place),
            problems.WARNING,
            read.problem,
            colours,
        )


def weigh_marks(
    table: Table, row: Row, read: StatusReading, colours: Colours
) -> tuple[int, StatusReading]:
    """The status that is ticked; what a colour says stands where nothing is."""
    column, ticked = marks.read(table, row, colours.words)
    if read.status and ticked.status and read.status != ticked.status:
        return column, StatusReading(problem=statuses.DISAGREE)
    return column, ticked if ticked.status or ticked.problem else read


def find_colour(table: Table, row: Row, key: dict[str, str]) -> tuple[int, str]:
    """The fill that may be a status: of the status cell, the progress cell, else one of the key's."""
    title = row.cells.get(table.column("title"))
    striped = title.fill if title else ""
    for name in ("rag_status", "progress"):
        column = table.column(name)
        cell = row.cells.get(column)
        counts = name == "rag_status" or key
        if cell and cell.fill and counts and (cell.fill != striped or cell.fill in key):
            return column, cell.fill
    if not key or table.column("rag_status"):
        return 0, ""
    fills = {
        cell.fill: column for column, cell in row.cells.items() if cell.fill in key
    }
    if len(fills) == 1:
        fill, column = fills.popitem()
        return column, fill
    return 0, ""


def take_near_colour(
    action: dict, address: str, fill: str, text: str, colours: Colours
) -> str:
    """The key's colour that a fill nearly is, said; a note where the key has none like it.

    Beside words that are a status only a colour that contradicts them counts.
    """
    near = statuses.near(fill, colours.key)
    said = colours.words.meaning(text) or statuses.letter(text) if text else ""
    if said and (not near or colours.key[near] in (said, "")):
        return fill
    message = problems.NEAR_COLOUR if near else problems.UNKNOWN_COLOUR
    note(action, address, problems.NOTE, message, colours)
    return near or fill


def note(
    action: dict, address: str, severity: str, message: str, colours: Colours
) -> None:
    colours.problems.append(
        problems.problem(action["sheet"], address, severity, message)
    )
