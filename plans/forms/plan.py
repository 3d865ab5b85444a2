"""A plan's own words and dates, and its priorities'."""

from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from equality_tracker.organisation.models import Directorate
from plans.models import Plan, Priority

from .words import DayField, WordsField


class PlanForm(VersionedModelForm):
    """What the plan says of itself; its state has a page of its own."""

    start = DayField(label="Starts", required=False)
    end = DayField(label="Ends", required=False)
    summary = WordsField(
        label="Summary", required=False, rows=5, help_text="What the plan is for."
    )

    class Meta:
        model = Plan
        fields = [
            "title",
            "reference",
            "priority_word",
            "start",
            "end",
            "owner",
            "directorate",
            "succeeds",
            "summary",
        ]
        labels = {
            "priority_word": "What it calls its upper level",
            "succeeds": "The plan before it",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = Plan.objects.exclude(pk=self.instance.pk)
        self.fields["succeeds"].queryset = others
        self.fields["directorate"].queryset = Directorate.objects.order_by("name")


class NewPlanForm(OneTimeKeyMixin, PlanForm):
    """A plan that does not exist yet: it begins as a draft."""


class PriorityForm(VersionedModelForm):
    """A heading of the plan, with what it promises as a whole."""

    description = WordsField(label="Description", required=False)
    outcomes = WordsField(label="Outcomes", required=False, help_text="One a line.")
    objectives = WordsField(label="Objectives", required=False, help_text="One a line.")
    measures = WordsField(
        label="How we will know", required=False, help_text="One a line."
    )

    class Meta:
        model = Priority
        fields = [
            "number",
            "title",
            "description",
            "outcomes",
            "objectives",
            "measures",
            "heading_deadline",
            "parent",
            "directorate",
        ]
        labels = {
            "heading_deadline": "Deadline in the heading",
            "parent": "Part of",
        }

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.plan = plan
        others = plan.priorities.filter(parent=None).exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = others
        if self.instance.pk and self.instance.parts.exists():
            del self.fields["parent"]


class NewPriorityForm(OneTimeKeyMixin, PriorityForm):
    """A heading that does not exist yet."""
