"""Takes an import back, row by row: what somebody has worked on since stays, and is named."""

from collections import defaultdict
from dataclasses import dataclass, field

import pgtrigger
from django.apps import apps
from django.db import transaction
from django.db.models import Q

from plans.models import (
    Action,
    ActionLead,
    ActionUpdate,
    Evidence,
    Milestone,
    PlanLayout,
)

from . import bulk
from .changes import CREATED
from .references import referred_to
from .restoring import restore

# What is taken back after the actions, in this order: each only where nothing stands on it any more.
AFTER_ACTIONS = (
    "plans.priority",
    "plans.plan",
    "organisation.holding",
    "organisation.lead",
    "organisation.directorate",
)
CHANGED_SINCE = "It has been changed since the import."
LEADS_SINCE = "Its leads have been changed since the import."
STEPS_SINCE = "Its milestones have been changed since the import."
EVIDENCE_SINCE = "Its evidence has been changed or added to since the import."
USED_SINCE = "Something has been attached to it since the import."
STILL_USED = "It is still in use."


@dataclass(frozen=True)
class Left:
    """One row that stays as it is, and why."""

    model: str
    object_id: int
    name: str
    why: str


@dataclass
class Undone:
    """What became of an import: how many rows went, how many are as before, and what stays."""

    removed: int = 0
    restored: int = 0
    left: list[Left] = field(default_factory=list)
    versions: dict = field(default_factory=dict)

    def note_version(self, change, version):
        """Remember at which version a row stands that is as it was at another, for an earlier import's own undoing."""
        if version is not None:
            key = (change.model, change.object_id, change.version_before)
            self.versions[key] = version


@transaction.atomic
def undo(changes) -> Undone:
    """Take `changes` back: rows with `model`, `object_id`, `what`, `before`, `after` and `version_after`.

    The caller holds the plan's lock.
    """
    bulk.quicken_triggers()
    by_model = defaultdict(list)
    for change in changes:
        by_model[change.model].append(change)
    undone = look(by_model["plans.action"], locked=True)
    left = {one.object_id for one in undone.left}
    free = [one for one in by_model["plans.action"] if one.object_id not in left]
    _take_back_actions(free, undone)
    undone.removed = sum(one.what == CREATED for one in free)
    undone.restored = len(free) - undone.removed
    undone.left = [one for one in undone.left if one.why]
    _take_back_layout(by_model["plans.planlayout"], undone)
    for label in AFTER_ACTIONS:
        _take_back_rows(apps.get_model(label), by_model[label], undone)
    return undone


def _take_back_layout(changes, undone):
    """What the file's looks taught goes with it, and is no row of the plan to be counted or named."""
    aside = Undone()
    _take_back_rows(PlanLayout, changes, aside)
    undone.versions |= aside.versions


def look(changes, locked=False) -> Undone:
    """Return what undoing the changes of actions would leave alone; nothing is written."""
    rows = Action.objects.defer("search")
    rows = rows.select_for_update(no_key=True) if locked else rows
    actions = rows.in_bulk([one.object_id for one in changes])
    why = _reasons(changes, actions)
    undone = Undone()
    for one in changes:
        action = actions.get(one.object_id)
        if action is None:
            undone.left.append(Left(one.model, one.object_id, "", ""))
        elif one.object_id in why:
            # A row that only got another place is nobody's loss: it stays without a word.
            words = "" if set(one.before) == {"position"} else why[one.object_id]
            undone.left.append(Left(one.model, one.object_id, str(action), words))
    return undone


def _reasons(changes, actions):
    """Return {action id: why it stays} for those that somebody has worked on since."""
    made = [one.object_id for one in changes if one.what == CREATED]
    why = dict.fromkeys(referred_to(Action, made, but=OWN), USED_SINCE)
    why |= dict.fromkeys(_with_other_evidence(changes), EVIDENCE_SINCE)
    why |= dict.fromkeys(_with_other_steps(changes), STEPS_SINCE)
    why |= dict.fromkeys(_with_other_leads(changes), LEADS_SINCE)
    for one in changes:
        action = actions.get(one.object_id)
        if action is not None and action.version != one.version_after:
            why[one.object_id] = CHANGED_SINCE
    return why


