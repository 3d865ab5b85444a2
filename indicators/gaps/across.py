"""What the pages of many indicators say of gaps between groups, at once: for counting, by the same rules and nothing more.

A figure that a page hides takes no part: whoever may open the pages counts the same.
"""

from collections import defaultdict
from enum import StrEnum

from indicators.models import Breakdown

from .differences import fine, gap
from .page import Groups
from .tables import tables_of

NO_DIFFERENCE = {True: "0", False: "1"}


class Said(StrEnum):
    """What the page of an indicator says of its groups by one characteristic."""

    GAP = "gap"
    NO_GAP = "no gap"
    UNSAID = "cannot be said"


def said_of(indicators):
    """Return {(id of an indicator, id of a characteristic): Said} for each characteristic that its newest result by group is by.

    `indicators` is a queryset. One query, however many there are.
    """
    asked = indicators.order_by().values("pk")
    by_group = Breakdown.objects.filter(result__indicator__in=asked)
    whole = by_group.select_related("characteristic", "result__indicator").in_order()
    groups = defaultdict(list)
    for one in whole:
        groups[one.result.indicator_id].append(one)
    return {
        (indicator, table.characteristic.pk): said_by(table)
        for indicator, breakdowns in groups.items()
        for table in _newest_tables(breakdowns)
    }


def said_by(table):
    """What one table of groups says, as finely as its words do."""
    if not table.gap:
        return Said.UNSAID
    low, high = table.compared[0].compared, table.compared[-1].compared
    none = NO_DIFFERENCE[high.in_points]
    return Said.NO_GAP if fine(gap(high, low)) == none else Said.GAP


def _newest_tables(breakdowns):
    """The tables of the newest result by group, with what the indicator's page hides hidden."""
    page = Groups({one.result for one in breakdowns}, breakdowns)
    result, newest = page.by_result[-1]
    return tables_of(result, newest, page.hidden)
