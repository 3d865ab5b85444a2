"""The stages of an import that a page and the command share: what the file means, and what it would change."""

import datetime
from dataclasses import dataclass

from assessments.importing import difference as assessment_difference
from equality_tracker.imports import returning
from equality_tracker.imports.models import (
    ImportedChange,
    ImportRun,
    RememberedDirectorate,
    RememberedLead,
)
from equality_tracker.imports.reading import Reading
from equality_tracker.workbooks.collecting import uncollected
from indicators.importing import difference as indicator_difference
from indicators.importing.provenance import Brought
from plans.importing import corrections, difference
from plans.importing.names import Names
from plans.importing.outcome import Choices, PriorityRow
from plans.importing.words import bare


def known_names(run=None, decided=()):
    """Return the leads and directorates by every way of writing them: the council's names, what was remembered, what `run` decided."""
    leads = dict(RememberedLead.objects.values_list("written", "lead"))
    directorates = dict(
        RememberedDirectorate.objects.values_list("written", "directorate")
    )
    decisions = run.decisions if run else {}
    leads |= _same_as(decisions.get("leads", {}))
    directorates |= _same_as(decisions.get("directorates", {}))
    matched = _same_as(decisions.get("leads", {})).values()
    return Names.load(
        leads=leads, directorates=directorates, decided={*matched, *decided}
    )


def _same_as(decisions):
    return {
        written: one["same_as"]
        for one in decisions.values()
        if one.get("same_as")
        for written in one["written"]
    }


def reading_of(run):
    """Return the run's sheets as a Reading, with the council's own words and its plan's.

    A file that went out from a plan goes back into it where neither another nor a new one was chosen.
    """
    if run.plan_id is None and not run.new_plan:
        run.plan = returning.plan_of(run.tables)
    return Reading(run.tables, words=returning.words_for(run))


def understand(run, reading=None):
    """Read the run's sheets in the light of what was chosen, and set `run.understood`; the caller saves it.

    `reading` is the run's `reading_of` where its columns were guessed just before.
    """
    names = known_names(run)
    start, end = _period(run)
    known = {
        "known_leads": names.known_leads(),
        "known_directorates": names.known_directorates(),
        "plan_start": start,
        "plan_end": end,
    }
    reading = reading or reading_of(run)
    exports = returning.exports_of(run)
    if exports:
        run.choices = returning.choices_for(exports, reading.columns()) | run.choices
    run.understood = reading.interpret(choices=run.choices, **known)
    exported, left = returning.readings_of(
        exports, run.understood, reading.words, known
    )
    run.understood |= {"exported": exported, "indicators_left": left}
    corrections.put_on(run.understood, run.decisions.get("corrections", {}))


def _period(run):
    """The plan's own period, or the one given on the preview for a new plan."""
    if run.plan_id:
        return run.plan.start, run.plan.end
    said = run.decisions.get("plan", {})
    return day(said.get("start")), day(said.get("end"))


def day(value):
    return datetime.date.fromisoformat(value) if value else None


def choices_of(run, directorate=None):
    """Return the decisions of `run` in the shape that comparing takes."""
    said = run.decisions
    return Choices(
        directorate=directorate or _existing(said.get("directorate")),
        newer=said.get("newer", {}),
        statuses=said.get("statuses", {}),
        leave_out=said.get("leave_out", False),
        by_position=said.get("by_position", False),
        clashes=said.get("clashes", {}),
        near=said.get("near", {}),
        take_order=said.get("take_order", False),
    )


def _existing(value):
    return int(value) if str(value or "").isdigit() else None


@uncollected()
def compare(run, *, names=None, directorate=None, locked=False):
    """Return the Difference between the run's file and its plan as both stand now."""
    names = names or known_names(run)
    found = difference.compare(
        of_plan(run),
        run.plan,
        as_at=run.as_at,
        names=names,
        choices=choices_of(run, directorate),
        since=run.started_at,
        locked=locked,
        sides=returning.sides_of(run),
    )
    corrections.mark_rows(found, run.decisions.get("statuses", {}), names)
    return found


def of_plan(run):
    """Return what was understood of a plan: nothing, where the file holds indicators alone and goes into no plan."""
    if run.plan_id or run.makes_plan:
        return run.understood
    return run.understood | {"priorities": []}


