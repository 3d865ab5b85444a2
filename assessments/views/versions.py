"""A version as it was submitted: what was signed, and what is published."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from assessments.one.loading import read_version
from assessments.version.acting import acting
from assessments.version.reading import Content
from assessments.version.word import word_file
from assessments.writing.editing import may_read
from equality_tracker.word import WORD


@require_safe
def version_detail(request, pk, number):
    version = _version(request.user, pk, number)
    content = Content(version.content)
    context = {
        "assessment": version.assessment,
        "version": version,
        "content": content,
        "acting": acting(version, content, request.user),
        "signatures": version.signatures().select_related("by"),
    }
    return render(request, "assessments/version_detail.html", context)


@require_safe
def version_word(request, pk, number):
    version = _version(request.user, pk, number)
    name = version.assessment.reference.replace("/", "-")
    return HttpResponse(
        word_file(version, version.signatures().select_related("by")),
        content_type=WORD,
        headers={
            "Content-Disposition": content_disposition_header(
                True, f"{name}-version-{version.number}.docx"
            )
        },
    )


def _version(user, pk, number):
    """The version as it was submitted, for those who may read it."""
    version = read_version(user, timezone.localdate(), pk, number)
    if not may_read(user, version):
        raise Http404
    return version
