"""The imports on the admin site: what came and what was learned; the words can be edited, the past cannot."""

from django.contrib import admin

from equality_tracker.imports.models import (
    ImportRun,
    RememberedColumns,
    RememberedDirectorate,
    RememberedLead,
    VocabularyWord,
)


class ReadOnly(admin.ModelAdmin):
    """What happened is looked at, not written."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnly):
    list_display = ["name", "plan", "as_at", "state", "started_by", "started_at"]
    list_filter = ["state", "plan"]
    list_select_related = ["plan", "started_by"]
    search_fields = ["name", "sha256"]
    date_hierarchy = "started_at"
    exclude = ["file", "tables", "understood"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("tables", "understood")


@admin.register(RememberedColumns)
class RememberedColumnsAdmin(ReadOnly):
    """Deleting a row forgets the columns; the next file is guessed afresh."""

    list_display = ["__str__", "kind", "learned_from", "learned_at"]
    search_fields = ["signature", "learned_from"]

    def has_delete_permission(self, request, obj=None):
        return request.user.is_admin


@admin.register(RememberedLead)
class RememberedLeadAdmin(admin.ModelAdmin):
    list_display = ["written", "lead"]
    list_select_related = ["lead"]
    search_fields = ["written", "lead__name"]
    raw_id_fields = ["lead"]
    readonly_fields = ["run"]


@admin.register(RememberedDirectorate)
class RememberedDirectorateAdmin(admin.ModelAdmin):
    list_display = ["written", "directorate"]
    list_select_related = ["directorate"]
    search_fields = ["written", "directorate__name"]
    raw_id_fields = ["directorate"]
    readonly_fields = ["run"]


@admin.register(VocabularyWord)
class VocabularyWordAdmin(admin.ModelAdmin):
    list_display = ["word", "table", "meaning"]
    list_filter = ["table"]
    search_fields = ["word", "meaning"]
