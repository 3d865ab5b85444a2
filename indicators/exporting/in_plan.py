"""A plan's indicators as tables of its spreadsheet, in the council's own headings where a file has shown them."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from indicators.exporting import contents, naming
from indicators.exporting.groups import groups_of, hidden_of
from indicators.models import IndicatorPriority, PeriodKind
from indicators.tables import columns
from indicators.tables.headings import INDICATORS
from indicators.words import codes, units
from plans.exporting.layout import Column

# A plan without dates shows so many of the newest times.
NEWEST = 4
FIGURE_WIDTH = 14
USUAL = {
    "code": Column("Code", "code", 12),
    "title": Column("Indicator", "title", 44),
    "part_of": Column("Part of", "part_of", 12),
    "unit": Column("Unit", "unit", 12),
    "baseline": Column("Baseline", "baseline", FIGURE_WIDTH),
}


@dataclass
class Stood:
    """An indicator with its figures as a plan sees them: its own targets and baseline before those of every plan."""

    indicator: object
    baseline: str
    figures: dict

    def says(self, meaning, has_codes):
        """The words of the indicator under a column's `meaning`: (field, time)."""
        name, time = meaning
        if name == "baseline":
            return self.baseline
        if name in naming.NAMES:
            return self.figures.get((name, time), "")
        if name == "title" and not has_codes:
            return with_code(self.indicator)
        return SAID[name](self.indicator) if name in SAID else ""


def _parent(indicator):
    parent = indicator.parent
    return (parent.code or parent.title) if parent else ""


SAID = {
    "code": lambda one: one.code,
    "title": lambda one: one.title,
    "part_of": _parent,
    "unit": lambda one: one.unit or units.NONE,
    "direction": lambda one: one.get_direction_display(),
    "frequency": lambda one: one.frequency,
    "source": lambda one: one.source,
    "definition": lambda one: one.definition,
    "lead": lambda one: str(one.lead or ""),
    "directorate": lambda one: str(one.directorate or ""),
}


def with_code(indicator):
    """The name as one cell has it: "NI 1 - People who volunteer"; a lettered part under its whole has its letter alone."""
    parent, code = indicator.parent, indicator.code
    letter = codes.part(indicator.title)
    if parent and letter and codes.key(code) == codes.key(f"{parent.code}{letter}"):
        return indicator.title
    return f"{code} - {indicator.title}" if code else indicator.title


class Measured:
    """What stands under the priorities of one plan."""

    def __init__(self, plan, found, times):
        """`found` is {a priority's id: its Stood}; `times` {time: its words} of all their figures."""
        self.plan, self.found, self.times = plan, found, times
        self.under = found.keys()

    def columns(self, learned, priorities):
        """Return the `learned` columns, or the usual ones, with one for each other time that a figure of the priorities is for."""
        rows = [one for priority in priorities for one in self.found[priority.pk]]
        begun = learned and [self.readable(one) for one in learned]
        begun = begun or self.usual(rows)
        taken = set(self.meanings(begun))
        filled = {place for one in rows for place in one.figures}
        return begun + [
            Column(naming.heading(name, self.times[time]), name, FIGURE_WIDTH)
            for time in self.times
            for name in naming.NAMES
            if (name, time) in filled - taken
        ]

    def usual(self, rows):
        wanted = {"code", "title", "unit"}
        wanted |= {"part_of"} if any(one.indicator.parent_id for one in rows) else set()
        wanted |= {"baseline"} if any(one.baseline for one in rows) else set()
        return [column for name, column in USUAL.items() if name in wanted]

    def readable(self, column):
        """The column under the council's heading, or under ours where the site would not read its own again."""
        meant = INDICATORS.match(column.heading)
        if not column.field or (meant and meant[0][1] == column.field):
            return column
        name, time = self.meanings([column])[0]
        if name in naming.NAMES and time in self.times:
            heading = naming.heading(name, self.times[time])
        else:
            heading = USUAL[name].heading if name in USUAL else column.heading
        return Column(heading, column.field, column.width)

    def meanings(self, found):
        """(field, time) of each column; a target or result whose heading names no time has that of the plan's end, or of a day."""
        return [(one.field, self.time_of(one)) for one in found]

    def time_of(self, column):
        time = columns.read_column(1, column.field, column.heading).time
        if time and time.end:
            return self._meant(column.field, time.kind, time.end)
        days = [one for one in self.times if one[0] == PeriodKind.DATE]
        if column.field == "target":
            days = [one for one in days if one[1] == self.plan.end]
        return days[-1] if days else None

    def _meant(self, field, kind, end):
        """The time of a heading; of "Target March 2031" the day by which it is to be reached, where no figure is for that month."""
        on_day, said = (PeriodKind.DATE, end), (kind, end)
        by_its_end = field == "target" and kind == PeriodKind.MONTH and said not in self.times  # fmt: skip
        return on_day if by_its_end and on_day in self.times else said

    def rows(self, priority, found):
        """Return the words of each indicator under `priority`, in the plan's order."""
        meanings = self.meanings(found)
        has_codes = any(name == "code" for name, _time in meanings)
        first = {meaning: place for place, meaning in reversed([*enumerate(meanings)])}
        return [
            [
                one.says(meaning, has_codes) if first[meaning] == place else ""
                for place, meaning in enumerate(meanings)
            ]
            for one in self.found.get(priority.pk, ())
        ]


