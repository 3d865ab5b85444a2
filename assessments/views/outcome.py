"""What follows from an assessment, who signs it, and what will be done about harm."""

from django.apps import apps
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.forms.outcome import (
    MitigationActionForm,
    MitigationForm,
    NewMitigationForm,
    OutcomeForm,
    SignerForm,
    TakeAwayForm,
)
from assessments.models import AssessmentVersion, Mitigation, Signer, Stage
from assessments.writing.editing import (
    closed_because,
    makes_actions,
    reader_of_one,
    refuse_strangers,
    writer_of_one,
)
from assessments.writing.typed import typed
from equality_tracker.organisation.saving import (
    created,
    for_change,
    saved,
    sent,
    status_of,
)
from equality_tracker.templatetags.govuk import day


def _open_version(request, assessment, asks_words=True):
    """The version that people write in, locked where something is sent; not found where it waits for signatures or is signed, but to be told
    so (`_closed`) for who sends what they began before.
    """
    rows = for_change(request, AssessmentVersion.objects.select_related("assessment"))
    version = get_object_or_404(rows, pk=assessment.current_id)
    if not _is_written(version) and not (asks_words and request.method == "POST"):
        raise Http404
    version.assessment = assessment
    return version


def _is_written(version):
    return version.is_open and version.stage != Stage.PLANNED


def _closed(request, version, context, why=""):
    """The page that keeps what was sent, where the version closed meanwhile or `why` says what else; None where it can be saved."""
    if request.method != "POST" or (_is_written(version) and not why):
        return None
    unsaved = {"unsaved": typed(context["form"]), "why": why, "closed": True}
    return render(request, "assessments/form.html", context | unsaved, status=409)


def _gone(request, version, mitigation, context):
    """Answer who edits a mitigation that somebody took away meanwhile; not found where it never was of this assessment."""
    rows = apps.get_model("assessments", "MitigationEvent").objects
    of_it = rows.filter(pgh_obj_id=mitigation, assessment_version__in=version.assessment.versions.values("pk"))  # fmt: skip
    if request.method != "POST" or not of_it.exists():
        raise Http404
    context["form"] = NewMitigationForm(sent(request), version=version, by=request.user)
    return _closed(request, version, context, "It is no longer there to be edited: somebody took it away, or began a new version.")  # fmt: skip


@reader_of_one
def outcome(request, assessment, may_write):
    """The outcome and who signs: a form while the version is open to those who work on it, else as it stands."""
    if request.method == "POST":
        refuse_strangers(request, assessment)
    rows = for_change(request, AssessmentVersion.objects.select_related("assessment"))
    version = get_object_or_404(rows, pk=assessment.current_id)
    version.assessment = assessment
    open_now = may_write and _is_written(version)
    form = OutcomeForm(sent(request), instance=version, on=timezone.localdate())
    if open_now and form.is_bound and form.is_valid() and saved(form):
        messages.success(request, "Saved.")
        return redirect(assessment)
    closed = form.is_bound and not open_now
    context = {
        "form": form,
        "assessment": assessment,
        "version": version,
        "open_now": open_now,
        "unsaved": typed(form) if closed else [],
        "closed_because": "" if open_now else closed_because(assessment),
        "signers": version.signers.select_related("user"),
    }
    status = 409 if closed else status_of(form)
    return render(request, "assessments/outcome.html", context, status=status)


@writer_of_one
def signer_add(request, assessment):
    version = _open_version(request, assessment)
    form = SignerForm(sent(request), version=version)
    context = {
        "form": form,
        "assessment": assessment,
        "title": "Name who signs",
        "back": _outcome_of(assessment),
    }
    answer = _closed(request, version, context) or created(
        request, form, home="assessments:assessment_list", to=lambda one: _outcome_of(assessment),
        said=lambda one: f"{one.user} is asked to sign.",
    )  # fmt: skip
    return answer or render(request, "assessments/form.html", context)


@writer_of_one
def signer_remove(request, assessment, signer):
    version = _open_version(request, assessment, asks_words=False)
    one = get_object_or_404(Signer, pk=signer, assessment_version=version)
    if request.method == "POST":
        one.delete()
        messages.success(request, f"{one.user} is no longer asked to sign.")
        return redirect(_outcome_of(assessment))
    context = {
        "assessment": assessment,
        "title": f"Ask {one.user} no longer?",
        "words": f"{one.user} was named to sign as {one.signs_as}.",
        "button": "Ask no longer",
        "back": _outcome_of(assessment),
    }
    return render(request, "assessments/confirm.html", context)


def _outcome_of(assessment):
    return f"{assessment.get_absolute_url()}outcome/"


