"""What the list of directions is narrowed by."""

from django import forms

from equality_tracker.organisation.forms.fields import FilterForm
from indicators.models import Indicator

CONFIRMED = "confirmed"
SHOWN = [
    ("", "Not confirmed, in use"),
    ("all", "Not confirmed, withdrawn ones too"),
    (CONFIRMED, "Confirmed"),
]


class DirectionFilter(FilterForm):
    q = forms.CharField(label="Code or words", required=False, max_length=200)
    show = forms.ChoiceField(label="Which", required=False, choices=SHOWN)

    def indicators(self, on):
        """Return the indicators asked for on the day `on`; the one alone where the address names one."""
        found = Indicator.objects.select_related("direction_confirmed_by", "directorate").by_code()  # fmt: skip
        one = self.data.get("indicator", "")
        if one.isdecimal() and len(one) < 10:
            return found.filter(pk=one)
        found = found.matching(self.asked("q"))
        if self.asked("show") == CONFIRMED:
            return found.exclude(direction="")
        found = found.without_direction()
        return found if self.asked("show") == "all" else found.in_use(on).measured()
