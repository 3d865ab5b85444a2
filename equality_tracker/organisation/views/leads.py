"""Leads: who answers for what, and what waits on nobody."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from equality_tracker.audit.models import AlreadySent
from equality_tracker.organisation import posts
from equality_tracker.organisation.forms.leads import (
    LeadAddForm,
    LeadForm,
    LeadMoveForm,
    LeadsFilter,
)
from equality_tracker.organisation.models import Lead
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import (
    for_change,
    saved,
    saved_once,
    sent_before,
)

from .lists import page_of


@require_safe
def leads(request):
    today = timezone.localdate()
    form = LeadsFilter(request.GET)
    page = page_of(form.leads(on=today), request)
    amounts = posts.amounts(page.object_list)
    context = {
        "form": form,
        "page": page,
        "rows": [(lead, amounts[lead]) for lead in page.object_list],
        "vacant": Lead.objects.vacant(today).count(),
    }
    return render(request, "organisation/leads.html", context)


@require_safe
def lead_detail(request, pk):
    today = timezone.localdate()
    lead = get_object_or_404(Lead.objects.for_list(on=today), pk=pk)
    context = {
        "lead": lead,
        "amounts": posts.amounts([lead])[lead],
        "holdings": lead.holdings.select_related("user").order_by("-starts", "-pk"),
        "today": today,
    }
    return render(request, "organisation/lead_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def lead_add(request):
    today = timezone.localdate()
    form = LeadAddForm(request.POST if request.method == "POST" else None, on=today)
    if form.is_valid():
        try:
            lead = saved_once(
                form,
                request.user,
                Lead.get_absolute_url,
                save=lambda: form.save_with_holder(on=today),
            )
        except AlreadySent as first:
            return redirect(first.url or "organisation:leads")
        if lead:
            messages.success(request, f"{lead} is added.")
            return redirect(lead)
    elif first := sent_before(form, request.user):
        return redirect(first)
    return render(request, "organisation/lead_add.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
@transaction.atomic
def lead_edit(request, pk):
    lead = get_object_or_404(for_change(request, Lead.objects.all()), pk=pk)
    name = str(lead)
    data = request.POST if request.method == "POST" else None
    form = LeadForm(data, instance=lead)
    if form.is_valid() and saved(form):
        messages.success(request, f"{lead} is saved.")
        return redirect(lead)
    context = {"lead": lead, "name": name, "form": form}
    status = 409 if form.differences else 200
    return render(request, "organisation/lead_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
@transaction.atomic
def lead_move(request, pk):
    lead = get_object_or_404(for_change(request, Lead.objects.all()), pk=pk)
    before = lead.directorate
    data = request.POST if request.method == "POST" else None
    form = LeadMoveForm(
        data, instance=lead, on=timezone.localdate(), movable=posts.movable(lead)
    )
    if form.is_valid() and saved(form):
        along = (
            posts.move(lead, before, lead.directorate) if form.takes_work_along else ""
        )
        messages.success(request, _moved(lead, along))
        return redirect(lead)
    context = {"lead": lead, "before": before, "form": form}
    status = 409 if form.differences else 200
    return render(request, "organisation/lead_move.html", context, status=status)


def _moved(lead, along):
    with_what = f", with {along}" if along else ""
    return f"{lead} is now in {lead.directorate}{with_what}."
