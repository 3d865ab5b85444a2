"""A version as it was submitted: what was signed, and what is published."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.editing import may_read
from assessments.models import Assessment, AssessmentVersion
from assessments.reading import Content


@require_safe
def version_detail(request, pk, number):
    known = Assessment.objects.readable_by(request.user, timezone.localdate())
    version = get_object_or_404(
        AssessmentVersion.objects.select_related("assessment", "published_by"),
        assessment__in=known.filter(pk=pk).values("pk"),
        number=number,
        content__isnull=False,
    )
    if not may_read(request.user, version):
        raise Http404
    context = {
        "assessment": version.assessment,
        "version": version,
        "content": Content(version.content),
        "signatures": version.signatures().select_related("by"),
    }
    return render(request, "assessments/version_detail.html", context)