def has_any(plan):
    """Whether any indicator stands under a priority of `plan`."""
    return IndicatorPriority.objects.filter(priority__plan=plan).exists()


def read(plan):
    """Return what stands under the priorities of `plan`, in six queries; None where nothing does."""
    links = (
        IndicatorPriority.objects.filter(priority__plan=plan)
        .select_related("indicator__parent", "indicator__directorate", "indicator__lead")
        .prefetch_related("indicator__baselines", "indicator__targets", "indicator__results")
        .order_by("position", "pk")
    )  # fmt: skip
    links = list(links)
    if not links:
        return None
    indicators = [link.indicator for link in links]
    times, hidden = times_of(plan, indicators), hidden_wholes(indicators)
    found = defaultdict(list)
    for link in links:
        found[link.priority_id].append(stood(link.indicator, plan, hidden))
    return Measured(plan, dict(found), times)


def times_of(plan, indicators):
    """The times of the plan's own figures: of its targets and what was measured for those, and of results within its years, or the newest
    where it has no dates."""
    every = contents.times_of(indicators)
    own = {
        contents.time_of(target)
        for one in indicators
        for target in one.targets.all()
        if target.plan_id == plan.pk
    }
    if plan.start and plan.end:
        near = {time for time in every if plan.start <= time[1] <= plan.end}
    else:
        near = set(list(every)[-NEWEST:])
    promised = {end for _kind, end in own}
    return {
        time: words
        for time, words in every.items()
        if time in near or time[1] in promised
    }


def hidden_wholes(indicators):
    """The ids of results whose people are not shown: whoever may read the plan may take its spreadsheet away."""
    known = {one.pk: one for one in indicators}
    found = set()
    for pk, group in groupby(groups_of(indicators), lambda o: o.result.indicator_id):
        found |= hidden_of(list(group), known[pk])[1]
    return found


def stood(indicator, plan, hidden=()):
    """Return the Stood of an indicator: of two targets for one time the plan's own."""
    mine = (plan.pk, None)
    baselines = [one for one in indicator.baselines.all() if one.plan_id in mine]
    baseline = min(baselines, key=lambda one: one.plan_id is None, default=None)
    figures = {}
    targets = [one for one in indicator.targets.all() if one.plan_id in mine]
    for one in sorted(targets, key=lambda one: one.plan_id is not None):
        figures["target", contents.time_of(one)] = one.text
    for one in indicator.results.all():
        figures |= contents.figures_of_result(one, (), hidden)
    return Stood(indicator, baseline.text if baseline else "", figures)
