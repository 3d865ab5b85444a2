"""What the list of indicators is narrowed by."""

from django import forms

from equality_tracker.organisation.forms.fields import FilterForm
from equality_tracker.organisation.models import Directorate
from indicators.models import Indicator, IndicatorSet

STATES = [
    ("", "In use"),
    ("withdrawn", "Withdrawn"),
    ("unconfirmed", "Direction not confirmed"),
    ("all", "All"),
]


class IndicatorFilter(FilterForm):
    q = forms.CharField(label="Code or words", required=False, max_length=200)
    directorate = forms.ModelChoiceField(
        Directorate.objects.all(), required=False, empty_label="All directorates"
    )
    belongs_to = forms.ChoiceField(
        label="Set",
        required=False,
        choices=[("", "All sets"), *IndicatorSet.choices],
    )
    state = forms.ChoiceField(label="Which", required=False, choices=STATES)

    def indicators(self, on):
        """Return the indicators asked for, with all that a row shows."""
        found = self.of_state(Indicator.objects.all(), on)
        if self.asked("directorate"):
            found = found.filter(directorate=self.asked("directorate"))
        if self.asked("belongs_to"):
            found = found.filter(belongs_to=self.asked("belongs_to"))
        return found.matching(self.asked("q")).for_indicator_list()

    def of_state(self, rows, on):
        state = self.asked("state")
        if state == "all":
            return rows
        if state == "withdrawn":
            return rows.withdrawn(on)
        rows = rows.in_use(on)
        return rows.without_direction() if state == "unconfirmed" else rows

    @property
    def is_narrowed(self):
        """Whether anything was asked for at all."""
        return any(self.asked(name) for name in self.fields)
