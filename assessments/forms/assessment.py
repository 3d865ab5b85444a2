"""What is assessed, who answers for it and what will be decided: the form of those who work on it."""

from django import forms

from assessments.models import Assessment
from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from equality_tracker.organisation.models import Directorate, Lead
from plans.forms.words import DayField, WordsField
from plans.models import Plan

ANSWERS_FOR_IT = "Choose the directorate that answers for it."
NO_DAY = "Write the day {} as day, month and year, such as 31/3/2027 or 31 March 2027."


class BudgetYearField(forms.CharField):
    """A financial year as people write it, 2026/27; its number is that of the year it ends in."""

    def to_python(self, value):
        words = super().to_python(value)
        if not words:
            return None
        first, _slash, second = words.replace("-", "/").partition("/")
        fits = first.isdecimal() and second.isdecimal() and len(first) == 4
        if not fits or int(second) % 100 != (int(first) + 1) % 100:
            raise forms.ValidationError(
                "Write the year as 2026/27: from April of the first to March of the second."
            )
        return int(first) + 1

    def prepare_value(self, value):
        return f"{value - 1}/{value % 100:02}" if isinstance(value, int) else value

    def has_changed(self, initial, data):
        return str(self.prepare_value(initial) or "") != str(data or "").strip()


class PoundsField(forms.DecimalField):
    """A sum as people write it, £45,000.50. A box for numbers alone would lose it in some browsers, and say nothing."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        super().__init__(max_digits=14, decimal_places=2, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "class": "govuk-input--width-10"}

    def to_python(self, value):
        words = str(value or "").translate(dict.fromkeys(map(ord, "£, \u00a0")))
        return super().to_python(words)


class AssessmentForm(VersionedModelForm):
    """What the register holds of one assessment; what the assessment says has pages of its own."""

    title = WordsField(
        label="What is assessed",
        rows=2,
        max_length=300,
        error_messages={"required": "Say what is assessed."},
    )
    decision = WordsField(
        label="What will be decided on it", required=False, rows=2, max_length=500
    )
    due = DayField(
        label="To be done by",
        required=False,
        help_text="As the programme promises. For example, 31/3/2027",
        error_messages={"invalid": NO_DAY.format("it is to be done by")},
    )
    decided_on = DayField(
        label="Date of the decision",
        required=False,
        error_messages={"invalid": NO_DAY.format("of the decision")},
    )
    confidential_until = DayField(
        label="Confidential until",
        required=False,
        help_text="Until the day before, only those who work on it and admins know of it. Leave it blank where all staff may know. For example, 31/3/2027",
        error_messages={"invalid": NO_DAY.format("until which it is confidential")},
    )
    budget_year = BudgetYearField(
        label="Budget year", required=False, help_text="For example 2026/27."
    )
    saving = PoundsField(
        label="Saving proposed, in pounds",
        required=False,
        help_text="For example 45,000. Leave it blank where none is proposed.",
        error_messages={"invalid": "Write the saving in pounds, such as 45,000."},
    )
    plans = forms.ModelMultipleChoiceField(
        Plan.objects.exclude(state=Plan.State.CLOSED),
        label="Plans it has to do with",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Assessment
        fields = [
            "title",
            "kind",
            "reference",
            "directorate",
            "service",
            "lead",
            "lead_as_written",
            "sponsor",
            "due",
            "decision",
            "decided_on",
            "meeting",
            "budget_year",
            "saving",
            "confidential_until",
            "plans",
        ]
        labels = {
            "kind": "What kind of thing it is",
            "lead_as_written": "Lead, if the post is not in the list",
        }
        help_texts = {
            "reference": "For example EIA/2026/014. Leave it blank for the next number of the year.",
            "lead_as_written": "In the register’s words.",
            "meeting": "For example Cabinet, or Full Council.",
        }

    def __init__(self, *args, by, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.by, self.on = by, on
        self.fields["reference"].required = False
        self.fields["directorate"].queryset = self._directorates()
        self.fields["lead"].queryset = Lead.objects.order_by("name")
        linked = Plan.objects.exclude(state=Plan.State.CLOSED)
        if self.instance.pk:
            linked = (linked | self.instance.plans.all()).distinct()
        self.fields["plans"].queryset = linked

    def _directorates(self):
        """Those that may be named: an admin names any, others their own and the one that stands."""
        every = Directorate.objects.order_by("name")
        if self.by.is_admin:
            return every
        own = set(self.by.directorates.values_list("pk", flat=True))
        return every.filter(pk__in=own | {self.instance.directorate_id} - {None})

    def _leaves_its_directorate(self, cleaned):
        """Whether somebody who is no admin would take away what lets them work on it."""
        named = self.initial.get("directorate") and self.instance.pk
        return named and not self.by.is_admin and not cleaned.get("directorate")

    def clean_reference(self):
        """The next number of the year where none is given."""
        reference = self.cleaned_data["reference"].strip()
        if reference or not self.instance.pk:
            return reference
        return self.initial["reference"]

    def clean(self):
        cleaned = super().clean()
        if self._leaves_its_directorate(cleaned):
            self.add_error("directorate", ANSWERS_FOR_IT)
        if cleaned.get("kind") != "budget":
            for name in ("budget_year", "saving"):
                if cleaned.get(name) is not None:
                    self.add_error(
                        name,
                        "Only a budget proposal has this. Clear it, or choose “Budget proposal” above.",
                    )
        return cleaned


class NewAssessmentForm(OneTimeKeyMixin, AssessmentForm):
    """An assessment that does not stand in the register yet: it begins planned."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        directorate = self.fields["directorate"]
        directorate.required = not self.by.is_admin
        directorate.error_messages["required"] = ANSWERS_FOR_IT

    def _directorates(self):
        every = Directorate.objects.order_by("name")
        if self.by.is_admin:
            return every
        return every.filter(pk__in=self.by.directorates.values("pk"))

    def _post_clean(self):
        """Number it before the model is asked whether it is whole."""
        if not self.cleaned_data.get("reference"):
            rows = Assessment.objects.all()
            self.cleaned_data["reference"] = rows.next_reference(self.on.year)
        super()._post_clean()

    def save(self, commit=True):
        assessment = super().save(commit)
        assessment.begin_version(by=self.by, on=self.on)
        return assessment
