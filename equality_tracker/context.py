"""What every page knows of the site."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject


@dataclass(frozen=True)
class NavigationEntry:
    """One word of the main navigation; `current` where the page stands under it."""

    label: str
    url: str
    current: bool


EVERYBODY = [
    ("Your actions", "plans:your_actions"),
    ("Plans", "plans:plan_list"),
    ("Actions", "plans:action_list"),
    ("Indicators", "indicators:indicator_list"),
    ("Assessments", "assessments:assessment_list"),
    ("Dashboards", "dashboards:council"),
    ("Leads", "organisation:leads"),
]
ADMIN = [
    ("Rounds", "plans:round_list"),
    ("Import", "imports:run_list"),
    ("People", "organisation:people"),
    ("Directorates", "organisation:directorates"),
    ("Admin site", "admin:index"),
]


def site(request):
    """Return the council's name, the address people write to for help, and the main navigation."""
    return {
        "council_name": settings.COUNCIL_NAME,
        "contact_email": settings.CONTACT_EMAIL,
        "navigation": SimpleLazyObject(lambda: navigation(request)),
    }


def navigation(request):
    """Return the entries that this person's role can use."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    entries = EVERYBODY + (ADMIN if user.is_admin else [])
    return [
        NavigationEntry(label, url, request.path.startswith(url))
        for label, url in ((label, reverse(name)) for label, name in entries)
    ]
