"""The register of assessments as one would write it by hand in plain Django: what the product's own may cost is measured against this."""

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q
from django.shortcuts import render
from django.utils import timezone

from assessments.models import Assessment, AssessmentVersion, Contributor, Kind, Signer
from assessments.models.stages import IN_PUBLIC, Stage
from equality_tracker.organisation.models import Characteristic, Directorate, Lead
from plans.models import Plan

PER_PAGE = 25


def assessments(request):
    """Every assessment that the reader may know of with the filters, 25 a page."""
    on = timezone.localdate()
    found = _filtered(_known(request.user, on), request.GET)
    found = found.select_related("directorate", "lead", "current")
    published = AssessmentVersion.objects.filter(assessment=OuterRef("pk"), stage__in=IN_PUBLIC)  # fmt: skip
    found = found.annotate(is_public=Exists(published))
    order = "due" if request.GET.get("sort") == "due" else "-reference"
    page = Paginator(found.order_by(order), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "asked": request.GET, "on": on, **_choices()}
    return render(request, "bench/assessments.html", context)


def _known(user, on):
    """A confidential one is for those who work on it."""
    own = Q(directorate__in=user.directorates.all()) | Q(lead__holdings__user=user)
    asked = Q(pk__in=Contributor.objects.filter(user=user).values("assessment"))
    signs = Signer.objects.filter(user=user).values("assessment_version__assessment")
    theirs = Assessment.objects.filter(own | asked | Q(pk__in=signs)).values("pk")
    told = Q(confidential_until=None) | Q(confidential_until__lte=on)
    return Assessment.objects.filter(told | Q(pk__in=theirs))


def _filtered(found, asked):
    for name in ("directorate", "kind"):
        if asked.get(name):
            found = found.filter(**{name: asked[name]})
    for word in asked.get("q", "").split():
        found = found.filter(Q(reference__icontains=word) | Q(title__icontains=word) | Q(service__icontains=word))  # fmt: skip
    return found


def _choices():
    return {
        "stages": Stage.choices,
        "kinds": Kind.choices,
        "directorates": Directorate.objects.all(),
        "characteristics": Characteristic.objects.all(),
        "leads": Lead.objects.all(),
        "plans": Plan.objects.order_by("state", "title"),
        "years": Assessment.objects.exclude(budget_year=None).values_list("budget_year", flat=True).distinct(),
    }  # fmt: skip