OWN = (ActionUpdate, Evidence, ActionLead, Milestone)


def _with_other_evidence(changes):
    """Actions whose own note of the import has changed, or which carry evidence that is not the import's."""
    notes = [one.after["note"] for one in changes if one.after.get("note")]
    updates = _updates(changes)
    made = [one.object_id for one in changes if one.what == CREATED]
    added = Evidence.objects.filter(Q(action__in=made) | Q(update__in=updates))
    yield from added.exclude(pk__in=notes).values_list("action", flat=True)
    edited = Evidence.objects.filter(pk__in=notes).exclude(version=1)
    yield from edited.values_list("action", flat=True)


def _with_other_steps(changes):
    ids = [one.object_id for one in changes]
    here = defaultdict(dict)
    for step in Milestone.objects.filter(action__in=ids):
        here[step.action_id][step.pk] = step.version
    for one in changes:
        own = set(one.after.get("milestones", ()))
        now = here[one.object_id]
        same = all(now.get(pk) == 1 for pk in own)
        if not same or (one.what == CREATED and set(now) != own):
            yield one.object_id


def _with_other_leads(changes):
    ids = [one.object_id for one in changes]
    here = defaultdict(list)
    links = ActionLead.objects.filter(action__in=ids).order_by("position", "id")
    for action, lead in links.values_list("action", "lead"):
        here[action].append(lead)
    for one in changes:
        told = one.what == CREATED or "leads" in one.before
        if told and here[one.object_id] != one.after.get("leads", []):
            yield one.object_id


def _take_back_actions(changes, undone):
    made = [one for one in changes if one.what == CREATED]
    changed = [one for one in changes if one.what != CREATED]
    _restore_fields(changed, undone)
    bulk.delete(Evidence, _ids(changes, "note"))
    with pgtrigger.ignore("plans.ActionUpdate:stays"):
        bulk.delete(ActionUpdate, _updates(changes))
    bulk.delete(
        Milestone, [pk for one in changes for pk in one.after.get("milestones", ())]
    )
    _restore_steps(changed)
    _restore_leads(changed)
    ids = [one.object_id for one in made]
    ActionLead.objects.filter(action__in=ids).delete()
    bulk.delete(Action, ids)


def _updates(changes):
    """The updates that the import made, current ones and earlier ones."""
    earlier = [pk for one in changes for pk in one.after.get("history", ())]
    return _ids(changes, "update") + earlier


def _ids(changes, name):
    return [one.after[name] for one in changes if one.after.get(name)]


def _restore_fields(changes, undone):
    rows = Action.objects.defer("search").in_bulk([one.object_id for one in changes])
    elsewhere = ("leads", "milestones")
    restore(changes, rows, undone, but=elsewhere, emptied_first="reference")


def _restore_steps(changes):
    Milestone.objects.bulk_create(
        Milestone(action_id=one.object_id, **step)
        for one in changes
        for step in one.before.get("milestones", ())
    )


def _restore_leads(changes):
    told = [one for one in changes if "leads" in one.before]
    ActionLead.objects.filter(action__in=[one.object_id for one in told]).delete()
    ActionLead.objects.bulk_create(
        ActionLead(pk=pk, action_id=one.object_id, lead_id=lead, position=position)
        for one in told
        for pk, lead, position in one.before["leads"]
    )


def _take_back_rows(model, changes, undone):
    """Take back rows on which others stand: what was made goes where nothing refers to it, what was changed is put back."""
    made = [one.object_id for one in changes if one.what == CREATED]
    rows = model.objects.select_for_update(no_key=True).in_bulk(
        [one.object_id for one in changes]
    )
    used = referred_to(model, made)
    for one in changes:
        row = rows.get(one.object_id)
        if row is None:
            continue
        why = CHANGED_SINCE if row.version != one.version_after else ""
        why = why or (STILL_USED if one.object_id in used else "")
        if why:
            undone.left.append(Left(one.model, one.object_id, str(row), why))
        elif one.what == CREATED:
            row.delete()
            undone.removed += 1
        else:
            for name, value in one.before.items():
                setattr(row, name, value)
            version = bulk.write([row], list(one.before)).get(row.pk)
            undone.note_version(one, version)
            undone.restored += 1
