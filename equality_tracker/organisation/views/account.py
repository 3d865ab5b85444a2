"""What the site knows of the person who is signed in."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from equality_tracker.organisation.models import Lead


@require_safe
def account(request):
    today = timezone.localdate()
    context = {
        "directorates": request.user.directorates.all(),
        "leads": Lead.objects.held_by(request.user, on=today).select_related(
            "directorate"
        ),
    }
    return render(request, "organisation/account.html", context)
