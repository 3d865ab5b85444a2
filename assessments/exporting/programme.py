"""The programme of a year as a file: what was promised and published, and beside it what the register holds."""

from django.conf import settings

from equality_tracker.templatetags.govuk import day
from equality_tracker.workbooks import writer

# Heading, width in characters, and how a line gives the cell. What was published comes back by the importer; the rest is counted.
COLUMNS = (
    ("Directorate", 40, lambda line: line.name),
    ("Promised", 12, lambda line: line.promised),
    ("Completed, as published", 14, lambda line: line.completed if line.is_published else None),
    ("Percentage, as published", 14, lambda line: line.said_percentage),
    ("In the register", 12, lambda line: line.in_register),
    ("Counted as completed", 14, lambda line: line.completed),
    ("By the counts, %", 12, lambda line: line.percentage),
    ("To do", 10, lambda line: line.to_do),
)  # fmt: skip
HEADINGS = [heading for heading, _width, _cell in COLUMNS]
WIDTHS = [width for _heading, width, _cell in COLUMNS]


def about(programme):
    """The lines above the table: whose programme, of which year, as at when."""
    return [
        f"EIA programme {programme.name} of {settings.COUNCIL_NAME}",
        f"As at {day(programme.on)}",
    ]


def rows(programme):
    """A list of cells for each directorate; no total, which whoever reads it can add up."""
    return [[cell(line) for _heading, _width, cell in COLUMNS] for line in programme.lines]  # fmt: skip


def csv_lines(programme):
    """Yield the lines of a text table."""
    above = [[line] for line in about(programme)]
    yield from writer.csv_lines([*above, [], HEADINGS, *rows(programme)])


def xlsx_file(programme):
    """Return an open workbook of the programme."""
    return writer.write_xlsx(
        name="EIA programme",
        about=about(programme),
        headings=HEADINGS,
        rows=rows(programme),
        widths=WIDTHS,
    )
