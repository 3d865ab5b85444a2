"""What the pages of indicators say of gaps between groups: the same to everybody."""

from collections import defaultdict
from typing import NamedTuple

from indicators.gaps.across import said_of
from indicators.models import Indicator


class Told(NamedTuple):
    """Whose an indicator is, and {id of a characteristic: Said} of its newest result by group."""

    directorate: int | None
    said: dict


def counted(on):
    """Return {id: Told} of the indicators in use on the day `on` that are measured by groups: two queries, one where none is."""
    rows = Indicator.objects.in_use(on)
    found = defaultdict(dict)
    for (indicator, characteristic), what in said_of(rows).items():
        found[indicator][characteristic] = what
    if not found:
        return {}
    whose = rows.order_by().filter(pk__in=found).values_list("pk", "directorate")
    return {pk: Told(directorate, found[pk]) for pk, directorate in whose}
