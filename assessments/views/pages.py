"""The pages on which an assessment is written: several people at once, and nothing lost between them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assessments.forms.pages import ImpactForm, QuestionsForm, ScreeningForm
from assessments.models.stages import WRITTEN
from assessments.writing.editing import closed_because, reader_of_one, refuse_strangers
from assessments.writing.questions import PAGES
from assessments.writing.saving import keep
from assessments.writing.typed import typed
from equality_tracker.organisation.saving import sent

OTHER_VIEWS = {"mitigation": "assessments:mitigations", "sign_off": "assessments:outcome"}  # fmt: skip


@reader_of_one
def screening(request, assessment, may_write):
    version = assessment.current
    form = ScreeningForm(sent(request), version=version)
    open_now = may_write and version.may_be_screened
    context = {"aims": form.aims, "title": "Screening"}
    return _written(
        request, assessment, form, "assessments/screening.html", context, open_now
    )


@reader_of_one
def page(request, assessment, may_write, page):
    if page in OTHER_VIEWS:
        return redirect(OTHER_VIEWS[page], assessment.pk)
    if page not in PAGES:
        raise Http404
    version = assessment.current
    form = QuestionsForm(sent(request), version=version, page=page)
    context = {"page": page, "title": PAGES[page]}
    if page == "impact":
        context["characteristics"] = _said_of(version)
    return _written(
        request, assessment, form, "assessments/page.html", context, _is_open(assessment, may_write)
    )  # fmt: skip


@reader_of_one
def impact(request, assessment, may_write, characteristic):
    version = assessment.current
    one = get_object_or_404(version.characteristics(), pk=characteristic)
    form = ImpactForm(sent(request), version=version, characteristic=one)
    standing = version.impacts.filter(characteristic=one)
    context = {"title": f"Impact: {one}", "characteristic": one, "standing": standing}
    back = reverse("assessments:page", args=[assessment.pk, "impact"])
    return _written(
        request, assessment, form, "assessments/impact.html", context,
        _is_open(assessment, may_write), back,
    )  # fmt: skip


def _is_open(assessment, may_write):
    return may_write and assessment.current.stage in WRITTEN


def _said_of(version):
    """Each characteristic of the version with its impacts."""
    said = {}
    for one in version.impacts.all():
        said.setdefault(one.characteristic_id, []).append(one)
    return [(one, said.get(one.pk, [])) for one in version.characteristics()]


def _written(request, assessment, form, template, context, open_now, back=None):
    """Save what was sent, or show the page; what somebody else changed meanwhile is shown beside it and not saved."""
    context |= {"form": form, "assessment": assessment, "open_now": open_now}
    context["clashes"] = []
    context["closed_because"] = "" if open_now else closed_because(assessment)
    context["unsaved"] = []
    if form.is_bound and not open_now:
        refuse_strangers(request, assessment)
        context["unsaved"] = typed(form)
        return render(request, template, context, status=409)
    if form.is_bound and form.is_valid():
        kept = keep(assessment.current, form.wanted(), by=request.user)
        if not kept.clashes:
            messages.success(request, "Saved." if kept.written else "Nothing had changed.")  # fmt: skip
            return redirect(back or assessment)
        form.carry_on(kept)
        context["clashes"] = [(form[name], row) for name, row in kept.clashes.items()]
    status = 409 if context["clashes"] else 200
    return render(request, template, context, status=status)
