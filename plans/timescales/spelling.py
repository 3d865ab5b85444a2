"""Months that were mistyped: "Septmber 2026" is read as September, and said so. Pure."""

import re

_LONG = (
    "january",
    "february",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# Short names lie too near to other words to be told by likeness.
_SHORT = {
    "mrach": "March", "marhc": "March", "macrh": "March", "amrch": "March", "marc": "March",
    "arpil": "April", "apirl": "April", "aprl": "April", "aprill": "April", "appril": "April",
    "jnue": "June", "juen": "June", "jun e": "June", "jully": "July", "juyl": "July", "jly": "July",
    "juley": "July", "spet": "Sept", "setp": "Sept", "sepr": "Sept", "agust": "August",
    "augst": "August", "auguest": "August", "ocotber": "October", "janurary": "January",
    "febuary": "February", "feburary": "February", "novmber": "November", "decmber": "December",
}  # fmt: skip
_OTHER = {
    "autum": "autumn", "autumm": "autumn", "automn": "autumn", "atumn": "autumn", "sumer": "summer",
    "summmer": "summer", "spirng": "spring", "sprng": "spring", "witner": "winter",
    "quaterly": "quarterly", "quartely": "quarterly", "quartley": "quarterly", "quartery": "quarterly",
    "quartelry": "quarterly", "qaurterly": "quarterly", "quarterley": "quarterly", "quater": "quarter", "qaurter": "quarter", "quarte": "quarter",
    "anually": "annually", "annualy": "annually", "anualy": "annually", "annully": "annually",
    "anual": "annual", "annaul": "annual", "annaully": "annually", "montly": "monthly",
    "monthy": "monthly", "monthley": "monthly", "mothly": "monthly", "ongong": "ongoing",
    "ongoin": "ongoing", "onging": "ongoing", "ongoign": "ongoing", "ongiong": "ongoing",
    "ongonig": "ongoing", "contiuous": "continuous", "continous": "continuous",
    "yealry": "yearly", "biannualy": "biannually", "weekley": "weekly",
}  # fmt: skip
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,11}(?![^\W\d_])")
_SURE = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)$|january|february|march|april|august|september|october|november|december",
    re.I,
)
MOST_CHANGES = 2


def corrected(text: str) -> str:
    """The text with mistyped months put right where a figure stands near, and words like "quaterly"."""
    return _WORD.sub(lambda match: _word(match, text), text)


def _word(match: re.Match, text: str) -> str:
    word = match[0].lower()
    if word in _OTHER:
        return _OTHER[word]
    if word[0] not in "jfmasond" or _SURE.match(word):
        return match[0]
    near = text[max(match.start() - 5, 0) : match.start()] + text[match.end() :][:6]
    if not any(mark.isdigit() for mark in near):
        return match[0]
    if word in _SHORT:
        return _SHORT[word]
    likely = [name for name in _LONG if len(word) >= 5 and is_like(word, name)]
    return likely[0].capitalize() if len(likely) == 1 else match[0]


def is_like(word: str, name: str) -> bool:
    """Whether a word is a month's name but for two slips: its first letter and its last are right."""
    if word[0] != name[0] or word[-1] != name[-1]:
        return False
    if abs(len(word) - len(name)) > MOST_CHANGES:
        return False
    return changes(word, name) <= MOST_CHANGES


def changes(word: str, name: str) -> int:
    """How many letters were left out, put in, changed or swapped with their neighbour."""
    before: list[int] = []
    last = list(range(len(name) + 1))
    for row, letter in enumerate(word, start=1):
        line = [row]
        for column, other in enumerate(name, start=1):
            cost = min(
                last[column] + 1,
                line[-1] + 1,
                last[column - 1] + (letter != other),
            )
            swapped = (
                row > 1
                and column > 1
                and letter == name[column - 2]
                and word[row - 2] == other
            )
            line.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, last = last, line
    return last[-1]
