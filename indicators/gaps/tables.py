"""What a page says of a result's groups: one table a characteristic, and the gap in words."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from indicators.gaps.masking import Hidden
from indicators.performance.bounds import show
from indicators.performance.measures import Measure, in_per_cent
from indicators.words.units import counts_people

from .differences import Compared, between, comparable, from_whole, is_better
from .hiding import MASKED, NOBODY

TOLD = {True: ": better", False: ": worse", None: ""}


@dataclass(frozen=True)
class GroupRow:
    """One group as everybody may read it: its figure in words, how many stand behind it, and how far it is from the whole.

    `compared` is what a chart draws, None where there is nothing to draw.
    """

    group: str
    figure: str
    people: str = ""
    away: str = ""
    better: bool | None = None
    compared: Compared | None = None
    is_masked: bool = False


@dataclass(frozen=True)
class GroupTable:
    """The groups of one characteristic in a result, with the gap between the highest and the lowest."""

    characteristic: object
    rows: list[GroupRow]
    whole: Compared | None
    whole_in_words: str

    @property
    def has_masked(self) -> bool:
        return any(row.is_masked for row in self.rows)

    @property
    def drawn(self) -> list[GroupRow]:
        """The groups that can be compared, the lowest first."""
        found = [row for row in self.rows if row.compared]
        return sorted(found, key=lambda row: row.compared.value)

    @property
    def compared(self) -> list[GroupRow]:
        """The groups between which there is a gap: people of whom it is not known belong to none."""
        return [row for row in self.drawn if not NOBODY.search(row.group)]

    @property
    def gap(self) -> str:
        """The gap between the highest and the lowest group in words; "" where fewer than two can be compared."""
        if len(self.compared) < 2:
            return ""
        low, high = self.compared[0], self.compared[-1]
        amount = between(high.compared, low.compared)
        if not amount:
            return ""
        if low.compared.value == high.compared.value:
            return f"No gap between the groups{self._shown}: each is at {low.figure}."
        return f"{amount} between the highest and the lowest group{self._shown}: {high.group} ({high.figure}) and {low.group} ({low.figure})."

    @property
    def _shown(self) -> str:
        return " that are shown" if self.has_masked else ""

    @property
    def furthest_behind(self) -> GroupRow | None:
        """The group that fares worst beside the whole; None where none is worse, or which way is better is not confirmed."""
        worse = [row for row in self.compared if row.better is False]
        return max(worse, key=lambda row: abs(row.compared.value - self.whole.value), default=None)  # fmt: skip


def tables_of(result, breakdowns, hidden: Hidden) -> list[GroupTable]:
    """Return a table for each characteristic that a result is broken down by, in their order."""
    whole = whole_of(result, hidden)
    found = defaultdict(list)
    for one in breakdowns:
        found[one.characteristic].append(row_of(result, one, whole, hidden))
    in_order = sorted(found.items(), key=lambda each: (each[0].position, each[0].name))
    words = figure_in_words(result.value, result)
    return [GroupTable(each, rows, whole, words) for each, rows in in_order]


def whole_of(result, hidden: Hidden) -> Compared | None:
    """What of the whole can be compared with its groups."""
    unit = result.unit or result.indicator.unit
    if result.pk in hidden.wholes:
        return comparable(result.value, None, None, unit)
    return comparable(result.value, result.numerator, result.denominator, unit)


def row_of(result, one, whole, hidden: Hidden) -> GroupRow:
    """One group as it is shown."""
    if one.pk in hidden.groups:
        return GroupRow(one.group, MASKED, is_masked=True)
    if one.value is None and one.count is None:
        return GroupRow(one.group, one.text)
    unit = result.unit or result.indicator.unit
    compared = comparable(one.value, one.count, one.base, unit)
    better = None
    if compared and whole and not NOBODY.search(one.group):
        better = is_better(compared, whole, result.indicator.direction)
    away = (
        from_whole(compared, whole)
        if compared and whole
        else share_of(one, result, unit)
    )
    return GroupRow(
        one.group, figure_in_words(one.value, result), people_of(one), away and away + TOLD[better],
        better, compared,
    )  # fmt: skip


def share_of(one, result, unit) -> str:
    """ "70% of the whole", of a count without a base; "" for any other figure."""
    if not counts_people(unit) or one.value is None or not result.value or one.base:
        return ""
    share = Decimal(one.value) * 100 / Decimal(result.value)
    return f"{share.quantize(Decimal(1)):f}% of the whole" if 0 <= share <= 100 else ""


def figure_in_words(value, result) -> str:
    if value is None:
        return ""
    unit = result.unit or result.indicator.unit
    return show(in_per_cent(Measure(Decimal(value), unit)))


def people_of(one) -> str:
    """ "132 of 489"; what of it was given, but for a count that is the figure itself."""
    if one.count == one.value and not one.base:
        return ""
    if one.count is None:
        return f"out of {one.base:,}" if one.base else ""
    return f"{one.count:,} of {one.base:,}" if one.base else f"{one.count:,}"
