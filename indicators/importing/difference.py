"""A file's indicators against those that the council has: what is new, what changes, what stays."""

from collections import defaultdict
from dataclasses import dataclass, field

from equality_tracker.organisation.models import Characteristic
from indicators.models import Baseline, Result, Target
from plans.importing.problems import NOTE, WARNING, problem
from plans.importing.words import bare, same, squeeze
from plans.models import Plan

from . import current, fields, groups, provenance, reading
from .matching import match
from .outcome import FILE, OURS, Difference, FigureRow, Row

NO_LEAD = "Nobody here is called “{name}”, so the indicator has no lead. Make the lead, or choose one after the import."
NO_DIRECTORATE = (
    "No directorate here is called “{name}”. Make it, or choose one after the import."
)
NO_PLAN = "No plan here has the reference “{name}”, so its targets and baseline were left out."
TWICE = (
    "The file says two things of the {what}: “{one}” in {cell} and “{other}” in {other_cell}. Neither was taken. "
    "Clear one of them."
)
MORE_BASELINES = "The row has another baseline, in {cell}; that one was taken."
EVERY_PLAN = "every plan"


@dataclass
class Choices:
    """What a person decided of this file's indicators: by figure, and by row that may be one that is here."""

    figures: dict = field(default_factory=dict)
    near: dict = field(default_factory=dict)
    directorate: int | None = None


def compare(
    entries,
    plan,
    *,
    as_at,
    names,
    under=(),
    choices=None,
    since=None,
    imports_of=None,
    locked=False,
) -> Difference:
    """Compare the `entries` of a file with the council's indicators and return the Difference.

    `under` are the priorities of the file and of `plan` (None: the file goes into no plan), as PriorityRows. `since` is the moment the
    file came. `imports_of(figures)` says which import left each of some figures as it is: see `provenance`. `locked` keeps what is
    compared from changing until the transaction ends.
    """
    if not entries:
        return Difference()
    weighing = _Weighing(plan, as_at, names, choices or Choices(), since, locked)
    rows = rows_of(entries, under)
    weighing.match(rows)
    for row in rows:
        weighing.weigh(row)
    weighing.leave_out_what_is_said_twice(rows)
    provenance.weigh(rows, imports_of, as_at, since)
    _take(rows, weighing.choices.figures)
    return Difference(rows, weighing.kept(rows), weighing.problems, weighing.now)


def rows_of(entries, under=()) -> list[Row]:
    """A Row for each entry, with its parent's row and the priority that its table stands under."""
    rows, by_name, places = [], {}, defaultdict(int)
    for said in entries:
        place = f"{said['sheet']}!{said['row']}"
        places[place] += 1
        row = Row(said, f"{place}!{places[place]}")
        if said["parent"]:
            row.parent = by_name.get((said["sheet"], squeeze(said["parent"])))
        row.under = _priority(said, under)
        by_name[said["sheet"], squeeze(said["key"] or said["title"])] = row
        rows.append(row)
    return rows


def _priority(said, under):
    """The priority by its title, else by its number."""
    title, number = bare(said.get("priority_title") or ""), bare(said["priority"])
    titled = (one for one in under if title and bare(one.title) == title)
    numbered = (one for one in under if number and bare(one.number) == number)
    return next(titled, None) or next(numbered, None)


