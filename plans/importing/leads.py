"""Who is responsible: one cell of words to the posts, teams and partners that it names.

Known names win over splitting. A name that may itself hold "and" or a comma is split only
where the file gives a reason: one side stands alone elsewhere, is an abbreviation, or both
sides are posts.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from plans.importing import abbreviations

_STRONG = re.compile(
    r"\s*(?:;|\n|\||\s\+\s|(?<![A-Z]{2})/|(?<=[A-Z]{2})/(?=\s?[A-Z])|\s+(?:together\s+)?with\s+)\s*"
)
_WEAK = re.compile(r"\s*,\s+and\s+|\s*,\s*|\s+and\s+|\s+&\s+")
_TAIL = re.compile(r",?\s+(?:accountable|reporting|responsible)\s+to\b.*$", re.I | re.S)
_BRACKET = re.compile(r"\s*\(\s?([A-Z][A-Za-z&/]{0,8}[A-Z]|[A-Z]{2})\s?\)\s*$")
_BULLET = re.compile(r"^[\s•·▪◦*–—-]+")
_POST = re.compile(
    r"(?:\b(?:officers?|managers?|co-?ordinators?|directors?|leads?|advisors?|advisers?|teams?|heads?"
    r"|chief executive|partners?|board|group|forum|unit|members?|chairs?|champions?|leader)|(?-i:\b[A-Z&]{2,7}))$"
    r"|^(?:head|director|chief|assistant director|leader|chair|deputy)\b",
    re.I,
)
_HEAD_OF = re.compile(
    r"(?:head|director|assistant director|manager|lead) (?:of|for)\b[^,]*$", re.I
)
_ABBREVIATION = re.compile(r"[A-Z][A-Z&/]{1,7}")
_SENTENCE = re.compile(
    r"\b(?:to|will|should|must|who|which|that)\s+[a-z]{3,}|\b(?:is|are)\s+[a-z]{3,}",
    re.I,
)
SENTENCE_WORDS = 8
LONGEST = 300
MOST_NAMES = 500
_NOBODY = re.compile(
    r"[\W_]*(?:t\.?b\.?[cad]\.?|n\.?/?a\.?|none|to be (?:confirmed|agreed|decided)|vacant|\?+)?[\W_]*",
    re.I,
)


@dataclass
class LeadReading:
    """The names in one cell; `is_sentence` marks words kept whole for a person to see."""

    names: list[str] = field(default_factory=list)
    is_sentence: bool = False


class Leads:
    """All lead cells of a file, so that each can be split in the light of the others."""

    def __init__(
        self, texts: Iterable[str], known: Iterable[str] = (), also: Iterable[str] = ()
    ):
        """`texts` are the lead cells, `known` the council's names, `also` other lines of the file."""
        cells = [tidy(text) for text in texts if text]
        self.shortened = abbreviations.find([*cells, *also])
        self.by_name = {
            name.casefold(): short for short, name in self.shortened.items()
        }
        self.known = {tidy(name).casefold() for name in known if name}
        self.known |= {short.casefold() for short in self.shortened} | set(self.by_name)
        self.counts = Counter(cell.casefold() for cell in cells)
        self.alone = {
            cell.casefold()
            for cell in cells
            if not _WEAK.search(cell) and is_short(cell)
        }
        self.known |= self.alone
        self.together = "\n".join(self.counts)
        several = list(self.counts)[:MOST_NAMES]
        self.known |= {name for name in several if self.is_one_name(name)}
        self.cache: dict[str, LeadReading] = {}

    def is_one_name(self, cell: str) -> bool:
        """Whether a cell with "and" or a comma in it stands often enough to be one name."""
        pieces = [piece for piece in _WEAK.split(cell) if piece]
        if (
            len(pieces) < 2
            or _STRONG.search(cell)
            or len(cell) > LONGEST
            or looks_like_sentence(cell)
        ):
            return False
        if any(
            piece in self.known
            or _ABBREVIATION.fullmatch(piece.upper())
            and len(piece) < 4
            for piece in pieces
        ):
            return False
        if all(_POST.search(piece) for piece in pieces):
            return False
        return self.counts[cell] > 1 or self.together.count(cell) > 1

    def read(self, text: str) -> LeadReading:
        """The names in one cell, by abbreviation where the file defines one."""
        if text not in self.cache:
            self.cache[text] = self._read(text)
        return self.cache[text]

    def _read(self, text: str) -> LeadReading:
        whole = tidy(text)
        if _NOBODY.fullmatch(whole):
            return LeadReading()
        if whole.casefold() in self.known:
            return LeadReading([self.shorten(whole)])
        whole = _TAIL.sub("", whole)
        if len(whole) > LONGEST or looks_like_sentence(whole):
            return LeadReading([whole], is_sentence=True)
        names = [
            self.shorten(name)
            for part in self.strong_parts(whole)
            for name in self.split(part)
        ]
        return LeadReading(list(dict.fromkeys(name for name in names if name)))

    def strong_parts(self, whole: str) -> list[str]:
        """Pieces at marks that no name holds: semicolons, line ends, a slash, "with"."""
        return [tidy(part) for part in _STRONG.split(whole) if part and tidy(part)]

    def split(self, part: str) -> list[str]:
        """Split at "and", "&" and commas where there is a reason to."""
        if self.is_known(part):
            return [part]
        cuts = [
            cut for cut in _WEAK.finditer(part) if not self.is_inside_post(part, cut)
        ]
        for cut in [*reversed(cuts), *cuts]:
            left, right = tidy(part[: cut.start()]), tidy(part[cut.end() :])
            if self.is_known(left) or self.is_known(right):
                return self.split(left) + self.split(right)
        for cut in cuts:
            left, right = tidy(part[: cut.start()]), tidy(part[cut.end() :])
            if _POST.search(left) and _POST.search(right):
                return self.split(left) + self.split(right)
        return self.split_list(part, cuts)

    def is_inside_post(self, part: str, cut: re.Match) -> bool:
        """Whether an "and" stands in one post: "Head of HR & OD"."""
        left, right = tidy(part[: cut.start()]), tidy(part[cut.end() :])
        bare = _ABBREVIATION.fullmatch(right) and right.casefold() not in self.known
        return bool(bare and _HEAD_OF.match(left) and "," not in cut[0])

    def split_list(self, part: str, cuts: list[re.Match]) -> list[str]:
        """A plain list of three or more without "and" is a list; the rest stays whole."""
        only_commas = len(cuts) >= 1 and all(
            "," in cut[0] and "and" not in cut[0] for cut in cuts
        )
        if only_commas:
            return [tidy(piece) for piece in _WEAK.split(part)]
        return [part]

    def is_known(self, name: str) -> bool:
        """A name of the council's, one that stands alone elsewhere, or an abbreviation."""
        bare = _BRACKET.sub("", name)
        if name.casefold() in self.known or bare.casefold() in self.known:
            return True
        return bool(_ABBREVIATION.fullmatch(name))

    def shorten(self, name: str) -> str:
        """The abbreviation of a name that the file defines, else the name."""
        bracket = _BRACKET.search(name)
        if bracket and bracket[1] in self.shortened:
            return bracket[1]
        return self.by_name.get(name.casefold(), name)


def tidy(text: str) -> str:
    """A name without bullets, full stops at its end and doubled spaces."""
    lines = [_BULLET.sub("", line) for line in text.split("\n")]
    return "\n".join(line.strip(" .,;:") for line in lines if line.strip(" .,;:"))


def is_short(cell: str) -> bool:
    return (
        len(cell) <= 80 and not _STRONG.search(cell) and not looks_like_sentence(cell)
    )


def looks_like_sentence(text: str) -> bool:
    """Words that tell what somebody does, not who somebody is."""
    return len(text.split()) >= SENTENCE_WORDS and bool(_SENTENCE.search(text))
