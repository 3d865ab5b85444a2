"""How a dashboard is narrowed: to one plan, and to what changed since a day."""

import datetime

from django import forms

EARLIEST = datetime.date(1990, 1, 1)


class ScopeForm(forms.Form):
    """The plan and the day to compare with. Both may be left out."""

    plan = forms.CharField(label="Plan", required=False)
    since = forms.DateField(
        label="Compare with",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "invalid": "Choose a date to compare with, such as 30 September 2026."
        },
    )

    def __init__(self, data, *, plans, on):
        super().__init__(data)
        self.on = on
        choices = [(plan.reference, _label(plan)) for plan in plans]
        self.plan_choices = [("", "All live plans"), *choices]

    def clean_plan(self):
        plan = self.cleaned_data["plan"]
        if plan not in dict(self.plan_choices):
            raise forms.ValidationError(
                f"There is no plan “{plan}”. Choose one of the list."
            )
        return plan

    def show(self, since):
        """Show the day `since` where the reader has named none."""
        if not self.data.get("since"):
            self.data = {**self.data.dict(), "since": since.isoformat()}

    def clean_since(self):
        since = self.cleaned_data["since"]
        if since and not EARLIEST <= since <= self.on:
            raise forms.ValidationError(
                "Compare with a day from 1 January 1990 up to today."
            )
        return since


def _label(plan):
    return (
        plan.title
        if plan.is_live
        else f"{plan.title} ({plan.get_state_display().lower()})"
    )
