"""Which of many titles is nearly the words of another, without comparing each with every one: those first that share what few have."""

import difflib
from collections import Counter, defaultdict
from heapq import nlargest
from math import log

from .words import bare

NEAR = 0.72
CERTAIN = (True, 0.93)
PIECE = 3
MOST_SHARED = 3_000
MOST_COMPARED = 6
LONGEST = 160
OWN_PRIORITY = 1.5


class Titles:
    """The titles of `actions`, by the pieces of three letters that they are made of."""

    def __init__(self, actions):
        self.actions = {one.pk: one for one in actions}
        self.titles = {pk: cut(one.title) for pk, one in self.actions.items()}
        self.having = defaultdict(list)
        for pk, title in self.titles.items():
            for piece in pieces(title):
                self.having[piece].append(pk)

    def nearest(self, title, priority):
        """Return the action whose title is most like `title`, near enough to ask, or None; those of the `priority` (id) come first."""
        matcher = difflib.SequenceMatcher(None, "", cut(title), False)
        best = None
        likely = self._likely(cut(title), priority)
        for likelihood, pk in likely:
            if best and best[0] >= CERTAIN and likelihood < likely[0][0]:
                break
            matcher.set_seq1(self.titles[pk])
            if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < NEAR:
                continue
            ratio, is_own = matcher.ratio(), self.actions[pk].priority_id == priority
            if ratio >= NEAR and (best is None or (is_own, ratio) > best[0]):
                best = (is_own, ratio), self.actions[pk]
        return best[1] if best else None

    def _likely(self, title, priority):
        """Return [(likelihood, id)] of the few titles that share most with `title`, the rarest pieces counting most."""
        score, looked_at = Counter(), 0
        shared = [self.having[piece] for piece in pieces(title) & self.having.keys()]
        for having in sorted(shared, key=len):
            if looked_at and looked_at + len(having) > MOST_SHARED:
                break
            looked_at += len(having)
            weight = log(1 + len(self.titles) / len(having))
            for pk in having:
                score[pk] += weight

        own = (pk for pk in score if self.actions[pk].priority_id == priority)
        for pk in own:
            score[pk] *= OWN_PRIORITY
        return nlargest(MOST_COMPARED, ((value, pk) for pk, value in score.items()))

    def take(self, action):
        """Let `action` be near to nothing more."""
        for piece in pieces(self.titles.pop(action.pk)):
            self.having[piece].remove(action.pk)
            if not self.having[piece]:
                del self.having[piece]


def cut(title):
    """The begin of a title as it is compared: of a cell with a whole document in it no more."""
    return bare(title)[:LONGEST]


def pieces(title):
    """The pieces of a title; a letter at its begin or end is one with the space beside it."""
    text = f" {title} "
    return {text[at : at + PIECE] for at in range(len(text) - PIECE + 1)}
