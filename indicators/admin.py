"""Indicators and their figures in the admin site. Each figure is typed as published and read by the site."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from equality_tracker.audit.entering import EnteredForm, EnteringAdmin
from indicators.editing import because
from indicators.groups import rows
from indicators.holding import hold_indicators
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
from indicators.words import values
from indicators.words.readings import RELATIVE

READ_FROM_ITS_WORDS = ["value", "value_max", "operator", "unit", "reason", "second"]
NO_FIGURE = "Write one figure, such as 34.4%, or why there is none, such as TBC."
ASKED_ELSEWHERE = "These words can be meant in two ways. Enter them on the indicator's own page, where that is asked."
SAY_WHY = "Say why it changes: results are published or judged by it already."


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
    """Which way is better, and a unit that figures have already, are changed on their own pages, where what that means is asked."""

    list_display = ["code", "title", "belongs_to", "unit", "direction", "directorate"]
    list_display_links = ["code", "title"]
    list_filter = [
        "belongs_to", "direction", "title_confirmed", ("withdrawn_on", admin.EmptyFieldListFilter), "directorate",
    ]  # fmt: skip
    list_select_related = ["directorate"]
    search_fields = ["code", "title"]
    autocomplete_fields = ["parent", "directorate", "lead"]
    readonly_fields = ["suggested_direction", "better", "direction_confirmed_by"]
    inlines = [IndicatorPriorityInline, IndicatorActionInline]
    fields = [
        "code", "title", "title_confirmed", "belongs_to", "parent", "definition", "unit", "decimals",
        "suggested_direction", "better", "direction_confirmed_by", "tolerance", "tolerance_is_percent",
        "source", "frequency", "directorate", "lead", "introduced", "withdrawn_on", "withdrawn_why",
    ]  # fmt: skip

    def get_queryset(self, request):
        return super().get_queryset(request).by_code()

    def get_readonly_fields(self, request, obj=None):
        return [*self.readonly_fields, *(["unit"] if obj else [])]

    @admin.display(description="Which way is better")
    def better(self, indicator):
        """What was confirmed, and the page where it is."""
        if not indicator.pk:
            return "Confirmed on a page of its own once the indicator is saved"
        return format_html(
            '{} (<a href="{}?indicator={}">confirm or take back</a>)',
            indicator.get_direction_display() or "Not confirmed: nothing is judged",
            reverse("indicators:directions"),
            indicator.pk,
        )


class FigureForm(EnteredForm):
    """A figure: its words are read, and what cannot be read as one is refused."""

    why = forms.CharField(label="Why it changes", required=False, max_length=300)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("indicator"):
            self.instance.indicator = cleaned["indicator"]
        if self.instance.indicator_id and cleaned.get("text"):
            self.read(cleaned)
        changes = set(self.changed_data) - {"why", "version", "form_key"}
        if self.instance.pk and changes and not cleaned.get("why") and self.asks_why:
            self.add_error("why", SAY_WHY)
        return cleaned

    @property
    def asks_why(self):
        """A result is published, and a target or baseline may be what results are judged by."""
        return self._meta.model is Result or self.instance.is_judged_by

    def read(self, cleaned):
        reading = values.read(cleaned["text"])
        if reading.doubt and reading.kind != RELATIVE:
            raise ValidationError({"text": ASKED_ELSEWHERE})
        try:
            self.instance.read_from(reading)
        except ValueError as refused:
            raise ValidationError({"text": NO_FIGURE}) from refused
        self.take_what_is_blank(cleaned)

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

    def get_fields(self, request, obj=None):
        """Why is asked of what is there already."""
        names = [name for name in super().get_fields(request, obj) if name != "why"]
        return [*names, "why"] if obj else names

    def get_readonly_fields(self, request, obj=None):
        return [*self.readonly_fields, *(["indicator"] if obj else [])]

    def get_object(self, request, object_id, from_field=None):
        """Lock the indicator before its figure, as every other page does."""
        if request.method == "POST":
            found = admin.ModelAdmin.get_object(self, request, object_id, from_field)
            hold_indicators([found.indicator_id] if found else [])
        return super().get_object(request, object_id, from_field)

    def save_model(self, request, obj, form, change):
        obj.entered_by, obj.entered_at = request.user, timezone.now()
        with because(form.cleaned_data.get("why", ""), request.user):
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


class BreakdownForm(EnteredForm):
    """One group's figure: its words are read as on the page of a result's groups."""

    def clean(self):
        cleaned = super().clean()
        result = cleaned.get("result") or (self.instance.pk and self.instance.result)
        if result and not self.errors:
            self.read(cleaned, result)
        return cleaned

    def read(self, cleaned, result):
        named = (cleaned[name] for name in ("group", "text", "count", "base"))
        unit = result.unit or result.indicator.unit
        try:
            found = rows.read(*named, unit=unit, decimals=result.decimals)
        except rows.Refused as refused:
            raise ValidationError({refused.field: refused.words}) from refused
        self.instance.value, self.instance.reason = found.value, found.reason
        cleaned |= {"text": found.text, "count": found.count, "base": found.base}


@admin.register(Breakdown)
class BreakdownAdmin(EnteringAdmin):
    """Groups with small numbers are hidden wherever they are read; here whoever enters them sees them."""

    form = BreakdownForm
    fields = [
        "result", "characteristic", "group", "position", "text", "count", "base", "value", "reason",
    ]  # fmt: skip
    readonly_fields = ["value", "reason"]
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
