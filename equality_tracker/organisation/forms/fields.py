"""What the forms of people, leads and directorates have in common."""

from django import forms


class DayInput(forms.DateInput):
    """A date, picked or typed."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class FilterForm(forms.Form):
    """What a list is narrowed by. What does not fit is left aside, so that every address shows a list."""

    def asked(self, name):
        """Return what was asked by `name`; "" for nothing, and for what does not fit."""
        self.is_valid()
        return self.cleaned_data.get(name) or ""
