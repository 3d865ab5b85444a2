"""Directorates: which parts of the council answer, and what became of those that closed."""

from django.contrib import messages
from django.db import transaction
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from equality_tracker.audit.models import AlreadySent
from equality_tracker.organisation import restructuring
from equality_tracker.organisation.forms.directorates import (
    DirectorateAddForm,
    DirectorateCloseForm,
    DirectorateForm,
)
from equality_tracker.organisation.models import Directorate
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import (
    for_change,
    saved,
    saved_once,
    sent_before,
)

from .lists import page_of


@require_safe
def directorates(request):
    rows = Directorate.objects.for_list().order_by(
        F("closed").desc(nulls_first=True), "name"
    )
    context = {"page": page_of(rows, request), "today": timezone.localdate()}
    return render(request, "organisation/directorates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def directorate_add(request):
    form = DirectorateAddForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = saved_once(form, request.user, _list_page)
        except AlreadySent:
            return redirect("organisation:directorates")
        if made:
            messages.success(request, f"{made} is added.")
            return redirect("organisation:directorates")
    elif first := sent_before(form, request.user):
        return redirect(first)
    return render(request, "organisation/directorate_add.html", {"form": form})


def _list_page(directorate):
    return reverse("organisation:directorates")


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
@transaction.atomic
def directorate_edit(request, pk):
    directorate = get_object_or_404(
        for_change(request, Directorate.objects.all()), pk=pk
    )
    name = directorate.name
    data = request.POST if request.method == "POST" else None
    form = DirectorateForm(data, instance=directorate)
    if form.is_valid() and saved(form):
        messages.success(request, f"{directorate} is saved.")
        return redirect("organisation:directorates")
    context = {"directorate": directorate, "name": name, "form": form}
    status = 409 if form.differences else 200
    return render(request, "organisation/directorate_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
@transaction.atomic
def directorate_close(request, pk):
    standing = Directorate.objects.filter(closed__isnull=True)
    directorate = get_object_or_404(for_change(request, standing), pk=pk)
    today = timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = DirectorateCloseForm(
        data, instance=directorate, on=today, initial={"closed": today}
    )
    if form.is_valid() and saved(form, lambda: _close(directorate, form)):
        messages.success(
            request, f"{directorate} closes. Its past stays readable under its name."
        )
        return redirect("organisation:directorates")
    context = {"directorate": directorate, "form": form}
    status = 409 if form.differences else 200
    return render(
        request, "organisation/directorate_close.html", context, status=status
    )


def _close(directorate, form):
    restructuring.close(
        directorate,
        list(form.cleaned_data["successors"]),
        along=form.cleaned_data["along"],
    )
