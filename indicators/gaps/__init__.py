"""How far each group is from the whole and from the others: what equality monitoring is for. Small numbers are hidden."""

from .hiding import MASKED, by_result, hidden_among, may_show_people, whole_of
from .page import Groups
from .tables import GroupRow, GroupTable, tables_of
from .trends import Trend, trends_of

__all__ = [
    "MASKED",
    "GroupRow",
    "GroupTable",
    "Groups",
    "Trend",
    "by_result",
    "hidden_among",
    "may_show_people",
    "tables_of",
    "trends_of",
    "whole_of",
]
