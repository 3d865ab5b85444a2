"""The forms of one result: a new one, a correction, and taking one back."""

from django import forms

from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from indicators.models import PeriodKind
from indicators.words import periods
from plans.forms.words import WordsField

from .result_fields import ResultFields

SAYS_NO_PERIOD = "Write {kind} such as {example}."
HAS_A_RESULT = "There is a result for {period} already."
KINDS = {
    "financial_year": "a financial year",
    "academic_year": "an academic year",
    "year": "a calendar year",
    "quarter": "a quarter",
    "month": "a month",
    "survey": "the survey with its year,",
    "date": "a day",
}


class PeriodFields(forms.Form):
    """The time that a result is for, as people write it; `duplicate` is the result that stands there already."""

    duplicate = None

    period_kind = forms.ChoiceField(
        label="What it is measured by", choices=PeriodKind.choices
    )
    period = forms.CharField(
        label="Which one",
        max_length=60,
        help_text="Such as 2025/26 or Q2 2026/27.",
        error_messages={"required": "Write which period the figure is for."},
        widget=forms.TextInput(
            attrs={"class": "govuk-input--width-20", "autocomplete": "off"}
        ),
    )

    def clean(self):
        self.cleaned_data["time"] = self._time(self.cleaned_data)
        return super().clean()

    def _time(self, cleaned):
        """Return the Period, or None with an error at its field."""
        kind, words = cleaned.get("period_kind"), cleaned.get("period")
        if not (kind and words):
            return None
        now = self.instance.time
        if (kind, words) == (now.kind, now.name):
            return now
        found = periods.read(words, kind)
        if found is None:
            example = periods.EXAMPLES[kind]
            self.add_error("period", SAYS_NO_PERIOD.format(kind=KINDS[kind], example=example))  # fmt: skip
        elif others := self.results_for(found):
            self.show_duplicate(others[0])
        return found

    def results_for(self, period):
        """Return the other results for the same time, at most one."""
        same = self.indicator.results.filter(period_kind=period.kind, end=period.end)
        return list(same.exclude(pk=self.instance.pk)[:1])

    def show_duplicate(self, result):
        self.duplicate = result
        result.indicator = self.indicator
        self.add_error("period", HAS_A_RESULT.format(period=result.period))


class ResultOfAPeriod(PeriodFields, ResultFields):
    """A figure and its period, held against the last figure before."""

    def more_questions(self, cleaned):
        """Ask about a period that is not over, or in which the indicator was not in use."""
        time, indicator = cleaned["time"], self.indicator
        if time == self.instance.time:
            return
        if time.end > self.on and time.kind != periods.SURVEY:
            yield f"{time.name} is not over: its last day is {periods.day_in_words(time.end)}."
        if indicator.introduced and time.end < indicator.introduced:
            yield f"The indicator is measured since {periods.day_in_words(indicator.introduced)}, after {time.name}."
        if indicator.withdrawn_on and (time.start or time.end) >= indicator.withdrawn_on:  # fmt: skip
            yield f"The indicator was withdrawn on {periods.day_in_words(indicator.withdrawn_on)}, before {time.name}."


class ResultForm(OneTimeKeyMixin, ResultOfAPeriod):
    """A result that is not there yet."""

    field_order = ["period_kind", "period", "text", "reason"]

    def save(self, by):
        """Enter the result and return it."""
        said = self.cleaned_data
        self.instance.indicator = self.indicator
        self.instance.enter(self.entry.reading, by=by, period=said["time"], source=said["source"])  # fmt: skip
        return self.instance


class CorrectionForm(VersionedModelForm, ResultOfAPeriod):
    """Another figure in the place of one; why is kept with the earlier one."""

    why = WordsField(
        label="Why is it corrected?",
        max_length=500,
        rows=2,
        help_text="It is kept with the earlier figure, for everybody to read.",
        error_messages={"required": "Say why it is corrected."},
    )
    field_order = ["period_kind", "period", "text", "reason"]

    def _differences(self, cleaned):
        mine = {"why", "sure", "asked"}
        labels = {self.fields[name].label for name in mine}
        found = super()._differences(cleaned)
        return [one for one in found if one.label not in labels]

    def save(self, by):
        """Correct the result and return it."""
        said = self.cleaned_data
        self.instance.correct(
            self.entry.reading, by=by, why=said["why"], period=said["time"], source=said["source"]
        )  # fmt: skip
        return self.instance


class TakeBackForm(forms.Form):
    """Why a result is taken back, and the version of it that was on the page."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    why = WordsField(
        label="Why do you take it back?",
        max_length=500,
        rows=2,
        help_text="It stays in the changes of this indicator, with the figure that stood here.",
        error_messages={"required": "Say why you take it back."},
    )

    def __init__(self, *args, result, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.version_now = result.version

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("version") != self.version_now:
            self.data = self.data.copy()
            self.data["version"] = self.version_now
            self.add_error(None, "Somebody changed this result while you were reading. It is shown as it is now: look at it, then decide.")  # fmt: skip
        return cleaned
