"""What an import would do to the register and the programme: each row of a file beside what stands here."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from assessments.models import Assessment, RegisterWords
from assessments.models.programme import year_words
from assessments.tables.standing import ANSWER, Standing, words_asked
from plans.importing.weighed import CHANGED, LEFT_OUT, NEW, OURS, UNCHANGED, Weighed

from .sides import Left

NEW_ONE = "new"
LEAVE = "leave"


@dataclass
class Row:
    """One row of a register: which assessment it is, and what would be written.

    `values` are the assessment's own fields, `stands` those of its version; `to_stage` is the stage that would be recorded, "" where
    the version stays as it is, and `begins_version` whether a new version is begun for it. `told` are the words that no field takes,
    beside the `kept_words` that stand here. `left` is the row as it went out from here, None where it did not; `kept_here` names what was changed here alone since.
    """

    said: dict
    key: str
    standing: Standing
    reference: str = ""
    existing: Assessment | None = None
    candidates: list = field(default_factory=list)
    may_be_new: bool = True
    is_said: bool = False
    values: dict = field(default_factory=dict)
    stands: dict = field(default_factory=dict)
    to_stage: str = ""
    begins_version: bool = False
    held: list = field(default_factory=list)
    stays: str = ""
    left_out_because: str = ""
    told: list = field(default_factory=list)
    kept_words: RegisterWords | None = None
    left: Left | None = None
    kept_here: list = field(default_factory=list)

    @property
    def about(self):
        """What a question is about."""
        return self.existing

    @property
    def title(self):
        return self.said["title"]

    @property
    def name(self):
        return f"{self.reference} {self.title}".strip()

    @property
    def names(self):
        """The lead and the directorate that the file names, blank where it named them when it left from here."""
        known = {name for name in ("lead", "directorate") if self.left and self.left.is_untouched(name)}  # fmt: skip
        return tuple("" if name in known else self.said[name] for name in ("lead", "directorate"))  # fmt: skip

    @property
    def is_unsaid(self):
        """Whether it may be an assessment that is here, and nobody said so yet."""
        return bool(self.candidates) and not self.is_said

    @property
    def asks_stage(self):
        """Whether its stage is a person's to say, be it said already."""
        return self.standing.stage is None or self.standing.said_by == ANSWER

    @property
    def differs(self):
        """All that the file says otherwise, whatever is chosen of it; but for names, which are made on the same page."""
        held = {name: v for one in self.held for name, v in one.values.items()}
        every = {**self.values, **held}
        return sorted((n, str(v)) for n, v in every.items() if n not in CHOSEN)

    @property
    def has_news(self):
        return bool(self.values or self.stands or self.to_stage or self.told)

    @property
    def outcome(self):
        if self.left_out_because:
            return LEFT_OUT
        if self.existing is None:
            return NEW
        return CHANGED if self.has_news else UNCHANGED


@dataclass
class TargetRow(Weighed):
    """One directorate's year of a programme; `directorate` is its row, None where nobody here is called so."""

    directorate: object = None
    year: int | None = None
    written: object = None

    @property
    def name(self):
        return f"{self.said['directorate']}, {self.year_in_words}"

    @property
    def year_in_words(self):
        return year_words(self.year) if self.year else "no year"

    @property
    def about(self):
        return self.existing

    label = "As published"

    @property
    def here(self):
        return counts_in_words(self.existing.target, self.existing.completed, self.existing.percentage)  # fmt: skip

    @property
    def by_whom(self):
        return (None, None) if self.written is None else super().by_whom


def counts_in_words(target, completed, percentage):
    """ "12 promised, 9 completed, 75%", of what there is."""
    words = [f"{target} promised"]
    words += [f"{completed} completed"] if completed is not None else []
    words += [f"{percentage}% printed"] if percentage is not None else []
    return ", ".join(words)


