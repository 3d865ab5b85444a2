"""Opening a round, and closing it."""

from django import forms

from equality_tracker.audit.forms import OneTimeKeyMixin
from plans.models import Plan, RoundPlan

from .words import DayField


class RoundForm(OneTimeKeyMixin):
    """A round for chosen live plans."""

    title = forms.CharField(
        label="What is it called?",
        max_length=100,
        help_text="Such as: Quarter 3, 2026/27",
        error_messages={"required": "Give the round a title."},
    )
    plans = forms.ModelMultipleChoiceField(
        label="Which plans?",
        queryset=Plan.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Each open action of these plans is asked for an update.",
        error_messages={"required": "Choose at least one plan."},
    )
    opens = DayField(
        label="Opens on",
        error_messages={"required": "Write the day on which it opens."},
    )
    closes = DayField(
        label="Closes on",
        help_text="The last day for updates. You close the round yourself. For example, 31/3/2027",
        error_messages={"required": "Write the last day for updates."},
    )

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["plans"].queryset = Plan.objects.live()
        self.fields["opens"].initial = on

    def clean_plans(self):
        plans = self.cleaned_data["plans"]
        running = RoundPlan.objects.filter(plan__in=plans, running=True)
        faults = [
            f"“{one.plan}” is in the round “{one.round}” already. Close that round first, or leave the plan out."
            for one in running.select_related("plan", "round")
        ]
        if faults:
            raise forms.ValidationError(faults)
        return plans

    def clean(self):
        cleaned = super().clean()
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens and closes and closes < opens:
            self.add_error(
                "closes", "The closing day must not come before the opening day."
            )
        return cleaned
