"""What the pages of plans and of assessments show of frameworks: what waits for a person, and what something stands as evidence for."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from assessments.models import CriterionEvidence
from equality_tracker.organisation.models import Role
from equality_tracker.prepared import Prepared
from plans import panels
from plans.panels import Panel

from . import due

STYLES = ("css/assessments.css", "css/dashboards-assessments.css", "css/frameworks.css")
NAMED = 8


@dataclass(frozen=True)
class YourAreas:
    """The first areas of `count` that a person answers for, those where something waits before the others."""

    first: list
    count: int
    as_manager: bool

    @property
    def is_cut(self):
        return self.count > len(self.first)


@dataclass(frozen=True)
class Shows:
    """The first criteria of `count` that something stands as evidence for."""

    first: list
    count: int

    @property
    def rest(self):
        return self.count - len(self.first)


def register():
    """Take the places on the pages of plans: called once, when the site starts."""
    panels.OF_ACTION.register(of_action, shows_criteria=lambda: shows_any("action"))
    panels.OF_PERSON.register(of_person)


def of_person(user, on):
    """The areas that a person is asked to lead, or None: one query, none for who writes nothing."""
    areas = due.of_person(user, on) if user.may_update else []
    if not areas:
        return None
    called = sorted(areas, key=lambda one: not one.counts)
    found = YourAreas(called[:NAMED], len(areas), user.role == Role.MANAGER)
    return Panel("assessments/framework/_person_panel.html", found, STYLES)


def of_action(action, user, on):
    """The criteria that an action stands as evidence for, or None: one query where there are any."""
    if not action.shows_criteria:
        return None
    return _shown(_by_action.rows(action=action.pk))


def shown_by_assessment(assessment):
    """The same of an assessment that says `shows_criteria`."""
    if not assessment.shows_criteria:
        return None
    return _shown(_by_assessment.rows(assessment=assessment.pk))


def _shown(rows):
    criteria = [one.criterion for one in rows]
    found = Shows(criteria[:NAMED], len(criteria))
    return Panel("assessments/framework/_evidence_for.html", found, STYLES)


def shows_any(kind):
    """Whether the row of a page, an action or an assessment, stands as evidence for any criterion: an expression of its own question."""
    rows = CriterionEvidence.objects.standing().filter(**{kind: OuterRef("pk")})
    return Exists(rows.order_by())


@Prepared
def _by_action(action):
    return _with_criteria(CriterionEvidence.objects.filter(action=action))


@Prepared
def _by_assessment(assessment):
    return _with_criteria(CriterionEvidence.objects.filter(assessment=assessment))


def _with_criteria(rows):
    used = rows.standing().filter(criterion__area__framework__used_from__isnull=False)
    order = ("-criterion__area__framework__year", "criterion__area__number", "criterion__position")  # fmt: skip
    return used.select_related("criterion__area__framework").order_by(*order)
