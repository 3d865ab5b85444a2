"""The indicators of a plan under their priorities, in the columns of the council's own table."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject

from indicators.models import Indicator, IndicatorPriority
from indicators.performance import Verdict, comparing
from indicators.standing import Standing

# Of more times than these a page of paper shows the newest results and the next targets.
MOST_TIMES, BEFORE, AFTER = 5, 2, 2


class Time(NamedTuple):
    """A time that a table has columns for; `name` is how the first of its figures calls it."""

    end: object
    kind: str
    name: str


class Column(NamedTuple):
    """A column: the targets or the results of one time."""

    time: Time
    is_result: bool

    @property
    def heading(self):
        return f"{'Result' if self.is_result else 'Target'} {self.time.name}"


class Cell(NamedTuple):
    """What stands in a column: the figure, or why there is none; and of a result the judgement where one is shown."""

    column: Column
    figure: object
    missing: str = ""
    judgement: object = None

    @property
    def says_why(self):
        """Whether the reader is told why nothing can be said."""
        return self.judgement and self.judgement.verdict == Verdict.UNKNOWN


class StandingInPlan(Standing):
    """An indicator by what one plan promised: its own targets and baseline before those of every plan, none of another's."""

    def __init__(self, indicator, plan):
        super().__init__(indicator)
        self.targets = sorted(
            (one for one in self.targets if one.plan_id in (None, plan.pk)),
            key=lambda one: (one.end, one.plan_id is None, one.pk),
        )
        baselines = [b for b in indicator.baselines.all() if b.plan_id in (None, plan.pk)]  # fmt: skip
        self.baselines = sorted(baselines, key=lambda one: (one.plan_id is None, one.pk))  # fmt: skip
        self.baseline = self.baselines[0] if self.baselines else None

    @staticmethod
    def order(kind, target):
        """The plan's own target before every plan's, whatever it says."""
        own = target.plan_id is None
        return False, own, comparing.fit(kind, target.period_kind), target.value is None

    def target_at(self, time):
        """The target of a column's time."""
        same = (t for t in self.targets if (t.end, t.period_kind) == time[:2])
        return next(same, None)

    def result_at(self, time):
        same = (r for r in self.results if (r.end, r.period_kind) == time[:2])
        return next(same, None)

    def shown(self, result):
        """The judgement of a result, None where there is nothing to compare or nobody has said which way is better."""
        if not self.indicator.direction or result.value is None:
            return None
        found = self.compared(result)
        if found.target is None or found.target.value is None:
            return None
        return found.judgement


class Row(NamedTuple):
    """One indicator of a table; a part stands under its parent."""

    standing: StandingInPlan
    is_part: bool
    cells: list

    @property
    def indicator(self):
        return self.standing.indicator


