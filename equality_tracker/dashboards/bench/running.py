"""A whole run of the bench: databases made and filled, pages and import measured, databases dropped."""

import logging
import time
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.conf import settings
from django.test.utils import override_settings
from django.utils import timezone

from .bounds import Results
from .filling import fill
from .importing import CannotMeasure, measure_import
from .scratch import scratch_databases, using
from .timing import measure

URLS = "equality_tracker.dashboards.bench.urls"
IMPORT = "import"
# Answers for files alone, and warns where none were collected: pages pass through it untouched.
STATIC = "whitenoise.middleware.WhiteNoiseMiddleware"


@dataclass(frozen=True)
class Wanted:
    """What is asked of a run: `only` holds words of the keys of pages, "import" among them; none means everything."""

    sizes: list
    runs: int
    only: list = field(default_factory=list)
    import_rows: int = 10_000
    import_runs: int = 3

    @property
    def page_words(self):
        return [word for word in self.only if word != IMPORT]

    @property
    def asks_pages(self):
        return bool(self.page_words) or not self.only

    @property
    def asks_import(self):
        return IMPORT in self.only or not self.only


@dataclass
class Found:
    """What a run found: Results of the pages, what could not be measured and why, and Imported or None."""

    results: Results
    missing: list
    imported: object = None


def run(wanted, shown=lambda text: None):
    """Run the bench and return what it Found; `shown` is told how far it has got."""
    with as_in_production(), scratch_databases(wanted.sizes) as databases:
        for size, database in databases.items():
            _fill(size, database, shown)
        measured, missing = [], []
        if wanted.asks_pages:
            measured, missing = measure(
                databases, runs=wanted.runs, only=wanted.page_words, shown=shown
            )
        found = Found(Results(measured), missing)
        if wanted.asks_import:
            _import(found, wanted, next(iter(databases.values())), shown)
    return found


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
