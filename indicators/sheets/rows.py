"""One row of a sheet: what stands there, what was typed, and what becomes of it."""

import json
from dataclasses import dataclass, field, replace

from django.utils.functional import cached_property

from indicators.forms.result_fields import digest, on_one_line
from indicators.models import Indicator, Result, Target
from indicators.results import entering
from indicators.results.entering import Known, Typed
from indicators.words.readings import Reading

FIELDS = ("text", "reason", "source", "provisional")
BLANK = dict.fromkeys(FIELDS, "")
# What becomes of a row: nothing, a new result, another figure, another source or provisional alone, or nothing before a person decides.
SAME, NEW, FIGURE, QUIET, WAITS = "same", "new", "figure", "quiet", "waits"
LONGEST_SOURCE = 300
NO_FIGURE = "Write the figure, or why there is none; or clear the rest of the row."
# What is one answer: two people who change the same of these are in each other's way.
TOGETHER = (("text", "reason"), ("source",), ("provisional",))
SAID = {"on": "a tick"}
THEIRS = "{who} saved {what} here while you were writing. Keep theirs, or save again to put yours in its place."
GONE = "Somebody took the result back while you were writing. Save again to enter yours, or clear it."
SOURCE_TOO_LONG = "Use 300 characters or fewer."
NOT_YOURS = "This is no longer yours to enter, so it was not saved: {who}. What you wrote stays here for you to copy."
CLEARED = "A figure that stands here is not cleared on the sheet: take it back on its own page."
WORKED_OUT = "The figure that stands here was worked out from how many of how many: correct all three on its own page."


@dataclass
class Sent:
    """What came of one row: what stands in its fields, what stood there when the page was made, at which version, and what was ticked."""

    typed: dict
    was: dict
    version: int = 0
    sure: str = ""
    keep: bool = False


