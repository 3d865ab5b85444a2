"""What a chosen set of assessments adds up to, on one page to print."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.cumulative import Cumulative
from assessments.selection import AssessmentSelection


@require_safe
def cumulative(request):
    """Of the same filter as the register. A draft's impacts are for those who write in the register: a reader's set is what is published."""
    selection = AssessmentSelection(
        request.GET, user=request.user, on=timezone.localdate()
    )
    chosen = selection.assessments
    if not request.user.may_update:
        chosen = chosen.current_in_public()
    context = {
        "selection": selection,
        "cumulative": Cumulative(chosen),
        "only_public": not request.user.may_update,
    }
    return render(request, "assessments/cumulative.html", context)
