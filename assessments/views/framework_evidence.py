"""What shows where the council stands on a criterion: adding it, giving a file out, taking it back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.criterion_evidence import CriterionEvidenceForm, Found
from assessments.framework.access import Right, rights_in
from assessments.framework.evidence import StandsAlready, save_evidence
from assessments.models import CriterionEvidence
from equality_tracker.audit.models import AlreadySent
from equality_tracker.evidence.serving import download_or_say_why_not
from equality_tracker.organisation.saving import for_change
from plans.reporting import DiskRefused, why_not_kept

from .framework_criterion import closed_for, criterion_to, used_criteria

TWICE = "Somebody added the same at this moment, or the framework was closed. Nothing was saved: look at the criterion, then try again."


@require_safe
def framework_evidence_file(request, pk, evidence):
    """Give a file out to whoever is signed in: nothing in a framework is confidential."""
    files = CriterionEvidence.objects.standing().filter(criterion=pk, kind="file")
    files = files.filter(criterion__in=used_criteria())
    one = get_object_or_404(files.select_related("stored_file"), pk=evidence)
    return download_or_say_why_not(request, one.stored_file)


@require_http_methods(["GET", "HEAD", "POST"])
def framework_evidence_add(request, pk):
    criterion = _writable(request, pk)
    asked = request.POST if request.method == "POST" else request.GET
    found = Found(
        criterion, asked.get("q", ""), user=request.user, on=timezone.localdate()
    )
    data = [request.POST, request.FILES] if request.method == "POST" else []
    form = CriterionEvidenceForm(*data, found=found)
    if answer := closed_for(request, criterion, form):
        return answer
    if form.is_bound and form.is_valid() and _kept(request, criterion, form):
        return redirect(criterion)
    context = {"form": form, "criterion": criterion, "found": found}
    return render(request, "assessments/framework/framework_evidence_add.html", context)


def _writable(request, pk):
    criterion = get_object_or_404(used_criteria(), pk=pk)
    on = timezone.localdate()
    if Right.WRITE not in rights_in(request.user, criterion.area, on):
        raise Http404
    return criterion


def _kept(request, criterion, form):
    """Save what was sent; return whether it stands, now or since an earlier sending. The form says why not."""
    try:
        save_evidence(criterion, form, by=request.user)
    except AlreadySent:
        messages.info(request, "This was saved already, once.")
    except StandsAlready:
        form.add_error(None, TWICE)
    except (ValidationError, DiskRefused) as fault:
        form.add_error("evidence_files", why_not_kept(fault))
    else:
        messages.success(request, "It stands as evidence now.")
    return form.is_valid()


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def framework_evidence_remove(request, pk, evidence):
    """Take evidence back, after asking once."""
    criterion, _rights = criterion_to(Right.WRITE, request, pk)
    rows = CriterionEvidence.objects.standing().filter(criterion=criterion)
    one = get_object_or_404(for_change(request, rows), pk=evidence)
    known = one.is_known_to(request.user, timezone.localdate())
    if not known or not criterion.area.framework.is_in_use:
        raise Http404
    if request.method == "POST":
        one.take_back(request.user)
        messages.success(request, "It is taken back. The change history keeps who and when.")  # fmt: skip
        return redirect(criterion)
    context = {
        "of": criterion,
        "title": "Take this evidence back?",
        "words": str(one),
        "note": "It leaves the pages. The change history keeps that it was there, and who took it back.",
        "button": "Take it back",
    }
    return render(request, "assessments/framework/confirm.html", context)
