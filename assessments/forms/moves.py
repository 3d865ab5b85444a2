"""What is asked when a version goes from one stage to another."""

from django import forms

from equality_tracker.organisation.models import User
from plans.forms.words import DayField, WordsField


class OfVersionForm(forms.Form):
    """What is asked of one version, by somebody who is to do it."""

    def __init__(self, *args, version, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.version, self.by = version, by

    def typed(self):
        """(label, words) of each box that somebody wrote in, for words that nothing was done with."""
        written = (self[name] for name, field in self.fields.items() if isinstance(field, WordsField | DayField))  # fmt: skip
        return [(box.label, box.value()) for box in written if box.value()]

    def carry_on(self, version):
        """After somebody else was first: carry how the version stands now, so that sending again is the person's own decision."""
        self.data = self.data.copy()
        for name, now in {"read_at": version.version, "content_hash": version.content_hash}.items():  # fmt: skip
            if name in self.fields:
                self.data[name] = now


class MoveForm(OfVersionForm):
    """Asks nothing but whether the version still stands as it was read."""

    read_at = forms.IntegerField(widget=forms.HiddenInput)

    def said(self):
        """What the verb is given of it, by its names."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "read_at"
        }


class ConsultationForm(MoveForm):
    starts = DayField(
        label="First day", error_messages={"required": "Write the first day."}
    )
    ends = DayField(label="Last day", required=False)

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", "The consultation must end after it begins.")
        return cleaned


class ScreenOutForm(MoveForm):
    """Asks why, and who signs it where nobody is named yet."""

    why = WordsField(
        label="Why is no full assessment needed?",
        help_text="Whoever signs it reads this first, and so may the public.",
        error_messages={"required": "Say why no full assessment is needed."},
    )
    signer = forms.ModelChoiceField(
        User.objects.none(),
        empty_label="Choose somebody",
        label="Which head of service signs that?",
        help_text="Not you, and nobody who wrote in it.",
        error_messages={"required": "Choose who signs that."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = self.version.may_be_asked_to_sign().exclude(pk=self.by.pk)
        self.fields["signer"].queryset = others
        if self.version.signers.exists():
            self.fields["signer"].required = False
            self.fields["signer"].label = "Who else signs that?"


class WhyForm(MoveForm):
    why = WordsField(
        label="Why do you take it back?",
        rows=2,
        error_messages={"required": "Say why you take it back."},
    )


class AnswerForm(OfVersionForm):
    """A signer's answer is to the content that they were shown."""

    content_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def said(self):
        return dict(self.cleaned_data)


class SignForm(AnswerForm):
    comment = WordsField(
        label="Comment",
        required=False,
        rows=2,
        help_text="It stands beside your name, and is published with it.",
    )


class ChangesForm(AnswerForm):
    comment = WordsField(
        label="What should be changed?",
        help_text="Those who write it see this on its page.",
        error_messages={"required": "Say what should be changed."},
    )


class ReviewForm(MoveForm):
    """The review of actual impact."""

    expected = WordsField(
        label="What was expected?",
        error_messages={"required": "Say what was expected."},
    )
    happened = WordsField(
        label="What happened?",
        help_text="Figures, complaints, what people say: who was affected in the end.",
        error_messages={"required": "Say what happened."},
    )
    changed = WordsField(
        label="What is changed now?",
        help_text="Write “nothing” and why, if so.",
        error_messages={"required": "Say what is changed now, or why nothing is."},
    )
