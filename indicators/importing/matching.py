"""Which indicator each row of a file is: by its code within its set, else by its title; what could be two is asked."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from indicators.models import Indicator, IndicatorSet
from indicators.words import codes
from plans.importing.nearness import Titles
from plans.importing.words import bare

from .outcome import NEW_ONE, Row

MOST_COMPARED = 5_000
_NATIONAL = re.compile(r"ni[0-9]{1,3}[a-z]?")
_OWN = (IndicatorSet.LOCAL, IndicatorSet.CORPORATE)


def sets_of(row: Row) -> tuple:
    """The sets that a row's code may be of, the likeliest first: NI codes are the national set's."""
    said = (row.said.get("set") or "").casefold()
    for value, label in IndicatorSet.choices:
        if said in (value, label.casefold()):
            return (IndicatorSet(value),)
    if _NATIONAL.fullmatch(codes.key(row.code)):
        return (IndicatorSet.NATIONAL,)
    return _OWN


def match(rows: list[Row], now, answers: dict) -> None:
    """Give each of `rows` its `indicator`, or `candidates` among which a person chooses, or neither where it is new.

    `answers` is {row's key: {"take": an indicator's key or "new"}}. `rows` stand in the order of the file, each parent first.
    """
    _fold(rows)
    free = dict(now.indicators)
    waiting = [row for row in rows if row.same_as is None]
    for row in waiting:
        _by_code(row, now, free, answers)
    _by_title(waiting, now, free, answers)
    _by_nearness(waiting, now, free, answers)


def _fold(rows):
    """A row that names the indicator of another brings that one more figures, or another priority; one with a title comes first."""
    seen = {}
    for row in sorted(rows, key=lambda row: not row.title):
        row.same_as = seen.setdefault(_identity(row), row)
        if row.same_as is row:
            row.same_as = None


def _identity(row):
    if row.code:
        return codes.key(row.code), sets_of(row)
    parent = row.parent and row.parent.first.key
    if "plan" in row.said:
        return parent, bare(row.title)
    # Without a code, the same words twice in one table are two rows: of two services, say.
    return row.key


def _take(row, indicator, free):
    row.indicator = free.pop(indicator.pk, None) or indicator


def _ask(row, candidates, free, answers, *, may_be_new=True):
    """Offer `candidates`; take the one that was answered."""
    row.candidates, row.may_be_new = candidates, may_be_new and bool(row.title)
    answer = answers.get(row.key, {}).get("take")
    row.is_said = answer == NEW_ONE and row.may_be_new
    for one in candidates:
        if answer == str(one.pk) and one.pk in free:
            row.is_said = True
            _take(row, one, free)


def _by_code(row, now, free, answers):
    if not row.code:
        return
    found = [one for one in now.by_code.get(codes.key(row.code), ()) if one.pk in free]
    sets = sets_of(row)
    own = [one for one in found if one.belongs_to in sets]
    exact = [one for one in own if bare(one.code) == bare(row.code)]
    chosen = exact if len(exact) == 1 else own
    if len(chosen) == 1:
        _take(row, chosen[0], free)
    elif chosen:
        taken = any(one.belongs_to == sets[0] for one in exact)
        _ask(row, chosen, free, answers, may_be_new=not taken)
    elif found:
        _ask(row, found, free, answers)


def _by_title(rows, now, free, answers):
    """Match by title under the same parent, else under the same priority; of a file without a plan, in the whole council."""
    scopes = _Scopes(now)
    open_rows = [row for row in _new(rows) if row.title]
    alike = Counter(_place(row) for row in open_rows)
    for row in open_rows:
        found = scopes.of(row, free)
        if found and len(found) <= alike[_place(row)]:
            _take(row, found[0], free)
        elif found:
            _ask(row, found, free, answers)
        elif row.parent is None:
            elsewhere = scopes.elsewhere(row, free)
            if elsewhere:
                _ask(row, elsewhere, free, answers)


def _new(rows):
    """Those that are no indicator yet and may be none of those here."""
    return [row for row in rows if row.indicator is None and not row.candidates]


def _place(row):
    """What rows of one title stand under."""
    return row.parent and row.parent.first.key, id(row.under), bare(row.title)


class _Scopes:
    """Where indicators of a title are looked for."""

    def __init__(self, now):
        self.now = now
        self.under = defaultdict(set)
        for one in now.links:
            self.under[one.priority_id].add(one.indicator_id)

    def of(self, row, free):
        """Those of the row's title where the row stands: its parent's parts, its priority's, or the council's."""
        same = self._titled(row, free)
        if row.parent is not None:
            parent = row.parent.first.indicator
            return [one for one in same if parent and one.parent_id == parent.pk]
        same = [one for one in same if one.parent_id is None]
        if row.under is None:
            return same
        priority = row.under.existing
        return [one for one in same if priority and one.pk in self.under[priority.pk]]

    def elsewhere(self, row, free):
        return [one for one in self._titled(row, free) if one.parent_id is None]

    def _titled(self, row, free):
        """Two codes are never one indicator."""
        found = self.now.by_title.get(bare(row.title), ())
        return [one for one in found if one.pk in free and not (row.code and one.code)]


@dataclass
class _Titled:
    """An indicator as titles are compared."""

    indicator: Indicator
    priority_id: int | None

    @property
    def pk(self):
        return self.indicator.pk

    @property
    def title(self):
        return self.indicator.title


def _by_nearness(rows, now, free, answers):
    """Offer what is still new the indicator that says nearly the same, where not both have a code."""
    priority_of = {one.indicator_id: one.priority_id for one in now.links}
    new = [row for row in _new(rows) if row.title]
    whole = [one for one in free.values() if one.parent_id is None]
    titles = {
        coded: Titles(
            _Titled(one, priority_of.get(one.pk))
            for one in whole
            if not (coded and one.code)
        )
        for coded in (False, True)
        if new
    }
    whole_rows = [row for row in new if row.parent is None]
    for row in whole_rows[:MOST_COMPARED]:
        pool = titles[bool(row.code)]
        own = row.under.existing if row.under is not None else None
        found = pool.nearest(row.title, own and own.pk) if pool.actions else None
        if found is not None and found.pk in free:
            _ask(row, [found.indicator], free, answers)