@uncollected()
def compare_indicators(run, found, *, names=None, directorate=None, locked=False):
    """Return the indicators' Difference between the run's file and the council's as both stand now; `found` is the plan's."""
    known = {one.existing.pk for one in found.priorities if one.existing}
    others = [one for one in found.current.priorities if one.pk not in known]
    said = run.decisions
    return indicator_difference.compare(
        run.understood.get("indicators") or [],
        run.plan,
        as_at=run.as_at,
        names=names or known_names(run),
        under=[*found.priorities, *(PriorityRow({}, existing=one) for one in others)],
        choices=indicator_difference.Choices(
            figures=said.get("figures", {}),
            near=said.get("same", {}),
            directorate=directorate or _existing(said.get("directorate")),
        ),
        since=run.started_at,
        imports_of=imports_of,
        left=run.understood.get("indicators_left") or (),
        locked=locked,
    )


@uncollected()
def compare_assessments(run, *, names=None, directorate=None, locked=False):
    """Return the Difference between the run's register and programme and the council's as both stand now."""
    said = run.decisions
    return assessment_difference.compare(
        run.understood,
        as_at=run.as_at,
        names=names or known_names(run),
        choices=assessment_difference.Choices(
            stages=stages_said(run),
            near=said.get("same_assessments", {}),
            fields=said.get("recorded", {}),
            year=said.get("programme_year"),
            confidential_until=day(said.get("confidential_until")),
            directorate=directorate or _existing(said.get("directorate")),
            making=_made_by(said),
        ),
        imports_of=imports_of,
        locked=locked,
    )


def stages_said(run):
    """Return {words of a register: the stage that a person gave them}: for this file, else when the last register was imported."""
    if not run.understood.get("assessments"):
        return {}
    before = ImportRun.objects.filter(
        state=ImportRun.State.APPLIED, decisions__has_key="stages"
    )
    last = before.order_by("-applied_at").values_list("decisions__stages", flat=True)
    return (last.first() or {}) | run.decisions.get("stages", {})


def _made_by(said):
    """The directorates that are ticked to be made, by each way in which the file writes them."""
    ticked = [one for one in said.get("directorates", {}).values() if one.get("create")]
    return frozenset(bare(words) for one in ticked for words in one["written"])


@dataclass
class Found:
    """What an import would do: to its plan, to the council's indicators, to its register and programme."""

    plan: object
    indicators: object
    assessments: object

    @property
    def of_council(self):
        """What would change that is the council's, whatever plan the file goes into."""
        return [one for one in (self.indicators, self.assessments) if one]

    @property
    def counts(self):
        """How much of each is new, changed and as it was, in the shape that the run keeps."""
        counts = dict(self.plan.counts)
        if self.indicators:
            counts["indicators"] = self.indicators.counts
        if self.assessments.rows:
            counts["assessments"] = self.assessments.counts
        if self.assessments.targets:
            counts["programme"] = self.assessments.target_counts
        return counts

    @property
    def problems(self):
        """What a person should look at in any of it."""
        every = (self.plan, self.indicators, self.assessments)
        return [problem for one in every for problem in one.problems]

    def fingerprint(self):
        """Return a short text that stays the same while the same would be written over the same."""
        return "".join(one.fingerprint() for one in (self.plan, *self.of_council))


def compare_all(run, *, names=None, directorate=None, locked=False):
    """Return the Found of the run's file and of what stands here now. `locked` keeps all that is compared from changing."""
    said = {
        "names": names or known_names(run),
        "directorate": directorate,
        "locked": locked,
    }
    plan = compare(run, **said)
    indicators = compare_indicators(run, plan, **said)
    return Found(plan, indicators, compare_assessments(run, **said))


def imports_of(figures):
    """Return {(label, id): Brought}: the newest standing import that wrote each of `figures`, of those that one wrote."""
    changes = ImportedChange.objects.filter(
        run__state=ImportRun.State.APPLIED,
        model__in={one._meta.label_lower for one in figures},
        object_id__in={one.pk for one in figures},
    )
    rows = changes.order_by("run__applied_at", "pk").values_list(
        "model", "object_id", "run__as_at", "version_after"
    )
    return {(model, pk): Brought(*brought) for model, pk, *brought in rows}


def actions_of(understood):
    return [one for each in understood["priorities"] for one in each["actions"]]


def names_of_others(understood, assessments):
    """Return the leads and directorates that indicators, assessments and promises name, as actions name theirs.

    `assessments` is the Difference of the register: a name that a row had already when it left from here is asked about no more.
    """
    named = [row.names for row in assessments.rows]
    for kind in ("indicators", "programme"):
        named += [(one.get("lead"), one.get("directorate")) for one in understood.get(kind) or ()]  # fmt: skip
    return [{"leads": list(filter(None, [lead])), "directorate": place} for lead, place in named]  # fmt: skip
