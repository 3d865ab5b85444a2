"""The forms of indicators, a file a noun."""

from .filters import IndicatorFilter
from .result import CorrectionForm, ResultForm, TakeBackForm
from .sheet import SheetFilter

__all__ = [
    "CorrectionForm",
    "IndicatorFilter",
    "ResultForm",
    "SheetFilter",
    "TakeBackForm",
]
