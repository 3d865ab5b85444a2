"""A day beside words that say that it was not done on it: "Rejected 11 June 2025" below "Date approved" is no approval."""

import re
from dataclasses import replace

from assessments.tables import days
from assessments.tables.stages import SCREENED_OUT, read_stage
from assessments.tables.years import NO_PERIOD
from equality_tracker.workbooks.cells import Cell
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row
from plans.importing.periods import Period

# Columns of what is done, and of those the ones that a beginning alone does not fill.
STEPS = frozenset(["begun", "screened", "full", "submitted", "approved", "approver", "completed", "done", "published"])  # fmt: skip
SEVERAL = ("approved", "approver")
ENDS = frozenset(["approved", "approver", "completed", "done", "published"])

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_TO_COME = re.compile(
    r"\bawait\w*|(?<!review )\bdue\b(?! regard)|\boverdue\b|\bexpect\w*|\bplan(?:ned|ning)?\b|\bto (?:be|go|come|follow|start|begin|take|sign|confirm|approve|publish|complete)\b"
    rf"|\bby (?:the |end |mid )*(?:\d|{_MONTH})|\bbefore\b|\btarget\w*|\btb[acd]\b|\bprovisional\w*|\bpending\b|\bschedul\w*|\banticipat\w*|\bforecast\w*"
    r"|\baim(?:ed|ing)?\b|\bpostpone\w*|\bdefer\w*|\bdelay\w*|\bcancel\w*|\bwill (?:be|go|come|follow)\b|\bhop(?:e|ed|ing) (?:to|for|by)\b|\bintend\w*|\best(?:imated)?\b"
    r"|\bc(?:irca)?\.? ?(?=\d)|\?",
    re.I,
)
_REFUSED = re.compile(
    r"\breject\w*|\brefus\w*|\bdeclin\w*|\bnot\b|\bn/?a\b|\bnone\b|\bno\b(?! [\d(])|\bdraft\w*|\breturn\w*|\bsubject to\b|\bwithdr\w*|\bunpublish\w*|\bunsigned\b"
    r"|\bremov\w*|\btaken (?:down|off)\b|\babandon\w*|\bhold\b|\bpaus\w*|\bpart(?:ly|ial\w*)?\b|\bin progress\b|\bunder ?way\b|\bongoing\b",
    re.I,
)
# What may well have come after it was done, where the cell begins by saying that it was.
_ON_ITS_WAY = re.compile(r"\bsubmitted\b|\bsent\b|\bremind\w*|\bchas\w*|\bcirculat\w*|\brequest\w*|\bquer(?:y|ied)\b|\bwith (?:legal|the)\b|\bstarted\b|\bbegun\b|\bfor (?:approval|sign|comment|decision|consultation)", re.I)  # fmt: skip
_AFFIRMED = re.compile(r"(?:yes|approved|signed|agreed|ratified|endorsed|published|complete|completed|done)\b", re.I)  # fmt: skip
_NO = re.compile(r"\bnot\b|\bno\b|\bn/?a\b|\bnone\b", re.I)

_TAKEN_BACK = re.compile(r"\bbut\b|\bremov\w*|\btaken (?:down|off)\b|\bwithdr\w*|\bunpublish\w*|\?", re.I)  # fmt: skip
_NEEDED = re.compile(r"\bneed|\brequired\b|\bnecessary\b", re.I)


def read(name: str, cell: Cell | None, period: Period = NO_PERIOD) -> days.Said:
    """What a cell of the column `name` says: its day counts only where no word beside it says otherwise."""
    said = days.read(cell, period)
    if name in ENDS and said.answer and not said.address and _TAKEN_BACK.search(said.text):  # fmt: skip
        return days.Said(said.text)
    if said.day is None or not _is_denied(name, said.text):
        return said
    without = replace(said, day=None, precision="", answer=None, flags=())
    return replace(without, answer=False) if _says_no(name, said.text) else without


def of_several(table: Table, row: Row, period: Period) -> dict[str, days.Said]:
    """What those columns of approval say together that a table has several of."""
    columns = {name: table.columns(name) for name in SEVERAL}
    return {
        name: of_all([read(name, row.cells.get(n), period) for n in several])
        for name, several in columns.items()
        if len(several) > 1
    }


def of_all(steps: list[days.Said]) -> days.Said:
    """What several columns of approval say together; the name of who signed stands beside a day, and holds none back."""
    told = [one for one in steps if not one.text or one.day or one.answer is not None or is_no_name(one)]  # fmt: skip
    named = len(told) < len(steps)
    told = [one for one in told if one.text] if named else told
    return days.last_of(told or steps)


def is_no_name(said: days.Said) -> bool:
    """Whether words without a day or an answer say more than who it was: "Rejected 3 June", "To be confirmed"."""
    if not said.text or said.day or said.answer is not None:
        return False
    words = _TO_COME.search(said.text) or _REFUSED.search(said.text)
    return bool(words) or any(map(str.isdigit, said.text))


def _is_denied(name, text):
    if name not in STEPS:
        return False
    if _TO_COME.search(text):
        return True
    if name not in ENDS:
        return False
    on_its_way = _ON_ITS_WAY.search(text) and not _AFFIRMED.match(text)
    return bool(_REFUSED.search(text) or on_its_way)


def _says_no(name, text):
    """Whether the words are a no, and not that the whole assessment is needless, which is told of a completion alone."""
    needless = name in ("completed", "done") and _NEEDED.search(text) and read_stage(text) == SCREENED_OUT  # fmt: skip
    return name in ENDS and bool(_NO.search(text)) and not needless
