"""The forms of a report: how it is going, nothing has changed, and taking a report back."""

from django import forms

from equality_tracker.audit.forms import OneTimeKeyMixin
from plans.models import RagStatus
from plans.models.status import CLOSED, LATE, SHAPES

from .evidence import EvidenceFields
from .words import DayField, WordsField

MOST_CHARACTERS = 600


class ReadAt(forms.Form):
    """What was on the page when it was read: the action's version, and its newest report."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(self, *args, action, **kwargs):
        super().__init__(*args, **kwargs)
        self.action = action
        self.theirs = []
        self.is_outdated = False
        self.fields["version"].initial = action.version
        self.fields["seen"].initial = action.latest_update_id

    def show_conflict(self, action):
        """Keep what was typed, show what was saved in between, and let the next sending be the person's own decision."""
        self.is_outdated = True
        self.theirs = list(
            action.updates.standing()
            .filter(pk__gt=self.cleaned_data.get("seen") or 0)
            .select_related("made_by")
            .newest_first()[:5]
        )
        self.data = self.data.copy()
        self.data["version"] = action.version
        self.data["seen"] = action.latest_update_id or ""
        self.add_error(
            None,
            "Somebody else changed this action while you were writing. Nothing of yours has been saved yet.",
        )


class ActionUpdateForm(EvidenceFields, ReadAt, OneTimeKeyMixin):
    """One report: status, what has changed, why it is late, a new date, evidence, and the monitoring flag."""

    rag_status = forms.ChoiceField(
        label="How is it going?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it is going."},
    )
    progress = WordsField(
        label="What has changed?",
        max_length=MOST_CHARACTERS,
        help_text="One or two sentences that a councillor could read.",
        error_messages={"required": "Say in a sentence or two what has changed."},
    )
    reason = WordsField(
        label="Why is it late?",
        required=False,
        max_length=1000,
        rows=2,
        help_text="Asked for where it has slipped, even a little.",
    )
    new_due = DayField(label="New date", required=False)
    due_reason = WordsField(
        label="Why does the date change?", required=False, max_length=1000, rows=2
    )
    priority_monitoring = forms.BooleanField(
        label="Priority monitoring",
        required=False,
        help_text="Mark it for closer watch. This stands beside the status and does not change it.",
    )

    field_order = (
        "rag_status",
        "progress",
        "reason",
        "new_due",
        "due_reason",
        *EvidenceFields.EVIDENCE,
        "priority_monitoring",
    )

    def __init__(self, *args, action, wordings, on, **kwargs):
        super().__init__(*args, action=action, **kwargs)
        self.on = on
        self.wordings = wordings
        self.fields["rag_status"].choices = [
            (status.value, wordings[status].word) for status in RagStatus
        ]
        self.fields["rag_status"].initial = action.rag_status
        self.fields["priority_monitoring"].initial = action.priority_monitoring

    @property
    def statuses(self):
        """Return (radio, shape, definition) for each status, in the order of reading."""
        return [
            (radio, SHAPES[status], self.wordings[status].definition)
            for radio, status in zip(self["rag_status"], RagStatus, strict=True)
        ]

    @property
    def shows_dates(self):
        names = ("new_due", "due_reason")
        return any(
            self[name].errors or (self.is_bound and self[name].data) for name in names
        )

    def clean(self):
        cleaned = super().clean()
        self._check_reason(cleaned)
        self._check_date(cleaned)
        return cleaned

    def _check_reason(self, cleaned):
        if cleaned.get("rag_status") not in LATE:
            cleaned["reason"] = ""
        elif not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Say why it is late.")

    def _check_date(self, cleaned):
        day, why = cleaned.get("new_due"), cleaned.get("due_reason")
        if day and not why and "due_reason" not in self.errors:
            self.add_error("due_reason", "Say why the date changes.")
        if why and not day and "new_due" not in self.errors:
            self.add_error("new_due", "Write the new date.")
        fault = day and self._why_not(day, cleaned.get("rag_status"))
        if fault:
            self.add_error("new_due", fault)

    def _why_not(self, day, rag_status):
        """Return why `day` cannot be the new date, or ""."""
        if rag_status in CLOSED:
            return "Leave the new date blank: this status ends the action."
        if day < self.on:
            return "The new date has passed already."
        if day == self.action.due:
            return "This is the date it has now. Leave it blank if the date stays."
        if self.action.start and day < self.action.start:
            return "The new date comes before the action starts."
        return ""

    @property
    def said(self):
        """What `record_update` takes of this form."""
        names = (
            "rag_status",
            "progress",
            "reason",
            "new_due",
            "due_reason",
            "priority_monitoring",
        )
        return {name: self.cleaned_data[name] for name in names}


class NoChangeForm(ReadAt, OneTimeKeyMixin):
    """Nothing has changed since last time: only the button is asked for."""


class UndoForm(forms.Form):
    """Why a report is taken back. It stays readable, with this beside it."""

    why = WordsField(
        label="Why do you take it back?",
        max_length=500,
        rows=2,
        initial="Saved by mistake.",
        help_text="It stays in the timeline, crossed out, with these words.",
        error_messages={"required": "Say why you take it back."},
    )
