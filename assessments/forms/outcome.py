"""What follows from an assessment, and who signs it."""

from django import forms

from assessments.models import AssessmentVersion, Mitigation, Outcome, Signer
from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from plans.forms.words import DayField, WordsField
from plans.models import Plan, Priority


class OutcomeForm(VersionedModelForm):
    outcome = forms.ChoiceField(
        label="What follows?",
        required=False,
        choices=Outcome.choices,
        widget=forms.RadioSelect,
    )
    outcome_why = WordsField(label="Reasons", required=False)
    review_by = DayField(
        label="When will its actual impact be reviewed?",
        required=False,
        help_text="A year on is usual. For example, 31/3/2027",
    )

    class Meta:
        model = AssessmentVersion
        fields = ["outcome", "outcome_why", "review_by"]

    def typed(self):
        """(label, words) of what somebody wrote, for words that can no longer be saved."""
        words = self["outcome_why"].value()
        return [(self["outcome_why"].label, words)] if words else []


class SignerForm(OneTimeKeyMixin, forms.ModelForm):
    """One more person who must sign."""

    class Meta:
        model = Signer
        fields = ["user", "signs_as"]
        labels = {"user": "Who signs", "signs_as": "As what"}

    def __init__(self, *args, version, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.assessment_version = version
        self.fields["user"].queryset = version.may_be_asked_to_sign()
        self.fields["user"].empty_label = "Choose somebody"
        self.fields["user"].help_text = "Nobody whose words stand in it can sign it."


class MitigationForm(VersionedModelForm):
    """What will be done about a negative impact."""

    text = WordsField(label="What will be done")
    by_when = DayField(label="By when", required=False)

    class Meta:
        model = Mitigation
        fields = ["text", "impact", "who", "by_when"]
        labels = {"impact": "For which impact", "who": "Who will do it"}

    def __init__(self, *args, version, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.instance.assessment_version = version
        impacts = version.impacts.filter(kind="negative")
        self.fields["impact"].queryset = impacts.select_related("characteristic")
        self.fields["impact"].empty_label = "For all of them"

    def save(self, commit=True):
        self.instance.written_by = self.by
        return super().save(commit)


class NewMitigationForm(OneTimeKeyMixin, MitigationForm):
    """A mitigation that does not stand yet."""


class MitigationActionForm(OneTimeKeyMixin, forms.Form):
    """The plan, and the heading in it, under which a mitigation becomes an action."""

    priority = forms.ModelChoiceField(
        Priority.objects.none(), label="Under which heading of which plan"
    )
    title = WordsField(label="The action, in the plan’s words", rows=2, max_length=1000)
    due = DayField(label="Due", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        open_plans = Plan.objects.exclude(state=Plan.State.CLOSED)
        rows = Priority.objects.filter(plan__in=open_plans).select_related("plan")
        self.fields["priority"].queryset = rows.order_by("plan__title", "position")
        self.fields["priority"].label_from_instance = lambda one: (
            f"{one.plan.reference}: {one}"
        )

    def verb(self):
        """What `Mitigation.become_action` is given."""
        cleaned = self.cleaned_data
        return {name: cleaned[name] for name in ("priority", "title", "due")}
