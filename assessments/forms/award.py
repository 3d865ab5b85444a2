"""The form of what an external assessment found."""

from django import forms

from assessments.models import Award
from equality_tracker.audit.forms import (
    Difference,
    OneTimeKeyMixin,
    VersionedModelForm,
)
from equality_tracker.audit.models import FormKey
from equality_tracker.evidence.checking import TAKEN
from plans.forms.evidence import FileField, LinkField
from plans.forms.words import DayField, WordsField

from .framework import levels_of, refuse_future


class AwardForm(VersionedModelForm):
    """What an external assessment found; their report as a link, as a file, or both."""

    on = DayField(label="Given on")
    lapses_on = DayField(
        label="Lapses on",
        required=False,
        help_text="The first day on which it no longer holds. Leave it blank where it does not lapse. For example, 31/3/2029",
    )
    words = WordsField(label="What they found", required=False, rows=5)
    url = LinkField(label="Link to their report", required=False)
    report_file = FileField(
        label="Their report as a file",
        required=False,
        help_text=f"{TAKEN}. Everybody who signs in may download it.",
    )
    drop_report = forms.BooleanField(required=False)

    class Meta:
        model = Award
        fields = ["level", "body", "on", "lapses_on", "words", "url"]

    def __init__(self, *args, framework, by, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.today, self.by = on, by
        if not self.instance.pk:
            self.instance.framework, self.instance.recorded_by = framework, by
        self.fields["level"].queryset = levels_of(framework)
        self.fields["level"].empty_label = "Choose a level"
        self._say_what_is_kept(self.instance.report)

    def _say_what_is_kept(self, report):
        if report is None:
            del self.fields["drop_report"]
            return
        self.fields["report_file"].label = "Another file in its place"
        self.fields["drop_report"].label = f"Take “{report.name}” away"

    def clean_on(self):
        return refuse_future(
            self.cleaned_data["on"], self.today, "Write the day on which it was given: it cannot lie ahead."
        )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        given, lapses = cleaned.get("on"), cleaned.get("lapses_on")
        if given and lapses and lapses <= given:
            self.add_error("lapses_on", "It must lapse after it was given.")
        if cleaned.get("report_file") and cleaned.get("drop_report"):
            self.add_error("drop_report", "Choose another file, or take this one away: not both.")  # fmt: skip
        return cleaned

    def _differences(self, cleaned):
        """A file is told by its name: what stands there now beside what was chosen."""
        rows = super()._differences(cleaned)
        names = ("report_file", "drop_report")
        labels = [self.fields[name].label for name in names if name in self.fields]
        yield from (one for one in rows if one.label not in labels)
        if chosen := cleaned.get("report_file"):
            kept = self.instance.report
            yield Difference("Their report", kept.name if kept else "(blank)", chosen.name)  # fmt: skip

    def keep(self, store):
        """Save it with its file, which `store` keeps; raises what `store` raises."""
        if chosen := self.cleaned_data["report_file"]:
            self.instance.report = store(chosen)
        elif self.cleaned_data.get("drop_report"):
            self.instance.report = None
        self.save()


class NewAwardForm(OneTimeKeyMixin, AwardForm):
    """A result that does not stand here yet."""

    def keep(self, store):
        """Save it once; raises AlreadySent besides."""
        ends_at = self.instance.framework.get_absolute_url()
        FormKey.spend(self.cleaned_data["form_key"], self.by, ends_at)
        super().keep(store)
