"""A cell of a register that may hold a day, a tick or words, in columns such as "Signed off"."""

import re
from dataclasses import dataclass, replace
from datetime import date

from assessments.tables.years import NO_PERIOD
from equality_tracker.workbooks.cells import Cell
from equality_tracker.workbooks.vocabulary import normal
from plans import timescales
from plans.importing.periods import Period

YES = frozenset(["yes", "y", "true", "done", "complete", "completed", "required", "full", "full eia", "full assessment",
                 "full eia required", "full assessment required", "full eqia", "proceed to full eia", "signed", "signed off",
                 "approved", "published", "screened", "needed"])  # fmt: skip
NO = frozenset(["no", "n", "false", "not required", "not needed", "n a", "na", "not applicable", "none", "screened out",
                "no full eia required", "no full eia", "full eia not required", "not done", "not yet", "not published", "not signed off",
                "no full assessment required", "no eia required", "eia not required", "not necessary"])  # fmt: skip
# What a cell says that refuses the whole step rather than says that it is still to come.
NEVER = frozenset(
    ["n a", "na", "not applicable", "not required", "not needed", "not necessary"]
)
NEEDLESS = frozenset(
    [
        "not required",
        "not needed",
        "not necessary",
        "no eia required",
        "eia not required",
    ]
)
# A cell that holds a stroke holds nothing.
STROKES = frozenset(["-", "–", "—", "--", ".", "/"])
TICKS = frozenset("✓✔☑√")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"']+", re.I)
_ASIDE = re.compile(r"\s(?:-|–|—|:)\s.*|[;(,].*", re.S)
_CROSSED = re.compile(r"[x✓✔☑√✗✘●■•*]|yes|y|due", re.I)
LONGEST_ADDRESS = 500
# A day of another time is a slip of the keyboard: the 0206 for 2026.
FIRST, LAST = 1950, 2200


@dataclass(frozen=True)
class Said:
    """What one cell says: its words, the day in them with how exactly it was named, whether yes or no, and an address."""

    text: str = ""
    day: date | None = None
    precision: str = ""
    answer: bool | None = None
    never: bool = False
    address: str = ""
    flags: tuple = ()

    @property
    def explains(self) -> bool:
        """Whether more stands in the cell than its answer: "No - the same for everybody"."""
        return (
            self.answer is not None
            and normal(self.text) not in YES | NO
            and self.text not in TICKS
        )

    @property
    def needless(self) -> bool:
        """Whether the words say that there is no need for it."""
        return self.never and bool(
            {normal(self.text), normal(_ASIDE.sub("", self.text))} & NEEDLESS
        )

    def as_dict(self) -> dict:
        """The day as JSON."""
        day = self.day.isoformat() if self.day else None
        return {"text": self.text, "date": day, "precision": self.precision or None}


def read(cell: Cell | None, period: Period = NO_PERIOD) -> Said:
    """Read a cell; `period` is the year that the table is about, for a day without one."""
    text = cell.text.strip() if cell else ""
    if not text or text in STROKES:
        return Said()
    answer, never = _answer(text)
    address = address_in(text)
    if address:
        return Said(text, answer=True, address=address)
    if answer is not None and not any(map(str.isdigit, text)):
        return Said(text, answer=answer, never=never)
    day = _day(text, period)
    # "Yes - 14 May 2027" is both; a refusal has no day of its own.
    if answer is not None:
        day = replace(day, answer=answer, never=never)
        return day if answer else replace(day, day=None, precision="", flags=())
    return day


def earliest(*said: Said) -> Said:
    """What says the first day, else what says anything."""
    dated = [one for one in said if one.day]
    return min(dated, key=lambda one: one.day) if dated else max(said, key=lambda one: bool(one.text))  # fmt: skip


def last_of(steps: list[Said]) -> Said:
    """What several columns of one step say together: the last of their days; while one is empty, a no or unclear, what that one says."""
    waiting = [one for one in steps if not (one.day or one.answer or one.never)]
    if waiting:
        return max(waiting, key=lambda one: bool(one.text))
    return max(steps, key=lambda one: (one.answer is not False, one.day or date.min))


def _day(text: str, period: Period) -> Said:
    read = timescales.read(text, period.start, period.end)
    if read.kind not in ("date", "range") or read.due is None or not FIRST <= read.due.year <= LAST:  # fmt: skip
        return Said(text, flags=read.flags)
    return Said(text, read.due, read.precision, flags=read.flags)


def is_mark(text: str) -> bool:
    """Whether a cell is crossed or ticked, where either says yes: in a column for each quarter."""
    return bool(_CROSSED.fullmatch(text.strip()))


def address_in(text: str) -> str:
    """The web address in some words, with its scheme; "" where there is none."""
    found = _ADDRESS.search(text)
    if not found:
        return ""
    address = found.group().rstrip(".,;:)")
    if address[:4].casefold() == "www.":
        address = f"https://{address}"
    return address if len(address) <= LONGEST_ADDRESS else ""


def _answer(text: str) -> tuple[bool | None, bool]:
    if text in TICKS:
        return True, False
    for words in (normal(text), normal(_ASIDE.sub("", text))):
        if words in NO:
            return False, words in NEVER
        if words in YES:
            return True, False
    return None, False
