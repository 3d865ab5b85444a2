"""The four things that the coverage matrix counts, and where the rows of each count stand."""

from dataclasses import dataclass

from django.urls import reverse_lazy
from django.utils.http import urlencode


@dataclass(frozen=True)
class Measure:
    """One thing that is counted: its words for one and for many, the heading of its column in a file, and its list.

    `asks` is what the list is asked beside the cell's own names, `names` what the list calls the characteristic.
    """

    name: str
    one: str
    many: str
    heading: str
    list_address: str
    asks: tuple = ()
    characteristic: str = "characteristic"

    def words(self, count):
        return f"{count:,} {self.one if count == 1 else self.many}"

    def address(self, directorate, characteristic, aim):
        """The address of exactly the rows that a cell counts; what is "" is not asked."""
        asked = [
            *self.asks,
            (self.characteristic, characteristic),
            ("aim", aim),
            ("directorate", directorate),
        ]
        return f"{self.list_address}?{urlencode([one for one in asked if one[1]])}"


ACTIONS = Measure(
    "actions", "action", "actions", "Live actions",
    reverse_lazy("plans:action_list"), (("open", "true"),),
)  # fmt: skip
OBJECTIVES = Measure(
    "objectives", "objective", "objectives", "Objectives",
    reverse_lazy("assessments:coverage_objectives"),
)  # fmt: skip
ASSESSMENTS = Measure(
    "assessments", "negative EIA", "negative EIAs", "EIAs with negative impact",
    reverse_lazy("assessments:assessment_list"), (("impact", "negative"),),
)  # fmt: skip
INDICATORS = Measure(
    "indicators", "gap", "gaps", "Indicators with a gap",
    reverse_lazy("indicators:indicator_list"), characteristic="gap",
)  # fmt: skip
MEASURES = (ACTIONS, OBJECTIVES, ASSESSMENTS, INDICATORS)
# What shows that something is wrong for people: it asks for an action.
TROUBLE = (ASSESSMENTS, INDICATORS)
