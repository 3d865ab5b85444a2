"""The words of a heading that name a time: they stand in many headings and tell no field. Pure."""

import re

_DATES = re.compile(
    r"jan(?:uary)?|feb(?:[ru]*ary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?|q[1-4]|quarters?|qtrs?|spring|summer|autumn|winter|term"
)
# Words that say which kind of year a heading names: "Academic year 2030/31".
_KINDS_OF_YEAR = frozenset(
    [
        "academic",
        "financial",
        "school",
        "fiscal",
        "calendar",
        "year",
        "month",
        "ending",
        "ended",
    ]  # fmt: skip
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_STARTS = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
        "q1",
        "q2",
        "q3",
        "q4",
        "qua",
        "spr",
        "sum",
        "aut",
        "win",
        "ter",
        "qtr",
    ]
)


def counted_words(words: list[str]) -> list[str]:
    """The words of a heading that tell its field: all but a time's, unless there are no others."""
    dated = any(map(_YEAR.fullmatch, words))
    told = [
        word
        for word in words
        if not (is_date_word(word) or (dated and word in _KINDS_OF_YEAR))
    ]
    return told or words


def are_only_a_date(words: list[str]) -> bool:
    """Whether the words of a heading name a time and nothing else: "Q1 2030/31", "March 2031"."""
    bare = [word for word in words if word not in _KINDS_OF_YEAR]
    if len(bare) < len(words) and not any(map(_YEAR.fullmatch, bare)):
        return False
    return bool(bare) and all(is_date_word(word) for word in bare)


def is_date_word(word: str) -> bool:
    """A month, a year or a quarter: it stands in many headings and tells no field."""
    return (word[0].isdigit() or word[:3] in _STARTS) and bool(_DATES.fullmatch(word))
