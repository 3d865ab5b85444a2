"""Who works on an assessment: shown to those who do, who name others and take them off again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from assessments.forms.people import ContributorForm
from assessments.one.people import workers_of
from assessments.writing.editing import writer_of_one
from equality_tracker.organisation.saving import created, sent


@writer_of_one
def people(request, assessment):
    form = ContributorForm(sent(request), assessment=assessment)
    answer = created(
        request, form, home="assessments:assessment_list",
        to=lambda one: _people_of(assessment),
        said=lambda one: f"{one.user} works on it now.",
    )  # fmt: skip
    on = timezone.localdate()
    context = {
        "form": form,
        "assessment": assessment,
        "workers": workers_of(assessment, on),
        "is_confidential": assessment.is_confidential(on),
    }
    return answer or render(request, "assessments/people.html", context)


@writer_of_one
def contributor_remove(request, assessment, contributor):
    one = get_object_or_404(assessment.contributors, pk=contributor)
    if request.method == "POST":
        one.delete()
        messages.success(request, f"{one.user} was taken off.")
        return redirect(_back_of(request.user, assessment))
    context = {
        "assessment": assessment,
        "title": f"Take {one.user} off this assessment?",
        "words": _what_follows(request.user, one),
        "button": "Take off",
        "back": _people_of(assessment),
    }
    return render(request, "assessments/confirm.html", context)


def _what_follows(user, contributor):
    who = "You were" if contributor.user_id == user.pk else "They were"
    stays = "What was written stays."
    return f"{who} named to work on it. Without that, only those of its directorate, its lead, its signers and admins write in it. {stays}"


def _people_of(assessment):
    return reverse("assessments:people", args=[assessment.pk])


def _back_of(user, assessment):
    """The page of its people; the register for those who took themselves off and do not work on it otherwise."""
    works = type(assessment).objects.editable_by(user, timezone.localdate())
    if works.filter(pk=assessment.pk).exists():
        return _people_of(assessment)
    return "assessments:assessment_list"
