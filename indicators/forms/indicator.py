"""An indicator's own words, unit and places: the form of those who keep it."""

from django import forms
from django.core.exceptions import ValidationError

from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from equality_tracker.organisation.models import Directorate, Lead
from indicators.models import Indicator, IndicatorSet
from indicators.models.indicator import LETTERS
from indicators.words import codes, units
from plans.forms.words import DayField, WordsField

TYPED_WRONGLY, FROM_NOW_ON = "typed_wrongly", "from_now_on"
NOTHING_TO_KEEP = (
    "The earlier figures have no unit that they could keep. Give the indicator theirs first, such as count, "
    "as typed wrongly; then change it from now on."
)


class PartOfField(forms.CharField):
    """The indicator that this one is a lettered part of, by its code or its whole title."""

    def clean(self, value):
        words = super().clean(value)
        return self.find(words) if words else None

    def prepare_value(self, value):
        return (value.code or value.title) if isinstance(value, Indicator) else value

    def has_changed(self, initial, data):
        return str(initial or "") != str(data or "")

    def find(self, words):
        """Return the indicator named so; raise where there is none or more than one."""
        whole = Indicator.objects.filter(parent=None)
        key = codes.key(words)
        named = [
            pk
            for pk, code, title in whole.values_list("pk", "code", "title")
            if (code and codes.key(code) == key) or title.casefold() == words.casefold()
        ]
        if not named:
            raise ValidationError(
                f"There is no indicator “{words}” that could have parts. Write its code, or its whole title."
            )
        if len(named) > 1:
            raise ValidationError(
                f"{len(named)} indicators are called “{words}”. Write the whole title."
            )
        return whole.get(pk=named[0])


