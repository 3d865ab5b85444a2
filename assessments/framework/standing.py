"""How the council stands against frameworks, loaded for their pages: six queries, however many there are."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.urls import reverse

from assessments.models import (
    Award,
    Criterion,
    CriterionEvidence,
    FrameworkArea,
    FrameworkLevel,
    Judgement,
)
from assessments.models.criterion_evidence import hidden_from
from equality_tracker.organisation.models import Holding

from .readiness import Readiness, Standing


@dataclass(frozen=True)
class AreaStanding:
    """One area with how each of its criteria stands."""

    area: object
    readiness: Readiness

    @property
    def standings(self):
        return self.readiness.standings

    @property
    def list_url(self):
        """Where its criteria are listed; a state is added to it."""
        return f"{_list_url(self.area.framework)}?area={self.area.number}&state="


class FrameworkStanding:
    """One framework with its areas, its levels and its newest award."""

    def __init__(self, framework, areas, levels, award):
        self.framework, self.areas = framework, areas
        self.levels, self.award = levels, award

    @cached_property
    def readiness(self):
        return Readiness([one for area in self.areas for one in area.standings])

    @property
    def list_url(self):
        """Where all of its criteria are listed; a state is added to it."""
        return f"{_list_url(self.framework)}?state="

    @property
    def wanted(self):
        """The level wanted of all that want none of their own."""
        wanted = self.framework.level_wanted_id
        return next((one for one in self.levels if one.pk == wanted), None)

    def of_area(self, pk):
        """The standing of one of its areas."""
        return next(one for one in self.areas if one.area.pk == pk)


def _list_url(framework):
    return reverse("assessments:framework_criteria", args=[framework.key])


def load(frameworks, *, user, on):
    """Return a FrameworkStanding for each of `frameworks`; evidence is counted as `user` may see it on the day `on`."""
    frameworks = {one.pk: one for one in frameworks}
    levels, areas = _levels(frameworks), _areas(frameworks, on)
    rows = _standings(areas, levels, user, on)
    awards = Award.objects.filter(framework__in=frameworks).newest()
    awards = awards.select_related("level", "report")
    awards = {one.framework_id: one for one in awards}
    return [
        FrameworkStanding(
            one,
            [
                AreaStanding(area, Readiness(rows[area.pk]))
                for area in areas.values()
                if area.framework_id == key
            ],
            [level for level in levels.values() if level.framework_id == key],
            awards.get(key),
        )
        for key, one in frameworks.items()
    ]


def _levels(frameworks):
    """Each level of `frameworks` by its key, the lowest first."""
    rows = FrameworkLevel.objects.filter(framework__in=frameworks)
    return {one.pk: one for one in rows.order_by("framework", "position")}


def _areas(frameworks, on):
    """Each area of `frameworks` by its key, in their order, with its framework, its lead, and as `holders` who holds that post on the day `on`."""
    names = ArraySubquery(Holding.objects.names(OuterRef("lead"), on))
    rows = FrameworkArea.objects.filter(framework__in=frameworks)
    rows = rows.annotate(holders=names)
    areas = {one.pk: one for one in rows.select_related("lead").order_by("number")}
    for one in areas.values():
        one.framework = frameworks[one.framework_id]
    return areas


def _standings(areas, levels, user, on):
    """{an area's key: how each of its criteria stands}."""
    criteria = list(Criterion.objects.filter(area__in=areas).order_by("position"))
    said = newest_of(criteria, levels)
    shown = _evidence_counts(criteria, user, on)
    found = defaultdict(list)
    for one in criteria:
        one.area = areas[one.area_id]
        found[one.area_id].append(standing_of(one, levels, said[one.pk], shown[one.pk]))
    return found


def _evidence_counts(criteria, user, on):
    """{a criterion's key: how much shows it that `user` may know of on the day `on`}."""
    rows = CriterionEvidence.objects.standing().filter(criterion__in=criteria)
    rows = list(
        rows.values_list("criterion", "assessment", "assessment__confidential_until")
    )
    hidden = hidden_from(user, on, [row[1:] for row in rows])
    return Counter(row[0] for row in rows if row[1] not in hidden)


def newest_of(criteria, levels):
    """{a criterion's key: {kind: its newest judgement of that kind}}, each with its level of `levels`: one query."""
    said = defaultdict(dict)
    for one in Judgement.objects.filter(criterion__in=criteria).newest():
        one.level = levels[one.level_id]
        said[one.criterion_id][one.kind] = one
    return said


def standing_of(criterion, levels, said, evidence):
    """How `criterion` stands: what it wants itself goes before what the whole framework wants."""
    framework = criterion.area.framework
    wanted = criterion.level_wanted_id or framework.level_wanted_id
    return Standing(
        criterion,
        judged=said.get("judged"),
        proposed=said.get("proposed"),
        wanted=levels.get(wanted),
        wanted_by=criterion.wanted_by or framework.wanted_by,
        evidence=evidence,
    )
