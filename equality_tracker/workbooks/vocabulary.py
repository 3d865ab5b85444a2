"""Headings matched to fields by words that are data: shipped, and added by a council.

An app declares each table it can read as a `TableKind`; nothing here knows what they mean.
"""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from .date_words import are_only_a_date, counted_words, is_date_word
from .phrases import beginnings, standing_in

LONGEST_HEADING = 120
LEAST_SHARE = 0.4
DATED = 0.01
MOST_WORDS = 10
_MARKS = re.compile(r"[^a-z0-9#%]+")
# Where one heading says the same in two languages, or explains itself.
_PIECES = re.compile(r"\s+[/|]\s+|\n")
_REMARK = re.compile(r"\s*(?:\(.*|[:?]\s.*|\s[–—-]\s.*)", re.S)
_AS_AT = re.compile(
    r"\s*(?:[–—(-]\s*)?\b(?:as\s+)?(?:at|to|on|of|for)\s+[^()]*\d[^()]*\)?$", re.I
)
MOST_PIECES = 4
REMARKED, PIECE = 0.95, 0.9
# From here on the words of a heading are one of a field's own.
WHOLE = 0.9
# Less of a heading than this says nothing where a kind reads words: "End date" is not what "Date" is.
MOSTLY = 0.6
SPARE = 0.5
QUESTION = 0.6
# A process that reads one file after another forgets what it has read of headings past as many.
MOST_REMEMBERED = 20_000


def normal(text: str) -> str:
    """A heading as bare words: "Lead Directorate/ Service:" → "lead directorate service"."""
    return _normal(text) if len(text) <= LONGEST_HEADING else bare_words(text)


def bare_words(text: str) -> str:
    text = (
        text.casefold()
        .replace("(s)", "")
        .replace("&", " and ")
        .replace("’", "")
        .replace("'", "")
    )
    return _MARKS.sub(" ", text).strip()


# Leads, statuses and headings stand in a sheet again and again.
_normal = lru_cache(maxsize=8192)(bare_words)


@lru_cache(maxsize=8192)
def variants(heading: str) -> tuple[tuple[float, str], ...]:
    """A heading whole, without the remark that follows it, and each of the pieces that say it again."""
    found = [(1.0, heading)]
    timeless = _AS_AT.sub("", heading)
    if timeless and timeless != heading:
        found.append((REMARKED, timeless))
    shorter = _REMARK.sub("", heading)
    if shorter and shorter != heading:
        found.append((REMARKED, shorter))
    pieces = [piece for piece in _PIECES.split(shorter) if piece]
    if 2 <= len(pieces) <= MOST_PIECES:
        found += [(PIECE, piece) for piece in pieces]
    return tuple(found)


