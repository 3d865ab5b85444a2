"""How indicators stand: one as its page reads it, and the verdicts kept of all."""

from .lines import Line
from .of_indicator import (
    NO_BASELINE,
    NO_LAST,
    NO_NEXT,
    NO_START,
    Standing,
)
from .times import Beside, Point

__all__ = [
    "NO_BASELINE",
    "NO_LAST",
    "NO_NEXT",
    "NO_START",
    "Beside",
    "Line",
    "Point",
    "Standing",
]
