"""What each directorate promised for a year: one row a directorate."""

from assessments.models import ProgrammeTarget
from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from equality_tracker.organisation.models import Directorate

from .assessment import BudgetYearField


class TargetForm(VersionedModelForm):
    """A directorate's place in a year's programme."""

    class Meta:
        model = ProgrammeTarget
        fields = ["target", "completed", "percentage", "source"]
        labels = {
            "target": "How many are promised",
            "completed": "Completed, if a count was published",
            "percentage": "Percentage, if one was published",
            "source": "Where the published figures stand",
        }
        error_messages = {
            "target": {"required": "Say how many are promised; 0 if none are."}
        }
        help_texts = {
            "completed": "Leave it blank to count what was signed in the register.",
            "percentage": "It is shown beside the arithmetic where the two differ, and never used for it.",
        }


class NewTargetForm(OneTimeKeyMixin, TargetForm):
    """A directorate that has no place in the year yet."""

    year = BudgetYearField(
        label="Year",
        help_text="For example 2026/27.",
        error_messages={"required": "Write the year, such as 2026/27."},
    )

    class Meta(TargetForm.Meta):
        fields = ["directorate", "year", *TargetForm.Meta.fields]
        error_messages = TargetForm.Meta.error_messages | {
            "directorate": {"required": "Choose the directorate."}
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["directorate"].queryset = Directorate.objects.order_by("name")
