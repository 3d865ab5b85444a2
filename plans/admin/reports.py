"""Updates, evidence and rounds in the admin site: read there, and an update retracted."""

from django import forms
from django.contrib import admin, messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path

from equality_tracker.audit.entering import ReadingAdmin
from plans.models import ActionUpdate, Evidence, Round
from plans.models.action_verbs import PlanNotLive


class RetractForm(forms.Form):
    why = forms.CharField(
        label="Why is it taken back?",
        max_length=300,
        widget=forms.TextInput(attrs={"size": 80}),
        error_messages={"required": "Say why it is taken back."},
    )


@admin.register(ActionUpdate)
class ActionUpdateAdmin(ReadingAdmin):
    change_form_template = "admin/plans/actionupdate/change_form.html"
    list_display = [
        "reported_on",
        "action",
        "rag_status",
        "made_by",
        "source",
        "retracted_at",
    ]
    list_filter = ["rag_status", "source", "action__plan"]
    list_select_related = ["action", "made_by"]
    search_fields = ["=action__reference", "action__title", "progress"]
    ordering = ["-made_at"]

    def get_urls(self):
        retract = path(
            "<path:object_id>/retract/",
            self.admin_site.admin_view(self.retract),
            name="plans_actionupdate_retract",
        )
        return [retract, *super().get_urls()]

    def retract(self, request, object_id):
        """Take an update back, saying why: the one before it counts again."""
        update = self.get_object(request, object_id)
        if update is None:
            raise Http404
        form = RetractForm(request.POST if request.method == "POST" else None)
        if form.is_valid() and self._retracted(
            request, update, form.cleaned_data["why"]
        ):
            return redirect(self.url_of(update))
        context = {
            **self.admin_site.each_context(request),
            "title": "Take an update back",
            "update": update,
            "form": form,
            "opts": self.model._meta,
        }
        return render(request, "admin/plans/actionupdate/retract.html", context)

    def _retracted(self, request, update, why):
        try:
            update.action.retract_update(update, by=request.user, why=why)
        except ActionUpdate.DoesNotExist:
            messages.warning(request, "It was taken back already.")
        except PlanNotLive:
            messages.error(request, "The plan is not live: its updates stay.")
            return False
        else:
            messages.success(request, "The update is taken back.")
        return True


@admin.register(Evidence)
class EvidenceAdmin(ReadingAdmin):
    list_display = ["kind", "__str__", "action", "added_by", "added_at", "removed_at"]
    list_display_links = ["kind", "__str__"]
    list_filter = ["kind"]
    list_select_related = ["action", "added_by", "stored_file"]
    search_fields = ["text", "url", "action__title"]


@admin.register(Round)
class RoundAdmin(ReadingAdmin):
    """Rounds are opened and closed on their own pages."""

    list_display = ["title", "opens", "closes", "closed_at", "opened_by"]
    list_select_related = ["opened_by"]
    search_fields = ["title"]
