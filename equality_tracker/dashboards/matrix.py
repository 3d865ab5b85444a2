"""The whole council: each part of it by status, each action counted once under whoever answers for it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import F

from equality_tracker.addresses import address
from equality_tracker.organisation.models import Directorate
from equality_tracker.prepared import Prepared

from .standing import Line, line_of


@dataclass(frozen=True)
class Matrix:
    """Directorates × statuses. `nobodys` holds what has no answering directorate; the lines add up to `total`."""

    directorates: list
    partners: list
    nobodys: Line
    total: Line

    @property
    def lines(self):
        """The lines as they stand on the page: directorates, partner bodies, then what nobody answers for."""
        return [*self.directorates, *self.partners, self.nobodys]


class _Body(NamedTuple):
    """A directorate or partner body, with those that followed it in a restructure."""

    directorate: Directorate
    heirs: set

    @property
    def name(self):
        is_partner = self.directorate.kind == Directorate.Kind.PARTNER
        return f"{self.directorate.name}{' (partner)' if is_partner else ''}"

    def stands(self, on):
        opened, closed = self.directorate.opened, self.directorate.closed
        return not (opened and opened > on) and not (closed and closed <= on)


def matrix_of(scope, counts, bodies):
    """Return the Matrix of `counts`, the statuses of each directorate's id: one that passed wholly into another is counted with that one. `bodies` are those of `bodies_of`."""
    own = defaultdict(Counter)
    for directorate, counted in counts.items():
        own[today_of(directorate, bodies)] += counted
    lines = {
        key: line_of(
            scope,
            body.name,
            own[key],
            url=address("dashboards:directorate", key),
            answering=key,
        )
        for key, body in bodies.items()
        if key in own or (len(body.heirs) != 1 and body.stands(scope.on))
    }
    is_partner = {
        key: bodies[key].directorate.kind == Directorate.Kind.PARTNER for key in lines
    }
    return Matrix(
        [line for key, line in lines.items() if not is_partner[key]],
        [line for key, line in lines.items() if is_partner[key]],
        line_of(scope, "No directorate", own.get(None, Counter()), answering="none"),
        line_of(scope, "Whole council", sum(own.values(), Counter())),
    )


def bodies_of():
    """Return {directorate id: its _Body}, by name: one query."""
    bodies = {}
    for one in _with_heirs.rows():
        body = bodies.setdefault(one.pk, _Body(one, set()))
        body.heirs.update({one.heir} - {None})
    return bodies


@Prepared
def _with_heirs():
    """Each directorate as often as it has heirs, at least once."""
    heirs = Directorate.objects.annotate(heir=F("successions__successor"))
    return heirs.only("name", "kind", "opened", "closed")


def today_of(directorate, bodies):
    """Return the id of the directorate that a row is counted under: its only heir's where it has one, and so on; a split one keeps its own."""
    seen = set()
    while directorate is not None and directorate not in seen:
        seen.add(directorate)
        heirs = bodies[directorate].heirs
        if len(heirs) != 1:
            break
        (directorate,) = heirs
    return directorate
