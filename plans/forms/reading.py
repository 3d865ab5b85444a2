"""Correcting how a plan's words about time were read."""

from django import forms

from equality_tracker.audit.forms import VersionedModelForm
from plans.models import Action, Milestone
from plans.models.action_verbs import READING

from .words import DayField, WordsField


class ReadingForm(VersionedModelForm):
    """The dates read from an action's words, to be put right. The words stay as they are."""

    start = DayField(label="Starts", required=False)
    due = DayField(label="Due", required=False)
    recurrence_until = DayField(
        label="Comes round again until",
        required=False,
        help_text="Leave blank if no end is given. For example, 31/3/2027",
    )
    event = WordsField(
        label="Waits for",
        required=False,
        max_length=300,
        rows=2,
        help_text="An event that it waits for, in words, where it has no date.",
    )
    why = forms.CharField(
        label="What was read wrongly?",
        max_length=300,
        help_text="Kept in the change history. If the words were read rightly and only the date moves, record an update instead.",
        error_messages={"required": "Say what was read wrongly."},
    )

    class Meta:
        model = Action
        fields = READING
        labels = {
            "due_precision": "How exactly the words name it",
            "recurrence": "Comes round again",
            "ongoing": "Ongoing, with no end",
        }
        help_texts = {
            "due_precision": "A month, a quarter and so on are due on their last day."
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("recurrence") and not cleaned.get("due"):
            self.add_error("due", "Write when it is due for the first time.")
        if cleaned.get("recurrence_until") and not cleaned.get("recurrence"):
            self.add_error("recurrence", "Choose how often it comes round.")
        return cleaned


class MilestoneForm(VersionedModelForm):
    """When a milestone was met; blank where it has not been."""

    met_on = DayField(label="Met on", required=False)

    class Meta:
        model = Milestone
        fields = ["met_on"]

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields[
            "met_on"
        ].help_text = "Leave blank if it has not been met. For example, 31/3/2027"

    def clean_met_on(self):
        day = self.cleaned_data["met_on"]
        if day and day > self.on:
            raise forms.ValidationError("This day is still to come.")
        return day
