"""The council's plans."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.models import Plan


@require_safe
def plan_list(request):
    plans = list(Plan.objects.for_plan_list())
    groups = [
        (words, [plan for plan in plans if plan.state == state])
        for state, words in (
            ("live", "Live"),
            ("draft", "Drafts"),
            ("closed", "Closed"),
        )
    ]
    return render(request, "plans/plan_list.html", {"plans": plans, "groups": groups})
