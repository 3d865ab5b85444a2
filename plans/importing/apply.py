"""Writes a difference: all of it, in the caller's transaction, in statements that each write many rows.

The caller holds the plan's lock, so that no update, closing or other import comes in between.
"""

from dataclasses import dataclass, field

from django.utils import timezone

from plans.models import (
    Action,
    ActionLead,
    ActionUpdate,
    Evidence,
    Milestone,
    Priority,
)

from . import bulk, history
from .changes import CHANGED, Change, created, plain
from .outcome import Difference, Row

BATCH = 1000


class RowsAreWrong(Exception):
    """Some rows cannot be imported as they are; `rows` are those. Nothing has been written."""

    def __init__(self, rows):
        super().__init__(f"{len(rows)} rows cannot be imported as they are.")
        self.rows = rows


@dataclass
class Writing:
    """One row on its way: its action, the action as it was, and what was made for it."""

    row: Row
    action: Action
    before: dict = field(default_factory=dict)
    made: dict = field(default_factory=dict)

    @property
    def is_new(self):
        return self.row.action is None


def apply(difference: Difference, *, by, round=None) -> list[Change]:
    """Write what `difference` says in the name of `by`; return what was made and changed, row by row.

    `round` is the plan's running round that a report of the file's date counts for, or None. Raises RowsAreWrong, having written
    nothing, where a row with an error is neither mended nor left out.
    """
    if difference.wrong:
        raise RowsAreWrong(difference.wrong)
    bulk.quicken_triggers()
    changes = _write_priorities(difference)
    writings = [_start(row, difference) for row in difference.to_import]
    updates = _draft_updates(writings, difference, by=by, round=round)
    _free_references(writings)
    _create([one.action for one in writings if one.is_new])
    _create(updates)
    _write_history(writings, by=by)
    _write_leads(writings, difference)
    _write_milestones(writings, difference)
    _create(_draft_notes(writings, by=by))
    moved = _moved(difference, writings)
    versions = _write_actions(writings, moved)
    return [*changes, *_changes_of([*writings, *moved], versions)]


def _write_priorities(difference):
    """Make the priorities that are new; change those that differ."""
    plan, changes = difference.plan, []
    last = max((one.position for one in difference.current.priorities), default=-1)
    for index, priority in enumerate(difference.priorities):
        if priority.existing is None:
            priority.existing = Priority.objects.create(
                plan=plan, position=last + 1 + index, **priority.values
            )
            changes.append(created(priority.existing))
        elif priority.values:
            changes.append(_change(priority.existing, priority.values))
    return changes


