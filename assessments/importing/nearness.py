"""Which titles here say nearly what a row says: found by the pieces that few titles have, then compared letter by letter."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain

from plans.importing.nearness import cut, pieces

NEAR = 0.74
# Within this of the most like one, another is as likely meant.
AS_NEAR = 0.02
# How many titles are looked at for the pieces that they share with a row, and how many of those are compared letter by letter.
MOST_SHARED = 1_500
MOST_COMPARED = 12
MOST_OFFERED = 5
_WORD = re.compile(r"\w+")


class Words:
    """A title to compare others with: its letters in their order, and with its words in the order of the alphabet."""

    def __init__(self, title: str) -> None:
        self.letters = [_Letters(one) for one in ways(title)]

    def likeness(self, other: tuple[str, str]) -> float:
        """How much of both is the same, from 0.0 to 1.0, in whichever order of words that is more; `other` are the `ways` of a title."""
        pairs = zip(self.letters, other, strict=True)
        return max(letters.share(text) for letters, text in pairs)


def ways(title: str) -> tuple[str, str]:
    """A title as it is compared, and its words in the order of the alphabet."""
    text = cut(title)
    return text, " ".join(sorted(_WORD.findall(text)))


class _Letters:
    """The longest row of letters that a text has in common with another, a bit for each letter."""

    def __init__(self, text):
        self.length, self.places = len(text), defaultdict(int)
        for at, letter in enumerate(text):
            self.places[letter] |= 1 << at
        self.places.default_factory = None

    def share(self, other):
        """Twice the letters in common, of all letters of both."""
        together = self.length + len(other)
        return 2 * self._common(other) / together if together else 0.0

    def _common(self, other):
        every = left = (1 << self.length) - 1
        places = self.places
        for letter in other:
            met = left & places.get(letter, 0)
            left = ((left + met) | (left - met)) & every
        return self.length - left.bit_count()


class Titles:
    """The titles of `known`, by the pieces of three letters that they are made of. Those with one title are looked at once."""

    def __init__(self, known: Iterable) -> None:
        self.bearing = defaultdict(list)
        for one in known:
            self.bearing[cut(one.title)].append(one)
        self.titles, self.having = (
            [ways(one) for one in self.bearing],
            defaultdict(list),
        )
        for at, (title, _words) in enumerate(self.titles):
            for piece in pieces(title):
                self.having[piece].append(at)

    def near(self, title: str, directorate: int | None = None) -> list:
        """Return those of nearly this title, at most five: of the `directorate` (id) first, then the most like.

        One that is clearly more like than the rest is alone.
        """
        words = Words(title)
        likely = (self.titles[at] for at in self._likely(cut(title)))
        found = [(words.likeness(one), one[0]) for one in likely]
        least = max(NEAR, max(found, default=(0.0,))[0] - AS_NEAR)
        near = [
            (one.directorate_id != directorate, -share, one.pk, one)
            for share, text in found
            if share >= least
            for one in self.bearing[text]
        ]
        return [one for *_order, one in sorted(near)[:MOST_OFFERED]]

    def _likely(self, title):
        """The places of the few titles that share most pieces with `title`: the rarest pieces find them, and of as many the first."""
        shared = sorted(
            (len(having), piece)
            for piece in pieces(title)
            if (having := self.having.get(piece))
        )
        taken, looked_at = [], 0
        for count, piece in shared:
            if looked_at and looked_at + count > MOST_SHARED:
                break
            looked_at += count
            taken.append(self.having[piece])
        sharing = Counter(chain.from_iterable(taken))
        least = sorted(sharing.values())[-MOST_COMPARED:][:1]
        best = [(-n, at) for at, n in sharing.items() if n >= least[0]]
        return [at for _number, at in sorted(best)[:MOST_COMPARED]]
