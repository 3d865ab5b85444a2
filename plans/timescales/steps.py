"""Several dates in one wording: a stretch between two, or steps with their labels. Pure."""

import re

from plans.timescales import words
from plans.timescales.timescale import Milestone
from plans.timescales.wording import JOINER, RANGE_WORDS, Wording

_BETWEEN = re.compile(r"\bbetween\s*$", re.I)
_BREAK = re.compile(r"[.;\n](?:\s|$)|\n")
EDGES = " \t\n.,;:()–—-/&"
_SMALL = re.compile(
    r"^(?:(?:in|by|for|on|at|and|the|of|from|to|end|then|is|was|early|late|mid|around|circa|approx|due)\b[\s.,:]*)+|(?:[\s,]*\b(?:in|by|for|on|at|and|the|of|from|to|end|then|is|early|late|mid|around|due))+$",
    re.I,
)


def precision(reading: Wording, index: int) -> str:
    """How exactly the date is named: "end of December" is a day."""
    stretch = reading.found[index].stretch
    if stretch.precision == "month" and words.END_OF.search(reading.before(index)):
        return "day"
    return stretch.precision


def flags_of(reading: Wording, dated: list[int]) -> tuple[str, ...]:
    flags = [flag for index in dated for flag in reading.found[index].flags]
    return tuple(dict.fromkeys(flags))


def is_range(reading: Wording, dated: list[int]) -> bool:
    """Whether the words between two dates make a stretch of them."""
    first, last = dated
    if last != first + 1:
        return False
    gap = reading.before(last)
    if _BETWEEN.search(reading.before(first)):
        return gap.strip().lower() == "and"
    return bool(RANGE_WORDS.fullmatch(gap))


def milestones(reading: Wording, dated: list[int]) -> list[Milestone]:
    """Each date with its label: the words before it, else after, else the last step's."""
    steps: list[Milestone] = []
    used = -1
    for index in dated:
        label, joined = label_before(reading, index), is_joined(reading, index)
        if not label and joined and steps:
            label = steps[-1].label if used != index - 1 else ""
        elif not label:
            label = label_after(reading, index)
            used = index if label else used
        stretch = reading.found[index].stretch
        steps.append(Milestone(label, stretch.last, precision(reading, index)))
    return steps


def is_joined(reading: Wording, index: int) -> bool:
    return index > 0 and bool(JOINER.fullmatch(reading.before(index)))


def label_before(reading: Wording, index: int) -> str:
    """The words before a date in its own sentence."""
    before = reading.before(index)
    return tidy(_BREAK.split(before)[-1])


def label_after(reading: Wording, index: int) -> str:
    """The words after a date up to the end of its sentence."""
    return tidy(_BREAK.split(reading.after(index))[0])


def tidy(label: str) -> str:
    """A label without the small words that tied it to its date."""
    label = words.ADVERB.sub("", label).strip(EDGES)
    return _SMALL.sub("", label).strip(EDGES)
