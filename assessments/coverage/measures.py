"""The four things that the coverage matrix counts, and where the rows of each count stand."""

from dataclasses import dataclass

from equality_tracker.addresses import address


@dataclass(frozen=True)
class Measure:
    """One thing that is counted: its words for one and for many, the heading of its column in a file, and its list.

    `asks` is what the list is asked beside the cell's own names, `names` what the list calls the characteristic.
    """

    name: str
    one: str
    many: str
    heading: str
    route: str
    asks: tuple = ()
    characteristic: str = "characteristic"

    @property
    def page(self):
        return address(self.route)

    def words(self, count):
        return f"{count:,} {self.one if count == 1 else self.many}"

    def address(self, directorate, characteristic, aim):
        """The address of exactly the rows that a cell counts; what is "" is not asked."""
        # Ids and "none": nothing that an address would have to quote.
        asked = (*self.asks, (self.characteristic, characteristic), ("aim", aim), ("directorate", directorate))  # fmt: skip
        return f"{self.page}?{'&'.join(f'{name}={one}' for name, one in asked if one)}"


ACTIONS = Measure(
    "actions", "action", "actions", "Live actions",
    "plans:action_list", (("open", "true"),),
)  # fmt: skip
OBJECTIVES = Measure(
    "objectives", "objective", "objectives", "Objectives",
    "assessments:coverage_objectives",
)  # fmt: skip
ASSESSMENTS = Measure(
    "assessments", "negative EIA", "negative EIAs", "EIAs with negative impact",
    "assessments:assessment_list", (("impact", "negative"),),
)  # fmt: skip
INDICATORS = Measure(
    "indicators", "gap", "gaps", "Indicators with a gap",
    "indicators:indicator_list", characteristic="gap",
)  # fmt: skip
MEASURES = (ACTIONS, OBJECTIVES, ASSESSMENTS, INDICATORS)
# What shows that something is wrong for people: it asks for an action.
TROUBLE = (ASSESSMENTS, INDICATORS)
