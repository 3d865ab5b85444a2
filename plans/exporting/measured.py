"""What is measured under a plan's priorities, as tables of its spreadsheet. An app above reads and words it: this one does not know it.

On a sheet of one priority the table stands over its actions, as councils have it; where a sheet holds several priorities the tables
stand on a sheet of their own, each below a line that names its priority.
"""

from collections.abc import Callable

from equality_tracker.workbooks.book import BookSheet, Look
from equality_tracker.workbooks.book import sheet_name as safe_name
from equality_tracker.workbooks.cells import letter

from .layout import BANNER, BANNER_FILL, HEADING_FILL, SHEET, ink

# The kind of table, as `workbooks.finding` names it, that an app above reads.
KIND = "indicators"
SHEET_NAME = "Indicators"
TEXT, TITLE = Look(), Look(border=False, wrap=False, size=14, bold=True)
BANNER_LOOK = Look(fill=BANNER_FILL, bold=True, size=11)
BANNER_HEIGHT = 18
_readers: list[Callable] = []
_lookers: list[Callable] = []


def register(read: Callable, has_any: Callable) -> None:
    """Take `read(plan)`, called once when the site starts: it returns what stands under the priorities of a plan, or None; and
    `has_any(plan)`, whether anything does.

    What it returns has `under`, the ids of the priorities that have any; `columns(learned, priorities)`, a list of layout.Column; and
    `rows(priority, columns)`, lists of words.
    """
    _readers.append(read)
    _lookers.append(has_any)


def has_any(plan) -> bool:
    """Whether anything is measured under the priorities of `plan`."""
    return any(look(plan) for look in _lookers)


def of(plan):
    """Return what is measured under the priorities of `plan`, None where nothing is."""
    found = (read(plan) for read in _readers)
    return next((one for one in found if one and one.under), None)


def columns_over(contents, laid):
    """The columns of the table that stands over the actions of a sheet; [] where none does."""
    if contents.measured is None or len(laid.sections) != 1:
        return []
    priority = laid.sections[0]
    if priority.pk not in contents.measured.under:
        return []
    sheet = contents.layout.sheets[laid.number]
    learned = sheet.measured or contents.layout.measured
    return contents.measured.columns(learned, [priority])


def put_over(contents, laid, row: int, banner: str) -> int:
    """Write the table over the actions of a sheet, from `row` on, below the `banner` that names the priority of both; return the row below."""
    if not laid.measured:
        return row
    if laid.named_by == BANNER:
        put_banner(laid.book, row, banner, len(laid.measured))
        laid.named_by, row = SHEET, row + 1
    fill = contents.layout.sheets[laid.number].heading_fill
    row = put_heading(laid.book, row, laid.measured, fill)
    return put_rows(contents, laid.book, row, laid.sections[0], laid.measured) + 1


def put_heading(book, row, columns, fill=HEADING_FILL) -> int:
    look = Look(fill=fill, colour=ink(fill), bold=True)
    for number, column in enumerate(columns, start=1):
        book.put(row, number, column.heading, look)
        book.widths[number] = max(column.width, book.widths.get(number, 0))
    return row + 1


def put_rows(contents, book, row, priority, columns) -> int:
    """Write the rows of a priority from `row` on; return the row below them."""
    for words in contents.measured.rows(priority, columns):
        for number, text in enumerate(words, start=1):
            book.put(row, number, text, TEXT)
        row += 1
    return row


def own_sheet(contents, laid_sheets, banner_text, taken):
    """The sheet of what is measured under priorities whose table stands nowhere else; None where there are none."""
    if contents.measured is None:
        return None
    placed = {one.sections[0].pk for one in laid_sheets if one.measured}
    sections = [
        one
        for one in contents.priorities
        if one.pk in contents.measured.under and one.pk not in placed
    ]
    if not sections:
        return None
    book = BookSheet(safe_name(SHEET_NAME, taken))
    book.put(1, 1, SHEET_NAME, TITLE)
    columns = contents.measured.columns(contents.layout.measured, sections)
    row = put_heading(book, 3, columns)
    for priority in sections:
        put_banner(book, row, banner_text(contents, priority), len(columns))
        row = put_rows(contents, book, row + 1, priority, columns)
    book.frozen, book.titles = 3, (3, 3)
    return book


def put_banner(book, row, text, wide):
    """Write a line over `wide` columns."""
    for number in range(1, wide + 1):
        book.put(row, number, text if number == 1 else "", BANNER_LOOK)
    book.heights[row] = BANNER_HEIGHT
    if wide > 1:
        book.merges.append(f"A{row}:{letter(wide)}{row}")
