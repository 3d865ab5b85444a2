"""A target or a baseline: typed as it was published, its reading shown and asked about, never guessed."""

from dataclasses import replace

from django import forms
from django.forms.utils import ErrorDict

from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from indicators.models import Baseline, PeriodKind, Target
from indicators.results import entering
from indicators.standing.target_words import in_words
from indicators.words import periods, values
from indicators.words.readings import NONE, RELATIVE
from indicators.words.reasons import Reason
from plans.forms.words import DayField, WordsField
from plans.models import Plan

NOT_SAID = "not_said"
LEVEL_ONLY = (
    "A baseline is where it began, not a change: write the level, such as 34.4%."
)
NO_PERIOD = "Write a time with its year, such as 2030/31, March 2031 or Q3 2030/31; or give its last day below."
CHANGE_IN = [
    (Target.ChangeIn.POINTS, "Points: from 40% an increase of 5% leads to 45%"),
    (Target.ChangeIn.PERCENT, "Per cent of the baseline: from 40% an increase of 5% leads to 42%"),
    (NOT_SAID, "Nobody has said yet: it is kept, and nothing is judged by it until somebody does"),
]  # fmt: skip


class FigureForm(VersionedModelForm):
    """What targets and baselines have in common. `reading` is the figure in words, `questions` what is asked before it is kept."""

    text = WordsField(
        label="As it was published",
        rows=2,
        max_length=values.MOST_CHARACTERS,
        error_messages={"required": entering.NOTHING},
    )
    none_because = forms.ChoiceField(
        label="Or why there is no figure",
        required=False,
        choices=[("", "There is a figure, or the words say why"), *Reason.choices],
    )
    sure = forms.BooleanField(label="Yes, keep it so", required=False)
    period = forms.CharField(
        label="For the time",
        max_length=60,
        help_text="Such as 2030/31, March 2031, Q3 2030/31, survey 2031 or 31/3/2031.",
    )
    period_kind = forms.ChoiceField(
        label="What kind of time",
        required=False,
        choices=[("", "As the words say"), *PeriodKind.choices],
    )
    end = DayField(
        label="Its last day", required=False, help_text="Only where the words name none."
    )  # fmt: skip
    why = forms.CharField(
        label="Why it changes",
        max_length=300,
        help_text="Results are judged by it already. The reason is kept with the history, where everybody sees it.",
    )

    reading = ""
    questions = ()

    def __init__(self, *args, indicator, is_judged_by=False, **kwargs):
        """`is_judged_by`: whether a result is there that this figure decides about, so that a change asks why."""
        super().__init__(*args, **kwargs)
        self.indicator = self.instance.indicator = indicator
        self.fields["plan"].queryset = Plan.objects.order_by("title")
        self.fields["plan"].empty_label = "Every plan"
        self.fields["plan"].help_text = "One plan alone, where plans ask for different figures."  # fmt: skip
        self._begin()
        self.fields["text"].required = not self.data.get("none_because")
        self._said = self._read(self.data.get("text", "")) if self.is_bound else None
        self.questions = self._ask()
        if not self.questions:
            del self.fields["sure"]
        if not is_judged_by:
            del self.fields["why"]

    def _begin(self):
        """Start from the row: a kind and a last day stand in their fields only where the words of the period do not say them."""
        row = self.instance
        self.initial.setdefault("period", row.period)
        said = periods.read(row.period) if row.period else None
        self.initial |= {"period_kind": "", "end": None}
        if row.end and (not said or (said.kind, said.end) != (row.period_kind, row.end)):  # fmt: skip
            self.initial |= {"period_kind": row.period_kind, "end": row.end}
        if row.reason and values.read(row.text).reason != row.reason:
            self.initial["none_because"] = row.reason

    def _read(self, text):
        """The reading of what was typed; a reason that was chosen stands where no words do, and before the one read from them."""
        text, chosen = (
            self.fields["text"].to_python(text),
            self.data.get("none_because"),
        )
        if chosen in Reason.values:
            reading = values.read(text or str(Reason(chosen).label))
            if reading.value is None:
                return replace(reading, kind=NONE, reason=Reason(chosen), doubt="")
            return reading
        return values.read(text)

    def _ask(self):
        """What is asked before the reading is kept, a sentence each."""
        said = self._said
        if said is None or said.kind == RELATIVE:
            return []
        found = list(entering.ask_of_doubt(said))
        if said.value is not None and said.unit and self.indicator.unit not in ("", said.unit):  # fmt: skip
            found.append(
                f"This indicator is measured in {self.indicator.unit}, and this figure in {said.unit}: the two are never compared."
            )
        return found

    def clean(self):
        cleaned = super().clean()
        self._take_figure(cleaned)
        self._take_period(cleaned)
        return cleaned

    def _take_figure(self, cleaned):
        if "text" in self.errors or "none_because" in self.errors:
            return
        wrong = self._why_not()
        if wrong:
            self.add_error("text", wrong)
        elif self.questions and not cleaned.get("sure"):
            self.add_error("sure", " ".join([*self.questions, "Is that right?"]))
        else:
            cleaned["text"] = self._said.text
            self.instance.read_from(self._said)

    def _why_not(self):
        if self.data.get("none_because") and self._said.value is not None:
            return entering.BOTH
        return entering.why_not(self._said, self._said.text)

    def _take_period(self, cleaned):
        words, kind = cleaned.get("period"), cleaned.get("period_kind", "")
        if not words or "end" in self.errors:
            return
        said, end = periods.read(words, kind), cleaned.get("end")
        if not (said or end):
            self.add_error("period", NO_PERIOD)
            return
        by_words = said and not end
        cleaned["period"] = said.name if by_words else words
        cleaned["period_kind"] = kind or (said.kind if said else PeriodKind.DATE)
        cleaned["end"] = end or said.end
        self.instance.start = said.start if by_words else None

    def show_reading(self, baseline_for):
        """Show what was typed as it is understood, a change from `baseline_for(target)`; nothing is saved."""
        self.is_valid()
        if "text" not in self.errors:
            self.instance.read_from(self._said)
            self.instance.change_in = self.cleaned_data.get("change_in") or self.instance.change_in  # fmt: skip
            self.reading = in_words(self.instance, baseline_for(self.instance))
        self._errors = ErrorDict({name: said for name, said in self.errors.items() if name == "text"})  # fmt: skip