@dataclass
class Row:
    """An indicator on a sheet: its result for the period or None, its last figure before, its target."""

    indicator: Indicator
    result: Result | None = None
    last: Result | None = None
    target: Target | None = None
    typed: dict = field(default_factory=dict)
    fate: str = SAME
    reading: Reading | None = None
    errors: dict = field(default_factory=dict)
    questions: list = field(default_factory=list)
    is_theirs: bool = False
    is_yours: bool = True
    is_saved: bool = False
    wants_why: bool = False
    elsewhere: str = ""
    starts_family: bool = False

    def __post_init__(self):
        self.typed = self.typed or self.as_it_is

    @property
    def name(self):
        """What its fields are called in the page."""
        return f"r{self.indicator.pk}"

    @property
    def as_it_is(self):
        """What the fields show of the result that stands."""
        if self.result is None:
            return dict(BLANK)
        return {
            "text": on_one_line(self.result.text),
            "reason": self.result.reason,
            "source": on_one_line(self.result.source),
            "provisional": "on" if self.result.provisional else "",
        }

    @property
    def stamp(self):
        """What stands there at which version, for the page to carry."""
        version = self.result.version if self.result else 0
        return json.dumps([version, *self.as_it_is.values()])

    @property
    def asked(self):
        """The mark of the questions, which a tick sends back."""
        return digest(self.questions)

    @property
    def is_open(self):
        """Whether something of it waits for the person."""
        return bool(self.errors or self.questions or self.wants_why)

    @cached_property
    def known(self):
        last = self.last
        return Known(
            self.indicator.unit, self.indicator.decimals, last and last.as_measure(), last.period if last else ""
        )  # fmt: skip

    def decide(self, sent):
        """Say what becomes of what was sent: sets `fate`, and where it waits, the errors and questions."""
        self.typed = sent.typed
        if sent.keep or sent.typed in (sent.was, self.as_it_is):
            self.typed, self.fate = self.as_it_is, SAME
        elif not self.is_yours:
            self.errors["text"] = NOT_YOURS.format(who=self._whose)
        elif sent.version and self.result is None:
            self.errors["text"] = GONE
        elif not self._clashes(sent):
            self._decide_fields(sent)
        if len(self.typed["source"]) > LONGEST_SOURCE:
            self.errors["source"] = SOURCE_TOO_LONG
        if self.is_open:
            self.fate = WAITS

    @property
    def _whose(self):
        """Who answers for the indicator now."""
        directorate = self.indicator.directorate
        return (
            f"{directorate} enters it now" if directorate else "no directorate has it"
        )

    def _clashes(self, sent):
        """Take what somebody else changed where this person typed nothing; say where both did."""
        now = self.as_it_is
        for fields in TOGETHER:
            typed, was, is_now = (
                [said[name] for name in fields] for said in (sent.typed, sent.was, now)
            )
            if typed == was:
                self.typed = self.typed | dict(zip(fields, is_now, strict=True))
            elif is_now not in (was, typed):
                self.is_theirs = True
                what = entering.short(now[fields[0]]) or "nothing"
                who = self.result.entered_by or "Somebody"
                self.errors[fields[0]] = THEIRS.format(who=who, what=SAID.get(what, what))  # fmt: skip
        return self.is_theirs

    def _decide_fields(self, sent):
        """Say what becomes of the fields, where nobody else is in the way."""
        if self._figure() != (self.as_it_is["text"], self.as_it_is["reason"]):
            self._read(sent)
        elif self.result is None:
            self.errors["text"] = NO_FIGURE
        else:
            self.fate = SAME if self.typed == self.as_it_is else QUIET

    def _figure(self):
        return self.typed["text"], self.typed["reason"]

    def _read(self, sent):
        """Read the figure, and ask about it where that was not answered yet."""
        if self._figure() == ("", "") and self.result:
            self.errors["text"], self.elsewhere = CLEARED, "take_back"
            return
        if self.typed["text"] and self.typed["text"] != sent.was["text"] and self.typed["reason"] == sent.was["reason"]:  # fmt: skip
            # The reason stood there for the figure before.
            self.typed["reason"] = ""
        entry = entering.enter(self._typed(), self.known)
        self.errors.update(entry.errors)
        self.reading, self.fate = entry.reading, FIGURE if self.result else NEW
        self._keep_share()
        if not self.errors and sent.sure != digest(entry.questions):
            self.questions = entry.questions

    def _typed(self):
        ticked, result = bool(self.typed["provisional"]), self.result
        unticked = None if result is None or result.provisional is None else False
        remark = result.remark if result and result.remark not in result.text else ""
        return Typed(
            self.typed["text"], self.typed["reason"], provisional=ticked or unticked, remark=remark
        )  # fmt: skip

    def _keep_share(self):
        """How many of how many stays where the new figure is the same share; else its own page asks for both."""
        if self.errors or self.result is None or self.result.numerator is None or self.reading.numerator is not None:  # fmt: skip
            return
        share = replace(self.reading, numerator=self.result.numerator, denominator=self.result.denominator)  # fmt: skip
        if self.reading.value is None or list(entering.ask_of_share(share, self.known)):
            self.errors["text"], self.elsewhere = WORKED_OUT, "correct"
        self.reading = share

    @property
    def reading_words(self):
        """How the figure that stands was read, "" where its words say nothing else."""
        if self.result is None:
            return ""
        words = entering.in_words(self.result, self.known)
        plain = {self.result.text.casefold(), f"no figure: {self.result.text.casefold()}"}  # fmt: skip
        same = words.replace(" per cent", "%").partition(", ")[0]
        return "" if plain & {words, same} else words

    @property
    def label(self):
        """How its row is called where its title would be too long."""
        return self.indicator.code or entering.short(self.indicator.title)

    @property
    def faults(self):
        """Yield (id of the place, words) for each thing that waits for the person."""
        for name, words in self.errors.items():
            yield f"{self.name}-{name}", words
        if self.questions:
            yield f"{self.name}-sure", " ".join(self.questions)


def read_stamp(words):
    """Return (version, what stood in the fields) of a stamp; of one that is no stamp, nothing at version 0."""
    try:
        version, *stood = json.loads(words)
        if isinstance(version, int) and len(stood) == len(FIELDS):
            return version, dict(zip(FIELDS, map(str, stood), strict=True))
    except (ValueError, TypeError):
        pass
    return 0, dict(BLANK)
