"""How long a large sheet takes to come in, stage by stage, beside openpyxl merely reading it."""

import statistics
import tempfile
import time
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from equality_tracker.organisation.models import User

from .council import ADMIN
from .words import MEASURES, OUTCOMES, POSTS, PROGRESS, SUBJECTS, one, title

HEADINGS = [
    "Ref",
    "Priority",
    "Action",
    "Outcome",
    "Measures",
    "Lead",
    "Timescale",
    "RAG status",
    "Progress",
]
MONTHS = ["March", "June", "September", "December"]
STATUSES = ["On target", "Achieved", "Not started", "On target"]
# The imports stand beside the dashboards in the house: neither knows the other, so the bench asks for them by name.
STARTING = "equality_tracker.imports.starting"
APPLYING = "equality_tracker.imports.applying"


class CannotMeasure(Exception):
    """A stage did not end as it should: its time would mean nothing."""


@dataclass
class Imported:
    """Seconds of each stage, in the middle of all runs."""

    rows: int
    runs: dict = field(default_factory=dict)

    def keep(self, stage, seconds):
        self.runs.setdefault(stage, []).append(seconds)

    @property
    def stages(self):
        return {stage: statistics.median(runs) for stage, runs in self.runs.items()}

    @property
    def openpyxl(self):
        return self.stages["openpyxl reads it"]

    @property
    def read_and_preview(self):
        return self.stages["read"] + self.stages["preview"]


def measure_import(rows, *, runs):
    """Return Imported for a sheet of `rows`, brought into new plans of the database in use. Raises CannotMeasure with the reason."""
    starting, applying = import_module(STARTING), import_module(APPLYING)
    imported = Imported(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.xlsx"
        write_sheet(path, rows)
        for number in range(runs):
            _time_openpyxl(imported, path)
            _time_stages(imported, path, number, starting, applying)
    return imported


def write_sheet(path, rows):
    """Write a workbook with one table of `rows` actions in twenty priorities."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Action plan")
    sheet.append(HEADINGS)
    for number in range(rows):
        sheet.append(_row(number, rows))
    book.save(path)


def _row(number, rows):
    priority = number * 20 // rows + 1
    year = 2027 + number % 3
    return [
        f"{priority}.{number + 1}",
        f"{priority} {one(SUBJECTS, priority)} for everybody",
        title(number),
        one(OUTCOMES, number),
        one(MEASURES, number),
        f"{one(POSTS, number)} {one(SUBJECTS, number // 5)}",
        f"By the end of {one(MONTHS, number)} {year}",
        one(STATUSES, number),
        one(PROGRESS, number),
    ]


def _time_openpyxl(imported, path):
    with _timed(imported, "openpyxl reads it"):
        book = load_workbook(path, data_only=True)
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    _read = cell.value
    with _timed(imported, "openpyxl reads it, values only"):
        book = load_workbook(path, data_only=True, read_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            _read = row
        book.close()


def _time_stages(imported, path, number, starting, applying):
    by, on = User.objects.get(pk=ADMIN), timezone.localdate()
    with _timed(imported, "read"):
        run = starting.start([path.read_bytes()], name=path.name, as_at=on, by=by)
    _decide(run, number)
    client = Client(raise_request_exception=False)
    client.force_login(by)
    with _timed(imported, "preview"):
        answer = client.get(reverse("imports:preview", args=[run.pk]))
    if answer.status_code != 200:
        raise CannotMeasure(f"the preview answered {answer.status_code}")
    with _timed(imported, "apply"):
        done = applying.apply_run(run, by=by, on=on)
    if done.plan.actions.count() != imported.rows:
        raise CannotMeasure("the import did not bring in every row")


def _decide(run, number):
    """What an admin would have chosen on the columns and the preview: a new plan, its directorate."""
    if run.error:
        raise CannotMeasure(f"the sheet was refused: {run.error}")
    plan = {"title": f"Imported plan {number}", "reference": f"IMPORTED-{number}"}
    run.decisions = {
        "plan": {**plan, "start": "2026-04-01", "end": "2030-03-31", "live": True},
        "directorate": "3",
    }
    run.state = type(run).State.PREVIEWED
    run.save()


class _timed:
    """Keeps how long its block took as a stage."""

    def __init__(self, imported, stage):
        self.imported, self.stage = imported, stage

    def __enter__(self):
        self.begun = time.perf_counter()

    def __exit__(self, failed, *error):
        if not failed:
            self.imported.keep(self.stage, time.perf_counter() - self.begun)
