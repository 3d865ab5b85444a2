"""Which groups are not shown, so that from all that is shown nobody can work out a count under ten. Pure.

A count or base from 1 to 9 is few. Who reads a page can add and subtract: the total of a characteristic less its
other groups, a year less its quarters, a percentage of its base. So a group that is few is hidden with all its
figures, and others beside it until what is hidden adds up to enough that each could be anything from 1 to 9.
Which others is decided by their names and order alone, those of whom the group is not known first, then those that
stand before: a choice by size would tell the size to whoever knows the rule.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

LEAST_SHOWN = 10


def is_few(number: int | None) -> bool:
    """Whether so few people stand behind a number that they could be told apart; no people at all can not."""
    return number is not None and 0 < number < LEAST_SHOWN


class Group(NamedTuple):
    """What is known of one group: None where it is not. `few`: its words say that it is few without a number.

    `likely` is what its count may be about, where only a percentage was given; `not_known` are people of whom it is not
    known to which group they belong.
    """

    key: Hashable
    name: str
    count: int | None = None
    base: int | None = None
    few: bool = False
    likely: int = 1
    has_figure: bool = True
    not_known: bool = False

    @property
    def is_few(self) -> bool:
        return self.few or is_few(self.count) or is_few(self.base)

    def can_hide(self, what: str) -> bool:
        """Whether hiding it leaves open what others' "count" or "base" is: nought is nought for everybody."""
        return self.has_figure and getattr(self, what) != 0


@dataclass(frozen=True)
class Whole:
    """A result with its groups by characteristic; `count` of `base` where both or one of them are known."""

    key: Hashable
    groups: dict[str, list[Group]]
    count: int | None = None
    base: int | None = None
    start: date | None = None
    end: date | None = None

    def holds(self, other: "Whole") -> bool:
        """Whether another result is for a part of this one's time: a quarter of its year."""
        if self is other or None in (self.start, self.end, other.start, other.end):
            return False
        same = (self.start, self.end) == (other.start, other.end)
        return not same and self.start <= other.start and other.end <= self.end


@dataclass
class Hidden:
    """The keys of the groups that are not shown, and of the results that show no people at all."""

    groups: set = field(default_factory=set)
    wholes: set = field(default_factory=set)


def hide(wholes: list[Whole]) -> Hidden:
    """Return what is hidden of one indicator's results: what a quarter hides, its year hides too."""
    hidden = Hidden()
    shortest_first = sorted(wholes, key=lambda one: _days(one))
    for whole in shortest_first:
        parts = [other for other in shortest_first if whole.holds(other)]
        _hide_in(whole, parts, hidden)
    return hidden


def _days(whole: Whole) -> int:
    return (whole.end - whole.start).days if whole.start and whole.end else 0


def _hide_in(whole: Whole, parts: list[Whole], hidden: Hidden) -> None:
    """Add what one result hides; all of its groups where nothing less would do."""
    asked = _hidden_of(parts, hidden)
    found = [
        among(groups, totals_for(name, whole), asked.get(name, set()), whole.base)
        for name, groups in whole.groups.items()
    ]
    below = any(part.key in hidden.wholes for part in parts)
    few = is_few(whole.count) or is_few(whole.base)
    if whole.groups and (few or below or None in found):
        hidden.wholes.add(whole.key)
        everyone = [one for groups in whole.groups.values() for one in groups]
        hidden.groups |= {one.key for one in everyone if one.has_figure}
        return
    hidden.groups |= set().union(*found)


def _hidden_of(parts: list[Whole], hidden: Hidden) -> dict[str, set]:
    """The names of the groups that parts of a time hide, by characteristic."""
    asked = {}
    for part in parts:
        for name, groups in part.groups.items():
            mine = {_folded(one) for one in groups if one.key in hidden.groups}
            asked.setdefault(name, set()).update(mine)
    return asked


def totals_for(name: str, whole: Whole) -> list[int]:
    """What the counts of one characteristic may be known to add up to: the result's own, each other characteristic's,
    and their base where they are the shares of the whole.
    """
    others = [groups for other, groups in whole.groups.items() if other != name]
    sums = [
        sum(one.count for one in groups)
        for groups in others
        if all(one.count is not None for one in groups)
    ]
    common = common_base(whole.groups[name])
    own = [common] if common and common in (whole.count, whole.base) else []
    return sums + own + ([whole.count] if whole.count is not None else [])


def among(
    groups: list[Group], totals: list[int], asked: set, base: int | None
) -> set | None:
    """The keys to hide of one characteristic's groups; None where not even all of them are enough."""
    hidden = [
        one for one in groups if one.has_figure and (one.is_few or _folded(one) in asked)
    ]  # fmt: skip
    if not hidden:
        return set()
    for following in [None, *in_turn(groups, hidden)]:
        if following:
            hidden.append(following)
        if is_safe(hidden, groups, totals, base):
            return {one.key for one in hidden}
    return None


def in_turn(groups: list[Group], hidden: list[Group]) -> list[Group]:
    """The groups that can be hidden besides: people of whom it is not known, then upwards from the first hidden one."""
    place = groups.index(hidden[0])
    turned = groups[:place][::-1] + groups[place:][::-1]
    turned.sort(key=lambda one: not one.not_known)
    own_bases = not common_base(groups) and any(is_few(one.base) for one in hidden)
    what = "base" if own_bases else "count"
    return [one for one in turned if one not in hidden and one.can_hide(what)]


def is_safe(hidden, groups, totals, base) -> bool:
    """Whether each hidden count and base stays open: as far as its readers know, it is anything from 1 to 9."""
    rest = remainder([one.count for one in groups], totals)
    if any(one.few or is_few(one.count) for one in hidden) and not leaves_open(
        [one.likely if one.count is None else one.count for one in hidden], rest
    ):
        return False
    if common_base(groups) or not any(is_few(one.base) for one in hidden):
        return len(hidden) + (rest > 0) > 1
    return leaves_open(
        [one.base or 1 for one in hidden],
        remainder([one.base for one in groups], [base] if base else []),
    )


def leaves_open(hidden: list[int], rest: int) -> bool:
    """Whether numbers of which only the sum can be known, with a rest that is not listed, may each be 1 to 9."""
    cells = len([one for one in hidden if one]) + (rest > 0)
    return cells > 1 and sum(hidden) + rest >= cells + LEAST_SHOWN - 2


def remainder(numbers: list[int | None], totals: list[int]) -> int:
    """How many belong to none of the groups, at least: 0 where a group's own number is not known."""
    if None in numbers:
        return 0
    listed = sum(numbers)
    return min((total - listed for total in totals if total >= listed), default=0)


def common_base(groups: list[Group]) -> int | None:
    """The base that all groups share, where they are the shares of one whole; None where each has its own."""
    bases = {one.base for one in groups}
    counts = [one.count for one in groups]
    if len(groups) < 2 or len(bases) != 1 or None in bases or None in counts:
        return None
    (base,) = bases
    return base if sum(counts) <= base else None


def _folded(group: Group) -> str:
    return " ".join(group.name.casefold().split())
