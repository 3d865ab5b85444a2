"""The words of a provisional figure once it is final. Pure."""

import re

from indicators.words import values

_WORD = r"\b(?:provisional|prov|draft|unaudited|interim|estimated?|unvalidated|p)\b\.?"
_CALLED = re.compile(rf"[(\[]\s*{_WORD}\s*[)\]]|{_WORD}[ ,;:-]*", re.I)


def final(text: str) -> str:
    """ "6.3% (provisional)" → "6.3%"; unchanged where that would not be the same figure, or the words call it nothing."""
    before = values.read(text)
    if not before.provisional:
        return text
    words = _CALLED.sub("", text).strip(" ,;:-")
    after = values.read(words)
    same = (before.value, before.unit, before.second) == (after.value, after.unit, after.second)  # fmt: skip
    return words if same and not after.provisional else text
