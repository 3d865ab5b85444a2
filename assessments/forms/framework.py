"""The forms of frameworks: which is used, which level is wanted by when, and who leads."""

from django import forms

from assessments.framework import loading
from assessments.models import Framework, FrameworkArea, FrameworkLevel
from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from equality_tracker.organisation.models import Lead
from plans.forms.words import DayField

NOT_AHEAD = "Write a day that has come, or wait for it."


def levels_of(framework):
    return FrameworkLevel.objects.filter(framework=framework).order_by("position")


def refuse_future(chosen, on, words):
    if chosen and chosen > on:
        raise forms.ValidationError(words)
    return chosen


class BeginForm(OneTimeKeyMixin, forms.Form):
    """Which framework the council begins to assess itself by, or begins again."""

    key = forms.ChoiceField(label="Which framework", widget=forms.RadioSelect)
    used_from = DayField(
        label="Used from",
        help_text="The first day of one that was used before stays as it is. For example, 31/3/2027",
    )

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["used_from"].initial = on
        self.fields["key"].choices = self._offered()

    def _offered(self):
        """Those of the site's own that are not in use, and the council's own."""
        rows = {one.key: one for one in Framework.objects.order_by("-year", "name")}
        known = loading.read_frameworks()
        named = {key: one["name"] for key, one in reversed(known.items())}
        named |= {key: one.name for key, one in rows.items()}
        for key, name in named.items():
            row = rows.get(key)
            if row is None or not row.is_in_use:
                again = row is not None and row.closed_on is not None
                yield key, f"{name} (again)" if again else name

    def clean_used_from(self):
        return refuse_future(self.cleaned_data["used_from"], self.on, NOT_AHEAD)

    def save(self):
        """Take it into use; what the site knows of it is brought in where it is not there yet."""
        key = self.cleaned_data["key"]
        if key in loading.read_frameworks():
            loading.load([key])
        self.instance = Framework.objects.select_for_update().get(key=key)
        self.instance.begin(on=self.cleaned_data["used_from"])


class FrameworkForm(VersionedModelForm):
    """Which level is wanted of the whole framework, and by when."""

    used_from = DayField(label="Used from")
    wanted_by = DayField(label="By when", required=False)

    class Meta:
        model = Framework
        fields = ["level_wanted", "wanted_by", "used_from"]

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        field = self.fields["level_wanted"]
        field.queryset = levels_of(self.instance).filter(position__gt=0)
        field.empty_label = "None said yet"
        field.help_text = (
            "It counts for each criterion that has no level wanted of its own."
        )

    def clean_used_from(self):
        return refuse_future(self.cleaned_data["used_from"], self.on, NOT_AHEAD)

    def clean(self):
        return asked_with_its_level(self, super().clean())


def asked_with_its_level(form, cleaned):
    """Refuse a day by which no level is wanted."""
    chosen = cleaned.get("level_wanted") or "level_wanted" in form.errors
    if cleaned.get("wanted_by") and not chosen:
        form.add_error("level_wanted", "Choose the level wanted by that day, or clear the day.")  # fmt: skip
    return cleaned


class CloseForm(VersionedModelForm):
    """The council uses the framework no longer."""

    closed_on = DayField(label="Closed on")

    class Meta:
        model = Framework
        fields = ["closed_on", "closed_why"]
        labels = {"closed_why": "Why"}
        help_texts = {"closed_why": "For example: EFLG 2021 took its place."}

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["closed_on"].initial = self.initial["closed_on"] = on

    def clean_closed_on(self):
        words = "Write today, or a day that is over."
        return refuse_future(self.cleaned_data["closed_on"], self.on, words)

    def save(self, commit=True):
        said = self.cleaned_data
        self.instance.close(on=said["closed_on"], why=said["closed_why"])
        return self.instance


class AreaForm(VersionedModelForm):
    """Which post is asked to lead on an area."""

    class Meta:
        model = FrameworkArea
        fields = ["lead"]
        labels = {"lead": "Who is asked to lead on it"}
        help_texts = {
            "lead": "Whoever holds this post writes here and proposes levels. A manager of its directorate judges them."
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = Lead.objects.order_by("name")
        self.fields["lead"].empty_label = "Nobody: admins alone write here"
