"""A whole run of the bench: databases made and filled, pages and import measured, databases dropped."""

import logging
import time
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.conf import settings
from django.test.utils import override_settings
from django.utils import timezone

from . import indicator_pages
from .bounds import Results
from .filling import fill
from .importing import CannotMeasure, measure_import
from .indicators import LARGE, SMALL, fill_council_with_indicators
from .pages import chosen
from .scratch import scratch_databases, using
from .timing import measure

URLS = "equality_tracker.dashboards.bench.urls"
IMPORT, INDICATORS = "import", "indicators"
# Answers for files alone, and warns where none were collected: pages pass through it untouched.
STATIC = "whitenoise.middleware.WhiteNoiseMiddleware"


@dataclass(frozen=True)
class Wanted:
    """What is asked of a run: `only` holds words of the keys of pages, "import" and "indicators" among them; none means everything."""

    sizes: list
    runs: int
    only: list = field(default_factory=list)
    indicator_sizes: tuple = (SMALL, LARGE)
    import_rows: int = 10_000
    import_runs: int = 3

    @property
    def page_words(self):
        return [word for word in self.only if word not in (IMPORT, INDICATORS)]

    @property
    def asks_pages(self):
        return bool(self.page_words) or not self.only

    @property
    def asks_import(self):
        return IMPORT in self.only or not self.only

    @property
    def asks_actions(self):
        return self.asks_pages or self.asks_import

    @property
    def asks_indicators(self):
        return INDICATORS in self.only or not self.only


@dataclass
class Found:
    """What a run found: Results of the pages, what could not be measured and why, Imported or None, Results of the pages of indicators."""

    results: Results
    missing: list
    imported: object = None
    indicators: Results = field(default_factory=lambda: Results([]))


def run(wanted, shown=lambda text: None):
    """Run the bench and return what it Found; `shown` is told how far it has got."""
    found = Found(Results([]), [])
    with as_in_production():
        if wanted.asks_actions:
            _actions(found, wanted, shown)
        if wanted.asks_indicators:
            _indicators(found, wanted, shown)
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


def _indicators(found, wanted, shown):
    with scratch_databases(wanted.indicator_sizes) as databases:
        for size, database in databases.items():
            shown(f"Making {size:,} indicators")
            with using(database):
                fill_council_with_indicators(size, timezone.localdate())
        measured, missing = measure(
            databases, runs=wanted.runs, pages=indicator_pages.PAGES, shown=shown
        )
    found.indicators = Results(measured)
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
