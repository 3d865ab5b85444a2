"""A file's register and programme against the council's: what is new, what changes, what stays."""

from dataclasses import dataclass, field
from datetime import date

from assessments.models import Assessment
from assessments.tables.standing import standing
from plans.importing.problems import NOTE, WARNING
from plans.importing.words import bare, squeeze

from . import sides
from .fields import LONGEST_REFERENCE
from .matching import Matching, alike_in_file, every_known
from .outcome import LEAVE, Difference, Row
from .targets import Targets
from .weighing import Weighing

SHARED = "Other rows of the file have this reference under another title, so it tells them apart no more: each gets the site’s next number. Give each its own in the file to keep it."
AGAIN = "Another row of the file says the same, so this one stays out. Give each a reference of its own if they are two."
TAKEN = "This reference belongs to another assessment here, so the new one gets the site’s next number."
TOO_LONG = "The reference is longer than 40 letters, so the site’s next number is given instead."


@dataclass
class Choices:
    """What a person decided of this file: stages by words, what near rows are, fields by key, the year, until when
    those are confidential that name no day, and who answers.

    `making` are the directorates that the import makes, by their bare names.
    """

    stages: dict = field(default_factory=dict)
    near: dict = field(default_factory=dict)
    fields: dict = field(default_factory=dict)
    year: int | None = None
    confidential_until: date | None = None
    directorate: int | None = None
    making: frozenset = frozenset()


def nothing_brought(rows):
    """No import has written any of `rows`."""
    return {}


def compare(understood, *, as_at, names, choices=None, imports_of=nothing_brought, locked=False) -> Difference:  # fmt: skip
    """Compare what was `understood` of a file with the register and the programme as they stand.

    `as_at` is the day that the file speaks of. `imports_of(rows)` says which import left each of some rows as it is. `locked` keeps what
    is compared from changing until the transaction ends.
    """
    choices = choices or Choices()
    entries = understood.get("assessments") or []
    programme = understood.get("programme") or []
    if not entries and not programme:
        return Difference()
    targets = Targets(as_at, names, choices, imports_of)
    found = Difference(targets=targets.compare(programme, locked))
    found.asks_year = targets.asks_year
    found.stages_said = choices.stages
    found.problems += targets.problems
    if entries:
        _compare_register(found, entries, as_at, names, choices, imports_of, locked)
    return found


def _compare_register(found, entries, as_at, names, choices, imports_of, locked):
    weighing = Weighing(as_at, names, choices, imports_of)
    rows = [_row(said, as_at, choices) for said in entries]
    sides.find(rows)
    _settle_references(rows, weighing)
    taken = [row for row in rows if not row.left_out_because]
    known = every_known()
    matching = Matching(known, names, choices.near)
    ids = matching.match(taken)
    _load(taken, ids, locked)
    _number_anew(taken, matching, weighing)
    weighing.weigh(taken)
    here = set(ids.values()) | {one.pk for row in taken for one in row.candidates}
    found.rows = rows
    found.kept = [one for one in known if one.pk not in here]
    found.problems += weighing.problems
    found.untold = weighing.telling.untold
    found.hidden = weighing.hiding.asks
    found.hidden_until = choices.confidential_until


def _row(said, as_at, choices) -> Row:
    row = Row(said, f"{said['sheet']}!{said['row']}", standing(said, as_at, _known_stages(choices)))  # fmt: skip
    row.reference = squeeze(said["reference"])
    if choices.stages.get(row.standing.asks if row.standing.stage is None else None) == LEAVE:  # fmt: skip
        row.left_out_because = "as chosen"
    return row


def _known_stages(choices):
    """The stages that a person gave to words; rows that are to be left out have none."""
    return {words: stage for words, stage in choices.stages.items() if stage and stage != LEAVE}  # fmt: skip


def _settle_references(rows, weighing):
    """A reference that several bear tells nothing apart; a row that is said again stays out."""
    for row in rows:
        if len(row.reference) > LONGEST_REFERENCE:
            row.reference = ""
            weighing.report(row, NOTE, TOO_LONG, "reference")
    shared, again = alike_in_file(rows)
    for row in rows:
        if row.key in shared and not row.left:
            row.reference = ""
            weighing.report(row, NOTE, SHARED, "reference")
        if row.key in again and not row.left_out_because:
            row.left_out_because = "said twice"
            weighing.report(row, WARNING, AGAIN)


def _load(rows, ids, locked):
    """Give each row the assessment that it is: two queries, one more where they are locked."""
    found = Assessment.objects.select_related("current", "directorate", "lead")
    if locked:
        list(Assessment.objects.select_for_update(no_key=True).filter(pk__in=ids.values()).order_by("pk"))  # fmt: skip
    found = found.in_bulk(list(ids.values()))
    for row in rows:
        row.existing = found.get(ids.get(row.key))
        # The assessment that it was has gone meanwhile, or another row is it already.
        if row.existing is None or row.left and row.left.pk != row.existing.pk:
            row.left = None
        if row.existing is not None:
            row.existing.current.assessment = row.existing


def _number_anew(rows, matching, weighing):
    """A new row whose reference stands here already gets the next number instead."""
    for row in rows:
        taken = row.reference and bare(row.reference) in matching.by_reference
        if row.existing is None and taken and row.is_said:
            row.reference = ""
            weighing.report(row, NOTE, TAKEN, "reference")
