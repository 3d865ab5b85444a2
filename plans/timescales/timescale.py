"""What was read from a plan's words about time."""

from dataclasses import dataclass, field
from datetime import date

DATE, RANGE, MILESTONES = "date", "range", "milestones"
RECURRING, ONGOING, EVENT, UNKNOWN = "recurring", "ongoing", "event", "unknown"


@dataclass(frozen=True)
class Milestone:
    """One dated step: its words (may be ""), its last day, how exactly it was named."""

    label: str
    due: date
    precision: str

    def as_dict(self) -> dict:
        return {
            "label": self.label,
            "due": self.due.isoformat(),
            "precision": self.precision,
        }


@dataclass(frozen=True)
class Timescale:
    """A plan's words about time and how they were read; what could not be read is None or "".

    `kind` is date, range, milestones, recurring, ongoing, event or unknown. `confidence` is
    high, medium or low. `flags` are what a person should look at.
    """

    text: str
    kind: str = UNKNOWN
    start: date | None = None
    due: date | None = None
    precision: str = ""
    recurrence: str = ""
    recurrence_first: date | None = None
    recurrence_until: date | None = None
    ongoing: bool = False
    event: str = ""
    milestones: tuple[Milestone, ...] = ()
    confidence: str = "high"
    flags: tuple[str, ...] = field(default=())

    @property
    def understood(self) -> bool:
        return self.kind != UNKNOWN

    def as_dict(self) -> dict:
        """Plain JSON: ISO dates, None for what is absent but words, which are ""."""
        return {
            "text": self.text,
            "kind": self.kind,
            "start": _iso(self.start),
            "due": _iso(self.due),
            "precision": self.precision or None,
            "recurrence": self.recurrence or None,
            "recurrence_first": _iso(self.recurrence_first),
            "recurrence_until": _iso(self.recurrence_until),
            "ongoing": self.ongoing,
            "event": self.event or None,
            "milestones": [milestone.as_dict() for milestone in self.milestones],
            "confidence": self.confidence,
            "flags": list(self.flags),
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
