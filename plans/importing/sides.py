"""A file that went out from here and comes back has three sides: the row as it left, as it is in the file, as it is here now.

What is in the file as it left was not changed there, however the plan stands now, and is left alone. What changed in the file alone
is taken. What changed on both sides is a `Clash`: a person chooses, and until then ours stays.
"""

import hashlib
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from equality_tracker.workbooks.marks import read_key

from .words import bare, squeeze

FILE = "file"
LABELS = {
    "reference": "Reference",
    "title": "Action",
    "outcome": "Outcome",
    "measures": "Measures",
    "steps": "Steps",
    "lead_as_written": "Lead",
    "timescale": "Timescale",
    "directorate_id": "Directorate",
    "priority_id": "Place in the plan",
    "rag_status": "Status",
    "priority_monitoring": "Priority monitoring",
    "progress": "Progress",
    "priority.number": "Number",
    "priority.title": "Heading",
    "priority.description": "Description",
    "priority.outcomes": "Outcomes",
    "priority.heading_deadline": "Deadline",
    "priority.directorate_id": "Directorate",
}


@dataclass
class Left:
    """One row as it left: `said` is what our own reader makes of it, `stood` how the action stood then, `priority` its heading then."""

    token: str
    number: int
    said: dict
    stood: dict
    priority: dict

    @property
    def action(self):
        return self.stood["action"]


@dataclass(frozen=True)
class Clash:
    """One field of an action, or of a priority, that changed in the file and here: as it left, in the file, and as it is here."""

    action: int
    name: str
    left: str
    theirs: str
    ours: str

    @property
    def key(self):
        return f"{self.action}:{self.name}"

    @property
    def label(self):
        return LABELS.get(self.name, self.name)

    @property
    def seen(self):
        """A mark of what stood here when the question was asked: an answer holds for that alone."""
        text = f"{self.name}\n{self.ours}\n{self.theirs}"
        return hashlib.blake2s(text.encode(), digest_size=8).hexdigest()

    def is_for_the_file(self, answer):
        return answer == {"take": FILE, "seen": self.seen}


@dataclass
class Sides:
    """Every row of the exports that a file comes from, and the priorities: their headings as they left, and how they stood then."""

    rows: dict[tuple[str, int], Left] = field(default_factory=dict)
    priorities: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    headings: dict[int, dict] = field(default_factory=dict)
    stood: dict[int, dict] = field(default_factory=dict)

    def __bool__(self):
        return bool(self.rows)

    @classmethod
    def of(cls, exports):
        """Build them of [(token, {number: (said, priority said)}, [stood, …])]: the numbers count rows from 1."""
        sides = cls()
        for token, read, stood in exports:
            for number, one in enumerate(stood, start=1):
                if "heading" in one:
                    sides.stood.setdefault(one["priority"], one["heading"])
                said, priority = read.get(str(number)) or (None, None)
                if said is not None:
                    left = Left(token, number, said, one, priority)
                    sides.rows[token, number] = left
                    sides._note(priority, one["priority"])
        return sides

    def _note(self, priority, pk):
        known = self.priorities.setdefault(heading(priority), [])
        if pk not in known:
            known.append(pk)
        self.headings.setdefault(pk, priority)

    def find(self, rows):
        """Give each of `rows` its `left`: by its key, else by its reference or title as they left; copies are told apart.

        A row that holds another's key is a copy of it, and `copy_of` names the row that keeps it; unless it is the same action
        filled in a second time, which has its `left` too.
        """
        by_key = defaultdict(list)
        for row in rows:
            key = read_key(row.said.get("row_key"))
            if key in self.rows:
                by_key[key].append(row)
        for key, alike in by_key.items():
            _keep_one(alike, self.rows[key])
        self._find_by_words(rows)

    def _find_by_words(self, rows):
        """Where a key was taken out: the row's reference as it left, else its title, where just one action left so that no row is.

        An action that another row is already comes back a second time only under both.
        """
        taken = {id(row.left) for row in rows if row.left}
        actions = {row.left.action for row in rows if row.left}
        lost = [row for row in rows if row.left is None and row.copy_of is None]
        for key in (_reference, _title):
            alike = defaultdict(list)
            for left in self.rows.values():
                alike[key(left.said)].append(left)
            for row in lost:
                said = row.said
                found = [
                    left
                    for left in (alike.get(key(said), ()) if key(said) else ())
                    if id(left) not in taken
                    if left.action not in actions or _is_named_as(said, left.said)
                ]
                if row.left is None and len({left.action for left in found}) == 1:
                    row.left = min(found, key=lambda one: _distance(said, one.said))
                    taken.add(id(row.left))


def _reference(said):
    return bare(said.get("reference") or "")


def _title(said):
    return bare(said.get("title") or "")


def _is_named_as(said, left):
    return (_reference(said), _title(said)) == (_reference(left), _title(left))


def _keep_one(rows, left):
    """The row most like the one that left keeps its key; the others are copies of it, or the same action filled in twice."""
    kept = min(rows, key=lambda row: _distance(row.said, left.said))
    kept.left = left
    for row in rows:
        if row is kept:
            continue
        row.is_same_as_original = _distance(row.said, kept.said) == 0
        if not row.is_same_as_original and _comes_again(row.said, kept.said, left.said):
            row.left = left
        else:
            row.copy_of = kept


def _comes_again(said, kept, left):
    """Whether a row with another's key is its action and no new one: under the same reference, or title on another sheet."""
    elsewhere = said["sheet"] != kept["sheet"]
    return _is_named_as(said, left) and (bool(_reference(said)) or elsewhere)


COMPARED = (
    "title",
    "reference",
    "outcome",
    "lead",
    "directorate",
    "rag_status",
    "priority_monitoring",
    "progress",
    "evidence",
)


def _distance(said, other):
    """How many of the row's words differ; the reference and the title weigh most."""
    apart = sum(
        weight
        for weight, name in zip((50, 40, *[1] * 7), COMPARED, strict=True)
        if said.get(name) != other.get(name)
    )
    apart += said.get("measures") != other.get("measures")
    return apart + (words_of_time(said) != words_of_time(other))


def words_of_time(said):
    return squeeze((said.get("timescale") or {}).get("text") or "")


def heading(priority):
    """What tells a priority of a file from the others: its number and title."""
    return bare(str(priority.get("number") or "")), bare(priority.get("title") or "")


def copies(rows):
    """Return the rows that are copies of another row of the file and say nothing new."""
    return [row for row in rows if row.copy_of is not None and row.is_same_as_original]


def out_of_order(rows):
    """How many of the rows that left stand in another order than they left in: the fewest that would have to be moved back.

    Each export has its own order; how the rows of two are mixed is none.
    """
    exports = defaultdict(list)
    for row in rows:
        if row.left and not row.left_out:
            exports[row.left.token].append(row.left.number)
    return sum(len(one) - _longest_rise(one) for one in exports.values())


def _longest_rise(numbers):
    ends = []
    for one in numbers:
        place = bisect_left(ends, one)
        ends[place : place + 1] = [one]
    return len(ends)
