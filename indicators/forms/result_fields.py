"""The fields of a result, for one that is new and for one that is corrected."""

import hashlib
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError

from indicators.models import Result
from indicators.performance.bounds import plain
from indicators.results import entering
from indicators.results.entering import Known, Typed
from indicators.words.reasons import Reason

PROVISIONAL = [("", "Not said"), ("True", "Provisional"), ("False", "Final")]
SURE = "Is this right? Say so below, or change the figure."


class NumberField(forms.CharField):
    """A number as people write it: 1,204."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-10", "inputmode": "decimal", "autocomplete": "off"})  # fmt: skip

    def prepare_value(self, value):
        return plain(value) if isinstance(value, Decimal) else value

    def to_python(self, value):
        if value in (None, "") or isinstance(value, Decimal):
            return value or None
        try:
            number = Decimal(str(value).replace(",", "").replace(" ", ""))
        except InvalidOperation:
            number = None
        if number is None or not number.is_finite() or abs(number) >= entering.LARGEST:
            raise ValidationError("Write a number, such as 1,204.")
        if not entering.is_coarse_enough(number):
            raise ValidationError(entering.TOO_FINE)
        return number


class FigureField(forms.CharField):
    """A figure in words: asked for, but a reason may stand in its place."""

    def validate(self, value):
        pass


class ResultFields(forms.ModelForm):
    """A figure in one field as people write it, or why there is none; asked about once where it is unlikely.

    It is held against the last figure before its `time`, where another part of the form says that, else before the day `on`; `entry` is
    what was understood of it.
    """

    use_required_attribute = False
    entry = None
    questions = ()

    text = FigureField(
        label="Figure",
        max_length=1000,
        help_text="As it is published: 34.4%, 1,204, £4.2m, 12 out of 15, no survey this year.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.ChoiceField(
        label="Or why there is no figure",
        required=False,
        choices=[("", "There is a figure"), *Reason.choices],
    )
    numerator = NumberField(label="How many", required=False)
    denominator = NumberField(label="Out of how many", required=False)
    provisional = forms.NullBooleanField(
        label="Provisional or final",
        required=False,
        widget=forms.RadioSelect(choices=PROVISIONAL),
    )
    sure = forms.BooleanField(label="Yes, this is right", required=False)
    asked = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Result
        fields = ["text", "reason", "numerator", "denominator", "provisional", "source", "remark"]  # fmt: skip
        labels = {"source": "Where it comes from", "remark": "Remark"}
        help_texts = {
            "remark": "For instance, what is left out of it.",
            "source": "",
        }

    def __init__(self, *args, indicator, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicator, self.on = indicator, on
        self.initial["text"] = on_one_line(self.initial.get("text") or "")
        if indicator.source:
            self.fields["source"].help_text = f"Usually: {indicator.source}"

    def clean(self):
        cleaned = super().clean()
        names = ("text", "reason", "numerator", "denominator", "provisional", "remark")
        if any(name in self.errors for name in names):
            return cleaned
        known = self._known(cleaned.get("time"))
        cleaned["text"] = self._as_published(cleaned["text"])
        if cleaned["text"] not in ("", self.instance.text) and cleaned["reason"] == self.instance.reason:  # fmt: skip
            # The reason stood there for the figure before.
            cleaned["reason"] = ""
        typed = Typed(**{name: cleaned[name] for name in names})
        self.entry = entering.enter(typed, known)
        for name, fault in self.entry.errors.items():
            self.add_error(name, fault)
        if not self.errors:
            self._ask([*self.more_questions(cleaned), *self.entry.questions])
        return cleaned

    def _as_published(self, text):
        """Return the words as they stand where the field, which is one line, changed nothing else of them."""
        stands = self.instance.text
        return stands if on_one_line(stands) == on_one_line(text) else text

    def _ask(self, questions):
        """Ask what was not answered yet: the tick holds for the very questions that stood beside it."""
        said = self.cleaned_data
        if not questions or (said.get("sure") and said["asked"] == digest(questions)):
            return
        self.questions = questions
        self.data = self.data.copy()
        self.data[self.add_prefix("asked")] = digest(questions)
        self.data.pop(self.add_prefix("sure"), None)
        self.add_error("sure", SURE)

    def _known(self, time):
        end = time.end if time else self.on
        return known_of(self.indicator, end, leaving_out=self.instance.pk)

    def more_questions(self, cleaned):
        """Return what is asked beside the figure itself."""
        return []

    @property
    def reading_words(self):
        """How the figure was read, "" where it was not."""
        if self.entry is None or self.entry.errors:
            return ""
        known = Known(self.indicator.unit, self.indicator.decimals)
        return entering.in_words(self.entry.reading, known)

    def _post_clean(self):
        """Nothing is put on the row here: a verb of the result does that."""


def known_of(indicator, end, leaving_out=None):
    """Return what a figure for a time that ends on `end` is held against: one query."""
    earlier = indicator.results.filter(end__lt=end, value__isnull=False)
    if leaving_out:
        earlier = earlier.exclude(pk=leaving_out)
    last = earlier.order_by("-end", "-pk").first()
    if last:
        last.indicator = indicator
    return Known(indicator.unit, indicator.decimals, last and last.as_measure(), last.period if last else "")  # fmt: skip


def on_one_line(words):
    """Return words as a field of one line shows and sends them, without what no database keeps."""
    return " ".join(words.replace("\0", "").split())


def digest(questions):
    """Return a short mark of the questions that were asked."""
    return hashlib.sha256("\n".join(questions).encode()).hexdigest()[:16]
