"""One assessment as its pages read it. Each question is prepared: it is asked whenever such a page is opened."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from assessments.framework.panels import shows_any
from assessments.models import Assessment, AssessmentVersion
from equality_tracker.organisation.models import Role
from equality_tracker.prepared import Prepared


def read_for_page(user, on, pk):
    """Return the assessment `pk` with what heads its page, or raise Http404: one query, and one for the versions that were signed where there are any.

    Says whether `user` may write in it on the day `on`, as `is_theirs`, and whether it stands as evidence in a framework, as `shows_criteria`.
    """
    found = _known(_shown, _shown_by_place, user, on, pk=pk)
    found.signed = _signed.rows(assessment=pk) if found.has_signed else []
    return found


def read_for_writing(user, on, pk):
    """Return the assessment `pk` with its current version, without its content, as the pages show it that people write; or raise Http404:
    one query. Says `is_theirs` as `read_for_page` does.
    """
    return _known(_written, _written_by_place, user, on, pk=pk)


def read_for_naming(user, on, pk):
    """Return the assessment `pk` with what another page names it by, its current version's stage among that, or None where `user` may not
    know of it on the day `on`: one query.
    """
    try:
        return _known(_named, _named_by_place, user, on, pk=pk)
    except Http404:
        return None


def read_for_sending(user, on, pk):
    """Return what `read_for_writing` does, inside a transaction: nobody else writes in its current version, or moves it, until that ends."""
    if not user.may_update:
        return read_for_writing(user, on, pk)
    return _known(_sent, _sent_by_place, user, on, pk=pk)


def read_version(user, on, pk, number):
    """Return a version as it was submitted, with its content, for those who may know of its assessment on the day `on`; or raise Http404:
    one query, and another of a confidential one.
    """
    version = get_object_or_404(_submitted, assessment=pk, number=number)
    if version.assessment.is_confidential(on):
        read_for_writing(user, on, pk)
    return version


def _known(question, by_place, user, on, **given):
    """The answer of `question`, where `user` may know of it; `by_place` says also whether they work on it."""
    is_admin = user.role == Role.ADMIN
    asks = user.may_update and not is_admin
    if asks:
        found = get_object_or_404(by_place, user=user.pk, on=on, **given)
    else:
        found = get_object_or_404(question, **given)
    found.is_theirs = user.may_update and (is_admin or found.works)
    if not _may_know(user, on, found):
        raise Http404
    return found


def _may_know(user, on, assessment):
    """What `Assessment.objects.readable_by(user, on)` asks of the database."""
    told = user.role == Role.ADMIN or not assessment.is_confidential(on)
    return told or assessment.is_theirs


def _of_one(pk):
    return Assessment.objects.filter(pk=pk).order_by()


@Prepared
def _shown(pk):
    return _for_page(pk)


@Prepared
def _shown_by_place(pk, user, on):
    return _for_page(pk).with_works(user, on)


def _for_page(pk):
    rows = _of_one(pk).for_assessment_page()
    return rows.annotate(shows_criteria=shows_any("assessment"))


@Prepared
def _signed(assessment):
    return AssessmentVersion.objects.filter(assessment=assessment).signed()


@Prepared
def _written(pk):
    return _of_one(pk).for_writing()


@Prepared
def _written_by_place(pk, user, on):
    return _of_one(pk).for_writing().with_works(user, on)


@Prepared
def _named(pk):
    return _of_one(pk).for_naming()


@Prepared
def _named_by_place(pk, user, on):
    return _of_one(pk).for_naming().with_works(user, on)


@Prepared
def _sent(pk):
    return _of_one(pk).for_sending()


@Prepared
def _sent_by_place(pk, user, on):
    return _of_one(pk).for_sending().with_works(user, on)


@Prepared
def _submitted(assessment, number):
    rows = AssessmentVersion.objects.filter(assessment=assessment, number=number)
    submitted = rows.filter(content__isnull=False).order_by()
    return submitted.select_related("assessment", "published_by", "review__by")
