"""Stored files in the admin site: read only. They are added to an action as evidence, and taken back there."""

from django.contrib import admin

from equality_tracker.audit.entering import ReadingAdmin

from .models import StoredFile


@admin.register(StoredFile)
class StoredFileAdmin(ReadingAdmin):
    list_display = ["name", "content_type", "size", "stored_by", "stored_at"]
    list_filter = ["content_type"]
    list_select_related = ["stored_by"]
    search_fields = ["name", "=sha256"]
    ordering = ["-stored_at"]
    fields = ["name", "content_type", "size", "sha256", "stored_by", "stored_at"]
