"""What a set of assessments adds up to for each characteristic: how many harm, how strongly, and which mitigations stand."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Q, Sum

from assessments.cumulative import told
from assessments.models import AssessmentVersion, Impact, Mitigation
from equality_tracker.organisation.models import Characteristic

# The strongest first, as a reader wants them.
SEVERITIES = ("high", "medium", "low")
# An action that is achieved, or on its way, stands; one that slips or has not begun is told beside it.
STANDING = ("achieved", "on_target")
# Of so many assessments a page tells each mitigation; of more it counts them, and the file tells them.
TOLD_AT_MOST = 200
# Whom a mitigation is for that names no characteristic.
EVERYBODY, NOBODY = "everybody", "nobody"


@dataclass
class Answers:
    """What will be done for some people: how many mitigations, for how many an action stands that goes well, and each of them."""

    count: int = 0
    standing: int = 0
    mitigations: list = field(default_factory=list)


@dataclass
class Row:
    """One characteristic over the set; `unanswered` of its negative impacts no mitigation is named for, `unanswered_impacts` each."""

    characteristic: Characteristic
    severity: Counter = field(default_factory=Counter)
    kinds: Counter = field(default_factory=Counter)
    unanswered: int = 0
    answers: Answers = field(default_factory=Answers)
    unanswered_impacts: list = field(default_factory=list)

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
        """(severity, its word, count) for each severity of its negative impacts that there is, the strongest first."""
        words = dict(Impact.Severity.choices)
        return [
            (one, words[one].lower(), self.severity[one])
            for one in SEVERITIES
            if self.severity[one]
        ]


class Cumulative:
    """The set of `assessments`, each by the version that `user` is told of. Six queries, however many there are."""

    def __init__(self, assessments, user):
        self.chosen = assessments.order_by()
        versions = self._told_to(user)
        self.impacts = Impact.objects.filter(assessment_version__in=versions)
        self._mitigations = Mitigation.objects.filter(assessment_version__in=versions)

    def _told_to(self, user):
        """The ids of the versions, as a query: of the newest by the shorter way, which takes PostgreSQL a tenth of the time."""
        if user.may_update:
            return self.chosen.values("current")
        versions = AssessmentVersion.objects.told_to(user)
        return versions.filter(assessment__in=self.chosen.values("pk")).values("pk")

    @cached_property
    def _sums(self):
        said = self.impacts.filter(assessment_version__assessment=OuterRef("pk"))
        return self.chosen.aggregate(
            count=Count("pk"),
            saving=Sum("saving"),
            said=Count("pk", filter=Exists(said.order_by())),
        )

    @property
    def count(self):
        return self._sums["count"]

    @property
    def saving(self):
        """What the budget proposals among them would save, in pounds; None where none is named."""
        return self._sums["saving"]

    @property
    def silent(self):
        """How many of them say nothing yet of what they mean for anybody."""
        return self.count - self._sums["said"]

    @property
    def tells_each(self):
        """Whether they are few enough to tell each mitigation on a page."""
        return self.count <= TOLD_AT_MOST

    @cached_property
    def rows(self):
        """Each characteristic that an impact names, those harmed most often and most strongly first."""
        people = Characteristic.objects.in_bulk()
        found = {}
        for key, kind, severity, count, unanswered in self._counted():
            row = found.setdefault(key, Row(people[key], answers=self._answers_for(key)))  # fmt: skip
            row.kinds[kind] += count
            if kind == "negative":
                row.severity[severity] += count
                row.unanswered += unanswered
        for one in self._unanswered_impacts():
            found[one.characteristic].unanswered_impacts.append(one)
        return sorted(found.values(), key=_worst_first)

    @property
    def for_all(self):
        """The mitigations that are for everybody whom their assessment says it harms."""
        return self._answers_for(EVERYBODY)

    @property
    def for_nobody(self):
        """The mitigations whose impact was taken away, and of which nobody has said since whom they are for."""
        return self._answers_for(NOBODY)

    @property
    def has_answers(self):
        """Whether there is anything to tell of what will be done, or is not."""
        return bool(self._answers) or any(row.unanswered for row in self.rows)

    @property
    def mitigations(self):
        """All that will be done, by assessment, as a file takes it away: one query."""
        rows = self._mitigations.select_related(
            "impact__characteristic", "action__plan", "assessment_version__assessment"
        ).defer("assessment_version__content", "action__search", "action__plan__summary")  # fmt: skip
        return rows.order_by("assessment_version__assessment__reference", "pk")

    def _counted(self):
        """(characteristic, kind, severity, how many, how many of them nothing is to be done about): one query."""
        rows = self.impacts.order_by().with_answers()
        rows = rows.values_list("characteristic", "kind", "severity")
        return rows.annotate(
            how_many=Count("pk"),
            unanswered=Count("pk", filter=Q(kind="negative", is_answered=False)),
        )

    @cached_property
    def _answers(self):
        """{characteristic, EVERYBODY or NOBODY: Answers}: two queries, one where there are too many to tell each."""
        found = {}
        counted = self._mitigations.order_by()
        counted = counted.values_list("impact__characteristic", "for_all")
        goes_well = Q(action__rag_status__in=STANDING)
        counted = counted.annotate(
            how_many=Count("pk"), well=Count("pk", filter=goes_well)
        )
        for characteristic, for_all, *counts in counted:
            found[_for_whom(characteristic, for_all)] = Answers(*counts)
        for one in told.mitigations(self._mitigations) if self.tells_each else ():
            found[_for_whom(one.characteristic, one.for_all)].mitigations.append(one)
        return found

    def _answers_for(self, key):
        return self._answers.get(key) or Answers()

    def _unanswered_impacts(self):
        """The negative impacts that nothing is to be done about: one query; none where there are too many to tell each."""
        if not self.tells_each:
            return []
        return told.unanswered(self.impacts.unanswered())


def _for_whom(characteristic, for_all):
    """The key under which what a mitigation is for is counted."""
    return characteristic or (EVERYBODY if for_all else NOBODY)


def _worst_first(row):
    severities = [-row.severity[one] for one in SEVERITIES]
    return -row.negative, severities, row.characteristic.position
