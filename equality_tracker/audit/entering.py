"""What every page of the admin site has in common: nobody's work is lost there, and nothing is written round a rule."""

import uuid
from functools import wraps

from django import forms
from django.contrib import admin, messages
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from .forms import VersionedModelForm
from .models import AlreadySent, FormKey, Versioned


class OnceForm(forms.ModelForm):
    """A form of the admin site that carries a one-time key, so that what it creates is created once."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["form_key"].initial = uuid.uuid4

    def clean(self):
        cleaned = super().clean()
        if not self.instance.pk and not cleaned.get("form_key"):
            raise forms.ValidationError("Open this form again before you send it.")
        return cleaned


class EnteredForm(OnceForm, VersionedModelForm):
    """The same for a row with a version: somebody else's save in between is shown, never overwritten."""


class NothingRemoved:
    """Rows stay: what is over is closed, retracted or withdrawn, by its own page."""

    def has_delete_permission(self, request, obj=None):
        return False


def said_plainly(view):
    """Where the database refuses what a page of the admin site sends, say so there instead of failing."""

    @wraps(view)
    def guarded(self, request, *args, **kwargs):
        try:
            with transaction.atomic():
                return view(self, request, *args, **kwargs)
        except AlreadySent as before:
            messages.info(request, "This was saved already: nothing was made twice.")
            return redirect(before.url or self.list_url())
        except IntegrityError as refused:
            messages.error(request, refusal_in_words(refused, self.model))
            return HttpResponseRedirect(request.path)

    return guarded


def refusal_in_words(refused, model):
    """Return why the database refused a row of `model`: the constraint's own sentence, or a plain one."""
    name = getattr(getattr(refused.__cause__, "diag", None), "constraint_name", None)
    words = {
        each.name: each.violation_error_message for each in model._meta.constraints
    }
    return f"Nothing was saved. {words.get(name) or OTHERWISE}"


OTHERWISE = "The change breaks a rule of the site, or somebody saved the same at the same moment."


class EnteringAdmin(NothingRemoved, admin.ModelAdmin):
    """A table of the admin site that can be added to and changed."""

    list_per_page = 50
    show_full_result_count = False
    actions = None

    def get_form(self, request, obj=None, change=False, **kwargs):
        has_version = issubclass(self.model, Versioned)
        if self.form is forms.ModelForm:
            kwargs.setdefault("form", EnteredForm if has_version else OnceForm)
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fields(self, request, obj=None):
        """The version and the key are drawn by the page itself, hidden."""
        names = super().get_fields(request, obj)
        return [name for name in names if name not in ("version", "form_key")]

    def get_object(self, request, object_id, from_field=None):
        """Lock the row that a sent form changes: of two that arrive together, the second sees the first."""
        found = super().get_object(request, object_id, from_field)
        if found and request.method == "POST":
            rows = self.model._base_manager.select_for_update(of=("self",))
            return rows.get(pk=found.pk)
        return found

    @said_plainly
    def changeform_view(self, request, *args, **kwargs):
        return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        if change:
            return super().save_model(request, obj, form, change)
        key = FormKey.spend(form.cleaned_data["form_key"], request.user)
        super().save_model(request, obj, form, change)
        key.ends_at(self.url_of(obj))
        return None

    def history_view(self, request, object_id, extra_context=None):
        """The real change history, which knows what was done by every other way too."""
        options = self.model._meta
        found = self.get_object(request, object_id)
        if found is None:
            return self._get_obj_does_not_exist_redirect(request, options, object_id)
        return redirect(
            "audit:history", options.app_label, options.model_name, found.pk
        )

    def url_of(self, obj):
        return self.reverse_to("change", obj.pk)

    def list_url(self):
        return self.reverse_to("changelist")

    def reverse_to(self, page, *args):
        options = self.model._meta
        name = f"admin:{options.app_label}_{options.model_name}_{page}"
        return reverse(name, args=args)


class ReadingAdmin(EnteringAdmin):
    """A table of the admin site that can be read only."""

    def get_fields(self, request, obj=None):
        """All of them, without building a form."""
        return self.fields or [field.name for field in self.model._meta.fields]

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class EventAdmin(ReadingAdmin):
    """The change history of one table: who, when, by what page, before and after."""

    list_display = [
        "pgh_created_at",
        "pgh_label",
        "pgh_obj_id",
        "who",
        "pgh_database_role",
    ]
    list_filter = ["pgh_label"]
    search_fields = ["=pgh_obj_id"]
    search_help_text = "The number of a row."
    ordering = ["-pgh_id"]
    list_display_links = ["pgh_created_at"]

    @admin.display(description="Who")
    def who(self, event):
        """The person's number, from the context that the database kept; blank for a change by SQL."""
        return (event.pgh_context or {}).get("user")

    def history_view(self, request, object_id, extra_context=None):
        return redirect(self.list_url())
