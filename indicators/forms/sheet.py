"""What a sheet is asked for: whose indicators, and for which period."""

from django import forms

from equality_tracker.organisation.forms.fields import FilterForm
from equality_tracker.organisation.models import Directorate
from indicators.words import periods
from plans import filter_options

NARROWERS = {
    "directorate": lambda rows, asked: rows.of_directorate(Directorate(pk=int(asked))),
    "plan": lambda rows, asked: rows.under(plan__reference=asked),
    "lead": lambda rows, asked: rows.filter(lead=asked),
}
FIRST = {"directorate": "All directorates", "plan": "All plans", "lead": "All leads"}
NOT_READ = (
    "“{words}” names no period. Write it such as 2025/26, Q2 2026/27, October 2026, Academic year 2025/26 or 31 March 2026. "
    "Below are the results for {period}."
)


class SheetFilter(FilterForm):
    """The address holds what was asked; what can be chosen takes one query."""

    period = forms.CharField(required=False, max_length=60)
    directorate = forms.ChoiceField(required=False)
    plan = forms.ChoiceField(required=False)
    lead = forms.ChoiceField(required=False)
    every = forms.BooleanField(
        required=False, label="Also those measured by other periods"
    )

    def __init__(self, data):
        super().__init__(data)
        offered = filter_options.load([], "")
        for name, first in FIRST.items():
            self.fields[name].choices = [("", first), *offered[name]]

    @property
    def selects(self):
        """The fields that narrow the sheet."""
        return [self[name] for name in NARROWERS]

    @property
    def read_period(self):
        """The Period asked for, None where none was or its words name none."""
        return periods.read(self.asked("period"))

    def not_read(self, period):
        """Why the sheet is for `period` and not for what was asked, "" where it is."""
        words = str(self.data.get("period", "")).strip()[:60]
        if not words or self.read_period:
            return ""
        return NOT_READ.format(words=words, period=period.name)

    def narrowed(self, indicators):
        """Return those of `indicators` that were asked for."""
        for name, narrow in NARROWERS.items():
            if self.asked(name):
                indicators = narrow(indicators, self.asked(name))
        return indicators