@dataclass(frozen=True)
class Field:
    """One thing a column can hold: its name, its heading words, whether several columns may."""

    name: str
    words: tuple[str, ...]
    several: bool = False
    # Words that mean this only where no other heading does: "Milestone" in a table without "Action".
    spare: tuple[str, ...] = ()
    # How a question begins that asks for this: "Who will see that it is done?"
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableKind:
    """A table some app can read, and how it is recognised.

    `needs` are alternatives: one of these sets of fields must all be there. `context` words,
    where given, must stand in the sheet's name, above the table or in its headings.
    """

    name: str
    fields: tuple[Field, ...]
    needs: tuple[frozenset[str], ...]
    context: tuple[str, ...] = ()
    least: int = 2
    # The field of a column that names a time and nothing else: a figure for each year.
    dated: str = ""
    # Whether what its rows say may read like headings ("Service", "Approved"): a row right below another is then none.
    wordy: bool = False
    # Reads a heading that is none of the words as a whole: how sure it is, 0 to 1, and the field, or nothing.
    grammar: Callable[[str], tuple[tuple[float, str], ...]] | None = None
    _cache: dict = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def phrases(self) -> dict[str, list[str]]:
        """Every heading phrase, bare, with the fields it may mean in order."""
        found: dict[str, list[str]] = {}
        for one in self.fields:
            for words in one.words:
                found.setdefault(normal(words) or words, []).append(one.name)
        return found

    @cached_property
    def known(self) -> frozenset[str]:
        """Every heading phrase."""
        return frozenset(self.phrases)

    @cached_property
    def begun(self) -> dict[str, tuple[int, ...]]:
        """The words that a phrase begins with, each with how many words those phrases have."""
        return beginnings(self.phrases)

    @cached_property
    def spares(self) -> dict[str, list[str]]:
        """The words that will do for a field where no heading names it."""
        found: dict[str, list[str]] = {}
        for one in self.fields:
            for words in one.spare:
                found.setdefault(words, []).append(one.name)
        return found

    @cached_property
    def several(self) -> frozenset[str]:
        return frozenset(one.name for one in self.fields if one.several)

    def extended(self, words: dict[str, Iterable[str]]) -> "TableKind":
        """The same kind with a council's own heading words beside the shipped ones."""
        fields = tuple(
            replace(one, words=(*one.words, *words.get(one.name, ())))
            for one in self.fields
        )
        return replace(self, fields=fields, _cache={})

    def match(self, heading: str) -> list[tuple[float, str]]:
        """What a heading may mean, best first: how well it fits, 0 to 1, and the field."""
        found = self._cache.get(heading)
        if found is None:
            if len(self._cache) >= MOST_REMEMBERED:
                self._cache.clear()
            found = self._cache[heading] = self._match(heading)
        return found

    def _match(self, heading: str) -> list[tuple[float, str]]:
        if len(heading) > LONGEST_HEADING:
            return []
        best: dict[str, float] = {}
        for weight, text in variants(heading):
            for name, share in self.shares(normal(text).split()).items():
                best[name] = max(best.get(name, 0.0), share * weight)
        own = self.phrases.get(normal(heading), ()) if self.grammar else ()
        if own:
            best = dict.fromkeys(own, 1.0)
        elif self.grammar and not self.is_phrase(heading):
            partly = {name: share for name, share in best.items() if share >= MOSTLY}
            best = {name: share for share, name in self.grammar(heading)} or partly
        if heading.rstrip(" *:").endswith("?"):
            asked = self.asked(normal(heading))
            best |= {name: max(best.get(name, 0.0), QUESTION) for name in asked}
        fits = [(share, name) for name, share in best.items() if share >= LEAST_SHARE]
        return sorted(fits, key=lambda fit: -fit[0])

    def is_phrase(self, heading: str) -> bool:
        """Whether the words of a heading, all of them, are one of a field's own: "Lead officer", "Lead officer 2030/31"."""
        words = normal(heading).split()
        numbers = [len(word) for word in words if word.isdecimal()]
        # "Stage 2" is no stage of a time, "Lead 2030/31" is.
        if numbers and max(numbers) < 4:
            return " ".join(words) in self.phrases
        return max(self.shares(words).values(), default=0.0) >= WHOLE

    def asked(self, question: str) -> list[str]:
        """The field that a question asks for, by how it begins; the longest beginning decides."""
        found = [
            (len(start), one.name)
            for one in self.fields
            for start in one.questions
            if f"{question} ".startswith(f"{start} ")
        ]
        return [max(found)[1]] if found else []

    def shares(self, words: list[str]) -> dict[str, float]:
        """For each field that some of the words may mean, the greatest share of them that says so."""
        best: dict[str, float] = {}
        counted: list[str] = []
        for first, last, phrase in standing_in(words, self.begun, MOST_WORDS):
            names = self.phrases.get(phrase, ())
            counted = counted or (counted_words(words) if names else [])
            told = any(word in counted for word in words[first:last])
            share = (last - first) / len(counted if told else words)
            for name in names:
                best[name] = max(best.get(name, 0.0), min(share, 1.0))
        return best

    def may_fit(self, headings: Iterable[str]) -> bool:
        """A quick look: whether the headings may name all that the kind needs, whatever else they do."""
        names: set[str] = set()
        for heading in headings:
            names.update(name for _share, name in self.match(heading))
            names.update(self.spares.get(normal(heading), ()))
            if self.dated and is_only_a_date(heading):
                names.add(self.dated)
        return any(needed <= names for needed in self.needs)

    def assign(self, headings: dict[int, str]) -> dict[int, tuple[str, float]]:
        """The best field for each column, no field twice unless it may be: the best fits first."""
        fits = [
            (-share, order, column, name)
            for column, heading in headings.items()
            for order, (share, name) in enumerate(self.match(heading))
        ]
        found: dict[int, tuple[str, float]] = self.dated_columns(headings)
        taken: set[str] = set()
        for share, _order, column, name in sorted(fits):
            if column not in found and name not in taken:
                found[column] = name, -share
                if name not in self.several:
                    taken.add(name)
        self.assign_spare(headings, found)
        return found

    def assign_spare(self, headings: dict[int, str], found: dict) -> None:
        """Give a field that no heading names to the first that would do for it."""
        given = {name for name, _share in found.values()}
        for one in self.fields:
            if not one.spare or one.name in given:
                continue
            by_words = {normal(heading): column for column, heading in headings.items()}
            column = next((by_words[w] for w in one.spare if w in by_words), None)
            if column is not None:
                found[column] = one.name, SPARE

    def dated_columns(self, headings: dict[int, str]) -> dict[int, tuple[str, float]]:
        """The columns that name a time and nothing else, which hardly speak for the kind."""
        if not self.dated:
            return {}
        return {
            column: (self.dated, DATED)
            for column, heading in headings.items()
            if is_only_a_date(heading)
            and not (self.grammar and self.is_phrase(heading))
        }


def all_phrases(kinds: Iterable[TableKind]) -> frozenset[str]:
    """Every heading phrase of any of the kinds."""
    return _together(tuple(kind.known for kind in kinds))


# Sets that are the same objects are found again without comparing thousands of phrases, sheet by sheet and cell by cell.
@lru_cache(maxsize=16)
def _together(sets: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset().union(*sets)


@lru_cache(maxsize=32)
def begun_by(phrases: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """The words that any of the phrases begins with, each with how many words those have."""
    return beginnings(phrases)


# A row's cells are looked at more than once, and columns repeat their words.
@lru_cache(maxsize=8192)
def may_be_heading(text: str, phrases: frozenset[str]) -> bool:
    """A quick look: whether a phrase makes up enough of a text for it to be a heading."""
    return any(holds_phrase(variant, phrases) for _weight, variant in variants(text))


def holds_phrase(text: str, phrases: frozenset[str]) -> bool:
    """Whether a phrase makes up enough of a text."""
    words = normal(text).split()
    found = standing_in(words, begun_by(phrases), MOST_WORDS)
    lengths = [last - first for first, last, phrase in found if phrase in phrases]
    if not lengths:
        return False
    counted = sum(not is_date_word(word) for word in words) or len(words)
    return max(lengths) >= math.ceil(counted * LEAST_SHARE)


@lru_cache(maxsize=8192)
def is_only_a_date(text: str) -> bool:
    """Whether a heading names a time and nothing else: "Q1 2030/31", "March 2031"."""
    return are_only_a_date(normal(text).split())
