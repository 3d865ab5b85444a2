"""What one version says, as its assessment's page and its task list read it. Each question is prepared."""

from assessments.models import (
    Answer,
    Impact,
    Mitigation,
    Signer,
    SignOff,
    StageMove,
)
from equality_tracker.organisation.models import Characteristic
from equality_tracker.prepared import Prepared
from plans.models import Plan

NAMES = ("name", "email")


def with_content(version):
    """Load what several parts of a page ask of `version`, its impacts, what will be done and who signs, where it is not loaded; return it:
    three queries.
    """
    kept = version.__dict__.setdefault("_prefetched_objects_cache", {})
    for name, question in _CONTENT.items():
        if name not in kept:
            # A queryset, as a prefetch keeps it: whoever narrows it down asks the database.
            rows = getattr(version, name).all()
            rows._result_cache = question.rows(version=version.pk)
            kept[name] = rows
    return version


def answers_of(version):
    """Return what `version` says to each question, by the question's name: one query."""
    return dict(_answers.tuples(version=version.pk))


def characteristics_of(version):
    """Return the characteristics that the council went by on the day `version` was begun, in order: one query."""
    return _characteristics.rows(on=version.begun_on)


def moves_of(version):
    """Return the moves of `version`, the first first: one query."""
    return _moves.rows(version=version.pk)


def said_of(version):
    """Return what its signers said of `version` as it was last submitted: a query where it was."""
    asked = {"version": version.pk, "submission": version.submissions}
    return _said.rows(**asked) if version.submissions else []


def plans_of(assessment):
    """Return the plans that `assessment` has to do with: one query."""
    return _plans.rows(assessment=assessment.pk)


@Prepared
def _impacts(version):
    rows = Impact.objects.with_answers().filter(assessment_version=version)
    return rows.select_related("characteristic").defer("evidence", "response")


@Prepared
def _mitigations(version):
    rows = Mitigation.objects.filter(assessment_version=version)
    whole = rows.select_related("impact__characteristic", "action__plan")
    return whole.only(
        "assessment_version", "text", "for_all", "impact__characteristic__name", "action__reference", "action__title",
        "action__rag_status", "action__priority_monitoring", "action__plan__reference",
    )  # fmt: skip


@Prepared
def _signers(version):
    rows = Signer.objects.filter(assessment_version=version).select_related("user")
    return rows.only("assessment_version", "signs_as", *_of("user"))


@Prepared
def _answers(version):
    rows = Answer.objects.filter(assessment_version=version).order_by()
    return rows.values_list("question", "text")


@Prepared
def _characteristics(on):
    return Characteristic.objects.used_on(on)


@Prepared
def _moves(version):
    rows = StageMove.objects.filter(assessment_version=version).select_related("by")
    return rows.only("from_stage", "to_stage", "on", "comment", *_of("by"))


@Prepared
def _said(version, submission):
    rows = SignOff.objects.filter(assessment_version=version, submission=submission)
    return rows.only("by", "said", "at", "comment")


@Prepared
def _plans(assessment):
    return Plan.objects.filter(assessments=assessment).only("reference", "title")


def _of(person):
    return [f"{person}__{name}" for name in NAMES]


_CONTENT = {"impacts": _impacts, "mitigations": _mitigations, "signers": _signers}
