"""How a version stands that came in by a register: as recorded there, with no signature and no day that the register does not tell.

The rows are built here and written by `apply`. A version that people work on here is never touched.
"""

from datetime import date, datetime

from assessments.models import AssessmentVersion, Stage, StageMove
from assessments.models.stages import (  # fmt: skip
    FROZEN,
    IN_PUBLIC,
    MOVES,
    RECORDED,
    SIGNED,
    UNDATED,
)
from assessments.models.version_verbs import month_after
from assessments.version import snapshot

from .days import exact, meant

MOST_WORDS = 1000
# The words of a row that are kept with what was signed elsewhere, each with the name that it has there.
WORDS = {
    "stage_text": "Stage", "kind_text": "Kind", "outcome_text": "Outcome", "reason": "Reason", "lead": "Lead", "directorate": "Directorate",
}  # fmt: skip
DAYS = {"begun": "Begun", "approved": "Approved", "published": "Published", "review": "Review", "decided": "Decided"}  # fmt: skip


def lands_at(stage: str) -> str:
    """The stage at which a row comes in. Nobody can sign what was not submitted here, so what waits for signatures is to be submitted."""
    return Stage.FULL.value if stage == Stage.SIGN_OFF else stage


def stands(said: dict, stage: str, as_at: date) -> dict:
    """What a version at `stage` holds of the row `said`, by its own fields; nothing where the row says nothing."""
    signed, public = stage in SIGNED, stage in IN_PUBLIC
    found = {
        "review_by": meant(said, "review"),
        "approved_on": exact(said, "approved", as_at) if signed else None,
        "published_on": exact(said, "published", as_at) if public else None,
        "address": said["address"] if public else "",
        "outcome": said["outcome"] or "",
        "screened_out_why": said["reason"] if stage == Stage.SCREENED_OUT else "",
    }
    # Publication is called for only where the register says which are published.
    if stage == Stage.APPROVED and found["approved_on"] and said["tells_published"]:
        found["publish_by"] = month_after(found["approved_on"])
    return {name: value for name, value in found.items() if value not in (None, "")}


def since(said: dict, stage: str, as_at: date) -> date | None:
    """Since when the row stands at its stage, None where no day of it says so."""
    of_stage = {
        Stage.APPROVED: "approved", Stage.SCREENED_OUT: "approved", Stage.PUBLISHED: "published", Stage.SCREENING: "begun",
    }  # fmt: skip
    own = exact(said, of_stage[stage], as_at) if stage in of_stage else None
    return own or exact(said, "since", as_at)


def counts_for_no_year(said: dict, stage: str, stands: dict, as_at: date) -> bool:
    """Whether the row is signed on no day that it tells: the day of publication is none of signing."""
    if stage in (Stage.APPROVED, Stage.SCREENED_OUT):
        return since(said, stage, as_at) is None
    return stage in SIGNED and "approved_on" not in stands


def begin(assessment, number: int, row, by, as_at: date, source: str) -> AssessmentVersion:  # fmt: skip
    """A version that has not been saved, of an assessment as the row says that it stands."""
    version = AssessmentVersion(
        assessment=assessment,
        number=number,
        source="import",
        begun_on=exact(row.said, "begun", as_at) or as_at,
        begun_by=by,
    )
    put(version, row, as_at, source)
    version.begun_on = min(version.begun_on, version.stage_since)
    return version


def put(version: AssessmentVersion, row, as_at: date, source: str) -> None:
    """Set on `version` the stage that the row records, and what follows from it; what is signed gets its content when it is frozen."""
    stage, day = row.to_stage, since(row.said, row.to_stage, as_at)
    version.stage, version.stage_since, version.undated = stage, day or as_at, day is None  # fmt: skip
    version.recorded_in = source
    if stage not in SIGNED:
        version.approved_on = version.publish_by = None
    if stage not in IN_PUBLIC:
        version.published_on = None
    for name, value in row.stands.items():
        setattr(version, name, value)
    if stage == Stage.SCREENED_OUT:
        version.needs_full = False
    elif stage not in (Stage.PLANNED, Stage.SCREENING):
        version.needs_full = True


def freeze(version, row, characteristics, file: str, as_at: date) -> None:
    """Keep what the register says as the content of a version that is signed or screened out; an open one has none."""
    if version.stage not in FROZEN:
        version.content, version.content_hash = None, ""
    elif version.content is None:
        day = version.begun_on
        used = [one for one in characteristics if was_used(one, day)]
        register = {
            "file": file,
            "place": place_of(row.said),
            "as_at": as_at.isoformat(),
            "words": words_of(row.said),
        }
        version.content = snapshot.recorded(version, used, register)
        version.content_hash = snapshot.digest(version.content)


def was_used(characteristic, day: date) -> bool:
    """Whether the council went by a characteristic on a day."""
    begins, ends = characteristic.used_from, characteristic.used_to
    return (begins is None or begins <= day) and (ends is None or day < ends)


def words_of(said: dict) -> list[list[str]]:
    """[[name, the register's own words]] of all that a row says of what was signed."""
    found = [[label, said[name]] for name, label in WORDS.items() if said.get(name)]
    found += [[label, said["days"][n]["text"]] for n, label in DAYS.items() if n in said["days"]]  # fmt: skip
    found += said.get("told") or ()
    return [[label, text[:MOST_WORDS]] for label, text in found]


def place_of(said: dict) -> str:
    """Where a row stands in its file, in words."""
    return said.get("place") or f"{said['sheet']}, row {said['row']}"


def moves(version, before: str, by, at: datetime) -> list[StageMove]:
    """The moves by which `version`, which stood at `before` ("" where it is new), comes to its stage; each on a day that is told."""
    comment = f"{RECORDED}{version.recorded_in}"
    if version.undated:
        comment += UNDATED
    steps, last = [], before
    for stage, day in _road(version, before):
        known = last if last and stage in MOVES[Stage(last)] else ""
        move = StageMove(
            assessment_version=version, from_stage=known, to_stage=stage, on=day, by=by, at=at, comment=comment,
        )  # fmt: skip
        steps.append(move)
        last = stage
    return steps


def _road(version, before):
    """The stages with their days: what was approved on a known day and is published went through both."""
    told = version.approved_on is not None and before not in SIGNED
    if version.stage in IN_PUBLIC and told and version.approved_on <= version.stage_since:  # fmt: skip
        yield Stage.APPROVED.value, version.approved_on
    if version.stage == Stage.REVIEWED and version.published_on and before not in IN_PUBLIC:  # fmt: skip
        yield Stage.PUBLISHED.value, version.published_on
    yield version.stage, version.stage_since
