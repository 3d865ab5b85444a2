"""What an import would do: each row of a file beside the plan's own, and what would be written."""

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from plans.models import Action, Plan, Priority
from plans.models.action_verbs import READING

from .current import Current
from .readings import FIELDS
from .reports import Report
from .sides import LABELS, Clash, Left, Sides

NEW, CHANGED, UNCHANGED, LEFT_OUT = "new", "changed", "unchanged", "left_out"
# What is written with a field, and not asked about itself.
FOLLOWS = {
    "reference": ("reference_is_ours",),
    "timescale": ("reading_corrected", *READING),
}


@dataclass
class Choices:
    """What a person decided about this file before comparing."""

    directorate: int | None = None
    newer: dict = field(default_factory=dict)
    statuses: dict = field(default_factory=dict)
    leave_out: bool = False
    by_position: bool = False
    clashes: dict = field(default_factory=dict)
    near: dict = field(default_factory=dict)
    take_order: bool = False


@dataclass
class PriorityRow:
    """One priority of the file and the plan's own, where it is there already."""

    said: dict
    existing: Priority | None = None
    values: dict = field(default_factory=dict)
    rows: list = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)

    @property
    def about(self):
        """What is asked about."""
        return self.existing

    @property
    def changes(self):
        """Each (label, before, after) that would be written over what stands in the plan."""
        if self.existing is None:
            return []
        return [
            (LABELS[f"priority.{name}"], *self._pair(name, value))
            for name, value in self.values.items()
        ]

    def _pair(self, name, value):
        if name == "directorate_id":
            return self.existing.directorate or "", self.said.get("directorate") or ""
        return getattr(self.existing, name), value

    @property
    def outcome(self):
        if self.existing is None:
            return NEW
        return CHANGED if self.values else UNCHANGED

    @property
    def title(self):
        return self.values.get("title") or self.existing.title

    @property
    def number(self):
        return self.values.get("number", self.existing.number if self.existing else "")


@dataclass
class Row:
    """One action of the file: which action it is, and what would be written. None leaves a thing as it stands."""

    said: dict
    priority: PriorityRow
    action: Action | None = None
    values: dict = field(default_factory=dict)
    place: int | None = None
    leads: list | None = None
    milestones: list | None = None
    report: Report | None = None
    note: str = ""
    history: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    left_out: bool = False
    left: Left | None = None
    clashes: list[Clash] = field(default_factory=list)
    copy_of: "Row | None" = None
    same_as: "Row | None" = None
    is_same_as_original: bool = False
    near: Action | None = None
    is_near_said: bool = False
    left_out_because: str = ""
    written: Action | None = None

    @property
    def about(self):
        """What is asked about."""
        return self.action

    @property
    def key(self):
        """Where the row stands in the file."""
        return f"{self.said['sheet']}!{self.said['row']}"

    @property
    def has_news(self):
        told = self.report is not None and self.report.taken
        more = bool(self.note) or bool(self.history)
        return bool(self.values) or self.leads is not None or told or more

    @property
    def outcome(self):
        if self.left_out:
            return LEFT_OUT
        if self.action is None:
            return NEW
        return CHANGED if self.has_news else UNCHANGED


@dataclass
class Difference:
    """All that an import would do, and what it leaves as it is."""

    plan: Plan | None
    as_at: date
    priorities: list[PriorityRow]
    rows: list[Row]
    kept: list[Action]
    current: Current
    problems: list[dict]
    sides: Sides = field(default_factory=Sides)
    out_of_order: int = 0

    @property
    def clashes(self):
        """Every field that changed both in the file and here, with its priority or row."""
        both = [*self.priorities, *self.rows]
        return [(one, clash) for one in both for clash in one.clashes]

    @property
    def near(self):
        """Rows that may be an action of the plan in other words."""
        return [row for row in self.rows if row.near is not None]

    @property
    def unsaid(self):
        """Near rows of which nobody said yet whether they are that action."""
        return [row for row in self.near if not (row.is_near_said or row.left_out)]

    @property
    def removed(self):
        """Actions that left with the file and whose rows are no longer in it."""
        went = {left.action for left in self.sides.rows.values()}
        return [action for action in self.kept if action.pk in went]

    @property
    def counts(self):
        outcomes = Counter(row.outcome for row in self.rows)
        return {
            "rows": len(self.rows),
            **{name: outcomes[name] for name in (NEW, CHANGED, UNCHANGED, LEFT_OUT)},
            "kept": len(self.kept),
            "priorities": len(self.priorities),
            "headings": sum(one.outcome == CHANGED for one in self.priorities),
        }

    @property
    def wrong(self):
        """Rows that cannot be imported as they are and that nobody has left out."""
        return [row for row in self.rows if row.errors and not row.left_out]

    @property
    def newer(self):
        """Rows whose status here is newer than the file."""
        return [row for row in self.rows if row.report and row.report.newer]

    @property
    def to_import(self):
        return [row for row in self.rows if row.outcome in (NEW, CHANGED)]

    def fingerprint(self):
        """A short text that stays the same while the same things would be written over the same things.

        Left out are statuses, for an officer's update meanwhile is kept in any case, and what is chosen on the same page: directorates,
        what changed on both sides, what a near row is, and whether rows with errors are imported. What stands in the action that a
        row may be is part of it.
        """
        seen = hashlib.sha256()
        asked = _names_asked(self.clashes)
        for one in self.priorities:
            seen.update(repr(_heading(one)).encode("utf-8", "backslashreplace"))
        for row in self.rows:
            if row.errors:
                continue
            if row.near is not None:
                one = row.key, row.near.pk, _stands(row.near, FIELDS)
            else:
                pk = row.action and row.action.pk
                values = {n: v for n, v in row.values.items() if n not in asked[pk]}
                one = row.key, pk, values, row.action and _stands(row.action, values)
            seen.update(repr(one).encode("utf-8", "backslashreplace"))
        return seen.hexdigest()[:24]


def _heading(priority):
    """What would be written over what of a heading, but for what is chosen on the page."""
    asked = {clash.name.removeprefix("priority.") for clash in priority.clashes}
    asked.add("directorate_id")
    values = {n: v for n, v in priority.values.items() if n not in asked}
    existing = priority.existing
    return existing and existing.pk, values, existing and _stands(existing, values)


def _stands(action, names):
    return [getattr(action, name) for name in names]


def _names_asked(clashes):
    """The fields that are chosen on the page, by the action's id, with what follows from each."""
    asked = defaultdict(lambda: {"directorate_id"})
    for _row, clash in clashes:
        asked[clash.action] |= {clash.name, *FOLLOWS.get(clash.name, ())}
    return asked
