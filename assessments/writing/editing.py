"""What the pages of those who work on assessments have in common."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.models import Assessment, Stage
from assessments.one.loading import read_for_sending, read_for_writing
from equality_tracker.organisation.models import Role
from equality_tracker.organisation.saving import for_change


def may_read(user, version):
    """Whether `user` may read what a version says: what is published, or was signed as needing no full assessment, anybody;
    a draft those who write in the register at all.
    """
    settled = version.is_public or version.stage == Stage.SCREENED_OUT
    return settled or user.may_update


def makes_actions(user):
    """Whether `user` may make actions of mitigations: managers and admins, for a plan is promised in public."""
    return user.role in (Role.MANAGER, Role.ADMIN)


def writer(view):
    """Make `view` a page of those who may write in some assessment, in one transaction."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.may_update:
            raise PermissionDenied
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return guarded


def writer_of_one(view):
    """Make `view` a page about one assessment, given with its key: not found for those who do not work on it; locked where something is sent."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request, pk, *args, **kwargs):
        with transaction.atomic():
            rows = Assessment.objects.filter(
                pk__in=Assessment.objects.editable_by(
                    request.user, timezone.localdate()
                ).values("pk")
            )
            assessment = get_object_or_404(for_change(request, rows), pk=pk)
            return view(request, assessment, *args, **kwargs)

    return guarded


def reader_of_one(view):
    """Make `view` a page about one assessment for those who may know of it; it is told whether they may write, and nobody else
    writes in the current version while it answers to something that was sent.
    """

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request, pk, *args, **kwargs):
        if request.method != "POST":
            return answer(request, read_for_writing, pk, *args, **kwargs)
        with transaction.atomic():
            return answer(request, read_for_sending, pk, *args, **kwargs)

    def answer(request, read, pk, *args, **kwargs):
        assessment = read(request.user, timezone.localdate(), pk)
        if not may_read(request.user, assessment.current):
            raise Http404
        return view(request, assessment, assessment.is_theirs, *args, **kwargs)

    return guarded


def refuse_strangers(request, assessment):
    """Not found for those who never could write here; who could a moment ago is shown what they typed."""
    works = Assessment.objects.editable_by(request.user, timezone.localdate())
    if not works.filter(pk=assessment.pk).exists():
        raise Http404


def closed_because(assessment):
    """Why nobody, or not this reader, writes on a page."""
    version = assessment.current
    if version.stage == Stage.PLANNED:
        return "The screening has not begun. This is how it stands."
    if not version.is_open:
        return "It was submitted, and nobody writes in it now. This is how it stands."
    return "Those who work on it write here, each part at its stage. This is how it stands."
