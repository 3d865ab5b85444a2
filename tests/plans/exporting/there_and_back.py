"""A plan's spreadsheet sent out, written in as an officer would, and read back by the stages of an import."""

import datetime
import io
import tempfile

import openpyxl
from django.utils import timezone
from openpyxl.cell.cell import MergedCell

from equality_tracker.imports import stages
from equality_tracker.imports.applying import apply_run
from equality_tracker.imports.models import ImportRun
from equality_tracker.workbooks import xlsx
from plans.exporting.files import export
from tests.factories import ActionFactory, LeadFactory, UserFactory

ON = datetime.date(2026, 9, 30)
A_PLAN = {
    "title": "Fair Northmere",
    "reference": "FN-1",
    "start": None,
    "end": None,
    "live": True,
}


def send_out(plan, by=None):
    """Export `plan`; return the PlanExport."""
    return export(plan, by=by or UserFactory(), on=ON, at=timezone.now())


def bring_back(content, plan, *, decisions=None, as_at=ON):
    """Read a file for `plan` (None: whichever it came from) and compare it; return (the run, not saved, the Difference)."""
    run = ImportRun(
        name="back.xlsx",
        tables=tables_of(content),
        plan=plan,
        as_at=as_at,
        started_at=timezone.now(),
        decisions=decisions or {},
    )
    stages.understand(run)
    return run, stages.compare(run)


def bring_in(content, by, plan=None):
    """Import a file as an admin would who answers nothing, without the pages; return the run."""
    run = ImportRun(
        name="tracker.xlsx",
        size=len(content),
        sha256="0" * 64,
        tables=tables_of(content),
        plan=plan,
        as_at=ON,
        started_by=by,
        state=ImportRun.State.PREVIEWED,
        decisions={"plan": A_PLAN, "directorate": "none"},
    )
    stages.understand(run)
    run.save()
    return apply_run(run, by=by, on=ON)


def tables_of(content):
    """What the reading process makes of a workbook, without the process."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(bytes(content))
        file.flush()
        return {"file": "back.xlsx", **xlsx.read(file.name, lambda share: None)}


class Sheet:
    """The first sheet of an export, to be written in: cells by the heading and by words of the row."""

    def __init__(self, content):
        self.book = openpyxl.load_workbook(io.BytesIO(bytes(content)))
        self.sheet = self.book.worksheets[0]
        self.head = next(
            row[0].row
            for row in self.sheet.iter_rows()
            if any(cell.value == "Row key (leave as it is)" for cell in row)
        )
        self.columns = {
            cell.value: cell.column for cell in self.sheet[self.head] if cell.value
        }

    def row_of(self, words):
        """The number of the row one of whose cells is exactly `words`."""
        return next(
            row[0].row
            for row in self.sheet.iter_rows(min_row=self.head + 1)
            if any(cell.value == words for cell in row)
        )

    def write(self, words, heading, value):
        """Write `value` under `heading` in the row that says `words`."""
        self.sheet.cell(self.row_of(words), self.columns[heading]).value = value

    def values(self, words):
        return [cell.value for cell in self.sheet[self.row_of(words)]]

    def without_column(self, heading):
        """Take the words of a column away, heading and all."""
        for row in self.sheet.iter_rows(min_row=self.head):
            cell = row[self.columns[heading] - 1]
            if not isinstance(cell, MergedCell):
                cell.value = None

    @property
    def content(self):
        file = io.BytesIO()
        self.book.save(file)
        return file.getvalue()


def desk_under(priority, **said):
    """Return an action on target with a lead and a time, and what is `said` of it besides."""
    return ActionFactory(
        priority=priority,
        reference="1.1",
        title="Open the desk",
        lead_as_written="Desk Manager",
        leads=[LeadFactory(name="Desk Manager")],
        timescale="By March 2027",
        rag_status="on_target",
        **said,
    )
