"""The forms of frameworks: which is used, what is wanted, what the council says of itself, and how it is judged."""

from django import forms

from assessments.framework import loading
from assessments.models import (
    Award,
    Criterion,
    Framework,
    FrameworkArea,
    FrameworkLevel,
    Judgement,
)
from equality_tracker.audit.forms import (
    Difference,
    OneTimeKeyMixin,
    VersionedModelForm,
)
from equality_tracker.organisation.models import Lead
from equality_tracker.templatetags.govuk import day
from plans.forms.evidence import refuse_hidden_sign_in
from plans.forms.words import DayField, WordsField


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
        words = "Write a day that has come, or wait for it."
        return refuse_future(self.cleaned_data["used_from"], self.on, words)

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

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["level_wanted"]
        field.queryset = levels_of(self.instance).filter(position__gt=0)
        field.empty_label = "None said yet"
        field.help_text = (
            "It counts for each criterion that has no level wanted of its own."
        )

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


class NarrativeForm(VersionedModelForm):
    """What the council says of itself on one criterion."""

    narrative = WordsField(
        label="What the council says of itself",
        required=False,
        rows=14,
        help_text="What is done, for whom, what changed because of it, and what is still missing. It goes into the Word file as it stands.",
    )

    class Meta:
        model = Criterion
        fields = ["narrative"]


class CriterionForm(NarrativeForm):
    """The same, with the level wanted: for those who judge."""

    wanted_by = DayField(
        label="By when",
        required=False,
        help_text="Blank: as for the whole framework. For example, 31/3/2027",
    )

    class Meta(NarrativeForm.Meta):
        fields = ["narrative", "level_wanted", "wanted_by"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        framework = self.instance.area.framework
        field = self.fields["level_wanted"]
        field.queryset = levels_of(framework).filter(position__gt=0)
        wanted = framework.level_wanted
        field.empty_label = f"As for the whole framework ({wanted or 'none said yet'})"

    def clean(self):
        return asked_with_its_level(self, super().clean())


class JudgementForm(OneTimeKeyMixin, forms.ModelForm):
    """One judgement, or one proposal to those who judge. `last` is the newest judgement that its writer had before them."""

    level = forms.ModelChoiceField(
        FrameworkLevel.objects.none(),
        label="Which level",
        widget=forms.RadioSelect,
        empty_label=None,
    )
    why = WordsField(
        label="Why this level",
        rows=5,
        help_text="A sentence or two that an assessor could read.",
    )
    on = DayField(label="As of which day")
    last = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Judgement
        fields = ["level", "why", "on"]

    def __init__(self, *args, criterion, kind, last, by, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.criterion, self.newest, self.by, self.today = criterion, last, by, on
        self.instance.criterion, self.instance.kind = criterion, kind
        self.fields["on"].initial = on
        self.fields["last"].initial = last and last.pk
        field = self.fields["level"]
        field.queryset = levels_of(criterion.area.framework)
        field.label_from_instance = lambda one: (
            f"{one.name}: {one.meaning}" if one.meaning else one.name
        )
        self.differences = []

    def clean_on(self):
        return refuse_future(
            self.cleaned_data["on"], self.today, "Nobody can judge a day that has not come. Write today, or a day that is over."
        )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        now = self.newest and self.newest.pk
        if cleaned.get("last") != now:
            self._show_what_was_judged(cleaned)
        return cleaned

    def _show_what_was_judged(self, cleaned):
        """Say what somebody else judged meanwhile; sending again is the person's own decision."""
        one = self.newest
        self.data = self.data.copy()
        self.data[self.add_prefix("last")] = one.pk
        self.differences = [
            Difference("Level", str(one.level), str(cleaned.get("level") or "(blank)")),
            Difference("Why this level", one.why, cleaned.get("why") or "(blank)"),
        ]
        self.add_error(
            None,
            f"{one.by} judged this as of {day(one.on)} while you were writing. Nothing has been saved yet. Compare the two below, then save again to add yours.",
        )

    def save(self, commit=True):
        said = {name: self.cleaned_data[name] for name in ("level", "why", "on")}
        verb = self.criterion.judge
        if self.instance.kind == Judgement.Kind.PROPOSED:
            verb = self.criterion.propose
        self.instance = verb(by=self.by, **said)
        return self.instance


class AwardForm(VersionedModelForm):
    """What an external assessment found."""

    on = DayField(label="Given on")
    lapses_on = DayField(
        label="Lapses on",
        required=False,
        help_text="The first day on which it no longer holds. Leave it blank where it does not lapse. For example, 31/3/2029",
    )
    words = WordsField(label="What they found", required=False, rows=5)
    url = forms.URLField(
        label="Link to their report",
        required=False,
        max_length=2000,
        assume_scheme="https",
        validators=[refuse_hidden_sign_in],
        help_text="A web address that starts with https://",
    )

    class Meta:
        model = Award
        fields = ["level", "body", "on", "lapses_on", "words", "url"]

    def __init__(self, *args, framework, by, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = on
        if not self.instance.pk:
            self.instance.framework, self.instance.recorded_by = framework, by
        self.fields["level"].queryset = levels_of(framework)
        self.fields["level"].empty_label = "Choose a level"

    def clean_on(self):
        return refuse_future(
            self.cleaned_data["on"], self.today, "Write the day on which it was given: it cannot lie ahead."
        )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        given, lapses = cleaned.get("on"), cleaned.get("lapses_on")
        if given and lapses and lapses <= given:
            self.add_error("lapses_on", "It must lapse after it was given.")
        return cleaned


class NewAwardForm(OneTimeKeyMixin, AwardForm):
    """A result that does not stand here yet."""
