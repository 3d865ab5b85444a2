"""What a column holds, where its heading alone does not tell: statuses, quarter by quarter."""

from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row
from plans.importing.statuses import StatusWords, letter

ROWS = 200
LEAST_CELLS = 2
LEAST_SHARE = 0.8
STATUS, EARLIER = "rag_status", "previous_status"


def refine(table: Table, body: list[Row], words: StatusWords) -> None:
    """Take a column full of statuses for the status; of several, the last one that is filled."""
    if table.kind != "actions" or table.column(STATUS):
        return
    open_columns = [
        c for c in table.headings if table.fields.get(c, "progress") == "progress"
    ]
    found = [column for column in open_columns if holds_statuses(column, body, words)]
    if not found:
        return
    table.fields |= dict.fromkeys(found, EARLIER) | {found[-1]: STATUS}
    table.fields = dict(sorted(table.fields.items()))


def holds_statuses(column: int, body: list[Row], words: StatusWords) -> bool:
    """Whether nearly all words of a column are statuses, and more than one letter if letters."""
    texts = [
        row.text(column)
        for row in body[:ROWS]
        if row.text(column) and len(row.filled) > 1
    ]
    known = [text for text in texts if words.meaning(text) or letter(text)]
    if len(texts) < LEAST_CELLS or len(known) < len(texts) * LEAST_SHARE:
        return False
    in_words = any(words.meaning(text) for text in known)
    return in_words or len(set(known)) > 1
