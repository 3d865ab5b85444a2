"""Frameworks in the admin site: the council's own can be entered there; judgements and evidence are read there and made on their pages."""

from django.contrib import admin
from django.db import models

from assessments.models import (
    Award,
    Criterion,
    CriterionEvidence,
    Framework,
    FrameworkArea,
    FrameworkLevel,
    Judgement,
)
from equality_tracker.audit.entering import EnteringAdmin, ReadingAdmin


class LevelInline(admin.TabularInline):
    """The levels of a framework; position 0 is to stand below the first."""

    model = FrameworkLevel
    extra = 0
    can_delete = False


class CriterionInline(admin.TabularInline):
    """What an area asks; what the council says of itself is written on the pages."""

    model = Criterion
    extra = 0
    can_delete = False
    fields = ["position", "title", "asks"]


@admin.register(Framework)
class FrameworkAdmin(EnteringAdmin):
    """A council may add a framework of its own: its levels here, its areas beside."""

    list_display = ["name", "year", "used_from", "closed_on"]
    search_fields = ["name", "short_name", "key"]
    inlines = [LevelInline]
    fields = [
        "key", "name", "short_name", "year", "publisher", "area_word", "about",
        "used_from", "closed_on", "closed_why",
    ]  # fmt: skip


@admin.register(FrameworkArea)
class FrameworkAreaAdmin(EnteringAdmin):
    list_display = ["framework", "number", "title", "lead"]
    list_display_links = ["title"]
    list_filter = ["framework"]
    list_select_related = ["framework", "lead"]
    search_fields = ["title", "framework__name"]
    autocomplete_fields = ["framework", "lead"]
    inlines = [CriterionInline]
    fields = ["framework", "number", "title", "lead"]

    def get_readonly_fields(self, request, obj=None):
        """An area stays in its framework: what was judged in it was judged by that framework's levels."""
        return ["framework"] if obj else []


@admin.register(Criterion)
class CriterionAdmin(EnteringAdmin):
    list_display = ["area", "position", "title"]
    list_display_links = ["title"]
    list_filter = ["area__framework"]
    list_select_related = ["area__framework"]
    search_fields = ["title", "area__title"]
    autocomplete_fields = ["area"]
    fields = ["area", "position", "title", "asks"]

    def get_readonly_fields(self, request, obj=None):
        return ["area"] if obj else []


@admin.register(Award)
class AwardAdmin(EnteringAdmin):
    list_display = ["framework", "level", "body", "on", "lapses_on"]
    list_filter = ["framework"]
    list_select_related = ["framework", "level"]
    search_fields = ["framework__name", "body"]
    autocomplete_fields = ["framework", "recorded_by"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fields = [
        "framework", "level", "body", "on", "lapses_on", "words", "url", "report", "recorded_by",
    ]  # fmt: skip
    # A file is checked and stored on the result's own page.
    readonly_fields = ["report"]


@admin.register(Judgement)
class JudgementAdmin(ReadingAdmin):
    """Judged and proposed on the pages of the criteria."""

    list_display = ["criterion", "kind", "level", "on", "by"]
    list_filter = ["kind", "criterion__area__framework"]
    list_select_related = ["criterion__area", "level", "by"]
    search_fields = ["criterion__title"]


@admin.register(CriterionEvidence)
class CriterionEvidenceAdmin(ReadingAdmin):
    """Added and taken back on the pages of the criteria."""

    list_display = ["criterion", "kind", "words", "added_by", "removed_at"]
    list_filter = ["kind"]
    list_select_related = ["criterion__area", "added_by"]
    search_fields = ["criterion__title", "words"]
