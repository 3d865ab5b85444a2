"""The form of what an external assessment found."""

from assessments.models import Award
from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from plans.forms.evidence import LinkField
from plans.forms.words import DayField, WordsField

from .framework import levels_of, refuse_future


class AwardForm(VersionedModelForm):
    """What an external assessment found."""

    on = DayField(label="Given on")
    lapses_on = DayField(
        label="Lapses on",
        required=False,
        help_text="The first day on which it no longer holds. Leave it blank where it does not lapse. For example, 31/3/2029",
    )
    words = WordsField(label="What they found", required=False, rows=5)
    url = LinkField(label="Link to their report", required=False)

    class Meta:
        model = Award
        fields = ["level", "body", "on", "lapses_on", "words", "url"]

    def __init__(self, *args, framework, by, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = on
        if not self.instance.pk:
            self.instance.framework, self.instance.recorded_by = framework, by
        self.fields["level"].queryset = levels_of(framework)
        self.fields["level"].empty_label = "Choose a level"

    def clean_on(self):
        return refuse_future(
            self.cleaned_data["on"], self.today, "Write the day on which it was given: it cannot lie ahead."
        )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        given, lapses = cleaned.get("on"), cleaned.get("lapses_on")
        if given and lapses and lapses <= given:
            self.add_error("lapses_on", "It must lapse after it was given.")
        return cleaned


class NewAwardForm(OneTimeKeyMixin, AwardForm):
    """A result that does not stand here yet."""
