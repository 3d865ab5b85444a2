"""How long a large sheet takes to come in, stage by stage, beside openpyxl merely reading it."""

import gc
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from equality_tracker.organisation.models import User

from . import memory
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


@dataclass(frozen=True)
class Shape:
    """A workbook to measure: each of its sheets has `rows` actions and `columns` columns, those past the plan's own under headings without meaning."""

    name: str
    rows: int
    sheets: int = 1
    columns: int = len(HEADINGS)

    @property
    def actions(self):
        return self.rows * self.sheets


def other_shapes(rows):
    """Return the other shapes of about as many cells as a sheet of `rows` actions has, or twice: longer, in many sheets, wide."""
    return [
        Shape("twice as long", rows * 2 - 1),
        Shape("in 50 sheets", max(rows // 25 - 1, 1), sheets=50),
        Shape("with 200 columns", max(rows // 5 - 1, 2), columns=200),
    ]


@dataclass
class Imported:
    """Seconds of each stage, in the middle of all runs, and the most MB that each process held."""

    rows: int
    runs: dict = field(default_factory=dict)
    memory: dict = field(default_factory=dict)
    others: dict = field(default_factory=dict)

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
    imported = Imported(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.xlsx"
        write_workbook(path, Shape("", rows))
        imported.memory = memory.measure(path, connection.settings_dict["NAME"])
        for number in range(runs):
            _time_openpyxl(imported, path)
            _time_apply(imported, _time_reading(imported, path, number))
        for shape in other_shapes(rows):
            write_workbook(path, shape)
            other = imported.others[shape.name] = Imported(shape.actions)
            other.memory = memory.measure(path, connection.settings_dict["NAME"])
            _time_openpyxl(other, path)
            _time_reading(other, path, 0)
    return imported


def write_workbook(path, shape):
    """Write a workbook of that shape, its actions in twenty priorities."""
    book = Workbook(write_only=True)
    wide = range(len(HEADINGS), shape.columns)
    for number in range(shape.sheets):
        sheet = book.create_sheet(f"Action plan {number + 1}")
        sheet.append([*HEADINGS, *(f"Column {column}" for column in wide)])
        for row in range(number * shape.rows, (number + 1) * shape.rows):
            extra = (f"{one(SUBJECTS, row + column)} {column}" for column in wide)
            sheet.append([*_row(row, shape.actions), *extra])
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
    with timed(imported, "openpyxl reads it"):
        book = load_workbook(path, data_only=True)
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    _read = cell.value
    with timed(imported, "openpyxl reads it, values only"):
        book = load_workbook(path, data_only=True, read_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            _read = row
        book.close()


def _time_reading(imported, path, number):
    """Time the file's reading and its preview; return the run, as the next page finds it."""
    with timed(imported, "read"):
        run = send(path)
    run = decide(run, number)
    with timed(imported, "preview"):
        open_page(run, "preview")
    return run


def _time_apply(imported, run):
    applying = import_module(APPLYING)
    with timed(imported, "apply"):
        done = applying.apply_run(run, by=admin(), on=timezone.localdate())
    if done.plan.actions.count() != imported.rows:
        raise CannotMeasure("the import did not bring in every row")


def send(path):
    """Bring the file at `path` in, as far as its columns; return its run."""
    return import_module(STARTING).start(
        [path.read_bytes()], name=path.name, as_at=timezone.localdate(), by=admin()
    )


def open_page(run, stage):
    """Open the page of `run` that checks its columns, or its preview."""
    client = Client(raise_request_exception=False)
    client.force_login(admin())
    answer = client.get(reverse(f"imports:{stage}", args=[run.pk]))
    if answer.status_code != 200:
        raise CannotMeasure(f"the page {stage} answered {answer.status_code}")


def admin():
    return User.objects.get(pk=ADMIN)


def decide(run, number):
    """Choose what an admin would on the columns and the preview: a new plan, its directorate. Return the run as another page finds it."""
    if run.error:
        raise CannotMeasure(f"the sheet was refused: {run.error}")
    plan = {"title": f"Imported plan {number}", "reference": f"IMPORTED-{number}"}
    decisions = {
        "plan": {**plan, "start": "2026-04-01", "end": "2030-03-31", "live": True},
        "directorate": "3",
    }
    runs = type(run).objects
    runs.filter(pk=run.pk).update(decisions=decisions, state="previewed")
    return runs.defer("tables", "understood").get(pk=run.pk)


class timed:
    """Keeps how long its block took as a stage."""

    def __init__(self, imported, stage):
        self.imported, self.stage = imported, stage

    def __enter__(self):
        # What the stage before left in rings is not this one's to collect.
        gc.collect()
        self.begun = time.perf_counter()

    def __exit__(self, failed, *error):
        if not failed:
            self.imported.keep(self.stage, time.perf_counter() - self.begun)
