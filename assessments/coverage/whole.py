"""What the coverage matrix reads of the whole register and of all indicators: the same for every reader, so that an app above may keep it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from . import gaps, harm


@dataclass(frozen=True)
class Whole:
    """Whom all assessments harm, and what is said of gaps by all indicators in use on a day ({id: Told})."""

    harm: harm.Register
    gaps: dict


def counted(on):
    """Return the Whole of the day `on`, asked of the database: three queries, two where nothing is measured by groups."""
    return Whole(harm.counted(), gaps.counted(on))


@dataclass
class Keeping:
    """How the Whole of a day is come by: it is read each time until an app above says that it keeps it."""

    ask: Callable[[date], Whole] = field(default=counted)


KEEPING = Keeping()
