"""The forms of one criterion: what the council says of itself, which level is wanted, and how it is judged."""

from django import forms

from assessments.models import Criterion, FrameworkLevel, Judgement
from equality_tracker.audit.forms import (
    Difference,
    OneTimeKeyMixin,
    VersionedModelForm,
)
from equality_tracker.templatetags.govuk import day
from plans.forms.words import DayField, WordsField

from .framework import asked_with_its_level, levels_of, refuse_future


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
        if now and cleaned.get("last") != now:
            self._show_what_was_judged(cleaned)
        return cleaned

    def _show_what_was_judged(self, cleaned):
        """Say what somebody else judged meanwhile; sending again is the person's own decision."""
        one = self.newest
        self.data = self.data.copy()
        self.data[self.add_prefix("last")] = one.pk
        both = [
            Difference("Level", str(one.level), str(cleaned.get("level") or "(blank)")),
            Difference("Why this level", one.why, cleaned.get("why") or "(blank)"),
        ]
        # Where both said the same, the same is shown twice: whoever wrote second is to know.
        self.differences = [each for each in both if each.theirs != each.yours] or both
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