class _Weighing:
    """One file on its way through the comparison."""

    def __init__(self, plan, as_at, names, choices, since, locked):
        self.plan, self.as_at, self.names = plan, as_at, names
        self.choices, self.since, self.locked = choices, since, locked
        self.problems = []
        self.plans = {}
        self.characteristics = {}
        self.now = current.Current()

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
        current.read_figures(
            self.now,
            found,
            ends=self._ends(rows),
            groups=bool(said),
            locked=self.locked,
        )
        if any(row.said.get("comment") for row in rows):
            current.read_comments(self.now, found)
        if said:
            every = Characteristic.objects.all()
            self.characteristics = {bare(one.name): one for one in every}

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
            slots = self.now.figures.get(row.indicator.pk, {}).values()
            has_figures = any(one.value is not None for one in slots)
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
        values, asked = reading.values_of(said, model, self.unit_of(row))
        for words in asked:
            self.report(row, cell, WARNING, words)
        of_plan = None if model is Result else plan and plan.pk
        figure = FigureRow("", said, cell, values, model=model, time=time, plan=of_plan)
        figure.key = f"{row.key}:{model._meta.model_name}:{time['period_kind']}:{time['end']}:{cell}"
        self._beside(
            row, figure, is_untimed=model is Result and reading.is_untimed(said)
        )
        return figure

    def _beside(self, row, figure, is_untimed):
        """Set what stands here, and leave of the values what the file says otherwise: the words decide."""
        slots = self.now.figures.get(row.indicator.pk, {}) if row.indicator else {}
        figure.existing = slots.get(figure.slot)
        if figure.existing is None and figure.plan is not None:
            for_all = slots.get(_without_plan(figure.slot))
            if for_all is not None and same(for_all.text, figure.values["text"]):
                figure.existing = for_all
        if figure.existing is None and is_untimed:
            figure.existing = _same_before(slots, figure)
        if figure.existing is not None:
            figure.values, figure.overwrites = _what_differs(figure)

    def _weigh_comment(self, row):
        words = (row.said.get("comment") or "").strip()
        known = self.now.comments.get(row.indicator.pk, ()) if row.indicator else ()
        row.comment = "" if squeeze(words) in known else words

    def leave_out_what_is_said_twice(self, rows):
        """Where the file gives one figure twice in other words, neither is taken; a final one goes before a provisional one."""
        found = defaultdict(list)
        for row in rows:
            for figure in row.figures:
                found[row.first.key, figure.slot].append((row, figure))
        for several in found.values():
            if len(several) > 1:
                self._settle(several)

    def _settle(self, several):
        final = [pair for pair in several if not pair[1].said.get("provisional")]
        others = final or several
        for _row, figure in several:
            figure.left_out = True
        words = {squeeze(figure.said["text"]) for _row, figure in others}
        if len(words) == 1:
            others[0][1].left_out = False
            return
        (row, one), (other_row, other) = others[0], others[1]
        elsewhere = (
            f"“{other_row.said['sheet']}” "
            if other_row.said["sheet"] != row.said["sheet"]
            else ""
        )
        message = TWICE.format(
            what=one.label[0].lower() + one.label[1:], one=one.said["text"][:80], cell=one.cell,
            other=other.said["text"][:80], other_cell=elsewhere + other.cell,
        )  # fmt: skip
        self.report(row, one.cell, WARNING, message)

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


def _without_plan(slot):
    model, _plan, *rest = slot
    return (model, None, *rest)


def _same_before(slots, figure):
    """The newest result by a file's date that says the same: the same file sent later tells nothing new."""
    dated = [
        one
        for one in slots.values()
        if isinstance(one, Result)
        and one.period_kind == figure.time["period_kind"]
        and one.end <= figure.time["end"]
    ]
    newest = max(dated, key=lambda one: one.end, default=None)
    return newest if newest and same(newest.text, figure.values["text"]) else None


def _what_differs(figure):
    """Return (what would be written, whether something would be written over): nothing where the words are the same.

    Of the same words, what the file says beside them can still be news: so many out of so many, provisional or final.
    """
    existing, values = figure.existing, figure.values
    if not same(existing.text, values["text"]):
        return values, True
    beside = {
        name: values[name]
        for name in ("numerator", "denominator", "provisional")
        if values.get(name) is not None and getattr(existing, name) != values[name]
    }
    overwrites = any(getattr(existing, name) is not None for name in beside)
    return beside, overwrites


def _take(rows, answers):
    """Decide by what was answered; else ours stays where it is newer than the file."""
    for row in rows:
        for one in [*row.figures, *row.groups]:
            if not one.is_asked:
                continue
            one.take = OURS if one.newer else FILE
            answer = answers.get(one.key, {})
            if answer.get("seen") == one.seen:
                one.take = answer["take"]
