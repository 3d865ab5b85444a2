"""What an import would do to the council's indicators: each row of a file beside what stands here."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from indicators.models import Baseline, Breakdown, Indicator, Result, Target
from plans.importing.weighed import (
    CHANGED,
    FILE,
    KEPT,
    LEFT_OUT,
    NEW,
    OURS,
    UNCHANGED,
    Weighed,
)

from .left import Left

__all__ = ["CHANGED", "FILE", "KEPT", "LEFT_OUT", "NEW", "OURS", "UNCHANGED", "Weighed"]

NEW_ONE = "new"
SAID_TWICE = "the file says it twice"
SAID_BEFORE = "another cell says the same"
WITHOUT_ITS_RESULT = "its result is not taken"
REMOVED = "it was removed here after the file left"
KINDS = {Baseline: "Baseline", Target: "Target", Result: "Result"}


@dataclass
class GroupRow(Weighed):
    """One group of a result; `result` is the FigureRow or the Result that it belongs to."""

    result: object = None
    model = Breakdown

    @property
    def label(self):
        """ "Sex: Women, 2030/31", as a person names it."""
        time = getattr(self.result, "time", None)
        period = time["period"] if isinstance(time, dict) else self.result.period
        return f"{self.said['characteristic']}: {self.said['group']}, {period}"


@dataclass
class FigureRow(Weighed):
    """One figure of the file: of what kind, for which time and plan (an id, None for every one)."""

    model: type = Result
    time: dict = field(default_factory=dict)
    plan: int | None = None
    written: object = None

    @property
    def slot(self):
        """What only one figure of an indicator stands for."""
        if self.model is Baseline:
            return Baseline, self.plan
        when = self.time["period_kind"], self.time["end"]
        return (
            (self.model, *when) if self.model is Result else (Target, self.plan, *when)
        )

    @property
    def label(self):
        """ "Result for 2030/31", as a person names it."""
        period = self.time.get("period")
        return f"{KINDS[self.model]} for {period}" if period else KINDS[self.model]


@dataclass
class Row:
    """One row of an indicator table: which indicator it is, and what would be written."""

    said: dict
    key: str
    left: Left | None = None
    parent: "Row | None" = None
    under: object = None
    same_as: "Row | None" = None
    indicator: Indicator | None = None
    candidates: list = field(default_factory=list)
    may_be_new: bool = True
    is_said: bool = False
    values: dict = field(default_factory=dict)
    figures: list[FigureRow] = field(default_factory=list)
    groups: list[GroupRow] = field(default_factory=list)
    held: list = field(default_factory=list)
    comment: str = ""
    is_linked: bool = False
    written: Indicator | None = None

    @property
    def about(self):
        """What a question is about."""
        return self.indicator

    @property
    def code(self):
        return self.said["key"]

    @property
    def title(self):
        return self.said["title"]

    @property
    def first(self):
        """The row that brings the indicator: this one, or the first of the same."""
        return self.same_as or self

    @property
    def is_unsaid(self):
        """Whether it may be an indicator that is here, and nobody said so yet."""
        return bool(self.candidates) and not self.is_said

    @property
    def differs(self):
        """All that the file says otherwise of the indicator's own fields, whatever is chosen of them."""
        held = {name: v for one in self.held for name, v in one.values.items()}
        return dict(sorted({**self.values, **held}.items()))

    @property
    def has_news(self):
        told = [*self.figures, *self.groups]
        own = bool(self.values or self.comment)
        return own or self.makes_link or any(one.is_written for one in told)

    @property
    def makes_link(self):
        """Whether the indicator would stand under a priority where it does not yet."""
        return self.under is not None and not self.is_linked

    @property
    def outcome(self):
        if self.first.indicator is None:
            return NEW
        return CHANGED if self.has_news else UNCHANGED

    @property
    def name(self):
        return f"{self.code} {self.title}".strip()


@dataclass
class Difference:
    """All that an import would do to indicators, and what it leaves as it is."""

    rows: list[Row] = field(default_factory=list)
    kept: list[Indicator] = field(default_factory=list)
    problems: list[dict] = field(default_factory=list)
    current: object = None

    def __bool__(self):
        return bool(self.rows)

    @property
    def weighed(self):
        """Every figure and group, with its row."""
        for row in self.rows:
            for one in [*row.figures, *row.groups]:
                yield row, one

    @property
    def asked(self):
        """Every field and figure that would be written over another, with its row; those newer here first."""
        held = [(row, one) for row in self.rows for one in row.held]
        found = held + [(row, one) for row, one in self.weighed if one.is_asked]
        return sorted(found, key=lambda pair: not pair[1].newer)

    @property
    def near(self):
        """Rows that may be an indicator that is here."""
        return [row for row in self.rows if row.candidates]

    @property
    def unsaid(self):
        return [row for row in self.rows if row.is_unsaid]

    @property
    def counts(self):
        # An indicator counts once, however many rows bring it something.
        of_each = {row.first.key: UNCHANGED for row in self.rows}
        of_each |= {r.first.key: r.outcome for r in self.rows if r.outcome != UNCHANGED}
        outcomes = Counter(of_each.values())
        figures = Counter(one.outcome for _row, one in self.weighed)
        taken_back = sum(bool(one.removed and one.outcome == KEPT) for _row, one in self.weighed)  # fmt: skip
        return {
            "rows": len(self.rows),
            **{name: outcomes[name] for name in (NEW, CHANGED, UNCHANGED)},
            "kept": len(self.kept),
            "figures": figures[NEW],
            "corrected": figures[CHANGED],
            "ours": figures[KEPT] - taken_back,
        }

    def fingerprint(self):
        """A short text that stays the same while the same would be written over the same.

        Left out are figures that stand here: what a person enters meanwhile is newer, and is kept in any case.
        """
        seen = hashlib.sha256()
        for row in self.rows:
            pk = row.first.indicator and row.first.indicator.pk
            which = [one.pk for one in row.candidates] or pk
            stands = row.indicator and [
                str(getattr(row.indicator, COLUMNS.get(name, name)))
                for name in row.differs
            ]
            words = [(one.key, one.said["text"]) for one in row.figures]
            values = {n: _plain(v) for n, v in row.differs.items() if n not in CHOSEN}
            one = row.key, which, not row.candidates and (values, stands), words
            seen.update(repr(one).encode("utf-8", "backslashreplace"))
        return seen.hexdigest()[:24]


def _plain(value):
    """A value as it compares: of a parent, the row that brings it."""
    return value.key if isinstance(value, Row) else str(value)


# Said on the same page as the button: which leads and directorates are made.
CHOSEN = ("directorate_id", "lead_id")
# Where what stands here has another name; the parent itself would be read one by one.
COLUMNS = {"parent": "parent_id"}
