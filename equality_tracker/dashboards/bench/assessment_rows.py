"""What stands in each version of the bench's register: what people wrote, and how it came to where it is."""

import datetime

from assessments.models import (
    ActualReview,
    Answer,
    AssessmentPlan,
    Contributor,
    Impact,
    Mitigation,
    Relevance,
    Signer,
    SignOff,
    StageMove,
)
from assessments.models.stages import SIGNED, Stage
from assessments.writing.questions import QUESTIONS

from .council import ADMIN, MANAGER, OFFICER
from .words import GROUPS, OUTCOMES, PROGRESS, one

# More than a version has of any row: keys are made from the version's.
ROOM = 32
SIGNERS = ((MANAGER, "Head of service"), (ADMIN, "Equality lead"))
# So many assessments have to do with a plan.
WITH_PLANS = 400
ROAD = (
    Stage.PLANNED, Stage.SCREENING, Stage.FULL, Stage.CONSULTATION, Stage.SIGN_OFF, Stage.APPROVED, Stage.PUBLISHED,
    Stage.REVIEWED,
)  # fmt: skip
SHORT_ROAD = (Stage.PLANNED, Stage.SCREENING, Stage.SIGN_OFF, Stage.SCREENED_OUT)


def of(versions, actions):
    """Yield (model, rows) of all that hangs on `versions`; a mitigation of the first became each of the first `actions` actions."""
    full = [version for version in versions if version.is_full]
    screened = [version for version in versions if version.stage != Stage.PLANNED]
    signed = [one for one in versions if one.stage in (*SIGNED, Stage.SCREENED_OUT)]
    yield Relevance, (row for version in screened for row in _relevances(version))
    yield Answer, (row for version in full for row in _answers(version))
    yield Impact, (row for version in full for row in _impacts(version))
    yield Mitigation, (_mitigation(version, actions) for version in full)
    yield Signer, (row for version in screened for row in _signers(version))
    yield SignOff, (row for version in signed for row in _signatures(version))
    yield StageMove, (row for version in versions for row in _moves(version))
    yield ActualReview, (_review(one) for one in full if one.stage == Stage.REVIEWED)
    firsts = [version for version in versions if version.number == 1]
    yield AssessmentPlan, ({"id": one.pk, "assessment_id": one.pk, "plan_id": one.pk % 4 + 1} for one in firsts[:WITH_PLANS])  # fmt: skip
    yield Contributor, ({"id": one.pk, "assessment_id": one.pk, "user_id": OFFICER + 1} for one in firsts[::5])  # fmt: skip


def _key(version, place):
    return version.pk * ROOM + place


def _written(version, place):
    """What every row that somebody wrote has."""
    return {
        "id": _key(version, place),
        "assessment_version_id": version.pk,
        "written_by_id": OFFICER,
        "written_at": _moment(version.begun),
    }


def _relevances(version):
    for place, characteristic in enumerate(version.characteristics):
        level = one(["none", "low", "high", "medium"], version.pk + place)
        yield {
            **_written(version, place),
            "characteristic_id": characteristic,
            "aim_id": version.aim,
            "level": level,
            "why": one(OUTCOMES, place),
        }


def _answers(version):
    for place, question in enumerate(QUESTIONS):
        words = " ".join(one(PROGRESS, version.pk + place + more) for more in range(6))
        yield {**_written(version, place), "question": question, "text": words}


def _impacts(version):
    """One in four harms."""
    for place, characteristic in enumerate(version.characteristics):
        harms = (version.pk + place) % 4 == 0
        kind = "negative" if harms else one(["positive", "neutral"], place)
        severity = "" if kind == "neutral" else one(["high", "medium", "low"], version.pk)  # fmt: skip
        yield {
            **_written(version, place),
            "characteristic_id": characteristic,
            "kind": kind,
            "severity": severity,
            "who": f"{one(GROUPS, version.pk + place).capitalize()}. {one(PROGRESS, place)}",
            "evidence": one(PROGRESS, version.pk),
            "response": one(OUTCOMES, version.pk),
        }


def _mitigation(version, actions):
    """For the first that it harms."""
    harmed = -version.pk % 4
    return {
        **_written(version, 0),
        "impact_id": _key(version, harmed),
        "text": f"{one(OUTCOMES, version.pk)} ({version.pk})",
        "who": "Head of Access",
        "by_when": version.signed_on,
        "action_id": version.pk if version.pk <= actions else None,
    }


def _signers(version):
    for place, (user, signs_as) in enumerate(SIGNERS):
        yield {
            "id": _key(version, place),
            "assessment_version_id": version.pk,
            "user_id": user,
            "signs_as": signs_as,
        }


def _signatures(version):
    for place, (user, signs_as) in enumerate(SIGNERS):
        yield {
            "id": _key(version, place),
            "assessment_version_id": version.pk,
            "by_id": user,
            "signs_as": signs_as,
            "said": "signed",
            "submission": 1,
            "content_hash": "0" * 64,
            "at": _moment(version.signed_on),
        }


def road_to(stage):
    """The stages through which a version comes to `stage`, that one among them."""
    road = SHORT_ROAD if stage == Stage.SCREENED_OUT else ROAD
    return road[: road.index(stage) + 1]


def _moves(version):
    before = ""
    for place, stage in enumerate(road_to(version.stage)):
        day = version.begun + datetime.timedelta(place)
        yield {
            "id": _key(version, place),
            "assessment_version_id": version.pk,
            "from_stage": before,
            "to_stage": stage,
            "on": version.signed_on if stage in (*SIGNED, Stage.SCREENED_OUT) else day,
            "by_id": OFFICER,
            "at": _moment(version.begun) + datetime.timedelta(place),
        }
        before = stage


def _review(version):
    return {
        "id": version.pk,
        "assessment_version_id": version.pk,
        "expected": one(OUTCOMES, version.pk),
        "happened": one(PROGRESS, version.pk),
        "changed": one(PROGRESS, version.pk + 1),
        "on": version.signed_on + datetime.timedelta(365),
        "by_id": OFFICER,
        "at": _moment(version.signed_on),
    }


def _moment(day):
    return datetime.datetime.combine(day, datetime.time(10), datetime.UTC)