@dataclass
class Difference:
    """All that an import would do to the register and the programme, and what it leaves as it is.

    `kept` are those here that no row names; `hidden` is how many rows are confidential and name no day, `hidden_until` what was said of them.
    """

    rows: list[Row] = field(default_factory=list)
    targets: list[TargetRow] = field(default_factory=list)
    kept: list = field(default_factory=list)
    problems: list[dict] = field(default_factory=list)
    asks_year: bool = False
    stages_said: dict = field(default_factory=dict)
    untold: int = 0
    hidden: int = 0
    hidden_until: date | None = None

    def __bool__(self):
        return bool(self.rows or self.targets)

    @property
    def near(self):
        """Rows that may be an assessment that is here."""
        return [row for row in self.rows if row.candidates]

    @property
    def unsaid(self):
        return [row for row in self.rows if row.is_unsaid and not row.left_out_because]

    @property
    def asked(self):
        """Every field, stage and count that would be written over what a person or a later file wrote, with its row."""
        found = [(row, one) for row in self.rows for one in row.held]
        found += [(one, one) for one in self.targets if one.is_asked]
        return sorted(found, key=lambda pair: not pair[1].newer)

    @property
    def words_asked(self):
        """{words: the rows that say them}, of stages that no known word settles, in the order of the file."""
        found = {}
        for row in self.rows:
            if row.asks_stage:
                found.setdefault(words_asked(row.said), []).append(row)
        return found

    @property
    def without_stage(self):
        """Rows of which nobody has said yet at which stage they stand."""
        return [row for row in self.rows if row.standing.stage is None and not row.left_out_because]  # fmt: skip

    @property
    def returned(self):
        """Rows that went out from here."""
        return [row for row in self.rows if row.left]

    @property
    def kept_here(self):
        """Rows of which something was changed here alone since they left."""
        return [row for row in self.rows if row.kept_here]

    @property
    def telling(self):
        """Rows that say what is kept in the register's own words."""
        return [row for row in self.rows if row.told and not row.left_out_because]

    @property
    def left_on(self):
        """The days on which rows of the file went out from here, in their order."""
        return sorted({row.left.on for row in self.returned})

    @property
    def asks_until(self):
        """Whether nobody has said yet until when those are confidential that name no day."""
        return bool(self.hidden) and self.hidden_until is None

    @property
    def staying(self):
        """Rows whose stage here goes by what was done here, whatever the file says."""
        return [row for row in self.rows if row.stays]

    @property
    def counts(self):
        rows = Counter(row.outcome for row in self.rows)
        return {
            "rows": len(self.rows),
            **{name: rows[name] for name in (NEW, CHANGED, UNCHANGED, LEFT_OUT)},
            "kept": len(self.kept),
            "ours": sum(one.take == OURS for _row, one in self.asked),
        }

    @property
    def target_counts(self):
        rows = Counter(one.outcome for one in self.targets)
        return {
            "rows": len(self.targets),
            **{name: rows[name] for name in (NEW, CHANGED, UNCHANGED, LEFT_OUT)},
        }

    def fingerprint(self):
        """A short text that stays the same while the same would be written over the same."""
        seen = hashlib.sha256()
        for row in self.rows:
            which = [one.pk for one in row.candidates]
            stands = row.existing and (_stands(row.existing), row.differs)
            # Of rows whose words are asked about, whether they are taken at all is said on the same page.
            one = row.key, row.asks_stage or which or stands
            seen.update(repr(one).encode("utf-8", "backslashreplace"))
        for target in self.targets:
            stands = target.existing and (target.existing.pk, target.existing.version)
            seen.update(repr((target.key, stands, target.said["text"])).encode("utf-8", "backslashreplace"))  # fmt: skip
        return seen.hexdigest()[:12]


def _stands(existing):
    """Which assessment it is, and at which versions it and its current version stand."""
    return existing.pk, existing.version, existing.current.version


# Said on the same page as the button: which leads and directorates are made, and until when what names no day is confidential.
CHOSEN = ("directorate_id", "lead_id", "lead_as_written", "confidential_until")
