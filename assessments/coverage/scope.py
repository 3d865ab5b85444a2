"""What the coverage matrix looks at: the rows of which it counts, each as its own list shows them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from equality_tracker.organisation.models import Directorate, User
from plans.models import Action

NONE, ANY = "none", ""


def open_actions():
    """Open actions of live plans."""
    return Action.objects.live().open()


@dataclass(frozen=True)
class Scope:
    """One directorate's share (`directorate` is its key in an address, "" for the whole council), as `user` may see it on the day `on`."""

    user: User
    on: date
    directorate: str = ""

    @property
    def actions(self):
        """Open actions of live plans."""
        return self._narrowed(open_actions())

    @property
    def directorates(self):
        """The ids of the directorates whose share it is, None for what nobody answers for; None for the whole council."""
        if self.directorate == NONE:
            return {None}
        return self._ids if self.directorate else None

    @cached_property
    def _ids(self):
        """The directorate and those that passed wholly into it: one query, asked once for all that is counted."""
        return Directorate(pk=int(self.directorate)).with_predecessors()

    def _narrowed(self, rows):
        if self.directorate == NONE:
            return rows.filter(directorate=None)
        return rows.of_directorates(self._ids) if self.directorate else rows
