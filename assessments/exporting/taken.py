"""The assessments that a file takes away, as plain values: twenty thousand models would take several times as long as writing the file.

What an assessment or a version says of itself is said once, by its model: these answer by the same properties.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice

from assessments.models import Assessment, AssessmentVersion, Impact
from assessments.models.stages import SIGNED, Outcome
from assessments.register.row import KINDS, STAGES
from equality_tracker.organisation.models import Directorate, Lead
from equality_tracker.prepared import Prepared

AT_A_TIME = 1000
OUTCOMES = dict(Outcome.choices)
OF_ASSESSMENT = (
    "pk", "reference", "title", "kind", "directorate", "lead", "service", "lead_as_written", "sponsor", "decision", "decided_on", "meeting",
    "budget_year", "saving", "due", "confidential_until",
)  # fmt: skip
OF_VERSION = (
    "pk", "number", "stage", "approved_on", "published_on", "address", "review_by", "stage_since", "undated", "outcome", "screened_out_why",
)  # fmt: skip
# What is told of a version that is not the current one.
OF_EARLIER = OF_VERSION[:7]


@dataclass(slots=True)
class Version:
    """A version; of an earlier one only when it was signed, and where it stands in public."""

    pk: int
    number: int
    stage: str
    approved_on: date | None
    published_on: date | None
    address: str
    review_by: date | None
    stage_since: date | None = None
    undated: bool = False
    outcome: str = ""
    screened_out_why: str = ""

    is_public = AssessmentVersion.is_public

    def get_stage_display(self):
        return STAGES[self.stage]

    def get_outcome_display(self):
        return OUTCOMES.get(self.outcome, "")


@dataclass
class Taken:
    """An assessment; `directorate` and `lead` in words, "" where there is none, `signed` its signed versions, the newest first."""

    pk: int
    reference: str
    title: str
    kind: str
    directorate: str
    lead: str
    service: str
    lead_as_written: str
    sponsor: str
    decision: str
    decided_on: date | None
    meeting: str
    budget_year: int | None
    saving: Decimal | None
    due: date | None
    confidential_until: date | None
    current: Version
    signed: list = field(default_factory=list)

    standing = Assessment.standing
    budget_words = Assessment.budget_words

    def get_kind_display(self):
        return KINDS[self.kind]


def batches(assessments):
    """Yield lists of a Taken for each of the queryset `assessments`, in its order, a thousand at a time: three queries, and one a thousand
    where any of them is in its second version."""
    bodies, leads = _words(Directorate), _words(Lead)
    current = (f"current__{name}" for name in OF_VERSION)
    rows = assessments.values_list(*OF_ASSESSMENT, *current).iterator(AT_A_TIME)
    while batch := list(islice(rows, AT_A_TIME)):
        yield _with_earlier([_taken(row, bodies, leads) for row in batch])


def harmed(versions):
    """{version's id: the names of the characteristics that it says are harmed}, each list in their order: one query."""
    found = defaultdict(list)
    for version, name in _harmed.tuples(versions=versions):
        found[version].append(name)
    return found


def _words(model):
    return {one.pk: str(one) for one in model.objects.all()} | {None: ""}


def _taken(row, bodies, leads):
    pk, reference, title, kind, directorate, lead, *rest = row[: len(OF_ASSESSMENT)]
    current = Version(*row[len(OF_ASSESSMENT) :])
    signed = [current] if current.stage in SIGNED else []
    return Taken(pk, reference, title, kind, bodies[directorate], leads[lead], *rest, current, signed)  # fmt: skip


def _with_earlier(batch):
    """The same, each with what was signed before its current version."""
    later = {one.pk: one for one in batch if one.current.number > 1}
    if later:
        for pk, *version in _signed.tuples(pks=list(later)):
            if version[0] != later[pk].current.pk:
                later[pk].signed.append(Version(*version))
    return batch


@Prepared
def _signed(pks):
    rows = AssessmentVersion.objects.filter(assessment__among=pks, stage__in=SIGNED)
    return rows.order_by("-number").values_list("assessment", *OF_EARLIER)


@Prepared
def _harmed(versions):
    rows = Impact.objects.filter(assessment_version__among=versions, kind="negative")
    return rows.values_list("assessment_version", "characteristic__name")
