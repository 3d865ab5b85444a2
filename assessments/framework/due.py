"""What waits in the areas of the frameworks in use: criteria past their day, proposed, not judged yet, or judged long ago."""

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import NamedTuple

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from assessments.models import FrameworkArea, Judgement
from equality_tracker.organisation.models import Role
from equality_tracker.prepared import Prepared

from .readiness import Standing, of_state

# A state of readiness.STATES -> how its number is read, the most pressing first.
CALLED = {
    "late": "past the day wanted",
    "proposed": "proposed, to be judged",
    "not-judged": "not judged yet",
    "old": "judged more than a year ago",
}


class Position(NamedTuple):
    """Where a level stands among those of its framework."""

    position: int


class Said(NamedTuple):
    """A judgement or a proposal as far as it says what waits."""

    level: Position | None
    on: datetime.date | None
    at: datetime.datetime


class Call(NamedTuple):
    """So many criteria that wait for the same, and the address that lists just those."""

    count: int
    words: str
    url: str


@dataclass(frozen=True)
class AreaDue:
    """One area, the directorate that its lead's post belongs to, and how many criteria wait in it: {a state: how many}, those that count none left out."""

    pk: int
    title: str
    number: int
    lead: int | None
    directorate: int | None
    key: str
    framework: str
    area_word: str
    counts: dict

    @property
    def url(self):
        return reverse("assessments:framework_area", args=[self.pk])

    @property
    def calls(self):
        return calls(self.key, self.counts, f"area={self.number}&")

    def __str__(self):
        return f"{self.number} {self.title}"


def calls(key, counts, within=""):
    """Return the Calls of `counts` in the framework `key`, the most pressing first; `within` narrows their addresses."""
    listed = reverse("assessments:framework_criteria", args=[key])
    return [
        Call(counts[state], words, f"{listed}?{within}state={state}")
        for state, words in CALLED.items()
        if counts.get(state)
    ]


def of_frameworks(areas):
    """Yield (the AreaDues of a framework, the Calls of all of them together) of `areas`, in their order."""
    for key, own in groupby(areas, key=lambda one: one.key):
        found = list(own)
        total = sum((Counter(one.counts) for one in found), Counter())
        yield found, calls(key, total)


def of_all(on):
    """Return the AreaDue of each area of the frameworks in use, on the day `on`: one query."""
    return _told(_everywhere.tuples(), on)


def of_person(user, on):
    """Return those of the areas that `user` leads and, for a manager, that are led from their directorates: one query."""
    rows = _answered_for(user.role == Role.MANAGER).tuples(user=user.pk, on=on)
    return _told(rows, on)


def _told(rows, on):
    """An AreaDue of each area of `rows`: a row a criterion, one with none where an area has no criteria."""
    return [_area(area, [row[AREA:] for row in own], on) for area, own in groupby(rows, key=lambda row: row[:AREA])]  # fmt: skip


def _area(area, criteria, on):
    standings = [_standing(*rest) for pk, *rest in criteria if pk is not None]
    found = {state: len(of_state(standings, state, on)) for state in CALLED}
    return AreaDue(*area, {state: n for state, n in found.items() if n})


def _standing(wanted, wanted_by, level, judged_on, judged_at, proposed_at):
    return Standing(
        criterion=None,
        judged=judged_at and Said(Position(level), judged_on, judged_at),
        proposed=proposed_at and Said(None, None, proposed_at),
        wanted=None if wanted is None else Position(wanted),
        wanted_by=wanted_by,
    )


OF_AREA = (
    "pk", "title", "number", "lead", "lead__directorate",
    "framework__key", "framework__short_name", "framework__area_word",
)  # fmt: skip
AREA = len(OF_AREA)


def _asked(areas):
    """A row for each criterion of `areas`, as `_told` takes them."""
    found = areas.in_use().annotate(
        wanted=Coalesce("criteria__level_wanted__position", "framework__level_wanted__position"),
        asked_by=Coalesce("criteria__wanted_by", "framework__wanted_by"),
        level=_newest("judged", "level__position"),
        judged_on=_newest("judged", "on"),
        judged_at=_newest("judged", "at"),
        proposed_at=_newest("proposed", "at"),
    )  # fmt: skip
    rows = found.values_list(
        *OF_AREA, "criteria", "wanted", "asked_by", "level", "judged_on", "judged_at", "proposed_at"
    )  # fmt: skip
    return rows.order_by("-framework__year", "framework_id", "number")


def _newest(kind, field):
    said = Judgement.objects.filter(criterion=OuterRef("criteria"), kind=kind)
    return Subquery(said.newest_first().values(field)[:1])


@Prepared
def _everywhere():
    return _asked(FrameworkArea.objects)


@cache
def _answered_for(as_manager):
    """The question of one person's areas."""

    def answered_for(user, on):
        return _asked(FrameworkArea.objects.led_by(user, on, as_manager=as_manager))

    return Prepared(answered_for)