@dataclass(frozen=True)
class Table:
    """The indicators under one priority. `placed` are (standing, is it a part?) in the plan's order."""

    plan: object
    placed: list
    on: object

    @cached_property
    def columns(self):
        return [
            Column(time, is_result)
            for time in self.times
            for is_result in (False, True)
            if any(self._figure(each, time, is_result) for each, _part in self.placed)
        ]

    @cached_property
    def rows(self):
        return [
            Row(each, is_part, [self._cell(each, column) for column in self.columns])
            for each, is_part in self.placed
        ]

    @cached_property
    def has_baselines(self):
        return any(each.baseline for each, _part in self.placed)

    @cached_property
    def unconfirmed(self):
        """How many have figures and nobody to say which way is better."""
        measured = [each for each, _part in self.placed if each.results]
        return sum(not each.indicator.direction for each in measured)

    @cached_property
    def times(self):
        """The times of the columns: around the newest result where there are many."""
        found = self._all_times
        if len(found) <= MOST_TIMES:
            return found
        ends = {result.end for each, _part in self.placed for result in each.results}
        told = [place for place, time in enumerate(found) if time.end in ends]
        newest = max(told, default=BEFORE)
        first = max(min(newest - BEFORE, len(found) - MOST_TIMES), 0)
        return found[first : max(newest, first + BEFORE) + AFTER + 1]

    @property
    def leaves_out(self):
        """Whether there are other times than those shown."""
        return len(self._all_times) > len(self.times)

    @cached_property
    def _all_times(self):
        found = {}
        for each, _part in self.placed:
            for figure in [*each.targets, *each.results]:
                if self._is_of_plan(figure):
                    key = (figure.end, figure.period_kind)
                    found.setdefault(key, Time(*key, figure.period))
        return sorted(found.values())

    @cached_property
    def _promised(self):
        """The last days of the times for which the plan has targets of its own."""
        return {
            one.end for each, _part in self.placed for one in each.targets if one.plan_id
        }  # fmt: skip

    def _is_of_plan(self, figure):
        """Whether a time lies in the plan's years; one that the plan has a target of its own for always does."""
        if figure.end in self._promised:
            return True
        begins, ends = self.plan.start, self.plan.end
        return not (begins and figure.end < begins) and not (ends and figure.end > ends)

    def _figure(self, standing, time, is_result):
        return standing.result_at(time) if is_result else standing.target_at(time)

    def _cell(self, standing, column):
        figure = self._figure(standing, column.time, column.is_result)
        if figure is None:
            return Cell(column, None, self._missing(standing, column))
        judged = standing.shown(figure) if column.is_result else None
        return Cell(column, figure, judgement=judged)

    def _missing(self, standing, column):
        """Why a cell is empty: a result that was promised by a time that is over, or nothing to say."""
        if column.is_result and standing.target_at(column.time):
            return "No result yet" if column.time.end < self.on else "Not due yet"
        return "None"


def tables_of(plan, on):
    """Return {a priority's id: Table} of the priorities of `plan` that have indicators: one query, three more where there are any."""
    found = list(_indicators(plan))
    standings = {one.pk: StandingInPlan(one, plan) for one in found}
    below = defaultdict(list)
    for indicator in found:
        for priority, position in _places(indicator, standings):
            below[priority].append((position, indicator))
    return {
        priority: Table(plan, _in_order(own, standings), on)
        for priority, own in below.items()
    }


def _indicators(plan):
    """The indicators under priorities of `plan` with their parts; `places` says under which, in which order."""
    links = IndicatorPriority.objects.filter(priority__plan=plan)
    places = links.filter(indicator=OuterRef("pk")).order_by("position", "pk")
    linked = links.values("indicator")
    shown = Indicator.objects.filter(Q(pk__in=linked) | Q(parent__in=linked))
    return (
        shown.annotate(
            places=ArraySubquery(
                places.values(one=JSONObject(priority="priority_id", at=F("position")))
            )
        )
        .defer("definition")
        .with_figures()
        .by_code()
    )


def _places(indicator, standings):
    """(priority, position) of an indicator; a part that the plan does not name stands wherever its parent does."""
    places = indicator.places or standings[indicator.parent_id].indicator.places
    return [(one["priority"], one["at"]) for one in places]


def _in_order(placed, standings):
    """[(standing, is it a part?)]: by the plan's positions, each followed by its parts."""
    own = {indicator.pk for _position, indicator in placed}
    parts = defaultdict(list)
    for _position, indicator in sorted(placed, key=lambda each: each[0]):
        above = indicator.parent_id if indicator.parent_id in own else None
        parts[above].append(indicator)
    found = list(_with_parts(parts, None))
    # Only indicators that are each other's parents are left.
    found += [(one, True) for own in list(parts.values()) for one in own]
    return [(standings[indicator.pk], is_part) for indicator, is_part in found]


def _with_parts(parts, above):
    """Yield (indicator, is it a part?) of those whose parent is `above`, each followed by its own parts."""
    for indicator in parts.pop(above, []):
        yield indicator, above is not None
        yield from _with_parts(parts, indicator.pk)
