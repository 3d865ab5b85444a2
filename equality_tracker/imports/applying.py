"""Writes one import: the people and places that were ticked, the plan, its rows, and what can be undone, in one transaction."""

import pghistory
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from assessments.importing import apply as assessment_apply
from equality_tracker import security_log
from equality_tracker.imports import kept, stages
from equality_tracker.imports.forms.decisions import NEW
from equality_tracker.imports.layouts import learn_layout
from equality_tracker.imports.models import (
    ImportedChange,
    ImportRun,
    RememberedDirectorate,
    RememberedLead,
)
from equality_tracker.imports.refusals import (
    AlreadyApplied,
    CannotApply,
    LookAgain,
    NearRowsUnsaid,
    SameAssessmentUnsaid,
    SameIndicatorUnsaid,
    StageUnsaid,
    UntilUnsaid,
    YearUnsaid,
)
from equality_tracker.organisation.models import Directorate, Holding, Lead, User
from equality_tracker.organisation.saving import is_deadlock
from indicators.importing import apply as indicator_apply
from plans.importing import bulk
from plans.importing.apply import apply
from plans.importing.changes import Change, created
from plans.importing.words import bare
from plans.models import Plan


def apply_run(run, *, by, on, seen=None):
    """Import `run` in the name of `by` on the day `on`; return it as it stands afterwards.

    `seen` is the fingerprint of what the preview showed, None to ask for none. Everything is written or nothing. Raises CannotApply
    where it cannot be, RowsAreWrong where rows with errors are neither mended nor left out.
    """
    try:
        with (
            transaction.atomic(),
            pghistory.context(
                user=by.pk,
                import_run=run.pk,
                file=run.name,
                reason=f"Imported from {run.name}",
            ),
        ):
            return _apply(run.pk, by, on, seen)
    except IntegrityError as error:
        raise CannotApply(_in_words(error)) from error
    except OperationalError as error:
        if not is_deadlock(error):
            raise
        raise CannotApply(AT_THE_SAME_MOMENT) from error


def _apply(pk, by, on, seen):
    run = ImportRun.objects.select_for_update(of=("self",)).get(pk=pk)
    if run.state != ImportRun.State.PREVIEWED:
        raise AlreadyApplied("This file has been imported already, or was undone.")
    people = People(run, on)
    plan, changes = _plan(run, people)
    found = _compare(run, people, plan)
    if seen is not None and seen != found.fingerprint():
        what = (
            "The plan has" if plan else f"{' and '.join(run.holds)} have".capitalize()
        )
        raise LookAgain(
            f"{what} changed since this page was shown. Nothing has been imported: look at it again."
        )
    _refuse_what_is_unsaid(found)
    written = apply(found.plan, by=by, round=plan and _round(plan, run.as_at))
    written += indicator_apply.apply(found.indicators, by=by, source=run.name)
    written += assessment_apply.apply(
        found.assessments, by=by, file=run.name, as_at=run.as_at
    )
    learned = learn_layout(run, found.plan) if plan else []
    _keep(run, [*people.changes, *changes, *written, *learned])
    security_log.tell("imported", who=by.pk, run=run.pk, file=run.name)
    return _finish(run, found, by)


def _compare(run, people, plan):
    """What the import would do, with everything that is compared locked."""
    names = stages.known_names(run, decided=people.made_leads)
    directorate = plan.directorate_id if plan else people.answering
    if run.understood.get("indicators"):
        indicator_apply.hold_others_back()
    if run.understood.get("assessments") or run.understood.get("programme"):
        assessment_apply.hold_others_back()
    return stages.compare_all(run, names=names, directorate=directorate, locked=True)


def _refuse_what_is_unsaid(found):
    """Raise where a question is open without whose answer something would be guessed."""
    if found.plan.unsaid:
        raise NearRowsUnsaid(found.plan.unsaid)
    if found.indicators.unsaid:
        raise SameIndicatorUnsaid(found.indicators.unsaid)
    if found.assessments.unsaid:
        raise SameAssessmentUnsaid(found.assessments.unsaid)
    if found.assessments.without_stage:
        raise StageUnsaid(found.assessments.without_stage)
    if found.assessments.asks_year:
        raise YearUnsaid()
    if found.assessments.asks_until:
        raise UntilUnsaid(found.assessments.hidden)


