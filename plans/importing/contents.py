"""What a column holds, where its heading alone does not tell: statuses, quarter by quarter."""

from equality_tracker.workbooks.cells import NUMBER
from equality_tracker.workbooks.finding import OTHER, Table
from equality_tracker.workbooks.sheets import Row
from plans.importing import columns, marks, moments, settling, times
from plans.importing.statuses import StatusWords, letter
from plans.importing.times import Moment

ROWS = 200
LEAST_CELLS = 2
LEAST_SHARE = 0.8
STATUS, EARLIER, WORDS = "rag_status", "previous_status", "progress"


def refine(table: Table, body: list[Row], words: StatusWords) -> None:
    """Take columns for what stands in them: statuses by their time, counts for no actions at all."""
    if table.kind != "actions":
        return
    body = body[:ROWS]
    if counts_actions(table, body):
        table.kind, table.fields = OTHER, {}
        return
    settling.settle(table, body)
    name_moments(table, body, words)
    marks.find(table, body, words)
    if not table.column(STATUS) and not table.column(marks.FIELD):
        name_status(table, body, words)
    table.fields = dict(sorted(table.fields.items()))


def counts_actions(table: Table, body: list[Row]) -> bool:
    """Whether the column of actions holds numbers: a summary, and no plan."""
    column = table.column("title")
    cells = [row.cells[column] for row in body if row.text(column)]
    figures = sum(cell.kind == NUMBER or cell.text.isdecimal() for cell in cells)
    return bool(cells) and figures * 2 > len(cells)


def name_status(table: Table, body: list[Row], words: StatusWords) -> None:
    """Take a column full of statuses for the status; of several, the last one that is filled."""
    open_columns = [c for c in table.headings if table.fields.get(c, WORDS) == WORDS]
    found = [column for column in open_columns if holds_statuses([column], body, words)]
    if found:
        table.fields |= dict.fromkeys(found, EARLIER) | {found[-1]: STATUS}


def name_moments(table: Table, body: list[Row], words: StatusWords) -> None:
    """Tell columns of statuses from columns of words, where each stands for a time."""
    found = [m for c, text in table.headings.items() if (m := times.read(c, text))]
    found = [moment for moment in found if may_report(moment, table)]
    if not found:
        return
    bare = [moment.column for moment in found if not moment.stem]
    due = settling.timed_columns(table, bare, body)
    if due:
        table.fields |= dict.fromkeys(due, settling.TICKED)
        return
    bare_is_status = bool(bare) and (
        holds_statuses(bare, body, words) or holds_colours(bare, body)
    )
    reports = [m for m in found if is_status(m, bare_is_status, body, words)]
    rest = [m for m in found if m not in reports and (m.stem or holds_words(m, body))]
    table.fields |= {moment.column: WORDS for moment in rest}
    for moment in reports:
        table.fields[moment.column] = EARLIER
    filled = [
        m for m in moments.in_order(reports) if any(has_said(row, m) for row in body)
    ]
    if filled and not table.column(STATUS):
        table.fields[filled[-1].column] = STATUS


def may_report(moment: Moment, table: Table) -> bool:
    """Whether a column with a time in its heading may hold statuses or progress."""
    if not moment.stem:
        return table.fields.get(moment.column, "") in (
            "",
            STATUS,
            EARLIER,
            WORDS,
            "timescale",
        )
    best = columns.ACTIONS.match(moment.stem)
    return bool(best) and best[0][1] in (STATUS, EARLIER, WORDS)


def is_status(moment: Moment, bare_is_status: bool, body, words: StatusWords) -> bool:
    """By the words around the time, where there are any that decide; else by what stands below."""
    if not moment.stem:
        return bare_is_status
    said = columns.ACTIONS.match(moment.stem)[0][1]
    return said in (STATUS, EARLIER) or holds_statuses([moment.column], body, words)


def has_said(row: Row, moment: Moment) -> bool:
    cell = row.cells.get(moment.column)
    return cell is not None and bool(cell.text or cell.fill)


def holds_colours(found: list[int], body: list[Row]) -> bool:
    """Whether the columns hold nothing but colours, of two kinds or more."""
    cells = [row.cells[c] for row in body for c in found if c in row.cells]
    return (
        not any(cell.text for cell in cells)
        and len({c.fill for c in cells if c.fill}) > 1
    )


def holds_words(moment: Moment, body: list[Row]) -> bool:
    """Whether a column holds sentences rather than ticks and figures."""
    texts = [row.text(moment.column) for row in body if row.text(moment.column)]
    return sum(len(text.split()) >= 2 for text in texts) * 2 > len(texts)


def holds_statuses(found: list[int], body: list[Row], words: StatusWords) -> bool:
    """Whether nearly all words of the columns are statuses, and more than one letter if letters."""
    texts = [
        row.text(column)
        for row in body
        for column in found
        if row.text(column) and len(row.filled) > 1
    ]
    known = [text for text in texts if words.meaning(text) or letter(text)]
    if len(texts) < LEAST_CELLS or len(known) < len(texts) * LEAST_SHARE:
        return False
    in_words = any(words.meaning(text) for text in known)
    return in_words or len(set(known)) > 1
