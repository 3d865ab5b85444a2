"""The forms of indicators, a file a noun."""

from .comment import CommentForm
from .filters import IndicatorFilter
from .result import CorrectionForm, ResultForm, TakeBackForm
from .sheet import SheetFilter

__all__ = [
    "CommentForm",
    "CorrectionForm",
    "IndicatorFilter",
    "ResultForm",
    "SheetFilter",
    "TakeBackForm",
]