class People:
    """The directorates and leads that were ticked, made; and every match remembered for the next file."""

    def __init__(self, run, on):
        self.run, self.on = run, on
        self.changes, self.made_leads = [], []
        self.new_directorates = {}
        decisions = run.decisions
        for one in decisions.get("directorates", {}).values():
            self._directorate(one)
        for one in decisions.get("leads", {}).values():
            self._lead(one)
        self.answering = self.directorate(decisions.get("directorate"))

    def directorate(self, value):
        """Return the id of the directorate that was chosen: one that is here, or `new:` and its name."""
        if str(value or "").isdigit():
            return int(value)
        name = str(value or "").removeprefix(NEW) if str(value).startswith(NEW) else ""
        if not name:
            return None
        if bare(name) not in self.new_directorates:
            self._make_directorate(name, Directorate.Kind.DIRECTORATE)
        return self.new_directorates[bare(name)]

    def _directorate(self, said):
        pk = said.get("same_as")
        if said.get("create"):
            kind = said.get("kind") or Directorate.Kind.DIRECTORATE
            pk = self._make_directorate(said["name"], kind)
        if pk:
            for written in said["written"]:
                _remember(RememberedDirectorate, written, self.run, directorate_id=pk)

    def _make_directorate(self, name, kind):
        made = Directorate.objects.create(name=name, kind=kind)
        self.changes.append(created(made))
        self.new_directorates[bare(name)] = made.pk
        return made.pk

    def _lead(self, said):
        pk = said.get("same_as")
        if said.get("create"):
            pk = self._make_lead(said)
        if pk:
            for written in said["written"]:
                _remember(RememberedLead, written, self.run, lead_id=pk)

    def _make_lead(self, said):
        made = Lead.objects.create(
            name=said["name"][:200],
            abbreviation=said["abbreviation"][:40],
            directorate_id=self.directorate(said.get("directorate")),
        )
        self.changes.append(created(made))
        self.made_leads.append(made.pk)
        if said.get("holder"):
            holder = User.objects.active().filter(email__iexact=said["holder"]).first()
            if holder is None:
                raise CannotApply(f"{said['holder']} can no longer sign in.")
            held = Holding.objects.create(lead=made, user=holder, starts=self.on)
            self.changes.append(created(held))
        return made.pk


def _remember(model, written, run, **stands_for):
    model.objects.update_or_create(
        written=bare(written)[:300],
        defaults=stands_for,
        create_defaults={"run": run, **stands_for},
    )


def _plan(run, people):
    """Return the locked plan that the file goes into, made where it is new, None for no plan; and what was changed on it."""
    answering = people.answering
    if run.plan_id is None:
        return _new_plan(run, answering) if run.makes_plan else (None, [])
    plan = Plan.objects.select_for_update(no_key=True).get(pk=run.plan_id)
    if plan.state == Plan.State.CLOSED:
        raise CannotApply("The plan has been closed meanwhile, and takes no imports.")
    run.plan = plan
    if answering is None or answering == plan.directorate_id:
        return plan, []
    before, was = plan.directorate_id, plan.version
    plan.directorate_id = answering
    plan.save(update_fields=["directorate"])
    plan.refresh_from_db(fields=["version"])
    change = Change(
        "plans.plan",
        plan.pk,
        "changed",
        {"directorate_id": before},
        {"directorate_id": answering},
        was,
        plan.version,
    )
    return plan, [change]


def _new_plan(run, answering):
    said = run.decisions["plan"]
    plan = Plan(
        title=said["title"],
        reference=said["reference"],
        start=stages.day(said["start"]),
        end=stages.day(said["end"]),
        directorate_id=answering,
        state=Plan.State.LIVE if said["live"] else Plan.State.DRAFT,
    )
    plan.save()
    run.plan = plan
    return plan, [created(plan)]


def _round(plan, as_at):
    """The plan's running round that a report of the file's date counts for."""
    running = plan.round_plans.filter(running=True, round__opens__lte=as_at)
    found = running.select_related("round").first()
    return found.round if found else None


def _keep(run, changes):
    bulk.insert_values(
        ImportedChange,
        (
            {
                "run_id": run.pk,
                "model": one.model,
                "object_id": one.object_id,
                "what": one.what,
                "before": one.before,
                "after": one.after,
                "version_before": one.version_before,
                "version_after": one.version_after,
            }
            for one in changes
        ),
    )


def _finish(run, found, by):
    run.state = ImportRun.State.APPLIED
    run.applied_by, run.applied_at = by, timezone.now()
    run.counts = found.counts
    run.kept = [
        *kept.statuses(found.plan),
        *kept.figures(found.indicators),
        *kept.records(found.assessments),
    ]
    run.save(
        update_fields=["state", "applied_by", "applied_at", "counts", "kept", "plan"]
    )
    return run


AT_THE_SAME_MOMENT = "What the file changes was changed here at the same moment. Nothing has been imported: look at the preview again."
REFUSALS = {
    "plan_reference_is_unique": "A plan with this reference is there already. Give the new one another, or import into that one.",
    "assessment_reference_is_unique": "An assessment with one of the file’s references was added meanwhile. Look at the preview again.",
    "indicator_code_stands_once_in_its_set": "An indicator with one of the file’s codes was added meanwhile. Look at the preview again.",
    "lead_name_is_unique": "A lead of this name is there already. Look at the new leads again.",
    "directorate_name_is_unique": "A directorate of this name is there already. Look at the new directorates again.",
}


def _in_words(error):
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    return REFUSALS.get(name, AT_THE_SAME_MOMENT)
