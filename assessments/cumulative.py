"""What a set of assessments adds up to for each characteristic: how many harm, how severely, and which mitigations stand."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Sum

from assessments.models import AssessmentVersion, Impact, Mitigation
from equality_tracker.organisation.models import Characteristic

# Most severe first, as a reader wants them.
SEVERITIES = ("high", "medium", "low")
# An action that is achieved, or on its way, stands; one that slips or has not begun is told beside it.
STANDING = ("achieved", "on_target")


@dataclass
class Row:
    """One characteristic over the set; `unanswered` are the negative impacts that no mitigation is named for."""

    characteristic: Characteristic
    severity: Counter = field(default_factory=Counter)
    kinds: Counter = field(default_factory=Counter)
    mitigations: list = field(default_factory=list)
    unanswered: list = field(default_factory=list)

    @property
    def negative(self):
        return self.kinds["negative"]

    @property
    def positive(self):
        return self.kinds["positive"]

    @property
    def neutral(self):
        return self.kinds["neutral"]

    @property
    def by_severity(self):
        """(severity, its word, count) for each severity of its negative impacts that there is, the most severe first."""
        words = dict(Impact.Severity.choices)
        return [
            (one, words[one].lower(), self.severity[one])
            for one in SEVERITIES
            if self.severity[one]
        ]

    @property
    def standing(self):
        return standing(self.mitigations)

    @property
    def has_answers(self):
        """Whether there is anything to tell of what will be done, or is not."""
        return bool(self.mitigations or self.unanswered)


def standing(mitigations):
    """For how many of `mitigations` an action stands that goes well."""
    return sum(
        one.action is not None and one.action.rag_status in STANDING
        for one in mitigations
    )


class Cumulative:
    """The set of `assessments`, each by the version that `user` is told of. Five queries, however many there are."""

    def __init__(self, assessments, user):
        self.chosen = assessments.order_by()
        self.versions = self._told_to(user)

    def _told_to(self, user):
        """The ids of the versions, as a query: the shorter way where they are the newest, which PostgreSQL looks up first."""
        if user.may_update:
            return self.chosen.values("current")
        told = AssessmentVersion.objects.told_to(user)
        return told.filter(assessment__in=self.chosen.values("pk")).values("pk")

    @cached_property
    def count(self):
        return self.chosen.count()

    @cached_property
    def saving(self):
        """What the budget proposals among them would save, in pounds; None where none is named."""
        return self.chosen.aggregate(all=Sum("saving"))["all"]

    @property
    def silent(self):
        """How many of them say nothing yet of what they mean for anybody."""
        return self.count - len({one.assessment_version_id for one in self._impacts})

    @cached_property
    def rows(self):
        """Each characteristic that an impact names, those harmed most often and most severely first."""
        found = {}
        for one in self._impacts:
            row = found.setdefault(one.characteristic_id, Row(one.characteristic))
            row.kinds[one.kind] += 1
            if one.kind == "negative":
                row.severity[one.severity] += 1
                if self._is_unanswered(one):
                    row.unanswered.append(one)
        for one in self.mitigations:
            if one.impact:
                found[one.impact.characteristic_id].mitigations.append(one)
        return sorted(found.values(), key=_worst_first)

    @property
    def has_unanswered(self):
        """Whether they name harm that nothing is to be done about yet."""
        return any(row.unanswered for row in self.rows)

    @property
    def for_all(self):
        """The mitigations that are for everybody whom their assessment says it harms."""
        return [one for one in self.mitigations if one.impact is None]

    @property
    def for_all_standing(self):
        return standing(self.for_all)

    @cached_property
    def mitigations(self):
        """All that will be done, by assessment: one query."""
        rows = Mitigation.objects.filter(assessment_version__in=self.versions)  # fmt: skip
        rows = rows.select_related(
            "impact__characteristic", "action__plan", "assessment_version__assessment"
        ).defer("assessment_version__content", "action__search", "action__plan__summary")  # fmt: skip
        return list(rows.order_by("assessment_version__assessment__reference", "pk"))

    @cached_property
    def _impacts(self):
        """Every impact that they name, by assessment: one query."""
        rows = Impact.objects.filter(assessment_version__in=self.versions)
        rows = rows.select_related("characteristic", "assessment_version__assessment")
        rows = rows.defer("assessment_version__content", "evidence", "response")
        return list(rows.order_by("assessment_version__assessment__reference", "pk"))

    @cached_property
    def _answered(self):
        """The impacts named by the mitigations of each version; None among them where one is for all."""
        found = defaultdict(set)
        for one in self.mitigations:
            found[one.assessment_version_id].add(one.impact_id)
        return found

    def _is_unanswered(self, impact):
        return not self._answered[impact.assessment_version_id] & {impact.pk, None}


def _worst_first(row):
    severities = [-row.severity[one] for one in SEVERITIES]
    return -row.negative, severities, row.characteristic.position
