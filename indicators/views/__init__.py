"""The pages of indicators."""

from .detail import indicator_detail
from .lists import indicator_list

__all__ = ["indicator_detail", "indicator_list"]
