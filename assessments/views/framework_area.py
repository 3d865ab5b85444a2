"""One area of a framework: its criteria as a table, and who is asked to lead on it."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.framework import AreaForm
from assessments.framework import access, readiness, standing
from assessments.models import FrameworkArea
from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import for_change, saved, sent, status_of

CHANGES_SHOWN = 10


@require_safe
def framework_area(request, pk):
    on = timezone.localdate()
    used = FrameworkArea.objects.filter(framework__used_from__isnull=False)
    area = get_object_or_404(used.select_related("framework"), pk=pk)
    (found,) = standing.load([area.framework], user=request.user, on=on)
    context = {
        "found": found.of_area(pk),
        "others": [one.area for one in found.areas],
        "framework": area.framework,
        "rights": access.rights_in(request.user, area, on),
        "may_judge": access.Right.JUDGE,
        "changes": changes_of(area, limit=CHANGES_SHOWN),
        "on": on,
        "late_on": area.framework.watched_on(on),
        "rule": readiness.RULE,
        "lowest_rule": readiness.LOWEST_RULE,
    }
    return render(request, "assessments/framework/framework_area.html", context)


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def framework_area_edit(request, pk):
    rows = FrameworkArea.objects.filter(framework__used_from__isnull=False)
    rows = for_change(request, rows.filter(framework__closed_on=None))
    area = get_object_or_404(rows.select_related("framework"), pk=pk)
    form = AreaForm(sent(request), instance=area)
    if form.is_bound and form.is_valid() and saved(form):
        messages.success(request, "Saved.")
        return redirect(area)
    context = {
        "form": form,
        "of": area,
        "title": f"Who leads on this {area.framework.area_word}",
        "button": "Save",
        "changes": changes_of(area, limit=CHANGES_SHOWN),
    }
    return render(
        request, "assessments/framework/form.html", context, status=status_of(form)
    )
