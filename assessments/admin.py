"""The register in the admin site: its own facts can be entered, what an assessment says and its life are read there and written on their pages."""

from django.contrib import admin
from django.utils import timezone

from assessments.framework import admin as framework_admin
from assessments.models import (
    ActualReview,
    Answer,
    Assessment,
    AssessmentPlan,
    AssessmentVersion,
    Contributor,
    Impact,
    Mitigation,
    ProgrammeTarget,
    Relevance,
    Signer,
    SignOff,
    StageMove,
)
from equality_tracker.audit.entering import EnteringAdmin, ReadingAdmin

# Those of frameworks register themselves.
__all__ = ["framework_admin"]


class PlanInline(admin.TabularInline):
    model = AssessmentPlan
    extra = 0
    autocomplete_fields = ["plan"]


class ContributorInline(admin.TabularInline):
    """Who writes in it beside those of its directorate."""

    model = Contributor
    extra = 0
    autocomplete_fields = ["user"]


@admin.register(Assessment)
class AssessmentAdmin(EnteringAdmin):
    """How far an assessment has got is moved on its own page."""

    list_display = ["reference", "title", "kind", "directorate", "stage", "due"]
    list_display_links = ["reference", "title"]
    list_filter = ["current__stage", "kind", "directorate", "confidential_until"]
    list_select_related = ["directorate", "current"]
    search_fields = ["reference", "title", "service"]
    autocomplete_fields = ["directorate", "lead"]
    readonly_fields = ["stage"]
    inlines = [PlanInline, ContributorInline]
    fields = [
        "reference", "title", "kind", "stage", "directorate", "service", "lead", "lead_as_written", "sponsor",
        "due", "decision", "decided_on", "meeting", "budget_year", "saving", "confidential_until",
    ]  # fmt: skip

    def get_queryset(self, request):
        return super().get_queryset(request).in_order()

    def save_model(self, request, obj, form, change):
        """A new one begins planned, as on its page."""
        super().save_model(request, obj, form, change)
        if not change:
            obj.begin_version(by=request.user, on=timezone.localdate())

    @admin.display(description="Stage")
    def stage(self, assessment):
        current = assessment.current
        return current.get_stage_display() if current else "Planned once it is saved"


@admin.register(ProgrammeTarget)
class ProgrammeTargetAdmin(EnteringAdmin):
    list_display = ["directorate", "year", "target", "completed", "percentage"]
    list_filter = ["year", "directorate"]
    list_select_related = ["directorate"]
    search_fields = ["directorate__name"]
    autocomplete_fields = ["directorate"]


@admin.register(AssessmentVersion)
class AssessmentVersionAdmin(ReadingAdmin):
    list_display = ["assessment", "number", "stage", "stage_since", "approved_on"]
    list_filter = ["stage", "source"]
    list_select_related = ["assessment"]
    search_fields = ["assessment__reference", "assessment__title"]


class OfVersionAdmin(ReadingAdmin):
    """Rows of a version: they are written on the pages of the assessment."""

    list_select_related = ["assessment_version__assessment"]
    search_fields = [
        "assessment_version__assessment__reference",
        "assessment_version__assessment__title",
    ]


@admin.register(Answer)
class AnswerAdmin(OfVersionAdmin):
    list_display = ["assessment_version", "question", "written_at"]
    list_filter = ["question"]


@admin.register(Relevance)
class RelevanceAdmin(OfVersionAdmin):
    list_display = ["assessment_version", "characteristic", "aim", "level"]
    list_filter = ["level", "characteristic", "aim"]
    list_select_related = [
        "assessment_version__assessment", "characteristic", "aim",
    ]  # fmt: skip


@admin.register(Impact)
class ImpactAdmin(OfVersionAdmin):
    list_display = ["assessment_version", "characteristic", "kind", "severity"]
    list_filter = ["kind", "severity", "characteristic"]
    list_select_related = ["assessment_version__assessment", "characteristic"]


@admin.register(Mitigation)
class MitigationAdmin(OfVersionAdmin):
    list_display = ["assessment_version", "text", "impact", "for_all", "action"]
    list_select_related = [
        "assessment_version__assessment", "impact__characteristic", "action",
    ]  # fmt: skip


@admin.register(Signer)
class SignerAdmin(OfVersionAdmin):
    list_display = ["assessment_version", "user", "signs_as"]
    list_select_related = ["assessment_version__assessment", "user"]


@admin.register(SignOff)
class SignOffAdmin(OfVersionAdmin):
    list_display = ["assessment_version", "by", "said", "at"]
    list_filter = ["said"]
    list_select_related = ["assessment_version__assessment", "by"]


@admin.register(StageMove)
class StageMoveAdmin(OfVersionAdmin):
    list_display = ["assessment_version", "from_stage", "to_stage", "on", "by"]
    list_filter = ["to_stage"]
    list_select_related = ["assessment_version__assessment", "by"]


@admin.register(ActualReview)
class ActualReviewAdmin(OfVersionAdmin):
    list_display = ["assessment_version", "on", "by"]
    list_select_related = ["assessment_version__assessment", "by"]
