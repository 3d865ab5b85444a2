"""An assessment as lists show it: plain values, for a page shows dozens, and a model of each would take longer than drawing it.

What an assessment says of itself is said once, by its model: a Row answers by the same properties.
"""

from dataclasses import dataclass, field
from datetime import date

from assessments.models import Assessment, AssessmentVersion, Kind, Stage

# The words, looked up: an enumeration takes ten times as long for each.
KINDS, STAGES = dict(Kind.choices), dict(Stage.choices)


@dataclass(slots=True)
class Version:
    """What a row says of a version; `still_to_sign` are the names of those whose signature it waits for, where a page asks for them."""

    pk: int
    assessment: int
    number: int
    undated: bool
    stage: str
    stage_since: date
    begun_on: date
    consultation_to: date | None
    publish_by: date | None
    review_by: date | None
    submissions: int
    still_to_sign: list = field(default_factory=list)

    review_is_due = AssessmentVersion.review_is_due
    is_open = AssessmentVersion.is_open
    came_back = AssessmentVersion.came_back

    def get_stage_display(self):
        return STAGES[self.stage]


@dataclass
class Row:
    """An assessment; `directorate` and `lead` are their labels, "" where there is none, and `signed` its signed versions, the newest first."""

    pk: int
    reference: str
    title: str
    kind: str
    lead_as_written: str
    budget_year: int | None
    due: date | None
    confidential_until: date | None
    slips: bool
    directorate: str
    lead: str
    current: Version
    signed: list = field(default_factory=list)

    standing = Assessment.standing
    promised_by = Assessment.promised_by
    budget_words = Assessment.budget_words
    is_overdue = Assessment.is_overdue
    is_confidential = Assessment.is_confidential
    get_absolute_url = Assessment.get_absolute_url

    def get_kind_display(self):
        return KINDS[self.kind]

    @property
    def led_by(self):
        """Who leads it: the post's name, or the register's own words."""
        return self.lead or self.lead_as_written
