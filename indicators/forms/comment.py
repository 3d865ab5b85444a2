"""What a director says of an indicator, for a time or in general."""

from django import forms

from equality_tracker.audit.forms import OneTimeKeyMixin
from indicators.models import Comment
from plans.forms.words import WordsField

MOST_CHARACTERS = 1000
GENERAL, IN_GENERAL = "general", "The indicator in general"


class CommentForm(OneTimeKeyMixin):
    """A comment stands as it was made: another one follows it, nobody changes it."""

    text = WordsField(
        label="What do you say of it?",
        max_length=MOST_CHARACTERS,
        rows=4,
        help_text="A few sentences that a councillor could read: why the figure is what it is, and what is done about it.",
        error_messages={"required": "Write what you say of it."},
    )
    end = forms.ChoiceField(label="Which result do you speak of?")

    def __init__(self, *args, indicator, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicator = indicator
        results = indicator.results.order_by("end", "pk")
        times = {one.end.isoformat(): f"{one.period}: {one.text[:60]}" for one in results}  # fmt: skip
        self.fields["end"].choices = [*reversed(times.items()), (GENERAL, IN_GENERAL)]
        self.initial["end"] = next(reversed(times), GENERAL)

    def save(self, by):
        """Make the comment and return it."""
        said = self.cleaned_data
        end = None if said["end"] == GENERAL else said["end"]
        return Comment.objects.create(
            indicator=self.indicator, text=said["text"], end=end, made_by=by
        )  # fmt: skip
