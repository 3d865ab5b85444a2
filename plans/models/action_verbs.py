"""What can be done to one action: the only ways in which its status changes."""

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from equality_tracker import prepared
from equality_tracker.prepared import Prepared

from .status import LATE


class Outdated(Exception):
    """Somebody else changed the action after the form was read; `action` is as it stands now."""

    def __init__(self, action):
        super().__init__("The action was changed by somebody else meanwhile.")
        self.action = action


class PlanNotLive(Exception):
    """The action's plan takes no updates: it is a draft, or closed."""


class ActionVerbs:
    """The verbs of an action. Each runs in one transaction over the locked row."""

    def write_update(
        self, *, by, on, rag_status, progress, read_at=None, made_at=None, **said
    ):
        """Write a report on this action and carry its status, inside the caller's transaction; return the ActionUpdate.

        Whoever has no transaction, or goes on after a refusal, calls `record_update` with the same arguments. `on` is the date it speaks of, `read_at` the version the form was read at (None: not asked), `made_at` when it was said
        (None: now), `said` other fields of the ActionUpdate: reason, new_due and due_reason, priority_monitoring, no_change, source. Raises Outdated where somebody changed the action after `read_at`, PlanNotLive where the plan takes no updates,
        and IntegrityError where a rule of ActionUpdate is broken (slippage without a reason, a date moved without one).
        """
        action = self._locked(read_at)
        update = action.updates.model(
            action=action,
            rag_status=rag_status or None,
            progress=progress,
            due_before=action._due_before(said.get("new_due"), rag_status, on),
            reported_on=on,
            made_at=made_at or timezone.now(),
            made_by=by,
            directorate_then_id=action.directorate_id,
            **said,
        )
        running = _running_rounds.statement(plan=action.plan_id, on=on)
        prepared.insert(update, round=running)
        action._carry_new(update, action._newest_known_to(self))
        self._take_carried(action)
        return update

    record_update = transaction.atomic(write_update)

    @transaction.atomic
    def report_no_change(self, *, by, on, read_at=None, source="form", made_at=None):
        """Say that nothing has changed: the same status, monitoring and reason again, dated `on`; return the update."""
        action = self._locked(read_at)
        latest = action.latest_update
        return self.record_update(
            by=by,
            on=on,
            rag_status=action.rag_status,
            priority_monitoring=action.priority_monitoring,
            progress="No change since last time.",
            reason=_reason_again(latest),
            no_change=True,
            source=source,
            made_at=made_at,
        )

    @transaction.atomic
    def retract_update(self, update, *, by, why, at=None):
        """Take `update` back, saying why: it stays readable, and the one before it counts again, its date too.

        `at` is when that was (None: now). Raises ActionUpdate.DoesNotExist where it has been taken back already: the first to say why is the one that is kept.
        """
        action = self._locked(None)
        action.updates.standing().get(pk=update.pk)
        update.retracted_at = at or timezone.now()
        update.retracted_by = by
        update.retracted_why = why
        update.save(update_fields=["retracted_at", "retracted_by", "retracted_why"])
        action._put_due_back(update)
        action._carry(action.updates.standing().newest_first().first())
        action.save(update_fields=CARRIED)
        self._take_carried(action)

    @transaction.atomic
    def correct_reading(self, read, *, was_due):
        """Put right how the plan's words about time were read: `read` holds each field of READING.

        A date misread from the start was never promised, so the date first promised is put right with it, unless somebody has moved
        the date since: that it moved stays to be seen.
        """
        for name in READING:
            setattr(self, name, read[name])
        if self.original_due == was_due:
            self.original_due = self.due
        self.reading_corrected = True
        self.save(update_fields=[*READING, "original_due", "reading_corrected"])

    def may_be_updated_by(self, user, on):
        return (
            type(self)
            ._default_manager.editable_by(user, on)
            .filter(pk=self.pk)
            .exists()
        )

    def _locked(self, read_at):
        action = _with_plan.get(pk=self.pk)
        if read_at is not None and action.version != read_at:
            raise Outdated(action)
        if not action.plan.is_live:
            raise PlanNotLive(action.plan)
        return action

    def _due_before(self, new_due, rag_status, on):
        """The date that a report moves away from, whether it names a new one or answers for an occurrence; else None."""
        moves = new_due or self.due_after_report(rag_status, on) != self.due
        return self.due if moves else None

    def _put_due_back(self, update):
        """Undo the move that `update` made, unless the date has been moved again since."""
        if not (update.due_before or update.new_due):
            return
        due_now, self.due = self.due, update.due_before
        moved_to = update.new_due or self.due_after_report(
            update.rag_status, update.reported_on
        )
        if due_now != moved_to:
            self.due = due_now

    def _newest_known_to(self, read):
        """The newest report of this locked action, taken from `read`, the same action read earlier, where it stays the newest."""
        if read.latest_update_id == self.latest_update_id:
            return read.latest_update
        return self.latest_update

    def _carry_new(self, update, previous):
        """Carry `update`, and where it moves the date, unless `previous`, the newest until now, stays the newest."""
        is_newest = previous is None or update.is_newer_than(previous)
        self._carry(update if is_newest else previous)
        if is_newest:
            self.due = update.new_due or self.due_after_report(
                update.rag_status, update.reported_on
            )
        prepared.update(self, *CARRIED)

    def _carry(self, latest):
        """Carry the status of `latest`, the newest standing report, or None."""
        self.latest_update = latest
        self.rag_status = latest.rag_status if latest else None
        self.priority_monitoring = latest.priority_monitoring if latest else False
        self.reported_on = latest.reported_on if latest else None
        self.original_due = self.original_due or self.due

    def _take_carried(self, action):
        for name in CARRIED:
            setattr(self, name, getattr(action, name))


@Prepared
def _with_plan(pk):
    """The action and its plan, locked: the plan first, as closing and importing do. Closing waits for this update, or this update sees
    the plan closed."""
    actions = apps.get_model("plans", "Action").objects.filter(pk=pk).order_by()
    locked = actions.select_for_update(of=("plan", "self"), no_key=True)
    return locked.select_related("plan").defer("search")


@Prepared
def _running_rounds(plan, on):
    """The running round of a plan that a report dated `on` counts for."""
    parts = apps.get_model("plans", "RoundPlan").objects
    running = parts.filter(plan=plan, running=True, round__opens__lte=on)
    return running.values_list("round", flat=True)


CARRIED = [
    "rag_status",
    "priority_monitoring",
    "reported_on",
    "latest_update",
    "due",
    "original_due",
]


READING = [
    "start",
    "due",
    "due_precision",
    "recurrence",
    "recurrence_until",
    "ongoing",
    "event",
]


def _reason_again(latest):
    """The reason last given; what was imported late may carry none, and "no change" does not invent one."""
    if latest is None or latest.rag_status not in LATE:
        return ""
    return latest.reason or "No reason was given in the imported plan."
