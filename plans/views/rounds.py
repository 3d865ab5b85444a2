"""Rounds: opened for chosen plans, watched, closed. An admin's pages."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from equality_tracker.audit.models import AlreadySent, FormKey
from equality_tracker.organisation.permissions import for_admins
from plans.forms.round import RoundForm
from plans.models import Action, Round


@require_safe
@for_admins
def round_list(request):
    rounds = Round.objects.for_list()
    return render(request, "plans/round_list.html", {"rounds": rounds})


@require_http_methods(["GET", "POST"])
@for_admins
def round_open(request):
    data = request.POST if request.method == "POST" else None
    form = RoundForm(data, on=timezone.localdate())
    if form.is_bound and not form.is_valid():
        ended = FormKey.ending_of(form.cleaned_data.get("form_key"), request.user)
        if ended:
            return redirect(ended)
    elif form.is_bound:
        try:
            opened = _open(form, request.user)
        except AlreadySent as sent:
            return redirect(sent.url or "plans:round_list")
        except IntegrityError:
            form.add_error(
                "plans",
                "One of these plans has just been put into another round. Look at the rounds, then try again.",
            )
        else:
            messages.success(request, f"The round “{opened}” is open.")
            return redirect(opened)
    return render(request, "plans/round_open.html", {"form": form})


@transaction.atomic
def _open(form, by):
    said = dict(form.cleaned_data)
    key = FormKey.spend(said.pop("form_key"), by)
    opened = Round.open_for(said.pop("plans"), by=by, **said)
    key.ends_at(opened.get_absolute_url())
    return opened


@require_safe
@for_admins
def round_detail(request, pk):
    found = get_object_or_404(Round.objects.for_list(), pk=pk)
    rows = list(Action.objects.standing_in_round(found))
    updated = sum(row["updated"] for row in rows)
    context = {
        "round": found,
        "on": timezone.localdate(),
        "rows": rows,
        "updated": updated,
        "asked": updated + sum(row.get("waiting", 0) for row in rows),
    }
    return render(request, "plans/round_detail.html", context)


@require_http_methods(["GET", "POST"])
@for_admins
@transaction.atomic
def round_close(request, pk):
    """Close a round, after asking once; closing it twice changes nothing."""
    rounds = Round.objects.all()
    if request.method == "POST":
        rounds = rounds.select_for_update()
    found = get_object_or_404(rounds, pk=pk)
    if request.method == "GET" and found.is_running:
        return render(request, "plans/round_close.html", {"round": found})
    if found.is_running:
        found.close()
        messages.success(request, f"The round “{found}” is closed.")
    else:
        messages.info(request, f"The round “{found}” has been closed already.")
    return redirect(found)
