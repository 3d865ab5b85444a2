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
from plans.importing.lead_words import (
    ABBREVIATION,
    BARE_POST,
    BRACKET,
    BULLET,
    ELSEWHERE,
    HEAD_OF,
    LABEL,
    NOBODY,
    NUMBERED,
    POST,
    ROLE,
    SENTENCE,
    STRONG,
    SUPPORT,
    TAIL,
    UNNAMED,
    WEAK,
    WRAPPED,
    is_person,
)

SENTENCE_WORDS = 8
LONGEST = 300
MOST_NAMES = 500


@dataclass
class LeadReading:
    """The names in one cell.

    `is_sentence` marks words kept whole for a person to see, `elsewhere` a cell that only
    points to another ("as above").
    """

    names: list[str] = field(default_factory=list)
    is_sentence: bool = False
    elsewhere: bool = False


class Leads:
    """All lead cells of a file, so that each can be split in the light of the others."""

    def __init__(
        self, texts: Iterable[str], known: Iterable[str] = (), also: Iterable[str] = ()
    ):
        """`texts` are the lead cells, `known` the council's names, `also` other lines of the file."""
        written = [text for text in texts if text]
        tidied = {text: tidy(text) for text in dict.fromkeys(written)}
        cells = [tidied[text] for text in written]
        self.shortened = abbreviations.find([*tidied.values(), *also])
        self.by_name = {
            name.casefold(): short for short, name in self.shortened.items()
        }
        self.given = {tidy(name).casefold() for name in known if name}
        self.known = set(self.given)
        self.known |= {short.casefold() for short in self.shortened} | set(self.by_name)
        self.counts = Counter(cell.casefold() for cell in cells)
        self.alone = {
            cell.casefold()
            for cell in tidied.values()
            if not WEAK.search(cell) and is_short(cell)
        }
        self.known |= self.alone
        self.together = "\n".join(self.counts)
        several = list(self.counts)[:MOST_NAMES]
        self.known |= {name for name in several if self.is_one_name(name)}
        self.cache: dict[str, LeadReading] = {}

    def is_one_name(self, cell: str) -> bool:
        """Whether a cell with "and" or a comma in it stands often enough to be one name."""
        pieces = [piece for piece in WEAK.split(cell) if piece]
        if (
            len(pieces) < 2
            or STRONG.search(cell)
            or len(cell) > LONGEST
            or looks_like_sentence(cell)
        ):
            return False
        if any(
            piece in self.known
            or ABBREVIATION.fullmatch(piece.upper())
            and len(piece) < 4
            for piece in pieces
        ):
            return False
        if all(POST.search(piece) for piece in pieces):
            return False
        return self.counts[cell] > 1 or self.together.count(cell) > 1

    def read(self, text: str) -> LeadReading:
        """The names in one cell, by abbreviation where the file defines one."""
        if text not in self.cache:
            self.cache[text] = self._read(text)
        return self.cache[text]

    def _read(self, text: str) -> LeadReading:
        whole = tidy(text)
        if whole.casefold() in self.given:
            return LeadReading([self.shorten(whole)])
        if ELSEWHERE.fullmatch(whole):
            return LeadReading(elsewhere=bool(whole))
        if NOBODY.fullmatch(whole):
            return LeadReading()
        if whole.casefold() in self.known:
            return LeadReading([self.shorten(whole)])
        whole = SUPPORT.sub(r"; \1", TAIL.sub("", whole))
        if len(whole) > LONGEST or looks_like_sentence(whole):
            return LeadReading([whole], is_sentence=True)
        names = [
            self.shorten(ROLE.sub("", name))
            for part in self.strong_parts(whole)
            for name in self.split(part)
        ]
        kept = [name for name in names if self.is_named(name)]
        return LeadReading(list(dict.fromkeys(kept)))

    def is_named(self, name: str) -> bool:
        """Whether words name somebody: "TBC" does where the council knows it as a name."""
        return name.casefold() in self.given or not NOBODY.fullmatch(name)

    def strong_parts(self, whole: str) -> list[str]:
        """Pieces at marks that no name holds: semicolons, line ends, a slash, "with"."""
        pieces = [
            piece
            for part in NUMBERED.split(whole)
            for piece in STRONG.split(part or "")
        ]
        named = (UNNAMED.sub("", LABEL.sub("", tidy(piece))) for piece in pieces)
        bare = (ROLE.sub("", name) for name in named)
        return [name for name in bare if name]

    def split(self, part: str) -> list[str]:
        """Split at "and", "&" and commas where there is a reason to."""
        if self.is_known(part):
            return [part]
        cuts = [cut for cut in WEAK.finditer(part) if not self.is_inside(part, cut)]
        for cut in [*reversed(cuts), *cuts]:
            left, right = tidy(part[: cut.start()]), tidy(part[cut.end() :])
            if self.is_known(left) or self.is_known(right):
                return self.split(left) + self.split(right)
        for cut in cuts:
            left, right = tidy(part[: cut.start()]), tidy(part[cut.end() :])
            if self.is_somebody(left) and self.is_somebody(right):
                return self.split(left) + self.split(right)
        return self.split_list(part, cuts)

    def is_somebody(self, name: str) -> bool:
        """Whether words name a post, a body or a person on their own."""
        if POST.search(name) or is_person(name):
            return True
        pieces = [tidy(piece) for piece in WEAK.split(name)]
        return len(pieces) > 1 and all(is_person(piece) for piece in pieces)

    def is_inside(self, part: str, cut: re.Match) -> bool:
        """Whether a comma or an "and" stands within one name."""
        return self.is_inside_post(part, cut) or is_after_person(part, cut)

    def is_inside_post(self, part: str, cut: re.Match) -> bool:
        """Whether it stands in one post or service: "Head of HR & OD", "HR & OD", "Assistant Director, Housing"."""
        left, right = tidy(part[: cut.start()]), tidy(part[cut.end() :])
        if "," in cut[0]:
            bare_post = BARE_POST.fullmatch(WEAK.split(left)[-1])
            return bool(bare_post and not POST.search(right))
        bare = ABBREVIATION.fullmatch(right) and right.casefold() not in self.known
        if bare and "&" in cut[0] and ABBREVIATION.fullmatch(left):
            return left.casefold() not in self.known
        return bool(bare and HEAD_OF.match(left))

    def split_list(self, part: str, cuts: list[re.Match]) -> list[str]:
        """A plain list of three or more without "and" is a list; the rest stays whole."""
        only_commas = len(cuts) >= 1 and all(
            "," in cut[0] and "and" not in cut[0] for cut in cuts
        )
        if only_commas:
            return [tidy(piece) for piece in WEAK.split(part)]
        return [part]

    def is_known(self, name: str) -> bool:
        """A name of the council's, one that stands alone elsewhere, or an abbreviation."""
        bare = BRACKET.sub("", name)
        if name.casefold() in self.known or bare.casefold() in self.known:
            return True
        return bool(ABBREVIATION.fullmatch(name))

    def shorten(self, name: str) -> str:
        """The abbreviation of a name that the file defines, else the name."""
        bracket = BRACKET.search(name)
        if bracket and bracket[1] in self.shortened:
            return bracket[1]
        return self.by_name.get(name.casefold(), name)


