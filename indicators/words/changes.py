"""A target as a change from something: "increase of 4.1% on baseline", "10% reduction". Pure."""

import re
from typing import NamedTuple

from indicators.words import figures, times
from indicators.words.figures import Figure

UP, DOWN = "+", "-"
_UP = r"increas(?:e|es|ed|ing)|ris(?:e|es|ing)|rais(?:e|ed|ing)|improv(?:e|ed|ing|ement)|grow(?:th)?|up(?! to)"
_DOWN = r"reduc(?:e|es|ed|ing|tion)|decreas(?:e|es|ed|ing)|cut|fall|drop|lower|down"
_VERB = re.compile(rf"(?:an? )?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.I)
_BY = re.compile(
    r"(?P<words>(?: [a-z'-]+){0,8}?) (?P<link>by|of|to|from|at least)(?: at least| a further| an additional)? (?=[-+£€$0-9])|(?P<none> )(?=[-+£€$0-9])",
    re.I,
)
_NOUN = re.compile(
    r" (?:(?P<up>increase|improvement|rise|growth|more|higher|above|over|better than)|"
    r"(?P<down>reduction|decrease|fall|drop|cut|fewer|less|lower|below|under))\b(?P<rest>.*)$", re.I,
)  # fmt: skip
_BASE = re.compile(
    r"(?:on|over|above|below|from|against|than|compared (?:to|with)|in)\b ?", re.I
)
_SAID_BASE = re.compile(
    r"\b(?:baseline|base|figure|average|previous|last year|outturn|position|level)\b",
    re.I,
)
_ARITHMETIC = re.compile(
    r"(?:the )?(?:baseline|base line|base)(?: figure)? ?(?:(?P<up>\+|plus)|(?P<down>-|minus)) ?(?=[£€$0-9])",
    re.I,
)
_COMPARED = frozenset(
    {
        "above",
        "below",
        "over",
        "under",
        "higher",
        "lower",
        "more",
        "fewer",
        "less",
        "better than",
    }
)


class Change(NamedTuple):
    """A change by a figure; `direction` is "" where the words say what it is to become.

    `points` says that a percentage is more likely meant as percentage points.
    """

    figure: Figure
    direction: str
    points: bool
    against: str = ""
    remark: str = ""

    @property
    def is_contradicted(self) -> bool:
        """Whether a sign stands beside the word for the change: nobody knows whether "an increase of -5%" is up or down."""
        signed = self.figure.signed
        return bool(self.direction) and (
            signed == DOWN or (signed == UP and self.direction == DOWN)
        )


def read(text: str) -> Change | None:
    """The change that a text states, or None."""
    return from_verb(text) or from_baseline(text) or from_noun(text) or from_plus(text)


def from_verb(text: str) -> Change | None:
    """ "Increase of 4.1% on baseline", "reduce complaints by 10", "increase from 40% to 45%"."""
    verb = _VERB.match(text)
    link = verb and _BY.match(text, verb.end())
    figure = link and figures.at_start(text[link.end() :])
    if not figure:
        return None
    rest = text[link.end() + figure.end :]
    said = (link["link"] or "by").lower()
    if said == "from" or said == "to":
        return to_figure(text, figure, rest, said)
    if not plain(rest):
        return None
    direction = UP if verb["up"] else DOWN
    against = _BASE.sub("", rest.strip(" ,.;"), count=1)
    points = bool(_SAID_BASE.search(rest))
    return Change(figure, direction, points, against)


def to_figure(text: str, figure: Figure, rest: str, said: str) -> Change | None:
    """What it is to become: "to 45%", "from 40% to 45%"."""
    if said == "from":
        onward = re.match(r"[a-z0-9/ ()]*?\bto (?=[£€$0-9])", rest, re.I)
        figure = onward and figures.at_start(rest[onward.end() :])
        rest = rest[onward.end() + figure.end :] if figure else rest
    if not figure or not plain(rest):
        return None
    return Change(figure, "", False, remark=text[: -len(rest) or None])


def from_baseline(text: str) -> Change | None:
    """ "Baseline + 5%"."""
    match = _ARITHMETIC.match(text)
    figure = match and figures.at_start(text[match.end() :])
    if not figure or not plain(text[match.end() + figure.end :]):
        return None
    return Change(figure, UP if match["up"] else DOWN, True, "baseline")


def from_noun(text: str) -> Change | None:
    """ "10% reduction", "3 points above baseline", "5% increase on 2030/31"."""
    figure = figures.at_start(text)
    match = figure and _NOUN.match(text, figure.end)
    if not match or not plain(match["rest"]):
        return None
    word = (match["up"] or match["down"]).lower()
    compared = word in _COMPARED
    if compared and not (_SAID_BASE.search(match["rest"]) or times.find(match["rest"])):
        return None
    against = _BASE.sub("", match["rest"].strip(" ,.;"), count=1)
    return Change(as_points(figure), UP if match["up"] else DOWN, compared, against)


def from_plus(text: str) -> Change | None:
    """ "+3 percentage points", "+5%"."""
    figure = figures.at_start(text)
    if not figure or figure.signed != "+" or not plain(text[figure.end :]):
        return None
    return Change(as_points(figure), UP, False)


def as_points(figure: Figure) -> Figure:
    """ "3 points" of a change are percentage points."""
    return figure._replace(unit=figures.POINTS) if figure.unit == "points" else figure


def plain(rest: str) -> bool:
    """Whether no other figure follows."""
    return not (rest and rest[0].isalnum()) and not re.search(
        "[0-9]", times.without(rest)
    )
