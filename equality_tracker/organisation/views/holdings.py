"""Who holds a lead's post, from when to when."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from equality_tracker.audit.models import AlreadySent
from equality_tracker.organisation.forms.leads import HoldingAddForm, HoldingForm
from equality_tracker.organisation.models import Holding, Lead
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import (
    for_change,
    saved,
    saved_once,
    sent_before,
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def holding_add(request, pk):
    lead = get_object_or_404(Lead, pk=pk)
    form = HoldingAddForm(
        request.POST if request.method == "POST" else None,
        instance=Holding(lead=lead),
        initial={"starts": timezone.localdate()},
    )
    if form.is_valid():
        try:
            made = saved_once(
                form, request.user, lambda holding: lead.get_absolute_url()
            )
        except AlreadySent as first:
            return redirect(first.url or lead)
        if made:
            messages.success(request, f"{made.user} now holds {lead}.")
            return redirect(lead)
    elif first := sent_before(form, request.user):
        return redirect(first)
    context = {"lead": lead, "form": form}
    return render(request, "organisation/holding_add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
@transaction.atomic
def holding_edit(request, pk):
    holdings = Holding.objects.select_related("lead", "user")
    holding = get_object_or_404(for_change(request, holdings), pk=pk)
    data = request.POST if request.method == "POST" else None
    form = HoldingForm(data, instance=holding)
    if form.is_valid() and saved(form):
        messages.success(request, f"{holding} is saved.")
        return redirect(holding.lead)
    context = {"holding": holding, "form": form}
    status = 409 if form.differences else 200
    return render(request, "organisation/holding_edit.html", context, status=status)
