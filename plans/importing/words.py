"""How words are compared: without their spaces, line ends and capitals."""

import re

_ABBREVIATED = re.compile(r"^(?P<name>.{4,}?)\s*\((?P<short>[A-Z][\w&/.’' -]{0,14})\)$")


def squeeze(text: str) -> str:
    """Return words as they compare: two cells that differ only in spaces say the same."""
    return " ".join((text or "").split())


def same(one, other) -> bool:
    """Whether two values say the same: words but for their spaces."""
    if isinstance(one, str) and isinstance(other, str):
        return squeeze(one) == squeeze(other)
    return one == other


def bare(text: str) -> str:
    """Return a name as it compares: no capitals, no full stop at its end."""
    return squeeze(text).casefold().strip(" .,;:")


def name_and_abbreviation(written: str) -> tuple[str, str]:
    """Return a lead's name and its abbreviation: "Race Relations Officer (RRO)" has both."""
    text = squeeze(written).strip(" .,;:")
    found = _ABBREVIATED.match(text) if text.endswith(")") else None
    return (found["name"], found["short"].strip()) if found else (text, "")
