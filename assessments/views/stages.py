"""Going from one stage to the next: the question, and the verb."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.models import Assessment, AssessmentVersion
from assessments.models.version_verbs import (
    MayNotSign,
    NotReady,
    Outdated,
    WrongStage,
)
from assessments.one.moves import MOVES
from assessments.writing.editing import writer_of_one
from equality_tracker.organisation.saving import sent


@require_http_methods(["GET", "HEAD", "POST"])
def stage_move(request, pk, number, move):
    version, way = _found(request, pk, number, move)
    shown = {"read_at": version.version, "content_hash": version.content_hash}
    form = way.form(sent(request), initial=shown, version=version)
    context = {"form": form, "move": way, "assessment": version.assessment}
    if not way.is_open_to(version, request.user, works=True):
        words = version.get_stage_display().lower()
        return _too_late(request, context, f"It stands at {words} now.")
    if form.is_bound and form.is_valid():
        try:
            with transaction.atomic():
                way.carry_out(version, form, by=request.user, on=timezone.localdate())
        except NotReady as refused:
            context["missing"] = refused.missing
        except (Outdated, WrongStage, MayNotSign) as refused:
            return _too_late(request, context, str(refused))
        else:
            messages.success(request, way.done)
            return redirect(version.assessment)
    return render(request, "assessments/stage_move.html", context)


def _too_late(request, context, why):
    """Answer that nothing was done, because of `why`: beside what was typed, or on the assessment's page where nothing was."""
    form, way = context["form"], context["move"]
    version = AssessmentVersion.objects.get(pk=form.version.pk)
    if way.was_answered(version, request.user):
        messages.info(request, "You have answered this already.")
        return redirect(context["assessment"])
    typed = form.typed() if form.is_bound else []
    if not typed:
        messages.warning(request, f"{why} Nothing was done: look at it again.")
        return redirect(context["assessment"])
    open_now = way.is_open_to(version, request.user, works=True)
    if open_now:
        form.carry_on(version)
    context |= {"refused": why, "unsaved": typed, "closed": not open_now}
    return render(request, "assessments/stage_move.html", context, status=409)


def _found(request, pk, number, move):
    """The version and the way on, for those who may take it, or send it when somebody else was first."""
    on = timezone.localdate()
    known = Assessment.objects.readable_by(request.user, on).filter(pk=pk)
    rows = AssessmentVersion.objects.select_related("assessment")
    version = get_object_or_404(rows, assessment__in=known.values("pk"), number=number)
    works = Assessment.objects.editable_by(request.user, on).filter(pk=pk).exists()
    way = MOVES.get(move)
    if way is None or not works:
        raise Http404
    late = request.method == "POST" and version.stage not in way.stages
    late = late or way.was_answered(version, request.user)
    if not late and not way.who(version, request.user, works):
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
