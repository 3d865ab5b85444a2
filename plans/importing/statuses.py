"""How far an action has got: by word, by letter, or by colour through the sheet's own key."""

from collections.abc import Iterable
from dataclasses import dataclass

from equality_tracker.workbooks.vocabulary import normal

NOT_STARTED, ON_TARGET, SOME_SLIPPAGE = "not_started", "on_target", "some_slippage"
SLIPPED, ACHIEVED, WITHDRAWN = "slipped", "achieved", "withdrawn"
MONITORING = "priority_monitoring"
LONGEST = 80

WORDS = {
    ACHIEVED: (
        "achieved", "complete", "completed", "done", "delivered", "closed", "finished", "met",
        "fully achieved", "fully complete", "fully met", "action complete", "completed on time",
        "blue", "implemented", "✓", "✔", "☑", "100%",
    ),
    ON_TARGET: (
        "on target", "on track", "in progress", "on schedule", "progressing", "underway",
        "under way", "progressing well", "green", "on course", "going to plan", "on plan",
        "started", "ongoing", "in hand", "good progress",
    ),
    SOME_SLIPPAGE: (
        "some slippage", "slight slippage", "minor slippage", "slightly behind", "amber",
        "minor delay", "slight delay", "delayed", "some delay", "at risk", "yellow", "orange",
        "behind schedule", "slightly delayed", "some concern", "minor issues", "some concerns",
    ),
    SLIPPED: (
        "slipped", "off track", "off target", "overdue", "missed", "late", "red", "not achieved",
        "not met", "significant slippage", "major slippage", "significant delay", "major delay",
        "behind target", "not on target", "not on track", "target missed", "not delivered",
        "serious concern", "stalled", "significantly behind", "not complete", "not completed",
    ),
    NOT_STARTED: (
        "not started", "not yet started", "yet to start", "not due", "not begun", "not yet due",
        "no progress yet", "to start", "to be started", "grey", "future action", "planned",
        "not commenced", "yet to commence", "due to start", "awaiting start",
    ),
    WITHDRAWN: (
        "withdrawn", "cancelled", "deleted", "removed", "no longer required", "superseded",
        "dropped", "discontinued", "no longer applicable", "no longer relevant", "deferred",
        "abandoned", "merged",
    ),
    MONITORING: (
        "priority monitoring", "priority monitoring area", "priority monitoring areas",
        "monitoring area", "close monitoring", "monitor closely", "watch",
    ),
}  # fmt: skip
LETTERS = {
    "r": SLIPPED,
    "a": SOME_SLIPPAGE,
    "g": ON_TARGET,
    "b": ACHIEVED,
    "c": ACHIEVED,
}


class StatusWords:
    """The shipped words and a council's own, asked for the meaning of a text."""

    def __init__(self, added: dict[str, Iterable[str]] | None = None) -> None:
        self.phrases = {
            normal(word) or word: status
            for status, words in WORDS.items()
            for word in words
        }
        for status, words in (added or {}).items():
            self.phrases |= {normal(word) or word: status for word in words}
        self.cache: dict[str, str] = {}

    def learn(self, signs: dict[str, str]) -> None:
        """Let the letters of a file's own key mean what it says they do."""
        self.phrases |= signs
        self.cache.clear()

    def meaning(self, text: str) -> str:
        """The status that a text says, alone or before a remark; "" where it says none."""
        if text not in self.cache:
            self.cache[text] = self._meaning(text) if len(text) <= LONGEST else ""
        return self.cache[text]

    def _meaning(self, text: str) -> str:
        words = (normal(text) or text.strip()).split()
        for last in range(min(len(words), 5), 0, -1):
            status = self.phrases.get(" ".join(words[:last]))
            if status and (last == len(words) or is_remark(text, last)):
                return status
        return ""


def is_remark(text: str, count: int) -> bool:
    """Whether what follows the first words is set off: "Achieved – March", "Green (on plan)"."""
    pieces = text.split()
    if len(pieces) <= count:
        return True
    ends = pieces[count - 1][-1:] in ",.;:-–—/"
    return ends or pieces[count][:1] in "-–—(:;/,"


def letter(text: str) -> str:
    """The status of a single letter in a status column: R, A, G, B."""
    return LETTERS.get(text.strip(" .()").casefold(), "") if len(text) <= 4 else ""


@dataclass(frozen=True)
class StatusReading:
    """What one row says of its status; `problem` is for the person to look at."""

    status: str | None = None
    source: str | None = None
    monitoring: bool = False
    problem: str = ""


def read(
    text: str, colour: str, key: dict[str, str], words: StatusWords
) -> StatusReading:
    """Weigh a status cell's words and its colour; where they disagree, neither is taken."""
    said = words.meaning(text) if text else ""
    source = "letter" if len(text.strip(" .()")) == 1 and text.isalpha() else "word"
    if text and not said:
        said, source = letter(text), "letter"
    shown = key.get(colour, "") if colour else ""
    if said == MONITORING or shown == MONITORING:
        rest = said if said != MONITORING else shown if shown != MONITORING else ""
        return StatusReading(rest or None, source_of(rest, said, source), True)
    if said and shown and said != shown:
        problem = (
            "The status in words and the colour of the cell disagree, so no status was taken. "
            "Put one of them right."
        )
        return StatusReading(problem=problem)
    if said:
        return StatusReading(said, source)
    if shown:
        return StatusReading(shown, "key")
    problem = ""
    if text:
        problem = f"The status “{text[:LONGEST]}” is not one that is known. Choose what it means."
    return StatusReading(problem=problem)


def source_of(status: str, said: str, source: str) -> str | None:
    if not status:
        return None
    return source if status == said else "key"


def near(colour: str, key: dict[str, str]) -> str:
    """The key's colour that is hardly different from this one, or ""."""
    for known in key:
        parts = zip(split(colour), split(known), strict=True)
        if all(abs(one - other) <= 12 for one, other in parts):
            return known
    return ""


def split(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)
