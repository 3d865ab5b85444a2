"""How far an action has got: by word, by letter, or by colour through the sheet's own key."""

import colorsys
import re
from collections.abc import Iterable
from dataclasses import dataclass

from equality_tracker.workbooks.vocabulary import normal

NOT_STARTED, ON_TARGET, SOME_SLIPPAGE = "not_started", "on_target", "some_slippage"
SLIPPED, ACHIEVED, WITHDRAWN = "slipped", "achieved", "withdrawn"
MONITORING = "priority_monitoring"
LONGEST = 80
MOST_WORDS = 6
# Of a full turn of the wheel of colours; and how far from grey a hue counts.
SAME_HUE, LEAST_STRENGTH, MOST_LIGHTER = 0.03, 0.3, 0.25
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*%?|[^\w\s]")
_MARKS = " \t\n-–—(:;/,.|)+&→↑↓"
_LABEL = re.compile(
    r"^(?:b?rag\s+(?=[a-z])|(?:(?:rag|brag|status|current|overall|progress|rating)\s*)+[:–-]\s*|[✓✔☑√]\s+(?=\w)"
    r"|(?:(?:currently|now|still|task|action|overall|all)\s+)+(?=\w))",
    re.I,
)
_SET_OFF = re.compile(r"\s*[-–—(:;/,.\n|→↑↓✓✔+]|\s*\n")
# "Completed March 2030", "Started in May": when it came to be so.
_WHEN = re.compile(
    r"\s+(?:(?:in|on|at|since|from|as\s+of|as\s+at)\s+)?(?:\d|q[1-4]\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?:spring|summer|autumn|winter)\b)",
    re.I,
)
# "Delayed due to staffing", "Superseded by 2.3": why, or until when.
_REASON = re.compile(
    r"\s+(?:due|because|as|for|until|till|pending|owing|since|by|to\s+(?:complete|deliver|finish|meet|be))\b",
    re.I,
)
_SPELT_OUT = re.compile(r"([A-Za-z])\s*[-–(:=]\s*([^()]+?)\s*\)?")
NONE_GIVEN = re.compile(
    r"[\W_]*(?:t\.?b\.?[cad]\.?|to be (?:confirmed|advised|determined)|n\s?[./]?\s?a\.?|not applicable|none|nil|not (?:yet )?(?:rated|reported|assessed|known)|no (?:update|status|rag)(?: (?:given|provided|received))?|awaiting update)?[\W_]*",
    re.I,
)

