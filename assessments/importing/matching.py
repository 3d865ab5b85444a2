"""Which assessment each row of a register is: by its reference and title, else by its title; what could be two is asked."""

import difflib
from collections import Counter, defaultdict
from dataclasses import dataclass

from assessments.models import Assessment
from plans.importing.words import bare

from .nearness import Titles
from .outcome import NEW_ONE, Row

LIKE = 0.6
# Of a cell with a whole document in it the begin is compared: it takes no minutes.
COMPARED = 300


@dataclass(frozen=True)
class Known:
    """An assessment that stands here, as rows are compared with it."""

    pk: int
    reference: str
    title: str
    directorate_id: int | None

    def __str__(self):
        return f"{self.reference} {self.title}"


def every_known() -> list[Known]:
    """All assessments of the register: one query."""
    fields = ("pk", "reference", "title", "directorate_id")
    return [
        Known(*one) for one in Assessment.objects.order_by("pk").values_list(*fields)
    ]


class Matching:
    """The rows of a file on their way to the assessments that they are. `answers` is {row's key: {"take": an id or "new"}}."""

    def __init__(self, known: list[Known], names, answers: dict) -> None:
        self.names, self.answers = names, answers
        self.free = {one.pk: one for one in known}
        self.by_reference = {bare(one.reference): one for one in known}
        self.by_title = defaultdict(list)
        for one in known:
            self.by_title[bare(one.title)].append(one)
        self.found: dict[str, int] = {}

    def match(self, rows: list[Row]) -> dict[str, int]:
        """Return {row's key: the id of the assessment that it is}, and set the `candidates` of rows that may be one."""
        for step in (self._by_key, self._by_reference, self._by_title):
            for row in rows:
                if row.key not in self.found and not row.candidates:
                    step(row)
        self._by_nearness(rows)
        return self.found

    def _by_key(self, row):
        """A row that left from here is what it was, whatever was written in it since; but for another's reference: keys were mixed up."""
        if row.left is None:
            return
        named = self.by_reference.get(bare(row.said["reference"]))
        if named and named.pk != row.left.pk:
            row.left = None
        elif row.left.pk in self.free:
            self._take(row, self.free[row.left.pk])

    def _by_reference(self, row):
        one = self.by_reference.get(bare(row.reference)) if row.reference else None
        if one is None or one.pk not in self.free:
            return
        if is_like(one.title, row.title):
            self._take(row, one)
        else:
            self._ask(row, [one])

    def _by_title(self, row):
        """Rows without a reference of their own are known by their title, in the directorate that they name."""
        same = [o for o in self.by_title[bare(row.title)] if o.pk in self.free]
        mine = [one for one in same if self._may_be_of(row, one)]
        if len(mine) == 1 and not row.reference:
            self._take(row, mine[0])
        elif mine or (same and not row.reference):
            self._ask(row, mine or same)

    def _may_be_of(self, row, one):
        """Whether an assessment is of the directorate that the row names, or either names none."""
        named = self.names.directorate(row.said["directorate"])
        return None in (named, one.directorate_id) or named.pk == one.directorate_id

    def _by_nearness(self, rows):
        """A row without a reference that says nearly what an assessment here says is asked about."""
        new = [
            row for row in rows
            if not (row.key in self.found or row.candidates or row.reference)
        ]  # fmt: skip
        if not new or not self.free:
            return
        titles = Titles(self.free.values())
        for row in new:
            named = self.names.directorate(row.said["directorate"])
            near = titles.near(row.title, named and named.pk)
            near = [one for one in near if one.pk in self.free]
            if near:
                self._ask(row, near)

    def _take(self, row, one):
        self.found[row.key] = one.pk
        self.free.pop(one.pk)

    def _ask(self, row, candidates):
        """Offer `candidates`; take the one that was answered."""
        row.candidates = candidates
        answer = self.answers.get(row.key, {}).get("take")
        row.is_said = answer == NEW_ONE
        for one in candidates:
            if answer == str(one.pk) and one.pk in self.free:
                row.is_said = True
                self._take(row, one)


def is_like(one: str, other: str) -> bool:
    """Whether two titles under one reference are the same in other words: alike in letters, or the words of one within the other."""
    one, other = bare(one), bare(other)
    if not (one and other):
        return one == other
    if f" {one} " in f" {other} " or f" {other} " in f" {one} ":
        return True
    begins = one[:COMPARED], other[:COMPARED]
    return difflib.SequenceMatcher(None, *begins).ratio() >= LIKE


def alike_in_file(rows: list[Row]) -> tuple[set, set]:
    """The keys of rows whose reference another title bears too, and of those that say again what a row before them says."""
    titles = defaultdict(set)
    for row in rows:
        if row.reference:
            titles[bare(row.reference)].add(bare(row.title))
    shared = {r.key for r in rows if len(titles.get(bare(r.reference), ())) > 1}
    seen, again = Counter(), set()
    for row in rows:
        reference = "" if row.key in shared else bare(row.reference)
        one = reference, bare(row.title), bare(row.said["directorate"])
        if seen[one]:
            again.add(row.key)
        seen[one] += 1
    return shared, again
