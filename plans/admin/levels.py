"""Plans, their words for statuses, and their priorities in the admin site."""

from django.contrib import admin

from equality_tracker.audit.entering import EnteredForm, EnteringAdmin
from plans.models import Plan, Priority, StatusWording


class KeptWhenClosed:
    """A closed plan is kept as it stood, and all that belongs to it."""

    def has_change_permission(self, request, obj=None):
        plan = getattr(obj, "plan", obj)
        if plan is not None and plan.is_closed:
            return False
        return super().has_change_permission(request, obj)


class StatusWordingInline(admin.TabularInline):
    model = StatusWording
    extra = 0
    max_num = 6
    can_delete = False


@admin.register(Plan)
class PlanAdmin(KeptWhenClosed, EnteringAdmin):
    form = EnteredForm
    list_display = ["reference", "title", "state", "start", "end", "directorate"]
    list_display_links = ["reference", "title"]
    list_filter = ["state", "directorate"]
    list_select_related = ["directorate"]
    search_fields = ["reference", "title", "owner"]
    autocomplete_fields = ["directorate", "succeeds"]
    readonly_fields = ["state"]
    fields = [
        "reference",
        "title",
        "state",
        "owner",
        "directorate",
        "start",
        "end",
        "summary",
        "priority_word",
        "succeeds",
    ]
    inlines = [StatusWordingInline]


@admin.register(StatusWording)
class StatusWordingAdmin(EnteringAdmin):
    list_display = ["status", "word", "plan", "definition"]
    list_filter = ["status", "plan"]
    list_select_related = ["plan"]
    search_fields = ["word", "definition"]
    autocomplete_fields = ["plan"]

    def has_change_permission(self, request, obj=None):
        if obj is not None and obj.plan is not None and obj.plan.is_closed:
            return False
        return super().has_change_permission(request, obj)


class OfAPlanForm(EnteredForm):
    """A row below a plan: what it stands under belongs to the same plan, and that plan is not closed."""

    def check_plan(self, plan, name, parent):
        if plan.is_closed:
            self.add_error(name, "This plan is closed. Reopen it first.")
        if self.instance.pk and plan.pk != self.instance.plan_id:
            self.add_error(name, "Choose one of the same plan.")
        if parent and parent.plan_id != plan.pk:
            self.add_error("parent", "Choose one of the same plan.")


class PriorityAdminForm(OfAPlanForm):
    def clean(self):
        cleaned = super().clean()
        if cleaned.get("plan"):
            self.check_plan(cleaned["plan"], "plan", cleaned.get("parent"))
        return cleaned


@admin.register(Priority)
class PriorityAdmin(KeptWhenClosed, EnteringAdmin):
    form = PriorityAdminForm
    list_display = ["number", "title", "plan", "position", "directorate"]
    list_display_links = ["number", "title"]
    list_filter = ["plan__state", "plan"]
    list_select_related = ["plan", "directorate"]
    search_fields = ["number", "title", "plan__reference", "plan__title"]
    autocomplete_fields = ["plan", "parent", "directorate"]
