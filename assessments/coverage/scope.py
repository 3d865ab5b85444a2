"""What the coverage matrix looks at: the rows of which it counts, each as its own list shows them."""

from dataclasses import dataclass
from datetime import date

from assessments.models import Assessment, AssessmentVersion
from equality_tracker.organisation.models import Directorate, User
from indicators.models import Indicator
from plans.models import Action

NONE = "none"


@dataclass(frozen=True)
class Scope:
    """One directorate's share (`directorate` is its key in an address, "" for the whole council), as `user` may see it on the day `on`."""

    user: User
    on: date
    directorate: str = ""

    @property
    def actions(self):
        """Open actions of live plans."""
        return self._narrowed(Action.objects.live().open())

    @property
    def versions(self):
        """What the assessments that `user` may know of say: of a confidential one nothing but to those who work on it."""
        known = Assessment.objects.readable_by(self.user, self.on)
        told = AssessmentVersion.objects.told_to(self.user)
        return told.filter(assessment__in=self._narrowed(known).order_by().values("pk"))

    @property
    def indicators(self):
        """Indicators in use."""
        return self._narrowed(Indicator.objects.in_use(self.on))

    def _narrowed(self, rows):
        if self.directorate == NONE:
            return rows.filter(directorate=None)
        if self.directorate:
            return rows.of_directorate(Directorate(pk=int(self.directorate)))
        return rows
