"""When a criterion is ready, how ready an area is, and at which level it stands. Pure."""

import datetime
from dataclasses import dataclass, field

from assessments.programme.arithmetic import percentage
from plans.recurrence import add_months

# A judgement that is older than so many months says little of today.
JUDGED_FOR_MONTHS = 12

# Shown beside each figure that follows from it.
RULE = (
    "A criterion is ready when it is judged at the level wanted, or higher. One that nobody has judged yet is not ready; one that "
    "no level is wanted for is left out. A percentage is ready out of those a level is wanted for, rounded half up."
)
LOWEST_RULE = "An area stands at the lowest level among its criteria, once all of them are judged."


@dataclass(frozen=True)
class Standing:
    """How one criterion stands. `judged` and `proposed` are its newest of each kind, `wanted` the level that counts for it."""

    criterion: object
    judged: object = None
    proposed: object = None
    wanted: object = None
    wanted_by: datetime.date | None = None
    evidence: int = 0

    @property
    def level(self):
        """The level judged last, None before the first judgement."""
        return self.judged and self.judged.level

    @property
    def is_ready(self):
        if self.judged is None or self.wanted is None:
            return False
        return self.judged.level.position >= self.wanted.position

    @property
    def waits(self):
        """Whether a proposal was made after the last judgement."""
        if self.proposed is None:
            return False
        return self.judged is None or self.proposed.at > self.judged.at

    def is_late(self, on):
        """Whether its level was wanted by a day before `on`, and is not there. None: nobody waits for it any more."""
        due = self.wanted_by
        asked = None not in (self.wanted, due, on)
        return asked and due < on and not self.is_ready

    def is_old(self, on):
        """Whether it was judged last more than a year before `on`. None: nobody judges it any more."""
        if None in (self.judged, on):
            return False
        return self.judged.on < add_months(on, -JUDGED_FOR_MONTHS)


# What the list of criteria is narrowed by: in the address -> (its words, whether a Standing is one of them on a day).
STATES = {
    "ready": ("Ready", lambda one, on: one.is_ready),
    "not-ready": ("Not ready", lambda one, on: one.wanted is not None and not one.is_ready),
    "asked": ("With a level wanted", lambda one, on: one.wanted is not None),
    "not-asked": ("Without a level wanted", lambda one, on: one.wanted is None),
    "judged": ("Judged", lambda one, on: one.judged is not None),
    "not-judged": ("Not judged yet", lambda one, on: one.judged is None),
    "proposed": ("Proposed, to be judged", lambda one, on: one.waits),
    "old": ("Judged more than a year ago", lambda one, on: one.is_old(on)),
    "late": ("Past the day wanted", lambda one, on: one.is_late(on)),
}  # fmt: skip


def of_state(standings, state, on):
    """Those of `standings` that are of a state of STATES on the day `on`; all of them for any other word."""
    if state not in STATES:
        return list(standings)
    _words, belongs = STATES[state]
    return [one for one in standings if belongs(one, on)]


@dataclass(frozen=True)
class Readiness:
    """The figures of some criteria: they are counted from `standings` alone, so that they always add up."""

    standings: list = field(default_factory=list)

    @property
    def count(self):
        return len(self.standings)

    @property
    def asked(self):
        """How many have a level wanted."""
        return sum(one.wanted is not None for one in self.standings)

    @property
    def ready(self):
        return sum(one.is_ready for one in self.standings)

    @property
    def judged(self):
        return sum(one.judged is not None for one in self.standings)

    @property
    def waiting(self):
        """How many proposals wait for somebody to judge."""
        return sum(one.waits for one in self.standings)

    @property
    def percentage(self):
        """Ready out of asked, by the one rounding rule; None where no level is wanted."""
        return percentage(self.ready, self.asked)

    @property
    def level(self):
        """The lowest level judged, once all are judged; None before."""
        if not self.standings or self.judged < self.count:
            return None
        return min((one.level for one in self.standings), key=lambda one: one.position)

    def late(self, on):
        return sum(one.is_late(on) for one in self.standings)
