"""What the pages of one app must reach, each at the worst of its two sizes."""

from dataclasses import dataclass, field

from .bounds import OF_TWIN, QUERIES, Bound
from .pages import BARE

GROWTH = 2.0


@dataclass(frozen=True)
class Area:
    """The pages of one app: what is counted there, how many of it in either size, and what the pages may take of a bare one."""

    counted: str
    small: int
    large: int
    pages: list
    of_bare: dict = field(default_factory=dict)

    @property
    def own(self):
        """The product's own pages."""
        return [page for page in self.pages if page.key != BARE and not page.key.startswith("plain")]  # fmt: skip

    def bounds(self, results):
        """Yield a Bound for each thing that the pages must reach."""
        # What is not opened but taken away reads a thousand rows at a time.
        opened = [page for page in self.own if page.opened]
        for page in opened:
            counted = [each.queries for (key, _size), each in results.by_page.items() if key == page.key]  # fmt: skip
            yield Bound(f"{page.label}: queries", "", max(counted, default=None), QUERIES)  # fmt: skip
        for page in opened:
            yield self._growth(results, page)
        for page in self.own:
            if page.twin:
                worst = results.worst(page.key, lambda key, size, twin=page.twin: results.multiple(key, twin, size))  # fmt: skip
                yield Bound(f"{page.label}: of the same by hand", "×", worst, OF_TWIN)
            if page.key in self.of_bare:
                worst = results.worst(page.key, results.of_bare)
                yield Bound(f"{page.label}: of a bare page", "×", worst, self.of_bare[page.key])  # fmt: skip

    def _growth(self, results, page):
        small, large = results.get(page.key, self.small), results.get(page.key, self.large)  # fmt: skip
        found = large.median / small.median if small and large else None
        label = f"{page.label}: {self.large:,} {self.counted} against {self.small:,}"
        return Bound(label, "×", found, GROWTH)
