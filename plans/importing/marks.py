"""Ticks: columns whose headings are the statuses, and columns that ask "Complete?".

Under Red, Amber and Green any mark chooses the heading. Under a heading that asks for one
status alone, yes means that status, no means nothing, and a cross could be either.
"""

import re

from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row
from plans.importing.statuses import NOT_KNOWN, StatusReading, StatusWords, letter

FIELD, STATUS = "status_mark", "rag_status"
LEAST_COLUMNS = 2
ROWS = 200
YES = frozenset(["y", "yes", "true", "1", "done", "o", "ü", *"✓✔☑√✅*●•■⚫⬤"])
CROSSES = frozenset("x×✗✘☒❌")
NO = frozenset(["n", "no", "false", "0", "û", "not"])
SEVERAL = (
    "More than one status is ticked in this row, so none was taken. Leave one tick."
)
_ASKS = re.compile(
    r"\((?:y\s?/\s?n|yes\s?/\s?no|tick)\)|\by\s?/\s?n\b|\b(?:yes|no|tick|percentage|percent|per\s+cent|is|it|action|rag|brag|status|rating)\b|[%?:]",
    re.I,
)
_SHARE = re.compile(r"(\d{1,3})(?:\.\d+)?\s?%?")


def find(table: Table, body: list[Row], words: StatusWords) -> None:
    """Take columns side by side whose headings are different statuses, and hold marks, for one group."""
    statuses = {
        column: status
        for column, heading in table.headings.items()
        if may_be_mark(table.fields.get(column, ""))
        and (status := status_of(heading, words))
    }
    if len(set(statuses.values())) < LEAST_COLUMNS or has_own_status(table, statuses):
        return
    if all(holds_marks(column, body[:ROWS]) for column in statuses):
        table.fields |= dict.fromkeys(statuses, FIELD)


def may_be_mark(name: str) -> bool:
    return name in (
        "",
        STATUS,
        FIELD,
        "completed",
        "timescale",
        "progress",
        "start",
        "measures",
    )


def has_own_status(table: Table, statuses: dict[int, str]) -> bool:
    """Whether another column already gives the status."""
    return any(column not in statuses for column in table.columns(STATUS))


def status_of(heading: str, words: StatusWords) -> str:
    """The status that a heading is: "Amber", "RAG: G", "Complete?"; "" for any other."""
    last = heading.rpartition(":")[2].rpartition("\n")[2].strip()
    bare = _ASKS.sub(" ", last).strip(" .-–()/")
    return words.meaning(bare) or letter(bare)


def holds_marks(column: int, body: list[Row]) -> bool:
    """Whether a column holds nothing but marks."""
    texts = [row.text(column).casefold() for row in body if row.text(column)]
    return all(text in YES or text in CROSSES or len(text) == 1 for text in texts)


def read(table: Table, row: Row, words: StatusWords) -> tuple[int, StatusReading]:
    """The status whose column is marked, and that column; a problem where several are."""
    marked = [column for column in table.columns(FIELD) if is_marked(row, column)]
    if not marked:
        return 0, StatusReading()
    if len(marked) > 1:
        return marked[0], StatusReading(problem=SEVERAL)
    return marked[0], StatusReading(status_of(table.headings[marked[0]], words), "word")


def is_marked(row: Row, column: int) -> bool:
    text = row.text(column).casefold()
    return bool(text) and text not in NO and text not in ("-", "–", "n/a")


def read_answer(text: str, heading: str, words: StatusWords) -> StatusReading | None:
    """The answer to a heading that asks for one status; None where it asks none or the words say more."""
    asked = status_of(heading, words)
    if not asked or not text:
        return None
    answer = text.strip(" .").casefold()
    if answer in YES:
        return StatusReading(asked, "word")
    if answer in NO:
        return StatusReading()
    share = _SHARE.fullmatch(answer)
    if share or answer in CROSSES:
        return answer_in_figures(share, asked, heading, text)
    return None


def answer_in_figures(share, asked: str, heading: str, text: str) -> StatusReading:
    """A hundred per cent is all of it; less says nothing of a status; a cross could be either."""
    if share is None:
        return StatusReading(problem=NOT_KNOWN.format(text=text))
    whole = int(share[1]) == 100 and (
        "%" in heading + text or "percent" in heading.casefold()
    )
    return StatusReading(asked, "word") if whole else StatusReading()
