"""Directorates, leads, people and subjects in the admin site."""

from django.contrib import admin
from django.shortcuts import redirect

from equality_tracker.audit.entering import EnteringAdmin, ReadingAdmin

from .models import (
    Aim,
    Characteristic,
    Directorate,
    Holding,
    Lead,
    Membership,
    SignInAttempt,
    Succession,
    User,
)


class SuccessionInline(admin.TabularInline):
    model = Succession
    fk_name = "predecessor"
    extra = 0
    can_delete = False
    autocomplete_fields = ["successor"]
    verbose_name_plural = "what it became"


@admin.register(Directorate)
class DirectorateAdmin(EnteringAdmin):
    list_display = ["name", "short_name", "kind", "opened", "closed"]
    list_filter = ["kind"]
    search_fields = ["name", "short_name"]
    fields = ["name", "short_name", "kind", "opened", "closed"]
    inlines = [SuccessionInline]


@admin.register(Succession)
class SuccessionAdmin(EnteringAdmin):
    list_display = ["predecessor", "successor", "on"]
    list_select_related = ["predecessor", "successor"]
    search_fields = ["predecessor__name", "successor__name"]
    autocomplete_fields = ["predecessor", "successor"]
    ordering = ["-on"]


class HoldingInline(admin.TabularInline):
    model = Holding
    extra = 0
    can_delete = False
    autocomplete_fields = ["user", "lead"]


@admin.register(Lead)
class LeadAdmin(EnteringAdmin):
    list_display = ["name", "abbreviation", "directorate"]
    list_filter = ["directorate"]
    list_select_related = ["directorate"]
    search_fields = ["name", "abbreviation"]
    autocomplete_fields = ["directorate"]
    fields = ["name", "abbreviation", "directorate"]
    inlines = [HoldingInline]


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0
    autocomplete_fields = ["directorate"]


@admin.register(User)
class UserAdmin(EnteringAdmin):
    """People are invited on their own page, choose their own password there, and change their address there too."""

    list_display = ["name", "email", "role", "is_active"]
    list_filter = ["role", "is_active", "directorates"]
    search_fields = ["name", "email"]
    fields = ["name", "email", "role", "is_active", "last_login", "invited_at"]
    readonly_fields = ["email", "last_login", "invited_at"]
    inlines = [MembershipInline, HoldingInline]

    def add_view(self, request, form_url="", extra_context=None):
        return redirect("organisation:person_invite")


@admin.register(Holding)
class HoldingAdmin(EnteringAdmin):
    list_display = ["lead", "user", "starts", "ends"]
    list_select_related = ["lead", "user"]
    search_fields = ["lead__name", "user__name", "user__email"]
    autocomplete_fields = ["lead", "user"]


@admin.register(Characteristic)
class CharacteristicAdmin(EnteringAdmin):
    list_display = ["name", "statutory", "position", "used_from", "used_to"]
    list_filter = ["statutory"]
    search_fields = ["name"]
    fields = ["name", "statutory", "position", "used_from", "used_to"]


@admin.register(Aim)
class AimAdmin(EnteringAdmin):
    list_display = ["name", "position"]
    search_fields = ["name"]
    fields = ["name", "position"]


@admin.register(SignInAttempt)
class SignInAttemptAdmin(ReadingAdmin):
    list_display = ["made_at", "account", "source", "succeeded"]
    list_filter = ["succeeded"]
    search_fields = ["account"]
    ordering = ["-made_at"]
