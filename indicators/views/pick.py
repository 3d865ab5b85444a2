"""The indicators under a plan's headings: picked from the national set and the council's own, put in order, taken off."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from equality_tracker.audit.models import AlreadySent, FormKey
from equality_tracker.organisation.saving import sent
from indicators.editing import keeper_of_one
from indicators.forms.pick import PickForm, PlacesForm
from indicators.models import IndicatorPriority
from indicators.picking import SOURCES, Picking, put_under
from plans.editing import get_open_plan, plan_editor, shift
from plans.models import Plan


@plan_editor
def plan_indicators(request, reference):
    """The plan's headings with their indicators; up, down and take off are sent here."""
    if request.method == "POST":
        plan = get_open_plan(request, reference__iexact=reference)
        return redirect(f"{request.path}#{_moved(request, plan)}")
    plan = get_object_or_404(Plan, reference__iexact=reference)
    links = IndicatorPriority.objects.filter(priority__plan=plan)
    below = {}
    for link in links.select_related("indicator").order_by("position", "pk"):
        below.setdefault(link.priority_id, []).append(link)
    headings = plan.priorities.order_by("position", "pk")
    sections = [(one, below.get(one.pk, [])) for one in headings]
    context = {"plan": plan, "sections": sections}
    return render(request, "indicators/plan_indicators.html", context)


@plan_editor
def pick(request, reference):
    plan = get_open_plan(request, reference__iexact=reference)
    picking = Picking(plan, request.GET)
    context = {
        "plan": plan,
        "picking": picking,
        "sources": SOURCES,
        "count": len(picking.chosen),
    }
    return render(request, "indicators/pick.html", context)


@plan_editor
def pick_confirm(request, reference):
    """What was ticked, once more; nothing is written before it is sent from here."""
    plan = get_open_plan(request, reference__iexact=reference)
    data = sent(request)
    picking = Picking(plan, request.GET if data is None else data)
    if not picking.chosen:
        messages.info(request, "Tick the indicators first that the plan is to have.")
        return redirect("indicators:pick", plan.reference)
    form = PickForm(data, plan=plan, initial={"priority": picking.priority})
    if form.is_bound and form.is_valid():
        return redirect(_put_once(request, form, picking))
    context = {"plan": plan, "picking": picking, "form": form, "back": _back(picking)}
    return render(request, "indicators/pick_confirm.html", context)


@keeper_of_one
def indicator_plans(request, indicator):
    """The headings and actions that an indicator belongs to, a plan at a time."""
    plans = Plan.objects.exclude(state=Plan.State.CLOSED).order_by("title")
    chosen = plans.filter(reference=request.GET.get("plan", "").replace("\0", "")).first()  # fmt: skip
    form = chosen and PlacesForm(
        sent(request), indicator=indicator, plan=chosen, by=request.user
    )
    if form and form.is_bound and form.is_valid():
        form.save()
        messages.success(request, f"Its places in {chosen} are saved.")
        return redirect("indicators:indicator_plans", indicator.pk)
    context = {"indicator": indicator, "plans": plans, "plan": chosen, "form": form}
    context |= {
        "priorities": indicator.priorities.select_related("plan"),
        "actions": indicator.actions.select_related("plan").defer("search"),
    }
    return render(request, "indicators/indicator_plans.html", context)


def _put_once(request, form, picking):
    """Put what was chosen under its heading, once for each form; return where to go."""
    priority = form.cleaned_data["priority"]
    url = f"{reverse('indicators:plan_indicators', args=[picking.plan.reference])}#priority-{priority.pk}"
    try:
        FormKey.spend(form.cleaned_data["form_key"], request.user, url)
    except AlreadySent as before:
        return before.url or url
    added = put_under(priority, picking.chosen)
    words = "1 indicator stands" if added == 1 else f"{added} indicators stand"
    messages.success(request, f"{words} under “{priority}” now. What should not stand there can be taken off below.")  # fmt: skip
    return url


def _back(picking):
    """The address of the pick list with all that is ticked."""
    page = reverse("indicators:pick", args=[picking.plan.reference])
    kept = {"q": picking.words, "source": picking.source, "priority": picking.priority, "chosen": picking.keys}  # fmt: skip
    kept["ended"] = "1" if picking.ended else ""
    said = {name: value for name, value in kept.items() if value}
    return f"{page}?{urlencode(said, doseq=True)}"


def _moved(request, plan):
    """Carry out what was pressed, such as "12.up" or "12.off"; return the anchor of its heading."""
    number, _dot, way = request.POST.get("move", "").partition(".")
    if not number.isdecimal() or len(number) > 18 or way not in ("up", "down", "off"):
        return "contents"
    links = IndicatorPriority.objects.filter(priority__plan=plan)
    link = get_object_or_404(links.select_related("indicator", "priority"), pk=number)
    if way == "off":
        link.delete()
        messages.success(request, f"{link.indicator} is taken off “{link.priority}”. The indicator and its figures stay; it can be picked again.")  # fmt: skip
    else:
        rows = link.priority.indicator_priorities.order_by("position", "pk")
        shift(rows, link.pk, -1 if way == "up" else 1)
    return f"priority-{link.priority_id}"