@require_safe
@reader_of_one
def mitigations(request, assessment, may_write):
    version = assessment.current
    rows = version.mitigations.select_related("impact__characteristic", "action__plan")
    context = {
        "assessment": assessment,
        "mitigations": rows,
        "unanswered": version.impacts.unanswered().select_related("characteristic"),
        "open_now": may_write and _is_written(version),
        "may_make_actions": may_write and makes_actions(request.user),
    }
    return render(request, "assessments/mitigations.html", context)


@writer_of_one
def mitigation_add(request, assessment):
    version = _open_version(request, assessment)
    begin = _begun(version, request.GET.get("impact", ""))
    form = NewMitigationForm(
        sent(request), version=version, by=request.user, initial=begin
    )
    context = {
        "form": form,
        "assessment": assessment,
        "title": "Add a mitigation",
        "back": _mitigations_of(assessment),
    }
    answer = _closed(request, version, context) or created(
        request, form, home="assessments:assessment_list", to=lambda one: _mitigations_of(assessment),
        said=lambda one: "The mitigation is kept.",
    )  # fmt: skip
    return answer or render(request, "assessments/form.html", context)


def _begun(version, impact):
    """What a new mitigation begins with: the impact that was asked about, and what its own page says will be done."""
    impacts = version.impacts.all()
    one = next((one for one in impacts if str(one.pk) == impact), None)
    return {"for_whom": impact, "text": one.response if one else ""}


@writer_of_one
def mitigation_edit(request, assessment, mitigation):
    version = _open_version(request, assessment)
    rows = for_change(request, Mitigation.objects.filter(assessment_version=version))
    one = rows.filter(pk=mitigation).first()
    context = {
        "assessment": assessment,
        "title": "Edit a mitigation",
        "back": _mitigations_of(assessment),
        "remove": None if one is None or one.action_id else one,
    }
    if one is None:
        return _gone(request, version, mitigation, context)
    form = MitigationForm(sent(request), instance=one, version=version, by=request.user)
    context["form"] = form
    if closed := _closed(request, version, context):
        return closed
    if form.is_bound and form.is_valid() and saved(form):
        messages.success(request, "Saved.")
        return redirect(_mitigations_of(assessment))
    return render(request, "assessments/form.html", context, status=status_of(form))


@writer_of_one
def mitigation_remove(request, assessment, mitigation):
    version = _open_version(request, assessment, asks_words=False)
    rows = Mitigation.objects.filter(assessment_version=version, action=None)
    one = get_object_or_404(for_change(request, rows), pk=mitigation)
    form = TakeAwayForm(sent(request), row=one)
    if form.is_bound and form.is_valid():
        one.delete()
        messages.success(request, "The mitigation is taken away.")
        return redirect(_mitigations_of(assessment))
    context = {
        "form": form,
        "assessment": assessment,
        "title": "Take this mitigation away?",
        "words": one.text,
        "button": "Take it away",
        "back": _mitigations_of(assessment),
    }
    status = 409 if form.errors else 200
    return render(request, "assessments/confirm.html", context, status=status)


def _mitigations_of(assessment):
    return f"{assessment.get_absolute_url()}mitigations/"


def _told_to_all(assessment):
    """What to think of before words of an assessment that not everybody may read become an action, which everybody may; "" for nothing."""
    if assessment.is_confidential(timezone.localdate()):
        kept = f"is confidential until {day(assessment.confidential_until)}"
    elif not assessment.current.is_public:
        kept = "is not published yet"
    else:
        return ""
    return f"All staff can read the action. The assessment {kept}: choose words that can be read before it."


@writer_of_one
def mitigation_action(request, assessment, mitigation):
    """Make an action of a plan of what will be done: for managers of those who work on it, and admins."""
    rows = for_change(request, Mitigation.objects.of_current(assessment))
    one = get_object_or_404(rows, pk=mitigation)
    if not makes_actions(request.user) or (one.is_for_nobody and not one.action_id):
        raise Http404
    if one.action_id:
        messages.info(request, f"{one.action} stands for it already.")
        return redirect(one.action)
    begin = {"title": one.text, "who": one.who, "due": one.by_when}
    form = MitigationActionForm(
        sent(request), initial=begin, mitigation=one, by=request.user
    )
    answer = created(
        request, form, home="assessments:assessment_list", to=lambda action: assessment.get_absolute_url(),
        said=lambda action: f"{action} stands for it now.",
    )  # fmt: skip
    context = {
        "form": form,
        "assessment": assessment,
        "title": "Make an action of it",
        "words": one.text,
        "warning": _told_to_all(assessment),
    }
    return answer or render(request, "assessments/form.html", context)
