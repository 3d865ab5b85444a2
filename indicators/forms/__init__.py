"""The forms of indicators, a file a noun."""

from .filters import IndicatorFilter
from .result import CorrectionForm, ResultForm, TakeBackForm

__all__ = ["CorrectionForm", "IndicatorFilter", "ResultForm", "TakeBackForm"]
