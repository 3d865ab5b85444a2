"""The story: what happened, in the order in which it happened, each thing done by somebody at a time."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

import pghistory

# What comes first on one day: what begins, then what people say, then what ends.
BEGINS, SAID, ENDS = range(3)
URL = "Demonstration"


@dataclass(order=True)
class Moment:
    """Something that one person did; `do` is called with the moment itself."""

    day: datetime.date
    part: int
    at: datetime.datetime
    by: object = field(compare=False)
    do: Callable = field(compare=False)

    def play(self):
        """Do it, in the history's words: who, from where, and when it happened in the story."""
        user = getattr(self.by, "pk", None)
        with pghistory.context(url=URL, user=user, at=self.at.isoformat()):
            self.do(self)


class Story:
    """The moments of the demonstration, collected in any order and played in time's."""

    def __init__(self, calendar):
        self.calendar = calendar
        self.moments = []

    def tell(self, offset, key, by, do, part=SAID):
        """Add what `by` does on the working day `offset`; `key` settles the time of day."""
        at = self.calendar.moment(offset, key)
        self.moments.append(Moment(at.date(), part, at, by, do))

    def play(self, shown=lambda done, of: None):
        """Play every moment, the oldest first; `shown` is told how many are done."""
        for done, moment in enumerate(sorted(self.moments), start=1):
            moment.play()
            shown(done, len(self.moments))
