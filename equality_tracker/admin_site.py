"""The admin site: data entry for everything, behind the site's own sign-in, under the council's name."""

from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse

HISTORY = "history"


class CouncilAdminSite(AdminSite):
    """Django's admin site without its own doors: signing in and passwords are the site's own pages."""

    site_header = f"{settings.COUNCIL_NAME}: Equality Tracker"
    site_title = f"{settings.COUNCIL_NAME}: Equality Tracker"
    index_title = "Data entry"
    empty_value_display = "–"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")

    def register(self, model_or_iterable, admin_class=None, **options):
        """Leave Django's groups out: here a person has one role."""
        if model_or_iterable != (apps.get_model("auth", "Group"),):
            super().register(model_or_iterable, admin_class, **options)

    def login(self, request, extra_context=None):
        """Send whoever is not signed in to the sign-in page; refuse whoever is, but is no admin."""
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        wanted = request.GET.get("next") or reverse("admin:index")
        sign_in = reverse("organisation:sign_in")
        return redirect(f"{sign_in}?{urlencode({'next': wanted})}")

    def password_change(self, request, extra_context=None):
        return redirect("organisation:account")

    def get_app_list(self, request, app_label=None):
        """List the tables of the change history apart, last: they are read, not entered."""
        listed = super().get_app_list(request, app_label)
        events = []
        for app in listed:
            events += [one for one in app["models"] if _is_history(one["model"])]
            app["models"] = [
                one for one in app["models"] if not _is_history(one["model"])
            ]
        listed = [app for app in listed if app["models"]]
        return [*listed, _group(events)] if events else listed


def _group(events):
    return {
        "name": "Change history",
        "app_label": HISTORY,
        "app_url": reverse("admin:index"),
        "has_module_perms": True,
        "models": events,
    }


def _is_history(model):
    return issubclass(model, apps.get_model("pghistory", "Events").__base__)


class CouncilAdminConfig(AdminConfig):
    default_site = "equality_tracker.admin_site.CouncilAdminSite"