def is_after_person(part: str, cut: re.Match) -> bool:
    """Whether a comma ties a person to their post: "J. Smith, Head of Housing"."""
    if "," not in cut[0] or "and" in cut[0]:
        return False
    left = WEAK.split(part[: cut.start()])[-1]
    right = WEAK.split(part[cut.end() :])[0]
    return is_person(tidy(left)) and bool(POST.search(right)) and not is_person(right)


def tidy(text: str) -> str:
    """A name without bullets, full stops at its end, doubled spaces and wrapped lines."""
    text = WRAPPED.sub(lambda found: f" {found[1] or found[2]} ", text)
    lines = [BULLET.sub("", line) for line in text.split("\n")]
    return "\n".join(line.strip(" .,;:") for line in lines if line.strip(" .,;:"))


def is_short(cell: str) -> bool:
    """Whether a cell is a plain name that may stand for itself elsewhere."""
    if len(cell) > 80 or STRONG.search(cell) or looks_like_sentence(cell):
        return False
    marked = LABEL, NUMBERED, ROLE, SUPPORT, UNNAMED
    return not any(pattern.search(cell) for pattern in marked)


def looks_like_sentence(text: str) -> bool:
    """Words that tell what somebody does, not who somebody is."""
    return len(text.split()) >= SENTENCE_WORDS and bool(SENTENCE.search(text))
