"""One plan, as its council would recognise it."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans import panels
from plans.models import Plan
from plans.plan_page import PlanPage


@require_safe
def plan_detail(request, reference):
    plans = Plan.objects.select_related("directorate", "succeeds").with_wordings()
    plan = get_object_or_404(plans, reference__iexact=reference)
    on = timezone.localdate()
    shown = panels.OF_PLAN.ask(plan, request.user, on)
    page = PlanPage(plan, on)
    context = {
        "plan": plan,
        "page": page,
        "on": on,
        "panels": shown,
        "panel_styles": dict.fromkeys([*page.styles, *panels.styles_of(shown)]),
    }
    return render(request, "plans/plan_detail.html", context)
