"""Makes the files: a workbook of two sheets, or each of its tables as text."""

from django.conf import settings

from equality_tracker.snapshot import one_moment
from equality_tracker.workbooks import writer
from equality_tracker.workbooks.book import BookSheet, Look, sheet_name, write
from equality_tracker.workbooks.cells import letter
from indicators.exporting import contents as indicators_now
from indicators.exporting import groups, table
from plans.exporting.layout import HEADING_FILL
from plans.exporting.sheets import LINE, SMALL, TEXT, TITLE, ink

TITLES = "Indicators", "Groups"
HEAD = Look(fill=HEADING_FILL, colour=ink(HEADING_FILL), bold=True)
# Code and title stay in sight; so many characters stand beside each other on a sheet of paper.
NAMES, PAGE = 2, 200
FIGURES = (
    "Figures stand as they were published. Write new ones in, save the file and import it: the rest stays as it is."
)  # fmt: skip


def workbook(indicators, *, on, by, about=()):
    """Return a workbook's bytes: `indicators` in their order, and their results by group where there are any.

    `about` are lines that say which were chosen. Groups of fewer than ten people are words where `by` may not edit them on the day `on`.
    """
    found, listed = _read(indicators, on, by)
    lines = [as_at(on), *about, FIGURES]
    sheets = []
    for headings, widths, rows in table.tables(found):
        name = sheet_name(TITLES[0], [one.name for one in sheets])
        sheets.append(_sheet(name, TITLES[0], lines, headings, widths, rows))
    if listed:
        headings, widths = zip(*groups.HEADINGS, strict=True)
        title = "Results by group"
        sheets.append(_sheet(TITLES[1], title, lines[:-1], headings, widths, listed))
    return write(sheets, title=TITLES[0]).read()


def table_csv(indicators, *, on, by, about=()):
    """Return the lines, as bytes, of the table of indicators as text: all its columns, however many.

    Where there are lines `about` which were chosen, they stand above it with the day.
    """
    found, _listed = _read(indicators, on, by)
    headings, _widths, rows = table.table(found, found.columns)
    above = [[line] for line in (as_at(on), *about)] + [[]] if about else []
    return writer.csv_lines([*above, headings, *rows])


def groups_csv(indicators, *, on, by):
    """Return the lines, as bytes, of the results by group as text."""
    _found, listed = _read(indicators, on, by)
    return writer.csv_lines([[name for name, _width in groups.HEADINGS], *listed])


def file_name(words, on, ending):
    """Return a name that tells what and of which day: indicators-2031-05-01.xlsx."""
    return f"{words}-{on:%Y-%m-%d}.{ending}"


def _read(indicators, on, by):
    """The Contents and the Groups of `indicators` as they stood at one moment."""
    with one_moment():
        indicators = list(indicators)
        listed = groups.of(indicators, on=on, by=by)
        return indicators_now.read(indicators, listed.hidden_wholes), listed.rows


def as_at(on):
    """The line that says whose figures they are, and of which day."""
    return f"{settings.COUNCIL_NAME}, as at {on.day} {on:%B %Y}"


def _sheet(name, title, lines, headings, widths, rows):
    """One sheet: its title and lines, then a table that can be filtered, its headings staying in sight."""
    sheet = BookSheet(name)
    sheet.put(1, 1, title, TITLE)
    for number, line in enumerate(lines, start=2):
        sheet.put(number, 1, line, LINE if number > 2 else SMALL)
    head = len(lines) + 3
    for column, (heading, width) in enumerate(
        zip(headings, widths, strict=True), start=1
    ):
        sheet.put(head, column, heading, HEAD)
        sheet.widths[column] = width
    # All cells of a row at once: a council may have 5,000 indicators of 40 periods.
    for number, row in enumerate(rows, start=head + 1):
        sheet.rows[number] = [(column, text, TEXT) for column, text in enumerate(row, 1)]  # fmt: skip
    sheet.frozen, sheet.titles = head, (head, head)
    sheet.frozen_columns = NAMES
    sheet.pages_wide = max(round(sum(widths) / PAGE), 1)
    sheet.filtered = f"A{head}:{letter(len(headings))}{head + max(len(rows), 1)}"
    return sheet
