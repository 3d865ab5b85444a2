"""Whether an award still holds on a day, and what calls for an admin before it lapses."""

from dataclasses import dataclass
from enum import Enum

from assessments.models import Award
from equality_tracker.prepared import Prepared
from equality_tracker.templatetags.govuk import day
from plans.recurrence import add_months

# An external assessment takes months to ask for, prepare and hold.
WARNED_MONTHS = 6
WARNING_RULE = f"A warning stands here from {WARNED_MONTHS} months before an award lapses until another is given."


class Holds(Enum):
    """How an award stands on a day: its word."""

    YES = "Holds"
    NOT_FOR_LONG = "Lapses soon"
    NO = "Lapsed"


def holds(award, on):
    """Return how `award` stands on the day `on`: from the day on which it lapses it holds no longer."""
    if award.lapses_on is None:
        return Holds.YES
    if award.lapses_on <= on:
        return Holds.NO
    warned = add_months(on, WARNED_MONTHS)
    return Holds.NOT_FOR_LONG if award.lapses_on <= warned else Holds.YES


def in_words(award, on):
    """Say until when `award` holds, or since when it does not."""
    if award.lapses_on is None:
        return "It does not lapse"
    if award.lapses_on <= on:
        return f"It lapsed on {day(award.lapses_on)}"
    return f"It lapses on {day(award.lapses_on)}"


@dataclass(frozen=True)
class Call:
    """One line of what calls for an admin: a sentence, and the address of what it speaks of."""

    words: str
    url: str


def calls(on):
    """Return a Call for each framework in use whose newest award lapses soon or has lapsed on the day `on`: one query."""
    return [_call(one, on) for one in _newest.rows() if holds(one, on) is not Holds.YES]


@Prepared
def _newest():
    """The newest award of each framework in use."""
    awards = Award.objects.filter(
        framework__used_from__isnull=False, framework__closed_on__isnull=True
    )
    return awards.newest().select_related("framework", "level")


def _call(award, on):
    happens = "lapsed" if award.lapses_on <= on else "lapses"
    words = f"{award.framework}: the award of {award.level} {happens} on {day(award.lapses_on)}."
    return Call(words, award.framework.get_absolute_url())
