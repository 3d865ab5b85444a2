"""The selected actions as a file: the same rows as the page, with the filter and the day stated above them."""

from django.conf import settings

from equality_tracker.templatetags.govuk import day
from equality_tracker.workbooks import writer

from .models import Action
from .models.plan import Plan
from .models.status import NO_STATUS, RagStatus

XLSX = writer.XLSX
ROWS_AT_A_TIME = 2000
STATUS_WORDS = {None: NO_STATUS, **dict(RagStatus.choices)}
STATE_WORDS = dict(Plan.State.choices)
RECURRENCE_WORDS = {"": "", **dict(Action.Recurrence.choices)}
# Heading, width in characters, and how a row of `for_export()` gives the cell.
COLUMNS = (
    ("Plan", 14, "plan__reference"),
    ("Plan title", 30, "plan__title"),
    ("Plan state", 10, lambda row: STATE_WORDS[row["plan__state"]]),
    ("Priority no", 10, "priority__number"),
    ("Priority", 30, "priority__title"),
    ("Ref", 10, lambda row: "" if row["reference_is_ours"] else row["reference"]),
    ("Our number", 10, lambda row: row["reference_is_ours"] and row["reference"] or ""),
    ("Action", 50, "title"),
    ("Outcome", 40, "outcome"),
    ("Measures", 40, "measures"),
    ("Steps", 40, "steps"),
    ("Lead", 30, lambda row: _lines(row["lead_names"])),
    ("Lead as written", 30, "lead_as_written"),
    ("Directorate", 24, "directorate_label"),
    ("Contributing", 24, lambda row: _contributing(row)),
    ("Timescale", 24, "timescale"),
    ("Start", 12, "start"),
    ("Due as read", 12, "due"),
    ("First promised for", 12, "original_due"),
    ("Comes round", 14, lambda row: RECURRENCE_WORDS[row["recurrence"]]),
    ("Ongoing", 9, lambda row: "Yes" if row["ongoing"] else ""),
    ("Waits for", 30, "event"),
    ("RAG status", 16, lambda row: STATUS_WORDS[row["rag_status"]]),
    ("Priority monitoring", 12, lambda row: row["priority_monitoring"] and "Yes" or ""),
    ("Last updated", 12, "reported_on"),
    ("Progress", 60, "latest_update__progress"),
    ("Reason for slippage", 40, "latest_update__reason"),
    ("Why the date changed", 40, "latest_update__due_reason"),
    ("Aims", 30, lambda row: _lines(row["aim_names"])),
    ("Protected characteristics", 30, lambda row: _lines(row["characteristic_names"])),
)
HEADINGS = [heading for heading, _width, _cell in COLUMNS]
WIDTHS = [width for _heading, width, _cell in COLUMNS]


def csv_lines(selection):
    """Yield the lines of a text table of the selected actions, read from the database as they are sent."""
    return writer.csv_lines(_with_heading(selection))


def xlsx_file(selection):
    """Return an open workbook of the selected actions."""
    return writer.write_xlsx(
        name="Actions",
        about=about(selection),
        headings=HEADINGS,
        rows=rows(selection),
        widths=WIDTHS,
    )


def about(selection):
    """The lines above the table: whose actions, as at when, and which."""
    return [
        f"Equality actions of {settings.COUNCIL_NAME}",
        f"As at {day(selection.on)}",
        f"Which actions: {selection.sentence}",
    ]


def rows(selection):
    """Yield a list of cells for each selected action, in the page's order."""
    cells = [_getter(cell) for _heading, _width, cell in COLUMNS]
    found = selection.actions.for_export()
    for row in found.iterator(chunk_size=ROWS_AT_A_TIME):
        yield [cell(row) for cell in cells]


def _with_heading(selection):
    yield from ([line] for line in about(selection))
    yield []
    yield HEADINGS
    yield from rows(selection)


def _getter(cell):
    return cell if callable(cell) else lambda row: row[cell]


def _lines(names):
    return "\n".join(names)


def _contributing(row):
    if row["contributing_all"]:
        return "All directorates"
    return _lines(row["contributor_names"])
