"""One plan, as its council would recognise it."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans.models import Plan
from plans.plan_page import PlanPage


@require_safe
def plan_detail(request, reference):
    plans = Plan.objects.select_related("directorate", "succeeds")
    plan = get_object_or_404(plans, reference__iexact=reference)
    on = timezone.localdate()
    context = {"plan": plan, "page": PlanPage(plan, on), "on": on}
    return render(request, "plans/plan_detail.html", context)
