"""Where each person begins."""

from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from equality_tracker.organisation.models import Role


@require_safe
def home(request):
    """Send an admin to the whole council, a manager to their directorate, everybody else to their own actions."""
    user = request.user
    if user.role == Role.ADMIN:
        return redirect("dashboards:council")
    if user.role == Role.MANAGER:
        return redirect(_dashboard_of(user, timezone.localdate()))
    return redirect("plans:your_actions")


def _dashboard_of(user, on):
    """The first of their directorates that stands on the day `on`, else the first of all, else the whole council."""
    own = user.directorates.order_by("name")
    return own.current(on).first() or own.first() or "dashboards:council"
