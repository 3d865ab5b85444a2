"""Going from one stage to the next: the question, and the verb."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.editing import writer_of_one
from assessments.models import Assessment, AssessmentVersion
from assessments.models.version_verbs import (
    MayNotSign,
    NotReady,
    Outdated,
    WrongStage,
)
from assessments.moves import MOVES
from equality_tracker.organisation.saving import sent


@require_http_methods(["GET", "HEAD", "POST"])
def stage_move(request, pk, number, move):
    version, way = _found(request, pk, number, move)
    assessment = version.assessment
    if version.stage not in way.stages:
        words = version.get_stage_display().lower()
        messages.warning(
            request, f"It stands at {words} now. Nothing was done: look at it again."
        )
        return redirect(assessment)
    shown = {"read_at": version.version, "content_hash": version.content_hash}
    form = way.form(sent(request), initial=shown, version=version)
    context = {"form": form, "move": way, "assessment": assessment, "missing": []}
    if form.is_bound and form.is_valid():
        try:
            with transaction.atomic():
                way.carry_out(version, form, by=request.user, on=timezone.localdate())
        except NotReady as refused:
            context["missing"] = refused.missing
        except (Outdated, WrongStage, MayNotSign) as refused:
            messages.warning(request, f"{refused} Nothing was done: look at it again.")
            return redirect(assessment)
        else:
            messages.success(request, way.done)
            return redirect(assessment)
    return render(request, "assessments/stage_move.html", context)


def _found(request, pk, number, move):
    """The version and the way on, for those who may take it."""
    on = timezone.localdate()
    known = Assessment.objects.readable_by(request.user, on).filter(pk=pk)
    rows = AssessmentVersion.objects.select_related("assessment")
    version = get_object_or_404(rows, assessment__in=known.values("pk"), number=number)
    works = Assessment.objects.editable_by(request.user, on).filter(pk=pk).exists()
    way = MOVES.get(move)
    if way is None or not way.who(version, request.user, works):
        raise Http404
    return version, way


@writer_of_one
def version_begin(request, assessment):
    if request.method == "POST":
        _begin(request, assessment)
        return redirect(assessment)
    context = {"assessment": assessment}
    return render(request, "assessments/version_begin.html", context)


def _begin(request, assessment):
    if assessment.current.is_open or assessment.current.stage == "sign_off":
        messages.warning(request, "A version is being written already: this is it.")
        return
    version = assessment.begin_version(by=request.user, on=timezone.localdate())
    messages.success(
        request,
        f"Version {version.number} is begun with the words of the last. What was signed stays as it is.",
    )
