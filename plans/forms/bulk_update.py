"""One report for many actions."""

from django import forms

from equality_tracker.audit.forms import OneTimeKeyMixin
from plans.models import RagStatus
from plans.models.status import LATE

AT_MOST = 200


class BulkUpdateForm(OneTimeKeyMixin):
    """One status and one sentence, written as a report on each ticked action."""

    rag_status = forms.ChoiceField(
        label="How are they going?",
        choices=RagStatus.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a status."},
    )
    progress = forms.CharField(
        label="What has changed?",
        help_text="One or two sentences that are true of every action below.",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what has changed."},
    )
    reason = forms.CharField(
        label="Why are they late?",
        help_text="For some slippage and slipped.",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("rag_status") in LATE and not cleaned.get("reason"):
            self.add_error("reason", "Say why they are late.")
        return cleaned

    def report(self):
        """What is written on each action."""
        late = self.cleaned_data["rag_status"] in LATE
        return {
            "rag_status": self.cleaned_data["rag_status"],
            "progress": self.cleaned_data["progress"],
            "reason": self.cleaned_data["reason"] if late else "",
        }