WORDS = {
    ACHIEVED: (
        "achieved", "complete", "completed", "done", "delivered", "closed", "finished", "met",
        "fully achieved", "fully complete", "fully met", "action complete", "completed on time",
        "blue", "implemented", "✓", "✔", "☑", "√", "100% complete", "fully implemented", "fully delivered",
        "business as usual", "bau", "action closed", "closed complete", "completed early", "🔵", "fully completed",
        "complete on time", "signed off", "target met", "target achieved", "objective met",
    ),
    ON_TARGET: (
        "on target", "on track", "in progress", "on schedule", "progressing", "underway",
        "under way", "progressing well", "green", "on course", "going to plan", "on plan",
        "started", "ongoing", "in hand", "good progress", "on going", "in train", "commenced", "in development",
        "being delivered", "being implemented", "in delivery", "proceeding", "to plan", "as planned", "work in progress",
        "on time", "making progress", "good progress made", "in place and on track", "🟢",
    ),
    SOME_SLIPPAGE: (
        "some slippage", "slight slippage", "minor slippage", "slightly behind", "amber",
        "minor delay", "slight delay", "delayed", "some delay", "at risk", "yellow", "orange",
        "behind schedule", "slightly delayed", "behind", "slipping", "slightly off track", "some issues", "minor slip", "some delays", "minor delays", "slight delays",
        "off track but recoverable", "slightly off target", "needs attention", "caution", "in progress delayed",
        "in progress behind schedule", "in progress but delayed", "some risk", "progress delayed", "partially on track", "🟠", "🟡", "some concern", "minor issues", "some concerns",
    ),
    SLIPPED: (
        "slipped", "off track", "off target", "overdue", "missed", "late", "red", "not achieved",
        "not met", "significant slippage", "major slippage", "significant delay", "major delay",
        "behind target", "not on target", "not on track", "target missed", "not delivered",
        "serious concern", "stalled", "significantly behind", "failed", "significantly delayed", "seriously delayed", "major issues", "critical",
        "past due", "past deadline", "significant delays", "major delays", "deadline missed", "will not be met", "unlikely to be met", "significantly off track",
        "high risk", "well behind", "🔴",
    ),
    NOT_STARTED: (
        "not started", "not yet started", "yet to start", "not due", "not begun", "not yet due",
        "no progress yet", "to start", "to be started", "grey", "future action", "planned",
        "not commenced", "yet to commence", "not due to start", "not due yet", "gray", "yet to begin", "yet to be started",
        "not scheduled to start", "scheduled", "not begun yet", "not yet begun", "not yet commenced", "to commence", "to begin", "due later", "not currently due",
        "future", "pending start", "⚪", "due to start", "awaiting start",
    ),
    WITHDRAWN: (
        "withdrawn", "cancelled", "deleted", "removed", "no longer required", "superseded",
        "dropped", "discontinued", "no longer applicable", "no longer relevant", "canceled",
        "abandoned", "merged", "no longer needed", "no longer being pursued", "not being taken forward",
        "not proceeding", "closed not completed", "closed incomplete", "no longer in scope", "stopped", "scrapped",
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


DISAGREE = (
    "The status in words and the colour of the cell disagree, so no status was taken. "
    "Put one of them right."
)
NOT_KNOWN = "The status “{text}” is not one that is known. Choose what it means."


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
        if "?" in text:
            return ""
        text = _LABEL.sub("", text.strip()) or text
        whole = self.phrases.get(normal(text) or text)
        if whole:
            return whole
        for word in list(_WORD.finditer(text))[:MOST_WORDS][::-1]:
            said, rest = text[: word.end()], text[word.end() :]
            status = self.phrases.get(normal(said) or said.strip())
            if status and is_remark(rest, status):
                return status if self.agrees(rest, status) else ""
        return ""

    def agrees(self, remark: str, status: str) -> bool:
        """Whether a remark says no other status: "Amber/Green" and "Closed – superseded" say two."""
        said = self.meaning(remark.strip(_MARKS))
        return said in ("", status, MONITORING)


def is_remark(rest: str, status: str) -> bool:
    """Whether what follows a status is set off from it, or goes on as its date or its reason."""
    if not rest.strip(" .*†!") or _SET_OFF.match(rest):
        return True
    if _WHEN.match(rest):
        return True
    return status != ACHIEVED and bool(_REASON.match(rest))


def letter(text: str) -> str:
    """The status of a single letter in a status column: R, A, G, B."""
    return LETTERS.get(text.strip(" .()").casefold(), "") if len(text) <= 4 else ""


def letter_and_word(text: str, words: StatusWords) -> str:
    """The status of "G (Green)", a letter with its own word."""
    match = _SPELT_OUT.fullmatch(text.strip())
    status = letter(match[1]) if match else ""
    return status if status and words.meaning(match[2]) == status else ""


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
        said, source = letter(text) or letter_and_word(text, words), "letter"
    shown = key.get(colour, "") if colour else ""
    if said == MONITORING or shown == MONITORING:
        rest = said if said != MONITORING else shown if shown != MONITORING else ""
        return StatusReading(rest or None, source_of(rest, said, source), True)
    if said and shown and said != shown:
        return StatusReading(problem=DISAGREE)
    if said:
        return StatusReading(said, source)
    if shown:
        return StatusReading(shown, "key")
    problem = ""
    if text and ("?" in text or not NONE_GIVEN.fullmatch(text)):
        problem = NOT_KNOWN.format(text=text[:LONGEST])
    return StatusReading(problem=problem)


def source_of(status: str, said: str, source: str) -> str | None:
    if not status:
        return None
    return source if status == said else "key"


def near(colour: str, key: dict[str, str]) -> str:
    """The key's colour that this one hardly differs from, or is a tint of as no other is; or ""."""
    for known in key:
        parts = zip(split(colour), split(known), strict=True)
        if all(abs(one - other) <= 12 for one, other in parts):
            return known
    tints = [known for known in key if is_tint(colour, known)]
    return tints[0] if len(tints) == 1 else ""


def is_tint(colour: str, known: str) -> bool:
    """Whether two colours have one hue, one a little lighter than the other."""
    hue, light, strength = hue_of(colour)
    other, other_light, other_strength = hue_of(known)
    apart = abs(hue - other)
    coloured = min(strength, other_strength) >= LEAST_STRENGTH
    beside = abs(light - other_light) <= MOST_LIGHTER
    return coloured and beside and min(apart, 1 - apart) <= SAME_HUE


def hue_of(colour: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(part / 255 for part in split(colour)))


def split(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)
