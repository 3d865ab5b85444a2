"""What an action's dates mean on a given day."""

from plans.recurrence import next_occurrence

from .status import CLOSED


class ActionDates:
    """Questions about an action's dates. Each takes the day it is asked on."""

    @property
    def is_open(self):
        return self.rag_status not in CLOSED

    @property
    def may_say_no_change(self):
        """Whether there is an open report that could be left as it is."""
        return self.is_open and self.latest_update_id is not None

    def is_overdue(self, on):
        """Whether its date has passed and nobody has said that it is done."""
        return self.is_open and self.due is not None and self.due < on

    def days_overdue(self, on):
        return (on - self.due).days if self.is_overdue(on) else 0

    @property
    def days_moved(self):
        """How many days the date stands after the one first promised, whatever comes round again left aside."""
        if self.recurrence or not (self.due and self.original_due):
            return 0
        return (self.due - self.original_due).days

    def due_after_report(self, rag_status, reported_on):
        """Return the due date after a report of `rag_status` made for `reported_on`.

        What comes round again answers for an occurrence by being on target on or after its date: the date then moves to the next
        one, so a yearly action is not overdue for ever, and none is passed over in silence. "Achieved" ends it.
        """
        done = rag_status == "on_target"
        if not (done and self.recurrence and self.due and reported_on >= self.due):
            return self.due
        following = next_occurrence(self.due, self.recurrence, after=reported_on)
        if self.recurrence_until and following > self.recurrence_until:
            return self.due
        return following
