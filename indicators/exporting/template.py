"""A blank sheet for the results of a period: a row for each indicator, to be filled in away from the site and brought back."""

from equality_tracker.workbooks.book import BookSheet, Look, sheet_name, write
from equality_tracker.workbooks.cells import letter
from indicators.exporting import naming
from indicators.exporting.books import HEAD, as_at
from indicators.words import units
from plans.exporting.sheets import LINE, SMALL, TEXT, TITLE

# What is only to look at stands under headings that the reader takes for nothing.
FOR_COMPARISON = "For comparison: last time", "For comparison: wanted"
GREY = Look(fill="F0F0F0", colour="595959")
OPEN = Look(fill="FFF7D6")
ADVICE = (
    "Write each result into its yellow cell as it is published: 34.4%, 1,204, £4.2m, 12 out of 15.",
    "Where there is no figure, write why instead: no survey, not yet available, to be confirmed, not applicable, withdrawn.",
    "Add “(provisional)” to a figure that may still change.",
    "Numerator and denominator: how many out of how many, where the figure was counted. They may be left blank.",
    "Leave a row blank where there is nothing to report yet: a blank cell changes nothing.",
    "The grey columns are there to compare with and are not read. Leave the headings and codes as they are; rows may be sorted or taken out.",
    "For results by group (women, men, disabled people …) add a sheet with the headings: Code, Period, Characteristic, Group, Result, Count, "
    "Base.",
    "When it is filled in: Imports, Import a file. All of it is shown before anything is saved, and can be undone.",
)
FIRST = 6


def results_template(rows, period, *, on, about=()):
    """Return a workbook's bytes for the results of `period` (a periods.Period) with a row for each of `rows` (as `sheets.rows_of` gives them).

    A result that stands already is filled in. `about` are lines that say whose sheet it is.
    """
    words = naming.period(period.kind, period.end, [period.name])
    sheet = BookSheet(sheet_name(f"Results {period.name}"))
    sheet.put(1, 1, f"Results for {period.name}", TITLE)
    sheet.put(2, 1, "; ".join([as_at(on), *about]), SMALL)
    sheet.put(3, 1, "Write into the yellow cells; leave blank what is not known yet.", LINE)  # fmt: skip
    columns = _columns(words)
    for number, (heading, width, _look, _said) in enumerate(columns, start=1):
        sheet.put(FIRST - 1, number, heading, HEAD)
        sheet.widths[number] = width
    for place, row in enumerate(rows, start=FIRST):
        for number, (_heading, _width, look, said) in enumerate(columns, start=1):
            sheet.put(place, number, said(row), look)
    sheet.frozen, sheet.titles = FIRST - 1, (FIRST - 1, FIRST - 1)
    last = FIRST + max(len(rows), 1) - 1
    sheet.filtered = f"A{FIRST - 1}:{letter(len(columns))}{last}"
    return write([sheet, _advice()], title=f"Results for {period.name}").read()


def _columns(words):
    """Heading, width, look and what a row says there."""
    return (
        ("Code", 12, TEXT, lambda row: row.indicator.code),
        ("Indicator", 48, TEXT, lambda row: row.indicator.title),
        ("Part of", 12, TEXT, lambda row: _part_of(row.indicator.parent)),
        ("Unit", 12, TEXT, lambda row: row.indicator.unit or units.NONE),
        (FOR_COMPARISON[0], 20, GREY, lambda row: _last(row.last)),
        (FOR_COMPARISON[1], 20, GREY, lambda row: row.target.text if row.target else ""),
        (naming.heading("result", words), 20, OPEN, lambda row: row.result.text if row.result else ""),
        (naming.heading("numerator", words), 14, OPEN, lambda row: _number(row.result, "numerator")),
        (naming.heading("denominator", words), 14, OPEN, lambda row: _number(row.result, "denominator")),
    )  # fmt: skip


def _part_of(parent):
    return (parent.code or parent.title) if parent else ""


def _last(result):
    return f"{result.text} ({result.period})" if result else ""


def _number(result, name):
    number = getattr(result, name, None)
    return "" if number is None else f"{number.normalize():f}"


def _advice():
    sheet = BookSheet("How to fill it in", widths={1: 6, 2: 100})
    sheet.put(1, 1, "How to fill it in", TITLE)
    for row, line in enumerate(ADVICE, start=3):
        sheet.put(row, 1, f"{row - 2}.", LINE)
        sheet.put(row, 2, line, Look(border=False))
    return sheet
