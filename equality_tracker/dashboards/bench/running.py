"""A whole run of the bench: databases made and filled, pages and import measured, databases dropped."""

import logging
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.test.utils import override_settings
from django.utils import timezone

from .assessment_pages import ASSESSMENTS
from .assessments import fill_council_with_assessments
from .bounds import Results
from .filling import fill
from .importing import CannotMeasure, measure_import
from .indicator_pages import INDICATORS
from .indicators import fill_council_with_indicators
from .pages import chosen
from .registering import measure_register
from .scratch import scratch_databases, using
from .timing import measure

URLS = "equality_tracker.dashboards.bench.urls"
IMPORT = "import"
# The areas of an app each: its pages and what fills a council for them. "indicators" asks for the first.
AREAS = (
    (INDICATORS, fill_council_with_indicators),
    (ASSESSMENTS, fill_council_with_assessments),
)
# Answers for files alone, and warns where none were collected: pages pass through it untouched.
STATIC = "whitenoise.middleware.WhiteNoiseMiddleware"


@dataclass(frozen=True)
class Wanted:
    """What is asked of a run: `only` holds words of the keys of pages, "import" and the names of areas among them; none means everything.

    `area_sizes` is {name: sizes} of areas that are measured at other sizes than their own.
    """

    sizes: list
    runs: int
    only: list = field(default_factory=list)
    area_sizes: dict = field(default_factory=dict)
    import_rows: int = 10_000
    import_runs: int = 3

    @property
    def page_words(self):
        areas = [area.counted for area, _fill in AREAS]
        return [word for word in self.only if word not in (IMPORT, *areas)]

    @property
    def asks_pages(self):
        return bool(self.page_words) or not self.only

    @property
    def asks_import(self):
        return IMPORT in self.only or not self.only

    @property
    def asks_actions(self):
        return self.asks_pages or self.asks_import

    def asks(self, area):
        """Whether the pages of `area` are measured."""
        return area.counted in self.only or not self.only

    def sizes_of(self, area):
        return self.area_sizes.get(area.counted) or (area.small, area.large)


@dataclass
class Found:
    """What a run found: Results of the pages, what could not be measured and why, Imported or None, {name: Results} of the areas."""

    results: Results
    missing: list
    imported: object = None
    areas: dict = field(default_factory=dict)

    def of(self, area):
        return self.areas.get(area.counted, Results([]))


def run(wanted, shown=lambda text: None):
    """Run the bench and return what it Found; `shown` is told how far it has got."""
    found = Found(Results([]), [])
    with as_in_production():
        if wanted.asks_actions:
            _actions(found, wanted, shown)
        for area, fill_council in AREAS:
            if wanted.asks(area):
                _area(found, wanted, area, fill_council, shown)
    return found


def _actions(found, wanted, shown):
    with scratch_databases(wanted.sizes) as databases:
        for size, database in databases.items():
            _fill(size, database, shown)
        if wanted.asks_pages:
            pages = chosen(wanted.page_words)
            measured, missing = measure(
                databases, runs=wanted.runs, pages=pages, shown=shown
            )
            found.results, found.missing = Results(measured), missing
        if wanted.asks_import:
            _import(found, wanted, next(iter(databases.values())), shown)


def _area(found, wanted, area, fill_council, shown):
    with scratch_databases(wanted.sizes_of(area)) as databases:
        for size, database in databases.items():
            shown(f"Making {size:,} {area.counted}")
            with using(database):
                fill_council(size, timezone.localdate())
        measured, missing = measure(
            databases, runs=wanted.runs, pages=area.pages, shown=shown
        )
    found.areas[area.counted] = Results(measured)
    found.missing += missing


def _fill(size, database, shown):
    begun = time.perf_counter()
    with using(database):
        fill(size, timezone.localdate())
    shown(f"Made {size:,} actions in {time.perf_counter() - begun:.0f} s")


def _import(found, wanted, database, shown):
    shown(f"Importing a sheet of {wanted.import_rows:,} rows")
    try:
        with using(database):
            found.imported = measure_import(wanted.import_rows, runs=wanted.import_runs)
            shown(f"Importing a register of {wanted.import_rows:,} rows, twice")
            with tempfile.TemporaryDirectory() as folder:
                rows = wanted.import_rows
                measure_register(found.imported, Path(folder), rows)
    except CannotMeasure as reason:
        found.missing.append(f"Import of a sheet: {reason}")


@contextmanager
def as_in_production():
    """DEBUG off and plain HTTP on the address that Django's own client has; log lines would stand among the figures."""
    logging.disable(logging.CRITICAL)
    try:
        with override_settings(
            DEBUG=False,
            ROOT_URLCONF=URLS,
            ALLOWED_HOSTS=[*settings.ALLOWED_HOSTS, "testserver"],
            SECURE_SSL_REDIRECT=False,
            MIDDLEWARE=[each for each in settings.MIDDLEWARE if each != STATIC],
            SESSION_COOKIE_SECURE=False,
        ):
            yield
    finally:
        logging.disable(logging.NOTSET)
