"""One row of a file beside its indicator: what of its fields and figures is news."""

from equality_tracker.organisation.models import Characteristic
from indicators.models import Baseline, PeriodKind, Result, Target
from indicators.words import rhythms
from plans.importing.problems import NOTE, WARNING, problem
from plans.importing.words import bare, squeeze
from plans.models import Plan

from . import beside, current, fields, groups, reading
from .matching import match
from .outcome import FigureRow

NO_LEAD = "Nobody here is called “{name}”, so the indicator has no lead. Make the lead, or choose one after the import."
NO_DIRECTORATE = (
    "No directorate here is called “{name}”. Make it, or choose one after the import."
)
NO_PLAN = "No plan here has the reference “{name}”, so its targets and baseline were left out."
NO_NAME = "No indicator here has the code {code}, and the row has no title to make one of: it was left out."
MORE_BASELINES = "The row has another baseline, in {cell}; that one was taken."
EVERY_PLAN = "every plan"

WITHDRAWN = "The indicator was withdrawn on {day}, before {period}. The result is taken all the same: clear the cell if it should not be."


class Weighing:
    """One file on its way through the comparison."""

    def __init__(self, plan, as_at, names, choices, since, locked):
        self.plan, self.as_at, self.names = plan, as_at, names
        self.choices, self.since, self.locked = choices, since, locked
        self.problems = []
        self.plans = {}
        self.characteristics, self.with_numbers = {}, set()
        self.now = current.Current()
        self.is_by_year = False

    def match(self, rows):
        """Read what stands here, and give each row its indicator."""
        self.now = current.read(self.plan, locked=self.locked)
        match(rows, self.now, self.choices.near)
        for row in rows:
            if row.same_as is not None:
                row.indicator = row.same_as.indicator
        self._read_named(rows)
        found = {row.indicator.pk for row in rows if row.indicator}
        said = [one for row in rows for one in groups.of_entry(row.said)]
        told = [one for row in rows for one in row.said["results"]]
        self.is_by_year = reading.is_by_year(told)
        current.read_figures(
            self.now,
            found,
            ends=self._ends(rows),
            dated=any(map(reading.is_untimed, told)),
            groups=bool(said),
            locked=self.locked,
        )
        unitless = {pk for pk in found if not self.now.indicators[pk].unit}
        self.with_numbers = current.with_numbers(unitless)
        if any(row.said.get("comment") for row in rows):
            current.read_comments(self.now, found)
        if said:
            every = Characteristic.objects.all()
            self.characteristics = {bare(one.name): one for one in every}

    def leave_out_what_has_no_name(self, rows):
        """A row that only names a code is of an indicator that is here or in the file, or of none."""
        kept = []
        for row in rows:
            if row.title or row.first.title or row.indicator or row.candidates:
                kept.append(row)
            else:
                words = NO_NAME.format(code=row.code or "(none)")
                self.report(row, "", WARNING, words)
        return kept

    def _read_named(self, rows):
        """The plans that rows name by their references."""
        named = {row.said["plan"] for row in rows if row.said.get("plan")}
        if named - {EVERY_PLAN}:
            found = Plan.objects.filter(reference__in=named)
            self.plans = {bare(one.reference): one for one in found}

    def _ends(self, rows):
        """The last days of all times in the file."""
        said = [
            one.get("end")
            for row in rows
            for one in [
                *row.said["targets"], *row.said["results"], *row.said.get("groups", ()),
            ]
        ]  # fmt: skip
        return {*filter(None, said), self.as_at, *self._plan_ends()}

    def _plan_ends(self):
        return [one.end for one in [self.plan, *self.plans.values()] if one and one.end]

    def weigh(self, row):
        """Say what would be written for one row."""
        read, asked = fields.read(row, self.names)
        for words in asked:
            self.report(row, "", NOTE, words)
        self._say_who_is_unknown(row)
        if row.same_as is None:
            self._weigh_fields(row, read)
        row.is_linked = self._stands_there(row)
        self._weigh_figures(row)
        groups.weigh(row, self)
        self._weigh_comment(row)

    def _say_who_is_unknown(self, row):
        lead, directorate = row.said.get("lead"), row.said.get("directorate")
        known = self.names.lead(lead or "") or self.names.directorate(lead or "")
        if lead and not known:
            self.report(row, "", NOTE, NO_LEAD.format(name=lead[:100]))
        if directorate and not self.names.directorate(directorate):
            self.report(row, "", NOTE, NO_DIRECTORATE.format(name=directorate[:100]))

    def _weigh_fields(self, row, read):
        if row.indicator is None:
            row.values = fields.values_of_new(row, read, self.choices.directorate)
        else:
            has_figures = row.indicator.pk in self.with_numbers
            row.values = fields.what_differs(row, read, has_figures)
        if row.parent is not None and self._is_other_parent(row):
            row.values["parent"] = row.parent.first

    def _is_other_parent(self, row):
        """Whether the file makes the row's indicator part of another than it is part of here; never of its own part."""
        parent = row.parent.first.indicator
        if row.indicator is None or parent is None:
            return row.parent.first is not row
        turned = parent.parent_id == row.indicator.pk or parent.pk == row.indicator.pk
        return row.indicator.parent_id != parent.pk and not turned

    def _stands_there(self, row):
        priority = row.under and row.under.existing
        pair = row.indicator and row.indicator.pk, priority and priority.pk
        return None not in pair and pair in self.now.linked

    def unit_of(self, row):
        """The unit that the row's indicator has, or will have."""
        first = row.first
        if first.indicator is None or "unit" in first.values:
            return first.values["unit"]
        return first.indicator.unit

    def plan_of(self, row):
        """The plan (an id, None for every one) of a row's targets and baseline, and whether it is known."""
        named = row.said.get("plan")
        if not named:
            return self.plan, True
        if bare(named) == EVERY_PLAN:
            return None, True
        found = self.plans.get(bare(named))
        return found, found is not None

    def _weigh_figures(self, row):
        plan, is_known = self.plan_of(row)
        if not is_known:
            self.report(row, "", WARNING, NO_PLAN.format(name=row.said["plan"][:60]))
        told = [(Result, one) for one in row.said["results"]]
        if is_known:
            baseline = [row.said["baseline"]] if row.said["baseline"]["text"] else []
            told = [
                *[(Baseline, one) for one in baseline],
                *[(Target, one) for one in row.said["targets"]],
                *told,
            ]
            self._say_other_baselines(row)
        for model, said in told:
            figure = self._figure(row, model, said, plan)
            if figure is not None:
                row.figures.append(figure)

    def _say_other_baselines(self, row):
        for one in row.said.get("more_baselines") or ():
            words = MORE_BASELINES.format(cell=row.said["baseline"].get("cell", ""))
            self.report(row, one.get("cell", ""), WARNING, words)

    def _figure(self, row, model, said, plan):
        """One figure beside the one that stands here; None where it has no words or no time."""
        cell = said.get("cell", "")
        if not squeeze(said["text"]):
            return None
        ends = plan.end if plan else None
        time = reading.time_of(said, model, as_at=self.as_at, plan_end=ends)
        if time is None:
            kind, example = model._meta.verbose_name, reading.EXAMPLES[model]
            self.report(
                row, cell, WARNING, reading.NO_TIME.format(kind=kind, example=example)
            )
            return None
        if model is Target and self._is_told_by_year(row):
            time = reading.by_its_end(time)
        values, asked = reading.values_of(said, model, self.unit_of(row))
        for words in asked:
            self.report(row, cell, WARNING, words)
        of_plan = None if model is Result else plan and plan.pk
        figure = FigureRow("", said, cell, values, model=model, time=time, plan=of_plan)
        figure.key = f"{row.key}:{model._meta.model_name}:{time['period_kind']}:{time['end']}:{cell}"
        self._beside(
            row, figure, is_untimed=model is Result and reading.is_untimed(said)
        )
        self._say_if_withdrawn(row, figure)
        return figure

    def _is_told_by_year(self, row):
        """Whether the row's results are for years: not those of an indicator that is measured by the month."""
        known = row.first.indicator
        frequency = row.said.get("frequency") or (known and known.frequency) or ""
        return self.is_by_year and rhythms.kind_named(frequency) != PeriodKind.MONTH

    def _say_if_withdrawn(self, row, figure):
        """A new result for a time when the indicator was no longer in use is taken, and never without a word."""
        ended = row.indicator and row.indicator.withdrawn_on
        if not ended or figure.model is not Result or figure.existing is not None:
            return
        if (figure.time["start"] or figure.time["end"]) >= ended:
            period = figure.time["period"]
            words = WITHDRAWN.format(day=f"{ended:%-d %B %Y}", period=period)
            self.report(row, figure.cell, WARNING, words)

    def _beside(self, row, figure, is_untimed):
        """Set what stands here, and leave of the values what the file says otherwise: the words decide."""
        slots = self.now.figures.get(row.indicator.pk, {}) if row.indicator else {}
        figure.existing = beside.existing_of(figure, slots, is_untimed)
        if figure.existing is not None:
            figure.values, figure.overwrites = beside.what_differs(figure)
        if row.left is not None and row.indicator is not None:
            beside.compare_with_what_left(figure, row.left)

    def _weigh_comment(self, row):
        words = (row.said.get("comment") or "").strip()
        known = self.now.comments.get(row.indicator.pk, ()) if row.indicator else ()
        says_something = any(letter.isalpha() for letter in words)
        row.comment = words if says_something and squeeze(words) not in known else ""

    def kept(self, rows):
        """The plan's indicators that are not in the file."""
        named = {row.indicator.pk for row in rows if row.indicator}
        asked = {one.pk for row in rows if row.is_unsaid for one in row.candidates}
        found = dict.fromkeys(one.indicator_id for one in self.now.links)
        return [self.now.indicators[pk] for pk in found if pk not in named | asked]

    def report(self, row, cell, severity, message, sheet=None):
        place = cell or f"A{row.said['row']}"
        found = problem(sheet or row.said["sheet"], place, severity, message)
        if row.said.get("place"):
            found["place"] = row.said["place"]
        self.problems.append(found)
