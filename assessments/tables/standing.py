"""At which stage a row of a register stands on the day that the file speaks of: by its own word, else by its other columns."""

from dataclasses import dataclass
from datetime import date

from assessments.tables.stages import OPEN, ORDER, PLANNED, SCREENED_OUT, SIGNED

WORD, COLUMNS, NOTHING, ANSWER = "word", "columns", "nothing", "answer"
LONGEST = 80


@dataclass(frozen=True)
class Standing:
    """A stage and what says so; `asks` are the words that say none, and `against` is a later stage that another column gives."""

    stage: str | None
    said_by: str = ""
    asks: str = ""
    against: str = ""


def standing(said: dict, as_at: date, answers: dict | None = None) -> Standing:
    """Where `said`, a row that was read, stands on the day `as_at`. `answers` are the stages that a person gave to words."""
    signs = [one["stage"] for one in said["signs"] if _is_by(one["date"], as_at)]
    furthest = max((s for s in signs if s in ORDER), key=ORDER.index, default=None)
    word, asks = said["stage"], words_asked(said)
    if word is None and asks in (answers or {}):
        return _by_word(answers[asks], furthest, ANSWER)
    if word is not None:
        # What an earlier version was signed and published on says nothing of a later one that is being written.
        return _by_word(
            word, None if said["version"] > 1 and word in OPEN else furthest, WORD
        )
    if said["stage_text"]:
        return Standing(None, asks=asks)
    if SCREENED_OUT in signs:
        return Standing(SCREENED_OUT, COLUMNS)
    if furthest:
        return Standing(furthest, COLUMNS)
    if said["has_stage"]:
        return Standing(None, asks=asks)
    return Standing(PLANNED, NOTHING)


def words_asked(said: dict) -> str:
    """What a person is asked to give a stage to, alike for all rows that say it."""
    return " ".join(said["stage_text"].split())[:LONGEST].casefold()


def _by_word(word, furthest, said_by):
    """A word counts, but for a signed one that another column takes further: approved, and published on a day."""
    if word in SIGNED and furthest in SIGNED:
        return Standing(max(word, furthest, key=ORDER.index), said_by)
    against = furthest if word in OPEN and furthest in SIGNED else ""
    return Standing(word, said_by, against=against)


def _is_by(day, as_at):
    return day is None or date.fromisoformat(day) <= as_at
