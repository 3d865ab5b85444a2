"""The first stage: a file, the date it speaks of, and the plan it goes into."""

import uuid

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from equality_tracker.audit.forms import OneTimeKeyMixin
from equality_tracker.organisation.forms.fields import DayInput
from plans.models import Plan

MEGABYTE = 1024 * 1024
NEW = "new"


class PlanChoices(forms.models.ModelChoiceIterator):
    """What may be chosen: nothing, a new plan, or one of those that are here."""

    def __iter__(self):
        nothing, *plans = super().__iter__()
        yield from [nothing, (NEW, "A new plan"), *plans]


class PlanField(forms.ModelChoiceField):
    """A plan that is here, NEW for one that is made from the file, or None where the file decides."""

    iterator = PlanChoices

    def to_python(self, value):
        return NEW if value == NEW else super().to_python(value)


class UploadForm(OneTimeKeyMixin, forms.Form):
    file = forms.FileField(
        label="The file",
        help_text="An Excel workbook (.xlsx or .xlsm; macros are not run), a Word document with tables (.docx), an "
        "OpenDocument spreadsheet (.ods) or a text table (.csv).",
        widget=forms.FileInput(
            attrs={"accept": ".xlsx,.xlsm,.docx,.docm,.ods,.csv,.txt,.tsv"}
        ),
        allow_empty_file=True,
        max_length=200,
    )
    plan = PlanField(
        Plan.objects.exclude(state=Plan.State.CLOSED),
        required=False,
        label="Which plan does it go into?",
        empty_label="The plan that the file was taken away from, else a new one",
        help_text="Choose “A new plan” to begin next year’s plan from a spreadsheet of this year’s. "
        "A closed plan takes no imports.",
    )
    as_at = forms.DateField(
        label="What date do its statuses speak of?",
        help_text="The day on which the file was last brought up to date, which is seldom today. "
        "An update made here after that day is newer, and is never overwritten without asking.",
        widget=DayInput,
    )
    confirmed = forms.BooleanField(
        label="Yes, the statuses in the file are as at this date",
        error_messages={"required": "Confirm the date that the statuses speak of."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["as_at"].initial = timezone.localdate()

    def refuse(self, why):
        """Say of the file that was sent `why` it cannot be read, and take another one: the key of the first is spent."""
        self.add_error("file", why)
        self.data = self.data.copy()
        self.data["form_key"] = str(uuid.uuid4())

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.IMPORT_MAX_MB * MEGABYTE:
            raise ValidationError(
                f"The file is larger than {settings.IMPORT_MAX_MB} MB. Save a copy with only the sheets that hold the "
                "plan and try again."
            )
        return file

    def clean_as_at(self):
        as_at = self.cleaned_data["as_at"]
        if as_at > timezone.localdate():
            raise ValidationError("The date cannot be in the future.")
        return as_at
