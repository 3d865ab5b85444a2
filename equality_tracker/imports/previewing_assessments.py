"""What the preview shows of a register and a programme: the counts, and a page of their rows as they will stand."""

from dataclasses import dataclass

from django.core.paginator import Paginator

from assessments.importing import fields, recording
from assessments.importing.weighing import EMPTIED
from assessments.models import Kind, Outcome, Stage
from assessments.programme.arithmetic import percentage
from assessments.tables.standing import ANSWER, COLUMNS, NOTHING
from equality_tracker.imports.previewing import A_PAGE, SHOWN
from equality_tracker.imports.previewing_indicators import entered_by
from equality_tracker.organisation.models import Directorate, Lead
from equality_tracker.templatetags.govuk import day

# What settles a row's stage, for its reader.
BY = {
    COLUMNS: "by its other columns",
    NOTHING: "nothing says that it has begun",
    ANSWER: "as you said",
}
OF_VERSION = ("approved_on", "published_on", "review_by", "address", "outcome")
IDS = ("lead_id", "directorate_id")


@dataclass(frozen=True)
class RowShown:
    """One row of the register as it will stand: `changes` are (label, before, after), empty for a new one."""

    row: object
    stage: str
    said_by: str
    directorate: str
    lead: str
    facts: list
    changes: list

    @property
    def place(self):
        return recording.place_of(self.row.said)

    @property
    def is_left_out(self):
        return bool(self.row.left_out_because)

    @property
    def why_left_out(self):
        return "as you said" if self.row.left_out_because == "as chosen" else self.row.left_out_because  # fmt: skip


@dataclass(frozen=True)
class TargetShown:
    """One directorate's year of the programme, with what the counts give beside what was printed."""

    target: object

    @property
    def arithmetic(self):
        said = self.target.said
        if not said["target"] or said["completed"] is None:
            return None
        return percentage(said["completed"], said["target"])

    @property
    def printed_otherwise(self):
        printed = self.target.said["printed"]
        return printed is not None and printed != self.arithmetic


def context_of(query, decisions):
    """Return what the preview's template takes of assessments; `query` may ask for a page, and for one kind of outcome."""
    found, asked = decisions.found.assessments, query.get("assessments", "")
    rows = [r for r in found.rows if not asked or r.outcome == asked]
    page = Paginator(rows, A_PAGE).get_page(query.get("assessments_page"))
    of_each = [(value, label, _number_of(found, value)) for value, label in SHOWN]
    return {
        "assessments": found,
        "assessment_counts": found.counts,
        "target_counts": found.target_counts,
        "assessment_page": page,
        "assessment_rows": _shown(page.object_list),
        "assessments_shown": asked,
        "assessment_filters": [one for one in of_each if not one[0] or one[2]],
        "targets": [TargetShown(one) for one in found.targets],
        "recorded_asked": list(entered_by(decisions.register.figures.values())),
    }


def _number_of(found, outcome):
    return sum(not outcome or row.outcome == outcome for row in found.rows)


def _shown(rows):
    """Return a RowShown for each of `rows`: two queries for the names of what they change."""
    words = _Words(rows)
    return [words.shown(row) for row in rows]


class _Words:
    """The words for what rows change by its id."""

    def __init__(self, rows):
        of = {name: {row.values.get(name) for row in rows} - {None} for name in IDS}
        self.of = {
            "lead_id": Lead.objects.in_bulk(of["lead_id"]),
            "directorate_id": Directorate.objects.in_bulk(of["directorate_id"]),
        }

    def shown(self, row):
        """Return one row with the words of what will stand."""
        return RowShown(
            row=row,
            stage=_stage(row),
            said_by=BY.get(row.standing.said_by, ""),
            directorate=self._now(row, "directorate"),
            lead=self._now(row, "lead") or row.said["lead"],
            facts=_facts(row),
            changes=list(self._changes(row)) if row.existing else [],
        )

    def _now(self, row, name):
        """The lead or directorate that the row will have."""
        if f"{name}_id" in row.values:
            return self.word(f"{name}_id", row.values[f"{name}_id"])
        return str(getattr(row.existing, name) or "") if row.existing else ""

    def _changes(self, row):
        for name, value in row.values.items():
            before = getattr(row.existing, name)
            if name in IDS:
                before = getattr(row.existing, name.removesuffix("_id"))
            after = self.word(name, value) or EMPTIED
            yield fields.LABELS[name], _plain(name, before), after
        version = row.existing.current
        if row.to_stage:
            words = f"version {version.number + 1} begun" if row.begins_version else Stage(row.to_stage).label  # fmt: skip
            yield "Stage", version.get_stage_display(), words
        for name in OF_VERSION:
            if name in row.stands and row.stands[name] != getattr(version, name):
                yield fields.LABELS[name], _plain(name, getattr(version, name)), _plain(name, row.stands[name])  # fmt: skip

    def word(self, name, value):
        """A value in words."""
        if name in self.of:
            return str(self.of[name].get(value) or "")
        return _plain(name, value)


def _plain(name, value):
    if value in ("", None):
        return ""
    if name == "kind":
        return Kind(value).label
    if name == "outcome":
        return Outcome(value).label.partition(":")[0]
    return day(value) if hasattr(value, "isoformat") else str(value)


def _stage(row):
    """The stage at which the row will stand: the file's where it is taken, else what stands here."""
    stage = row.to_stage or (row.existing and row.existing.current.stage)
    return Stage(stage).label if stage else ""


def _facts(row):
    """(label, words) of the days, the address and the outcome that a new row brings."""
    if row.existing is not None:
        return []
    of_its_own = {name: row.values.get(name) for name in ("due", "confidential_until")}
    values = {**of_its_own, **{n: row.stands.get(n) for n in OF_VERSION}}  # fmt: skip
    return [(fields.LABELS[n], _plain(n, v)) for n, v in values.items() if v not in ("", None)]  # fmt: skip
