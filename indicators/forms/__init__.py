"""The forms of indicators, a file a noun."""

from .filters import IndicatorFilter

__all__ = ["IndicatorFilter"]
