"""Indicators and their figures in the admin site. Each figure is typed as published and read by the site."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone

from equality_tracker.audit.entering import EnteredForm, EnteringAdmin
from indicators import values
from indicators.measures import Direction
from indicators.models import (
    Baseline,
    Breakdown,
    Comment,
    Indicator,
    IndicatorAction,
    IndicatorPriority,
    Result,
    Target,
)

READ_FROM_ITS_WORDS = ["value", "value_max", "operator", "unit", "reason", "second"]
NO_FIGURE = "Write one figure, such as 34.4%, or why there is none, such as TBC."


class IndicatorForm(EnteredForm):
    """An indicator; which way is better is confirmed by whoever saves it."""

    better = forms.ChoiceField(
        label="Which way is better",
        required=False,
        choices=[("", "Not confirmed: nothing is judged"), *Direction.choices],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["better"].initial = self.instance.direction


class IndicatorPriorityInline(admin.TabularInline):
    model = IndicatorPriority
    extra = 0
    autocomplete_fields = ["priority"]


class IndicatorActionInline(admin.TabularInline):
    model = IndicatorAction
    extra = 0
    autocomplete_fields = ["action"]


@admin.register(Indicator)
class IndicatorAdmin(EnteringAdmin):
    form = IndicatorForm
    list_display = ["code", "title", "belongs_to", "unit", "direction", "directorate"]
    list_display_links = ["code", "title"]
    list_filter = ["belongs_to", "direction", "directorate"]
    list_select_related = ["directorate"]
    search_fields = ["code", "title"]
    autocomplete_fields = ["parent", "directorate", "lead"]
    readonly_fields = ["suggested_direction", "direction_confirmed_by"]
    inlines = [IndicatorPriorityInline, IndicatorActionInline]
    fields = [
        "code", "title", "title_confirmed", "belongs_to", "parent", "definition", "unit", "decimals",
        "suggested_direction", "better", "direction_confirmed_by", "tolerance", "tolerance_is_percent",
        "source", "frequency", "directorate", "lead", "introduced", "withdrawn_on", "withdrawn_why",
    ]  # fmt: skip

    def get_queryset(self, request):
        return super().get_queryset(request).by_code()

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        better = form.cleaned_data["better"]
        if better != obj.direction:
            obj.confirm_direction(better, by=request.user)


class FigureForm(EnteredForm):
    """A figure: its words are read, and what cannot be read as one is refused."""

    def clean(self):
        cleaned = super().clean()
        indicator = cleaned.get("indicator")
        if indicator and cleaned.get("text"):
            self.instance.indicator = indicator
            try:
                self.instance.read_from(values.read(cleaned["text"]))
            except ValueError as refused:
                raise ValidationError({"text": NO_FIGURE}) from refused
            self.take_what_is_blank(cleaned)
        return cleaned

    def take_what_is_blank(self, cleaned):
        """Let what the words say stand where the person left a field of its own blank."""
        for name in ("numerator", "denominator", "provisional", "remark", "change_in"):
            if name in cleaned and cleaned[name] in (None, ""):
                cleaned[name] = getattr(self.instance, name)


class FigureAdmin(EnteringAdmin):
    """What baselines, targets and results have in common."""

    form = FigureForm
    list_filter = ["indicator__belongs_to", "reason"]
    list_select_related = ["indicator"]
    search_fields = ["indicator__code", "indicator__title", "text"]
    autocomplete_fields = ["indicator"]
    readonly_fields = [*READ_FROM_ITS_WORDS, "entered_by", "entered_at"]
    ordering = ["-pk"]

    def save_model(self, request, obj, form, change):
        obj.entered_by, obj.entered_at = request.user, timezone.now()
        super().save_model(request, obj, form, change)


@admin.register(Baseline)
class BaselineAdmin(FigureAdmin):
    list_display = ["indicator", "text", "plan", "period"]
    list_select_related = ["indicator", "plan"]
    autocomplete_fields = ["indicator", "plan"]
    fields = [
        "indicator", "plan", "text", "period_kind", "period", "end", "remark", "source",
        *FigureAdmin.readonly_fields,
    ]  # fmt: skip


@admin.register(Target)
class TargetAdmin(FigureAdmin):
    list_display = ["indicator", "period", "text", "plan"]
    list_select_related = ["indicator", "plan"]
    autocomplete_fields = ["indicator", "plan"]
    readonly_fields = ["change", *FigureAdmin.readonly_fields]
    fields = [
        "indicator", "plan", "period_kind", "period", "start", "end", "text", "change_in", "remark",
        "source", *readonly_fields,
    ]  # fmt: skip


@admin.register(Result)
class ResultAdmin(FigureAdmin):
    list_display = ["indicator", "period", "text", "provisional"]
    fields = [
        "indicator", "period_kind", "period", "start", "end", "text", "numerator", "denominator",
        "provisional", "remark", "source", *FigureAdmin.readonly_fields,
    ]  # fmt: skip


@admin.register(Breakdown)
class BreakdownAdmin(EnteringAdmin):
    list_display = ["result", "characteristic", "group", "text"]
    list_filter = ["characteristic"]
    list_select_related = ["result", "characteristic"]
    search_fields = ["group", "result__indicator__code", "result__indicator__title"]
    raw_id_fields = ["result"]
    autocomplete_fields = ["characteristic"]
    ordering = ["-pk"]


@admin.register(Comment)
class CommentAdmin(EnteringAdmin):
    """Comments are added; what was said is not changed."""

    list_display = ["indicator", "text", "made_by", "made_at"]
    list_select_related = ["indicator", "made_by"]
    search_fields = ["text", "indicator__code", "indicator__title"]
    autocomplete_fields = ["indicator"]
    fields = ["indicator", "end", "text"]

    def has_change_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        obj.made_by = request.user
        super().save_model(request, obj, form, change)
