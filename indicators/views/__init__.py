"""The pages of indicators."""

from .breakdowns import result_groups, result_groups_of
from .comments import comment_add
from .detail import indicator_detail
from .lists import indicator_list
from .results import (
    result_add,
    result_changes,
    result_correct,
    result_final,
    result_take_back,
)
from .sheet import sheet

__all__ = [
    "comment_add",
    "indicator_detail",
    "indicator_list",
    "result_add",
    "result_changes",
    "result_correct",
    "result_final",
    "result_groups",
    "result_groups_of",
    "result_take_back",
    "sheet",
]
