"""What the council measures: indicators, where they began, where they should be, where they are."""

from .breakdown import Breakdown
from .comment import Comment
from .figure import Figure, PeriodKind
from .indicator import Indicator, IndicatorSet
from .indicator_links import IndicatorAction, IndicatorPriority
from .series import Baseline, Result, Target

__all__ = [
    "Baseline",
    "Breakdown",
    "Comment",
    "Figure",
    "Indicator",
    "IndicatorAction",
    "IndicatorPriority",
    "IndicatorSet",
    "PeriodKind",
    "Result",
    "Target",
]