class TargetForm(FigureForm):
    """Where an indicator should be by a time: a level, a change from its baseline, or why there is none."""

    change_in = forms.ChoiceField(
        label="This is a change. Is it meant in points or in per cent?",
        choices=CHANGE_IN,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say whether points or per cent are meant, or that nobody has said."
        },
    )

    class Meta:
        model = Target
        fields = ["period", "period_kind", "end", "plan", "text", "none_because", "change_in", "sure", "source", "why"]  # fmt: skip
        labels = {"source": "Where it was published", "plan": "For which plan"}
        help_texts = {"source": ""}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = (
            "A figure (45%, at least 81%, 100% (75% good or better)), a change (increase of 4.1% on baseline), or why there is none "
            "(no target: baseline year)."
        )
        if not self._is_asked():
            del self.fields["change_in"]
        elif self.instance.change:
            self.initial["change_in"] = self.instance.change_in or NOT_SAID

    def _is_asked(self):
        """Whether the words are a change that can be meant in two ways."""
        said = self._said or values.read(self.instance.text)
        return said.kind == RELATIVE and bool(said.doubt)

    def _why_not(self):
        if self._said.kind != RELATIVE:
            return super()._why_not()
        return entering.why_not(replace(self._said, kind="value"), self._said.text)

    def _take_figure(self, cleaned):
        super()._take_figure(cleaned)
        if "change_in" not in self.fields or "text" in self.errors:
            return
        if not cleaned.get("change_in"):
            return
        said = cleaned["change_in"]
        self.instance.change_in = cleaned["change_in"] = "" if said == NOT_SAID else said  # fmt: skip


class NewTargetForm(OneTimeKeyMixin, TargetForm):
    """A target that is not there yet."""


class BaselineForm(FigureForm):
    """Where an indicator began, for one plan or for all."""

    class Meta:
        model = Baseline
        fields = ["text", "none_because", "sure", "period", "period_kind", "end", "plan", "source", "why"]  # fmt: skip
        labels = {"source": "Where it was published", "plan": "For which plan"}
        help_texts = {"source": ""}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = "A figure such as 34.4%, or why there is none, such as “To be set by the 2031 survey”."  # fmt: skip
        self.fields["period"].required = False

    def _why_not(self):
        return LEVEL_ONLY if self._said.kind == RELATIVE else super()._why_not()

    def _take_period(self, cleaned):
        if cleaned.get("period"):
            super()._take_period(cleaned)
        else:
            cleaned["period_kind"] = ""


class NewBaselineForm(OneTimeKeyMixin, BaselineForm):
    """A baseline that is not there yet."""


class RemoveForm(VersionedModelForm):
    """Takes a target or baseline away; the history keeps what it said."""

    why = forms.CharField(
        label="Why it is taken away",
        max_length=300,
        help_text="Results are judged by it. The reason is kept with the history.",
    )

    def __init__(self, *args, is_judged_by, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_judged_by:
            del self.fields["why"]

    def save(self, commit=True):
        self.instance.delete()
        return self.instance


class RemoveTargetForm(RemoveForm):
    class Meta:
        model = Target
        fields = []


class RemoveBaselineForm(RemoveForm):
    class Meta:
        model = Baseline
        fields = []
