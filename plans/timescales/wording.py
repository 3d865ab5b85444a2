"""A wording under way: its dates, and the words between them. Pure."""

import re
from dataclasses import dataclass, field
from datetime import date

from plans.timescales.found import Found

JOINER = re.compile(r"[\s,/&–—-]*(?:and|or|&|,|/)?[\s,–—-]*", re.I)
RANGE_WORDS = re.compile(
    r"[\s()]*(?:–|—|-|/|to|until|till|through(?:\s+to)?)[\s()]*"
    r"(?:the\s+end\s+of\s+|end\s+(?:of\s+)?)?",
    re.I,
)


@dataclass
class Wording:
    """A wording under way: its dates, and the plan's period that may complete them."""

    text: str
    plan_start: date | None
    plan_end: date | None
    found: list[Found] = field(default_factory=list)

    def before(self, index: int) -> str:
        """The words between a date and the one before it."""
        start = self.found[index - 1].end if index else 0
        return self.text[start : self.found[index].start]

    def after(self, index: int) -> str:
        """The words between a date and the next."""
        last = index + 1 >= len(self.found)
        return self.text[
            self.found[index].end : None if last else self.found[index + 1].start
        ]
