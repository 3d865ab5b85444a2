"""The whole council: each part of it by status, each action counted once under whoever answers for it."""

from dataclasses import dataclass

from equality_tracker.organisation.models import Directorate, Succession

from .standing import Line, grouped, line_of


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


def matrix_of(scope, rows):
    """Return the Matrix of `rows`: a directorate that passed wholly into another is counted with that one. Two queries."""
    directorates = list(
        Directorate.objects.only("pk", "name", "kind", "closed", "opened")
    )
    heirs = _heirs()
    own = grouped(
        [row._replace(directorate=_today(row.directorate, heirs)) for row in rows],
        "directorate",
    )
    lines = {
        one: line_of(
            scope, one.name, own[one.pk], url=one.get_absolute_url(), answering=one.pk
        )
        for one in directorates
        if one.pk in own or (one.pk not in heirs and _stands(one, scope.on))
    }
    partner = Directorate.Kind.PARTNER
    return Matrix(
        [line for one, line in lines.items() if one.kind != partner],
        [line for one, line in lines.items() if one.kind == partner],
        line_of(scope, "No directorate", own[None], answering="none"),
        line_of(scope, "Whole council", rows),
    )


def _stands(directorate, on):
    opened, closed = directorate.opened, directorate.closed
    return not (opened and opened > on) and not (closed and closed <= on)


def _heirs():
    """{directorate: the only one that followed it}; one that was split has no single heir and keeps its own line."""
    followers = {}
    for before, after in Succession.objects.values_list("predecessor", "successor"):
        followers.setdefault(before, set()).add(after)
    return {
        before: next(iter(after))
        for before, after in followers.items()
        if len(after) == 1
    }


def _today(directorate, heirs):
    seen = set()
    while directorate in heirs and directorate not in seen:
        seen.add(directorate)
        directorate = heirs[directorate]
    return directorate
