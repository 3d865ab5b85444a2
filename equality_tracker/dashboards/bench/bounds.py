"""What the bench must reach, and whether it did."""

from dataclasses import dataclass

from .pages import AFTER, BARE, PAGES
from .registering import AGAIN

QUERIES = 12
GROWTH, SMALL, LARGE = 2.0, 1_000, 100_000
OF_TWIN = 1.5
OF_BARE = {
    "list": 8,
    "filtered list": 8,
    "council": 6,
    "directorate": 6,
    f"council{AFTER}": 6,
    f"directorate{AFTER}": 6,
    "action": 4,
    "update": 3,
}
LARGE_EXPORT_SECONDS = 1.0
OF_OPENPYXL = 1.5
APPLY_SECONDS, APPLY_ROWS = 8.0, 10_000
MEMORY_MB = 300
REGISTER_SECONDS = 10.0
# Twice the rows may cost a little more than twice: what is measured is never quiet.
TWICE = 2.2


@dataclass(frozen=True)
class Bound:
    """One thing to be reached: `found` and `most` in the same unit; `found` is None where nothing was measured."""

    label: str
    unit: str
    found: float | None
    most: float

    @property
    def verdict(self):
        if self.found is None:
            return "not measured"
        return "reached" if self.found <= self.most else "MISSED"


class Results:
    """All that was measured of pages, to be asked by page and size."""

    def __init__(self, measured):
        self.by_page = {(each.page.key, each.size): each for each in measured}
        self.sizes = sorted({each.size for each in measured})

    def get(self, key, size):
        return self.by_page.get((key, size))

    def multiple(self, key, other, size):
        """Return how many times as long as `other` the page takes; None where one was not measured."""
        own, base = self.get(key, size), self.get(other, size)
        return own.median / base.median if own and base else None

    def of_bare(self, key, size):
        return self.multiple(key, BARE, size)

    def growth(self, key):
        """Return how many times as long it takes over 100,000 actions as over 1,000."""
        small, large = self.get(key, SMALL), self.get(key, LARGE)
        return large.median / small.median if small and large else None

    def worst(self, key, ask):
        """Return the largest of `ask(key, size)` over every size; None where none was measured."""
        found = [ask(key, size) for size in self.sizes]
        return max((each for each in found if each is not None), default=None)


def page_bounds(results):
    """Yield a Bound for each thing that a page must reach, at the worst size."""
    own = [
        page for page in PAGES if page.key != BARE and not page.key.startswith("plain")
    ]
    for page in own:
        yield Bound(
            f"{page.label}: queries",
            "",
            results.worst(page.key, _queries(results)),
            QUERIES,
        )
    for page in own:
        if page.opened:
            label = f"{page.label}: {LARGE:,} actions against {SMALL:,}"
            yield Bound(label, "×", results.growth(page.key), GROWTH)
    for page in own:
        if page.twin:
            worst = results.worst(page.key, _of_twin(results, page.twin))
            yield Bound(f"{page.label}: of the same by hand", "×", worst, OF_TWIN)
        if page.key in OF_BARE:
            worst = results.worst(page.key, results.of_bare)
            yield Bound(f"{page.label}: of a bare page", "×", worst, OF_BARE[page.key])
    export = results.get("large export", 10_000)
    seconds = export.median if export else None
    yield Bound("CSV of 10,000 rows", "s", seconds, LARGE_EXPORT_SECONDS)


def import_bounds(imported):
    """Yield a Bound for each thing that the import of a large sheet must reach; `imported` is None where none was measured."""
    of_openpyxl = imported and imported.read_and_preview / imported.openpyxl
    yield Bound(
        "Read and preview: of openpyxl's own reading", "×", of_openpyxl, OF_OPENPYXL
    )
    enough = imported and imported.rows >= APPLY_ROWS
    seconds = imported.stages["apply"] if enough else None
    yield Bound(f"Apply {APPLY_ROWS:,} rows", "s", seconds, APPLY_SECONDS)
    together = sum(imported.memory.values()) if enough else None
    yield Bound(
        "Read and preview: memory of both processes", " MB", together, MEMORY_MB
    )
    for name, other in imported.others.items() if imported else ():
        found = other.read_and_preview / other.openpyxl if enough else None
        yield Bound(f"The same {name}: of openpyxl", "×", found, OF_OPENPYXL)
    for stage in (f"{AGAIN}read", f"{AGAIN}preview"):
        seconds = imported.stages.get(stage) if enough else None
        yield Bound(stage.capitalize(), "s", seconds, REGISTER_SECONDS)
    longer = imported and imported.others.get("twice as long")
    growth = (
        longer.read_and_preview / imported.read_and_preview
        if enough and longer
        else None
    )
    yield Bound("Twice the rows: of once", "×", growth, TWICE)


def _queries(results):
    def queries(key, size):
        found = results.get(key, size)
        return found.queries if found else None

    return queries


def _of_twin(results, twin):
    return lambda key, size: results.multiple(key, twin, size)
