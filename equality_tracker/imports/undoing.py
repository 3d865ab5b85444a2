"""Takes one import back: what nobody has worked on since is as before, the rest stays and is named."""

from collections.abc import Callable
from typing import NamedTuple

import pghistory
from django.db import transaction
from django.utils import timezone

from assessments.importing import apply as assessment_apply
from assessments.importing import undo as assessment_undo
from equality_tracker import security_log
from equality_tracker.imports.models import (
    ImportedChange,
    ImportRun,
    RememberedDirectorate,
    RememberedLead,
)
from indicators.importing import apply as indicator_apply
from indicators.importing import undo as indicator_undo
from plans.importing import bulk, undo
from plans.models import Plan


class _OfCouncil(NamedTuple):
    """One app's tables: how its imports are taken back, and how others are held back meanwhile."""

    undo: object
    hold_others_back: Callable


# What is taken back before the plan, the uppermost app's tables first.
OF_COUNCIL = (
    _OfCouncil(assessment_undo, assessment_apply.hold_others_back),
    _OfCouncil(indicator_undo, indicator_apply.hold_others_back),
)


class CannotUndo(Exception):
    """The import cannot be taken back; the text says why."""


def what_stays(run):
    """Return what undoing `run` would leave alone, as undo.Left; nothing is written."""
    left = list(undo.look(list(run.changes.filter(model="plans.action"))).left)
    for one in OF_COUNCIL:
        changes = run.changes.filter(model__in=one.undo.LABELS)
        left += one.undo.look(list(changes)).left
    return [one for one in left if one.why]


@transaction.atomic
def undo_run(run, *, by):
    """Undo `run` in the name of `by`; return (the run as it stands, the Undone). Raises CannotUndo."""
    with pghistory.context(
        user=by.pk,
        import_run=run.pk,
        undo=True,
        file=run.name,
        reason=f"The import of {run.name} was undone",
    ):
        run = ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
        if run.state != ImportRun.State.APPLIED:
            raise CannotUndo("This import has been undone already.")
        plan = (
            Plan.objects.select_for_update(no_key=True).filter(pk=run.plan_id).first()
        )
        if plan is not None and plan.state == Plan.State.CLOSED:
            raise CannotUndo(
                "The plan has been closed. Open it again before undoing what was imported into it."
            )
        for model in (RememberedLead, RememberedDirectorate):
            model.objects.filter(run=run).delete()
        undone = _undo(run)
        _tell_earlier_imports(undone.versions)
        security_log.tell("import undone", who=by.pk, run=run.pk, file=run.name)
        return _finish(run, undone, by), undone


def _undo(run):
    """Take back what is the council's before the plan, its priorities and the directorates, on which it stands."""
    rest, done = list(run.changes.order_by("id")), []
    for one in OF_COUNCIL:
        own = [change for change in rest if change.model in one.undo.LABELS]
        rest = [change for change in rest if change.model not in one.undo.LABELS]
        if own:
            one.hold_others_back()
        done.append(one.undo.undo(own))
    undone = undo.undo(rest)
    for one in done:
        undone.removed += one.removed
        undone.restored += one.restored
        undone.versions |= one.versions
    undone.left = [left for one in done for left in one.left] + undone.left
    return undone


def _tell_earlier_imports(versions):
    """A row that is back as an earlier import left it stands at a higher version: that import can still be undone."""
    keys = {(model, pk) for model, pk, _version in versions}
    earlier = ImportedChange.objects.filter(
        model__in={model for model, _pk in keys}, object_id__in={pk for _m, pk in keys}
    )
    changed = []
    for one in earlier:
        version = versions.get((one.model, one.object_id, one.version_after))
        if version is not None:
            one.version_after = version
            changed.append(one)
    bulk.write(changed, ["version_after"])


def _finish(run, undone, by):
    run.state = ImportRun.State.UNDONE
    run.undone_by, run.undone_at = by, timezone.now()
    run.kept = [{"name": one.name, "url": "", "why": one.why} for one in undone.left]
    if not Plan.objects.filter(pk=run.plan_id).exists():
        run.plan = None
    run.save(update_fields=["state", "undone_by", "undone_at", "kept", "plan"])
    return run
