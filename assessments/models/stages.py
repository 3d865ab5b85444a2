"""The life of an assessment: its stages, and which may follow which."""

from django.db import models


class Stage(models.TextChoices):
    """How far a version has got. "Review due" is no stage: a published version is due when its date has come."""

    PLANNED = "planned", "Planned"
    SCREENING = "screening", "Screening"
    SCREENED_OUT = "screened_out", "Screened out"
    FULL = "full", "Full assessment"
    CONSULTATION = "consultation", "Consultation"
    SIGN_OFF = "sign_off", "Sign-off"
    APPROVED = "approved", "Approved"
    PUBLISHED = "published", "Published"
    REVIEWED = "reviewed", "Reviewed"


# From a stage to those that may follow it. Whoever asks for another is refused: no stage is skipped by sending a form by hand.
MOVES = {
    Stage.PLANNED: {Stage.SCREENING},
    Stage.SCREENING: {Stage.FULL, Stage.SIGN_OFF},
    Stage.SCREENED_OUT: set(),
    Stage.FULL: {Stage.CONSULTATION, Stage.SIGN_OFF},
    Stage.CONSULTATION: {Stage.FULL, Stage.SIGN_OFF},
    Stage.SIGN_OFF: {Stage.SCREENING, Stage.FULL, Stage.SCREENED_OUT, Stage.APPROVED},
    Stage.APPROVED: {Stage.PUBLISHED},
    Stage.PUBLISHED: {Stage.REVIEWED},
    Stage.REVIEWED: set(),
}
# Where people write: the screening, then the assessment itself.
OPEN = (Stage.PLANNED, Stage.SCREENING, Stage.FULL, Stage.CONSULTATION)
# Where they write the assessment itself.
WRITTEN = (Stage.FULL, Stage.CONSULTATION)
# What was signed, or waits to be: nobody writes in it.
FROZEN = (
    Stage.SCREENED_OUT,
    Stage.SIGN_OFF,
    Stage.APPROVED,
    Stage.PUBLISHED,
    Stage.REVIEWED,
)
IN_PUBLIC = (Stage.PUBLISHED, Stage.REVIEWED)
SIGNED = (Stage.APPROVED, *IN_PUBLIC)


# How the comment begins of a move that an imported register tells: nobody here made it.
RECORDED = "As recorded in "
# How it ends where the register does not say since when the version stands there.
UNDATED = ", which does not say since when"


class Outcome(models.TextChoices):
    """What follows from an assessment."""

    NO_CHANGE = (
        "no_change",
        "No change: nothing shows discrimination, and every chance to advance equality was taken",
    )
    ADJUST = (
        "adjust",
        "Adjust: change the proposal to remove barriers or advance equality",
    )
    CONTINUE = (
        "continue",
        "Continue, with reasons: go on although there are negative impacts that cannot be avoided",
    )
    STOP = "stop", "Stop and think again: there is, or may be, unlawful discrimination"  # fmt: skip
