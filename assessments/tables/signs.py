"""What the columns of a row say of its stage beside the stage's own word: a day, a tick, a yes or a no in each."""

from assessments.tables import days
from assessments.tables.stages import read_stage
from equality_tracker.workbooks.vocabulary import normal

# What each column is a sign of, where it holds a day, a tick or "yes".
SIGNS = {"begun": "full", "screened": "screening", "screening": "full", "needed": "full", "ruled_out": "screened_out", "full": "full", "submitted": "sign_off", "approved": "approved", "completed": "approved", "done": "approved", "published": "published"}  # fmt: skip
ANSWERS = ("screening", "needed")
# The work is done, and somebody may have to sign it yet.
ENDED = ("completed", "done")
SETTLES = frozenset(["screened_out", "sign_off", "approved", "published"])
REFUSES = ("full", "done")
# Words in place of a day that say honestly that there is none yet.
NO_DAY_YET = frozenset(["tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be decided", "to be determined", "ongoing", "asap", "unknown",
                        "pending", "annual", "annually", "not known", "awaited", "to follow"])  # fmt: skip
# How much it matters to equality: a reason to assess it fully or not, and no answer to whether it is.
LEVELS = frozenset(["high", "medium", "med", "moderate", "low", "h", "m", "l", "some", "possible", "potential"])  # fmt: skip


def read(said: dict, waits: bool) -> tuple[list[dict], list[str]]:
    """The signs of a row, each with its day, and the columns whose words say none.

    `said` holds what each column of `SIGNS` says; `waits` whether the row's place for an approval is there and empty.
    """
    signs, unknown = [], []
    for name in SIGNS:
        one = said[name]
        stage = _stage(name, one, waits)
        if stage:
            signs.append(_sign(stage, one))
        elif one.answer is None and one.text and normal(one.text) not in NO_DAY_YET | LEVELS:  # fmt: skip
            unknown.append(name)
    full = said["full"]
    if full.answer is False and (full.explains or any(one["stage"] == "approved" for one in signs)):  # fmt: skip
        signs.append(_sign("screened_out", full))
    if said["address"].address:
        signs.append(undated("published"))
    return signs, unknown


def _stage(name: str, one: days.Said, waits: bool) -> str | None:
    """The stage that one column says, None where it says none."""
    if one.answer is False:
        return "screened_out" if _refuses(name, one) else None
    if one.answer or one.day:
        return "sign_off" if name in ENDED and waits else SIGNS[name]
    told = read_stage(one.text) if one.text else None
    # A screening "in progress" is no full assessment.
    return "screening" if told == "full" and name == "screened" else told


def _refuses(name: str, one: days.Said) -> bool:
    """Whether a no in a column says that there is no need, and not that it is still to come."""
    if name in ANSWERS:
        return True
    return one.never if name in REFUSES else name == "completed" and one.needless


def asks(said: dict, signs: list[dict], unknown: list[str]) -> str:
    """The column whose words must be asked about, "" where none need be: what a screening found matters no more once the rest says what followed."""
    later = {one["stage"] for one in signs} & SETTLES
    settled = later or any(said[n].answer or said[n].day for n in ("needed", "full"))
    open_ones = [name for name in unknown if name not in ANSWERS or not settled]
    return open_ones[0] if open_ones else ""


def undated(stage: str) -> dict:
    """A sign that no day goes with."""
    return _sign(stage, days.Said())


def _sign(stage: str, said: days.Said) -> dict:
    return {"stage": stage, "date": said.day.isoformat() if said.day else None}
