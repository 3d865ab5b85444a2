"""Going from one stage to the next: the question, and the verb."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.models import Assessment, AssessmentVersion, Stage
from assessments.models.version_verbs import (
    Hidden,
    MayNot,
    NotReady,
    Outdated,
    WrongStage,
)
from assessments.one.moves import MOVES
from assessments.writing.editing import writer_of_one
from assessments.writing.tasks import by_page
from equality_tracker import security_log
from equality_tracker.organisation.saving import sent


@require_http_methods(["GET", "HEAD", "POST"])
def stage_move(request, pk, number, move):
    version, way = _found(request, pk, number, move)
    shown = {"read_at": version.version, "content_hash": version.content_hash}
    form = way.form(sent(request), initial=shown, version=version, by=request.user)
    context = {"form": form, "move": way, "version": version, "note": way.note(version)}
    context["assessment"] = version.assessment
    if not way.is_open_to(version, request.user, works=True):
        return _too_late(request, context, _not_here(version, way))
    if form.is_bound and form.is_valid():
        return _carried_out(request, context)
    if not form.is_bound:
        context |= _refused(version.refusal_of(way.verb, by=request.user, on=timezone.localdate()))  # fmt: skip
    return render(request, "assessments/stage_move.html", context)


def _carried_out(request, context):
    """Call the verb and go on, or say why not."""
    way, version = context["move"], context["version"]
    try:
        with transaction.atomic():
            way.carry_out(version, context["form"], by=request.user, on=timezone.localdate())  # fmt: skip
    except NotReady as refused:
        context |= _refused(refused)
        context["barred"] = not context["form"].typed()
        return render(request, "assessments/stage_move.html", context)
    except (Outdated, WrongStage, MayNot) as refused:
        return _too_late(request, context, str(refused))
    _tell(version, way.verb)
    messages.success(request, way.done)
    return redirect(way.leads_to(version.assessment))


def _tell(version, how):
    told = {"assessment": version.assessment_id, "version": version.number}
    security_log.tell("assessment moved", how=how, **told)


def _refused(refusal):
    """What the page says instead of a button that would be refused; nothing where nothing is refused."""
    if refusal is None:
        return {}
    if isinstance(refusal, NotReady):
        return {"missing": refusal.missing, "by_page": list(by_page(refusal.missing)), "barred": True}  # fmt: skip
    return {"why_not": str(refusal), "is_hidden": isinstance(refusal, Hidden), "barred": True}  # fmt: skip


def _not_here(version, way):
    """Why a way on is not the next one, with the stage that it belongs to."""
    here = version.get_stage_display().lower()
    there = " or ".join(Stage(one).label.lower() for one in way.stages)
    return f"It stands at {here} now. “{way.label}” is done at {there}."


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
    context |= {
        "refused": why,
        "unsaved": typed,
        "closed": not open_now,
        "in_boxes": open_now,
    }
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
    context = {"assessment": assessment, "being_written": assessment.is_being_written}
    return render(request, "assessments/version_begin.html", context)


def _begin(request, assessment):
    if assessment.is_being_written:
        messages.warning(request, "A version is being written already: this is it.")
        return
    version = assessment.begin_version(by=request.user, on=timezone.localdate())
    _tell(version, "begin_version")
    messages.success(
        request,
        f"Version {version.number} is begun with the words of the last. What was signed stays as it is.",
    )