class IndicatorForm(VersionedModelForm):
    """What is measured. Which way is better is confirmed on a page of its own, and figures have theirs."""

    title = WordsField(label="What is measured", rows=2, max_length=500)
    definition = WordsField(
        label="Definition",
        required=False,
        help_text="How it is counted, so that two people come to the same figure.",
    )
    unit_change = forms.ChoiceField(
        label="If the unit changes",
        required=False,
        choices=[
            (
                TYPED_WRONGLY,
                "It was typed wrongly: the new unit is right for every figure there is",
            ),
            (
                FROM_NOW_ON,
                "It changes from now on: earlier figures keep the old unit, and the line breaks there",
            ),
        ],
        widget=forms.RadioSelect,
    )
    part_of = PartOfField(
        label="Part of",
        required=False,
        max_length=500,
        help_text="Where this is a lettered part: the code of the whole, such as NI 195.",
    )
    parts = WordsField(
        label="Its lettered parts",
        required=False,
        help_text="One a line; each becomes an indicator of its own with the next letter. Those that are there already stay.",
    )
    introduced = DayField(label="Measured since", required=False)

    class Meta:
        model = Indicator
        fields = [
            "belongs_to", "code", "title", "title_confirmed", "definition", "unit", "unit_change", "decimals",
            "part_of", "parts", "source", "frequency", "directorate", "lead", "introduced",
            "tolerance", "tolerance_is_percent",
        ]  # fmt: skip
        labels = {
            "belongs_to": "Whose indicator it is",
            "title_confirmed": "I have checked the title against the set’s own list",
            "decimals": "Decimals",
            "source": "Where the figures come from",
            "frequency": "How often it is measured",
            "tolerance": "Tolerance",
            "tolerance_is_percent": "The tolerance is per cent of the target, rather than so many of the unit",
        }
        help_texts = {
            "code": "As its set writes it, such as NI 1 or EQ 4. Blank where it has none.",
            "title_confirmed": "",
            "unit": "What one of it is: %, count, GBP, days, per 100,000. Figures are compared in one unit only.",
            "decimals": "How many to show. Blank: as each figure was published.",
            "source": "Such as the staff survey, or the name of a return.",
            "frequency": "Such as yearly, quarterly, every two years.",
            "tolerance": "How far short of its target a result may fall and still be called within tolerance. Blank: anything short is missed.",
            "tolerance_is_percent": "",
        }  # fmt: skip
        widgets = {"belongs_to": forms.RadioSelect}

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by, self.was_unit = by, self.instance.unit
        self.fields["belongs_to"].choices = IndicatorSet.choices
        self.fields["lead"].queryset = Lead.objects.order_by("name")
        self.fields["directorate"].queryset = Directorate.objects.order_by("name")
        self.fields["lead"].empty_label = "No lead"
        self.fields["directorate"].empty_label = "None answers for it"
        self.initial.setdefault("part_of", self.instance.parent)
        if self.instance.title_confirmed:
            del self.fields["title_confirmed"]
        if not (self.instance.pk and self.has_figures):
            del self.fields["unit_change"]
        if self.instance.pk and self.instance.parent_id:
            del self.fields["parts"]
        elif self.instance.pk and self.instance.parts.exists():
            del self.fields["part_of"]
        if not by.is_admin:
            self._leave_to_the_lead()

    def _leave_to_the_lead(self):
        """A manager keeps the indicators of their own directorates, and does not set what they are judged by."""
        del self.fields["tolerance"], self.fields["tolerance_is_percent"]
        theirs = self.by.directorates.order_by("name")
        self.fields["directorate"].queryset = theirs
        self.fields["directorate"].required = True

    @property
    def has_figures(self):
        kept = (self.instance.results, self.instance.targets, self.instance.baselines)
        return any(figures.exists() for figures in kept)

    def clean_code(self):
        return codes.tidy(self.cleaned_data["code"])

    def clean_unit(self):
        return units.tidy(self.cleaned_data["unit"])

    def clean(self):
        cleaned = super().clean()
        unit_changes = "unit_change" in self.fields and cleaned.get("unit") != self.was_unit  # fmt: skip
        if unit_changes and not cleaned.get("unit_change"):
            self.add_error("unit_change", "Say what the new unit holds for.")
        elif unit_changes and cleaned["unit_change"] == FROM_NOW_ON and not self.was_unit:  # fmt: skip
            self.add_error("unit_change", NOTHING_TO_KEEP)
        if cleaned.get("part_of") and cleaned.get("parts"):
            self.add_error("parts", "A lettered part has no parts of its own.")
        if cleaned.get("part_of") == self.instance and self.instance.pk:
            self.add_error("part_of", "An indicator cannot be a part of itself.")
        self._check_letters(cleaned)
        return cleaned

    def _check_letters(self, cleaned):
        there = self.instance.parts.count() if self.instance.pk else 0
        if there + len(self._lines(cleaned)) > len(LETTERS):
            self.add_error("parts", "An indicator has at most 26 lettered parts.")
        if any(len(line) > 500 for line in self._lines(cleaned)):
            self.add_error("parts", "Use 500 characters or fewer on each line.")

    def _lines(self, cleaned):
        lines = (line.strip() for line in (cleaned.get("parts") or "").splitlines())
        return [line for line in lines if line]

    def save(self, commit=True):
        """Save the indicator, its new parts, and the old unit with the figures that keep it."""
        if "part_of" in self.fields:
            self.instance.parent = self.cleaned_data["part_of"]
        if self.cleaned_data.get("unit_change") == FROM_NOW_ON and self.was_unit:
            self.instance.keep_unit(self.was_unit)
        indicator = super().save(commit)
        indicator.add_parts(self._lines(self.cleaned_data))
        return indicator


class NewIndicatorForm(OneTimeKeyMixin, IndicatorForm):
    """An indicator that does not exist yet."""


class WithdrawForm(VersionedModelForm):
    """When an indicator ended and why; what was measured stays."""

    withdrawn_on = DayField(label="The last day it was measured for")
    withdrawn_why = forms.CharField(
        label="Why it ends",
        max_length=300,
        help_text="A sentence that stands on its page, such as “The survey ended”.",
    )
    parts_too = forms.BooleanField(
        label="Its lettered parts end too", required=False, initial=True
    )

    class Meta:
        model = Indicator
        fields = ["withdrawn_on", "withdrawn_why"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.parts.filter(withdrawn_on=None).exists():
            del self.fields["parts_too"]

    def clean_withdrawn_on(self):
        ends = self.cleaned_data["withdrawn_on"]
        if self.instance.introduced and ends < self.instance.introduced:
            raise ValidationError(
                f"It is measured since {self.instance.introduced:%-d %B %Y}: it cannot end before."
            )
        return ends

    def save(self, commit=True):
        ending = {"on": self.cleaned_data["withdrawn_on"], "why": self.cleaned_data["withdrawn_why"]}  # fmt: skip
        self.instance.withdraw(**ending)
        if self.cleaned_data.get("parts_too"):
            for part in self.instance.parts.filter(withdrawn_on=None):
                part.withdraw(**ending)
        return self.instance


class PutBackForm(VersionedModelForm):
    """Takes the end of an indicator back."""

    class Meta:
        model = Indicator
        fields = []

    def save(self, commit=True):
        self.instance.put_back()
        return self.instance
