"""The page of one assessment, and the form for what the register holds of it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.forms.assessment import AssessmentForm, NewAssessmentForm
from assessments.models import Assessment
from assessments.one.life import Life
from assessments.one.loading import read_for_page
from assessments.writing.editing import writer, writer_of_one
from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.saving import created, saved, sent

CHANGES_SHOWN = 10


@require_safe
def assessment_detail(request, pk):
    on = timezone.localdate()
    assessment = read_for_page(request.user, on, pk)
    context = {
        "assessment": assessment,
        "life": Life(assessment, request.user, on),
        "on": on,
    }
    return render(request, "assessments/assessment_detail.html", context)


@writer
def assessment_create(request):
    form = NewAssessmentForm(
        sent(request),
        by=request.user,
        on=timezone.localdate(),
        initial={"directorate": request.user.directorates.first()},
    )
    answer = created(
        request,
        form,
        home="assessments:assessment_list",
        to=Assessment.get_absolute_url,
        said=lambda one: (
            f"{one.reference} stands in the register. Begin with its screening."
        ),
    )
    context = {"form": form, "assessment": None}
    return answer or render(request, "assessments/assessment_edit.html", context)


@writer_of_one
def assessment_edit(request, assessment):
    name = str(assessment)
    form = AssessmentForm(
        sent(request), instance=assessment, by=request.user, on=timezone.localdate()
    )
    if form.is_bound and form.is_valid() and saved(form):
        messages.success(request, f"{assessment.reference} is saved.")
        return redirect(assessment)
    context = {
        "form": form,
        "assessment": assessment,
        "name": name,
        "changes": changes_of(assessment, limit=CHANGES_SHOWN),
    }
    return render(request, "assessments/assessment_edit.html", context)
