"""Putting picked indicators under a heading of a plan."""

from django import forms

from equality_tracker.audit.forms import OneTimeKeyMixin


class PickForm(OneTimeKeyMixin):
    """The heading that what was ticked is to stand under."""

    priority = forms.ModelChoiceField(queryset=None, label="Under which heading?", empty_label="Choose one")  # fmt: skip

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["priority"].queryset = plan.priorities.order_by("position", "pk")
        self.fields["priority"].label = f"Under which {plan.priority_word.lower()}?"


class PlacesForm(forms.Form):
    """The headings and actions of one plan that an indicator belongs to. `was` carries what stood there when the page was read."""

    priorities = forms.ModelMultipleChoiceField(
        queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    actions = forms.ModelMultipleChoiceField(
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Actions that are meant to move it",
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20_000)

    def __init__(self, *args, indicator, plan, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicator, self.plan = indicator, plan
        self.fields["priorities"].queryset = plan.priorities.order_by("position", "pk")
        self.fields["priorities"].label = f"{plan.priority_word} it stands under"
        self.fields["actions"].queryset = plan.actions.defer("search").order_by("position", "pk")  # fmt: skip
        if not by.is_admin:
            del self.fields["priorities"]
        there = {name: self._there(name) for name in self._links}
        self.initial |= there
        self.initial["was"] = " ".join(f"{name}.{pk}" for name in there for pk in there[name])  # fmt: skip

    @property
    def _links(self):
        return [name for name in ("priorities", "actions") if name in self.fields]

    def _there(self, name):
        rows = getattr(self.indicator, name).filter(plan=self.plan)
        return list(rows.values_list("pk", flat=True))

    def save(self):
        """Add what was ticked and take off what was unticked since the page was read: what others did meanwhile stays."""
        was = set(self.cleaned_data["was"].split())
        for name in self._links:
            through = getattr(self.indicator, f"indicator_{name}")
            for row in self.fields[name].queryset:
                ticked = row in self.cleaned_data[name]
                self._follow(through, row, ticked, f"{name}.{row.pk}" in was)

    @staticmethod
    def _follow(through, row, ticked, was):
        name = row._meta.model_name
        if ticked and not was:
            place = {"position": row.indicator_priorities.count()} if name == "priority" else {}  # fmt: skip
            through.get_or_create(**{name: row}, defaults=place)
        elif was and not ticked:
            through.filter(**{name: row}).delete()
