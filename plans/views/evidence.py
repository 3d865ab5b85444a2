"""Evidence of one action: adding it, giving a file out, taking it back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from equality_tracker.audit.models import AlreadySent
from equality_tracker.evidence.serving import download_or_say_why_not
from plans.forms.evidence import EvidenceForm
from plans.models import Action, Evidence
from plans.reporting import DiskRefused, save_evidence, why_not_kept


@require_safe
def evidence_file(request, pk, evidence_pk):
    """Give the file out to whoever may read the action: everybody who is signed in, as nothing in a plan is confidential."""
    files = Evidence.objects.standing().filter(action=pk, kind=Evidence.Kind.FILE)
    evidence = get_object_or_404(files.select_related("stored_file"), pk=evidence_pk)
    return download_or_say_why_not(request, evidence.stored_file)


@require_http_methods(["GET", "POST"])
def evidence_add(request, pk):
    mine = Action.objects.editable_by(request.user, on=timezone.localdate())
    action = get_object_or_404(mine, pk=pk)
    sent = [request.POST, request.FILES] if request.method == "POST" else []
    form = EvidenceForm(*sent)
    if form.is_bound and form.is_valid():
        try:
            save_evidence(action, form, by=request.user)
        except AlreadySent:
            messages.info(request, "This evidence was saved already, once.")
            return redirect(action)
        except (ValidationError, DiskRefused) as fault:
            form.add_error("evidence_files", why_not_kept(fault))
        else:
            messages.success(request, "The evidence is added.")
            return redirect(action)
    return render(request, "plans/evidence_add.html", {"action": action, "form": form})


@require_http_methods(["GET", "POST"])
@transaction.atomic
def evidence_remove(request, pk, evidence_pk):
    """Take evidence back, after asking once. A second sending finds it gone already and changes nothing."""
    standing = Evidence.objects.standing().filter(action=pk)
    if request.method == "POST":
        standing = standing.select_for_update(of=["self"])
    evidence = get_object_or_404(
        standing.select_related("action__plan"), pk=evidence_pk
    )
    if not evidence.is_removable_by(request.user):
        raise Http404
    if request.method == "POST":
        evidence.take_back(request.user)
        messages.success(
            request,
            "The evidence is taken back. The change history keeps who and when.",
        )
        return redirect(evidence.action)
    context = {"action": evidence.action, "evidence": evidence}
    return render(request, "plans/evidence_remove.html", context)
