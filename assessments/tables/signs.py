"""What the columns of a row say of its stage beside the stage's own word: a day, a tick, a yes or a no in each."""

from assessments.tables import days
from assessments.tables.stages import read_stage
from equality_tracker.workbooks.vocabulary import normal

# What each column is a sign of, where it holds a day, a tick or "yes".
SIGNS = {"begun": "full", "screened": "screening", "screening": "full", "needed": "full", "ruled_out": "screened_out", "full": "full", "approved": "approved", "completed": "approved", "done": "approved", "published": "published"}  # fmt: skip
ANSWERS = ("screening", "needed")
# The work is done, and somebody may have to sign it yet.
ENDED = ("completed", "done")
REFUSES = (*ANSWERS, "full")
# Words in place of a day that say honestly that there is none yet.
NO_DAY_YET = frozenset(["tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be decided", "to be determined", "ongoing", "asap", "unknown",
                        "pending", "annual", "annually", "not known", "awaited", "to follow"])  # fmt: skip
# How much it matters to equality: a reason to assess it fully or not, and no answer to whether it is.
LEVELS = frozenset(["high", "medium", "med", "moderate", "low", "h", "m", "l", "some", "possible", "potential"])  # fmt: skip


def read(said: dict, has_approval: bool) -> tuple[list[dict], list[str]]:
    """The signs of a row, each with its day, and the columns whose words say none.

    `said` holds what each column of `SIGNS` says; `has_approval` whether one of the table's columns is about approval.
    """
    signs, unknown = [], []
    for name, stage in SIGNS.items():
        one = said[name]
        if name in ENDED and has_approval:
            stage = "sign_off"
        if one.answer is False:
            if (
                name in ANSWERS
                or (name in REFUSES and one.never)
                or (name in ENDED and one.needless)
            ):
                signs.append(_sign("screened_out", one))
        elif one.answer or one.day:
            signs.append(_sign(stage, one))
        elif one.text and (told := read_stage(one.text)):
            signs.append(_sign(told, one))
        elif one.text and normal(one.text) not in NO_DAY_YET | LEVELS:
            unknown.append(name)
    full = said["full"]
    if full.answer is False and (full.explains or any(one["stage"] == "approved" for one in signs)):  # fmt: skip
        signs.append(_sign("screened_out", full))
    if said["address"].address:
        signs.append(undated("published"))
    return signs, unknown


def asks(signs: list[dict], unknown: list[str]) -> str:
    """The column whose words must be asked about, "" where none need be: what a screening found matters no more once the rest says what followed."""
    settled = {one["stage"] for one in signs} - {"screening", "planned"}
    open_ones = [name for name in unknown if name not in ANSWERS or not settled]
    return open_ones[0] if open_ones else ""


def undated(stage: str) -> dict:
    """A sign that no day goes with."""
    return _sign(stage, days.Said())


def _sign(stage: str, said: days.Said) -> dict:
    return {"stage": stage, "date": said.day.isoformat() if said.day else None}
