"""Actions in the admin site: their words and places. Their status comes from updates alone."""

from django.contrib import admin
from django.db.models import F

from equality_tracker.audit.entering import EnteringAdmin
from plans.models import Action, ActionLead, Contribution, Milestone
from plans.models.action_rows import NaturalKey
from plans.models.action_verbs import READING

from .levels import KeptWhenClosed, OfAPlanForm


class ActionAdminForm(OfAPlanForm):
    """An action: its plan is its priority's."""

    def clean(self):
        cleaned = super().clean()
        priority = cleaned.get("priority")
        if priority:
            self.check_plan(priority.plan, "priority", None)
            self.check_reference(priority.plan, cleaned.get("reference"))
        if priority and not self.errors:
            self.instance.plan = priority.plan
        return cleaned

    def check_reference(self, plan, reference):
        others = plan.actions.exclude(pk=self.instance.pk)
        if reference and others.filter(reference=reference).exists():
            self.add_error("reference", "Another action of this plan has it.")


class ActionLeadInline(admin.TabularInline):
    model = ActionLead
    extra = 0
    autocomplete_fields = ["lead"]


class ContributionInline(admin.TabularInline):
    model = Contribution
    extra = 0
    autocomplete_fields = ["directorate"]


class MilestoneInline(admin.TabularInline):
    model = Milestone
    extra = 0


@admin.register(Action)
class ActionAdmin(KeptWhenClosed, EnteringAdmin):
    """Its dates are entered once; after that they change on the site's own pages, which keep the date first promised."""

    form = ActionAdminForm
    list_display = ["numbered", "title", "plan", "directorate", "due", "rag_status"]
    list_display_links = ["numbered", "title"]
    list_filter = ["plan__state", "plan", "rag_status", "directorate"]
    list_select_related = ["plan", "directorate"]
    search_fields = ["=reference", "title", "lead_as_written"]
    autocomplete_fields = ["priority", "directorate", "aims", "characteristics"]
    readonly_fields = [
        "rag_status",
        "priority_monitoring",
        "reported_on",
        "original_due",
    ]
    inlines = [ActionLeadInline, ContributionInline, MilestoneInline]
    fields = [
        "priority",
        "position",
        "reference",
        "reference_is_ours",
        "title",
        "outcome",
        "measures",
        "steps",
        "lead_as_written",
        "directorate",
        "contributing_all",
        "timescale",
        *READING,
        "aims",
        "characteristics",
        *readonly_fields,
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("search")

    def get_ordering(self, request):
        return [F("plan_id").desc(), NaturalKey(F("reference")), "position"]

    def get_readonly_fields(self, request, obj=None):
        kept = [*READING, "timescale"] if obj else []
        return [*self.readonly_fields, *kept]

    def save_model(self, request, obj, form, change):
        if not change:
            obj.original_due = obj.due
        super().save_model(request, obj, form, change)

    @admin.display(description="Ref", ordering=NaturalKey(F("reference")))
    def numbered(self, action):
        return action.reference or None