def _change(row, values):
    before = {name: plain(getattr(row, name)) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    version = bulk.write([row], list(values))[row.pk]
    after = {name: plain(value) for name, value in values.items()}
    return Change(
        row._meta.label_lower, row.pk, CHANGED, before, after, row.version, version
    )


def _start(row, difference):
    """Set the row's values on its action, or on a new one, without writing them yet."""
    values = dict(row.values)
    if "priority_id" in values or row.action is None:
        values["priority_id"] = row.priority.existing.pk
    if row.place is not None:
        values["position"] = row.place
    action = row.action or Action(plan=difference.plan)
    writing = Writing(row, action)
    row.written = action
    _set(writing, values)
    if row.action is None or "due" in values:
        _set(writing, {"original_due": action.original_due or _first_due(writing)})
    return writing


def _free_references(writings):
    """Take references that pass from one action to another off those that had them first: none may stand twice at any moment."""
    moved = [one for one in writings if one.before.get("reference")]
    wanted = {one.action.reference for one in writings}
    if wanted.isdisjoint(one.before["reference"] for one in moved):
        return
    bulk.without("reference", [one.action for one in moved])


def _first_due(writing):
    return writing.before.get("due") or writing.action.due


def _set(writing, values):
    """Set values on the action, remembering what stood there first."""
    for name, value in values.items():
        if not writing.is_new:
            writing.before.setdefault(name, getattr(writing.action, name))
        setattr(writing.action, name, value)


def _create(rows):
    if rows:
        type(rows[0]).objects.bulk_create(rows, batch_size=BATCH)


def _write_leads(writings, difference):
    links = []
    for one in writings:
        if one.row.leads is None:
            continue
        here = difference.current.leads.get(one.action.pk, ())
        if not one.is_new:
            one.before["leads"] = [
                [link.pk, link.lead_id, link.position] for link in here
            ]
        one.made["leads"] = one.row.leads
        links += [
            ActionLead(action=one.action, lead_id=pk, position=place)
            for place, pk in enumerate(one.row.leads)
        ]
    changed = [one.action.pk for one in writings if "leads" in one.before]
    ActionLead.objects.filter(action__in=changed).delete()
    _create(links)


def _write_milestones(writings, difference):
    """Make the steps that the file names; take away those that it no longer does and that nobody has met."""
    new, gone = [], []
    for one in writings:
        if one.row.milestones is None:
            continue
        here = difference.current.milestones.get(one.action.pk, [])
        known = {(step.label, step.due, step.precision): step for step in here}
        wanted = set(one.row.milestones)
        old = [s for k, s in known.items() if k not in wanted and s.met_on is None]
        if old:
            one.before["milestones"] = [_plain_step(step) for step in old]
            gone += old
        one.made["steps"] = [
            Milestone(action=one.action, label=label, due=due, precision=precision)
            for label, due, precision in one.row.milestones
            if (label, due, precision) not in known
        ]
        new += one.made["steps"]
    Milestone.objects.filter(pk__in=[step.pk for step in gone]).delete()
    _create(new)
    for one in writings:
        if one.made.get("steps"):
            one.made["milestones"] = [step.pk for step in one.made["steps"]]


def _plain_step(step):
    return {
        name: plain(getattr(step, name)) for name in ("id", "label", "due", "precision")
    }


def _draft_updates(writings, difference, *, by, round):
    """Return the file's statuses as updates, each carried by its action already.

    Their ids are drawn beforehand, so that a new action is written once, with its status.
    """
    told = [one for one in writings if one.row.report and one.row.report.taken]
    now, ids = timezone.now(), bulk.draw_ids(ActionUpdate, len(told))
    for pk, one in zip(ids, told, strict=True):
        report = one.row.report
        one.made["update"] = ActionUpdate(
            pk=pk,
            action=one.action,
            rag_status=report.rag_status,
            priority_monitoring=report.priority_monitoring,
            progress=report.progress,
            reported_on=report.dated(difference.as_at),
            made_at=now,
            made_by=by,
            source=ActionUpdate.Source.IMPORT,
            status_chosen="status" in one.row.said.get("corrected", ()),
            directorate_then_id=one.action.directorate_id,
            round=round,
        )
        _carry(one)
    return [one.made["update"] for one in told]


def _carry(writing):
    update, action = writing.made["update"], writing.action
    _set(
        writing,
        {
            "rag_status": update.rag_status,
            "priority_monitoring": update.priority_monitoring,
            "reported_on": update.reported_on,
            "latest_update_id": update.pk,
            "original_due": action.original_due or action.due,
            "due": action.due_after_report(update.rag_status, update.reported_on),
        },
    )


def _write_history(writings, *, by):
    """Keep what the file says of earlier days, behind what is current."""
    now, new = timezone.now(), []
    for one in writings:
        if one.row.history:
            drafts = history.draft(one.action, one.row.history, at=now, by=by)
            one.made["earlier"] = drafts
            new += drafts
    _create(new)
    for one in writings:
        if "earlier" in one.made:
            one.made["history"] = [update.pk for update in one.made["earlier"]]


def _draft_notes(writings, *, by):
    told = [one for one in writings if one.row.note]
    for one in told:
        one.made["note"] = Evidence(
            action=one.action,
            update=one.made.get("update"),
            kind=Evidence.Kind.NOTE,
            text=one.row.note,
            added_by=by,
        )
    return [one.made["note"] for one in told]


def _moved(difference, writings):
    """Actions of the plan that only get another place, because rows came in between."""
    written = {one.action.pk for one in writings}
    moved = []
    for action in difference.current.actions:
        place = difference.current.places.get(action.pk, action.position)
        if action.pk not in written and place != action.position:
            one = Writing(Row({}, None, action), action)
            _set(one, {"position": place})
            moved.append(one)
    return moved


def _write_actions(writings, moved):
    """Write the actions that were there; return their versions as they now stand."""
    old = [one for one in writings if not one.is_new]
    fields = {n for one in old for n in one.before if n not in ("leads", "milestones")}
    versions = bulk.write([one.action for one in old], sorted(fields))
    return versions | bulk.write([one.action for one in moved], ["position"])


def _changes_of(writings, versions):
    for one in writings:
        after = {
            "leads": one.made.get("leads"),
            "milestones": one.made.get("milestones"),
            "update": one.made["update"].pk if "update" in one.made else None,
            "note": one.made["note"].pk if "note" in one.made else None,
            "history": one.made.get("history"),
        }
        after = {name: value for name, value in after.items() if value}
        if one.is_new:
            yield created(one.action, **after)
            continue
        action, was = one.action, one.action.version
        before = {name: plain(value) for name, value in one.before.items()}
        version = versions.get(action.pk, was)
        yield Change("plans.action", action.pk, CHANGED, before, after, was, version)
