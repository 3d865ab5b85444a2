"""What follows from an assessment, and who signs it."""

from django import forms

from assessments.models import AssessmentVersion, Mitigation, Outcome, Signer
from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from plans.forms.words import DayField, WordsField
from plans.models import Plan, Priority

# What the form of a mitigation sends where it is for everybody whom the assessment harms.
FOR_ALL = "all"


class OutcomeForm(VersionedModelForm):
    outcome = forms.ChoiceField(
        label="What follows?",
        required=False,
        choices=Outcome.choices,
        widget=forms.RadioSelect,
    )
    outcome_why = WordsField(
        label="Reasons",
        required=False,
        help_text="For anything but “no change”.",
    )
    review_by = DayField(
        label="When will its actual impact be reviewed?",
        required=False,
        help_text="A year on is usual. For example, 31/3/2027",
    )

    class Meta:
        model = AssessmentVersion
        fields = ["outcome", "outcome_why", "review_by"]

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        # Saved half said; nobody submits it without these.
        for field in self.fields.values():
            field.asked_later = True

    def clean_review_by(self):
        """Refuse a day that is past. One that stands and has passed since is named among what is missing, and the rest is saved."""
        day = self.cleaned_data["review_by"]
        if day and day <= self.on and "review_by" in self.changed_data:
            raise forms.ValidationError("Choose a day for the review that is to come.")
        return day


class SignerForm(OneTimeKeyMixin, forms.ModelForm):
    """One more person who must sign."""

    class Meta:
        model = Signer
        fields = ["user", "signs_as"]
        labels = {"user": "Who signs", "signs_as": "As what"}
        error_messages = {
            "user": {"required": "Choose who signs."},
            "signs_as": {"required": "Say as what, such as head of service."},
        }

    def __init__(self, *args, version, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.assessment_version = version
        self.fields["user"].queryset = version.may_be_asked_to_sign()
        self.fields["user"].empty_label = "Choose somebody"
        self.fields["user"].help_text = "Nobody whose words stand in it can sign it."


class MitigationForm(VersionedModelForm):
    """What will be done about a negative impact."""

    text = WordsField(
        label="What will be done",
        error_messages={"required": "Say what will be done."},
    )
    for_whom = forms.ChoiceField(
        label="For which impact",
        error_messages={"required": "Say which impact it is for."},
    )
    by_when = DayField(label="By when", required=False)
    field_order = ["text", "for_whom", "who", "by_when"]

    class Meta:
        model = Mitigation
        fields = ["text", "who", "by_when"]
        labels = {"who": "Who will do it"}

    def __init__(self, *args, version, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.instance.assessment_version = version
        impacts = version.impacts.filter(kind="negative")
        self.fields["for_whom"].choices = [
            ("", "Choose an impact"),
            *((str(one.pk), str(one)) for one in impacts.select_related("characteristic")),
            (FOR_ALL, "All of them"),
        ]  # fmt: skip
        if self.instance.pk:
            stands = FOR_ALL if self.instance.for_all else self.instance.impact_id
            self.initial["for_whom"] = str(stands or "")

    def save(self, commit=True):
        for_whom = self.cleaned_data["for_whom"]
        self.instance.for_all = for_whom == FOR_ALL
        self.instance.impact_id = None if self.instance.for_all else int(for_whom)
        self.instance.written_by = self.by
        return super().save(commit)


class NewMitigationForm(OneTimeKeyMixin, MitigationForm):
    """A mitigation that does not stand yet."""


class TakeAwayForm(forms.Form):
    """Asks nothing but whether `row`, which is to be taken away, still stands as it was read."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, row):
        super().__init__(data, initial={"version": row.version})
        self.row = row

    def clean_version(self):
        if self.cleaned_data["version"] != self.row.version:
            self.data = self.data.copy()
            self.data["version"] = self.row.version
            raise forms.ValidationError(
                "Somebody else changed this meanwhile. Nothing was taken away: read it as it stands now."
            )
        return self.row.version


class MitigationActionForm(OneTimeKeyMixin, forms.Form):
    """The plan, and the heading in it, under which a mitigation becomes an action."""

    priority = forms.ModelChoiceField(
        Priority.objects.none(),
        label="Under which heading of which plan",
        empty_label="Choose a heading",
        error_messages={"required": "Choose the heading it stands under."},
    )
    title = WordsField(
        label="The action, in the plan’s words",
        rows=2,
        max_length=1000,
        error_messages={"required": "Say what the action is."},
    )
    who = forms.CharField(
        label="Who will do it",
        required=False,
        max_length=200,
        help_text="The action’s lead in the plan’s words. Blank: the lead of the assessment.",
    )
    due = DayField(label="Due", required=False)

    def __init__(self, *args, mitigation, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.mitigation, self.by = mitigation, by
        open_plans = Plan.objects.exclude(state=Plan.State.CLOSED)
        rows = Priority.objects.filter(plan__in=open_plans).select_related("plan")
        self.fields["priority"].queryset = rows.order_by("plan__title", "position")
        self.fields["priority"].label_from_instance = lambda one: (
            f"{one.plan.reference}: {one}"
        )

    def save(self):
        cleaned = self.cleaned_data
        said = {name: cleaned[name] for name in ("priority", "title", "who", "due")}
        self.instance = self.mitigation.become_action(by=self.by, **said)
