"""How the gap between groups moved: whether it is narrowing, said only of the groups that are shown each time."""

from dataclasses import dataclass

from indicators.gaps.masking import Hidden
from indicators.performance.measures import points

from .differences import Compared, between, fine, gap
from .hiding import NOBODY
from .tables import GroupRow, tables_of

ONCE = (
    "Measured by group for one time only: whether the gap narrows cannot be said yet."
)
NOT_THE_SAME = "Fewer than two groups are shown both times: whether the gap narrows cannot be said."


@dataclass(frozen=True)
class Moment:
    """The groups of one characteristic at one time."""

    result: object
    rows: dict[str, GroupRow]
    whole: Compared | None
    gap: str


class Trend:
    """The groups of one characteristic over the times for which they were measured, the oldest first."""

    def __init__(self, characteristic, moments):
        self.characteristic, self.moments = characteristic, moments

    @property
    def groups(self) -> list[str]:
        """Every group, those of the newest time first and in its order."""
        return list(dict.fromkeys(g for one in reversed(self.moments) for g in one.rows))  # fmt: skip

    @property
    def table(self):
        """Return [(moment, [(group, row or None)])], the newest first."""
        return [
            (one, [(group, one.rows.get(group)) for group in self.groups])
            for one in reversed(self.moments)
        ]

    @property
    def in_words(self) -> str:
        """Whether the gap between the highest and lowest group narrowed from the first time to the newest."""
        if len(self.moments) < 2:
            return ONCE
        first, last = self.moments[0], self.moments[-1]
        same = [g for g in last.rows if comparable_in(first, g) and comparable_in(last, g)]  # fmt: skip
        if len(same) < 2:
            return NOT_THE_SAME
        before, now = spread(first, same), spread(last, same)
        if before is None or now is None:
            return NOT_THE_SAME
        return self._told(before, now, first, last, same)

    def _told(self, before, now, first, last, same):
        named = [[g for g in one.rows if not NOBODY.search(g)] for one in (first, last)]
        all_are_in = all(len(groups) == len(same) for groups in named)
        whose = "" if all_are_in else " (of those shown both times)"
        lead = f"The gap between the highest and the lowest group{whose}"
        if before == now:
            return f"{lead} was the same in {first.result.period} and {last.result.period}: {amount(now, last)}."
        moved = "narrowed" if now < before else "widened"
        return f"{lead} {moved} from {amount(before, first)} in {first.result.period} to {amount(now, last)} in {last.result.period}."


def comparable_in(moment, group) -> bool:
    row = moment.rows.get(group)
    return bool(row and row.compared and not NOBODY.search(group))


def spread(moment, groups):
    """The gap between the highest and lowest of some groups, to the decimals that are shown."""
    compared = sorted((moment.rows[g].compared for g in groups), key=lambda c: c.value)
    found = gap(compared[-1], compared[0])
    return None if found is None else round(found, 2)


def amount(number, moment) -> str:
    """ "7.4 points", "1.8 times"."""
    some = next(row.compared for row in moment.rows.values() if row.compared)
    return points(fine(number)) if some.in_points else f"{fine(number)} times"


def trends_of(by_result, hidden: Hidden) -> list[Trend]:
    """Return how the groups of each characteristic moved over [(result, its breakdowns)], the oldest first, of one kind of time."""
    found = {}
    for result, breakdowns in by_result:
        for table in tables_of(result, breakdowns, hidden):
            low_to_high = [row.compared for row in table.compared]
            moment = Moment(
                result, {row.group: row for row in table.rows}, table.whole,
                between(low_to_high[-1], low_to_high[0]) if len(low_to_high) > 1 else "",
            )  # fmt: skip
            found.setdefault(table.characteristic, []).append(moment)
    in_order = sorted(found.items(), key=lambda each: (each[0].position, each[0].name))
    return [Trend(each, moments) for each, moments in in_order]
