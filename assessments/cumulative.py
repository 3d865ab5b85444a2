"""What a set of assessments adds up to for each characteristic: how many harm, how severely, and which mitigations stand."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from assessments.models import Impact, Mitigation
from equality_tracker.organisation.models import Characteristic

# Most severe first, as a reader wants them.
SEVERITIES = ("high", "medium", "low")
# An action that is achieved, or on its way, stands; one that slips or has not begun is told beside it.
STANDING = ("achieved", "on_target")


@dataclass
class Row:
    """One characteristic over the set."""

    characteristic: Characteristic
    severity: Counter = field(default_factory=Counter)
    kinds: Counter = field(default_factory=Counter)
    mitigations: list = field(default_factory=list)

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
        """(word, count) for each severity of its negative impacts that there is, the most severe first."""
        words = dict(Impact.Severity.choices)
        return [(words[one], self.severity[one]) for one in SEVERITIES if self.severity[one]]  # fmt: skip

    @property
    def standing(self):
        """How many of its mitigations an action that goes well stands for."""
        return sum(
            one.action is not None and one.action.rag_status in STANDING
            for one in self.mitigations
        )


class Cumulative:
    """The set of `assessments`, each by its current version. Three queries, however many there are."""

    def __init__(self, assessments):
        self.versions = assessments.order_by().values("current")
        self.count = assessments.count()

    @property
    def rows(self):
        """Each characteristic that an impact names, those harmed most often and most severely first."""
        found = {}
        for one in self._impacts():
            row = found.setdefault(one.characteristic_id, Row(one.characteristic))
            row.kinds[one.kind] += 1
            if one.kind == "negative":
                row.severity[one.severity] += 1
        for pk, mitigations in self._mitigations().items():
            if pk in found:
                found[pk].mitigations = mitigations
        return sorted(found.values(), key=_worst_first)

    def _impacts(self):
        rows = Impact.objects.filter(assessment_version__in=self.versions)
        return rows.select_related("characteristic").order_by("pk")

    def _mitigations(self):
        rows = Mitigation.objects.filter(
            assessment_version__in=self.versions, impact__isnull=False
        ).select_related("impact", "action__plan", "assessment_version__assessment")
        found = defaultdict(list)
        for one in rows.order_by("assessment_version", "pk"):
            found[one.impact.characteristic_id].append(one)
        return found


def _worst_first(row):
    severities = [-row.severity[one] for one in SEVERITIES]
    return -row.negative, severities, row.characteristic.position
