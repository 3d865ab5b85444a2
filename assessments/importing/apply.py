"""Writes a difference of the register and the programme: all of it, in the caller's transaction, in statements that write many rows.

The caller has compared with everything locked.
"""

from itertools import chain

from django.db import connection
from django.utils import timezone

from assessments.models import Assessment, ProgrammeTarget, RegisterWords
from assessments.models.stages import OPEN
from equality_tracker.organisation.models import Characteristic, Directorate, Lead
from plans.importing import bulk
from plans.importing.changes import Change
from plans.importing.readings import cut
from plans.importing.weighed import CHANGED, NEW
from plans.importing.writing import Writing

from . import recording
from .outcome import Difference, Row

LOCK = 6_210_412
LONGEST_SOURCE = 300
# What recording a stage may set on a version that stands here.
OF_STAGE = (
    "stage", "stage_since", "undated", "recorded_in", "approved_on", "publish_by", "published_on", "needs_full", "content", "content_hash",
)  # fmt: skip


def hold_others_back() -> None:
    """Let one import at a time write the register: two that bring one assessment would bring it twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def apply(difference: Difference, *, by, file: str, as_at) -> list[Change]:
    """Write what `difference` says in the name of `by`; return what was made and changed, row by row.

    `file` is the file's name, which each version and count keeps with its row; `as_at` the day that it speaks of.
    """
    if not difference:
        return []
    bulk.quicken_triggers()
    register = _Register(by, file, as_at)
    new = [row for row in difference.rows if row.outcome == NEW]
    changed = [row for row in difference.rows if row.outcome == CHANGED]
    changes = register.write_new(new) + register.write_changed(changed)
    return changes + _write_targets(difference.targets, file)


class _Register:
    """The assessments, versions and moves of one import on their way."""

    def __init__(self, by, file, as_at):
        self.by, self.file, self.as_at, self.at = by, file, as_at, timezone.now()
        self.characteristics = list(Characteristic.objects.all())
        self.leads = Lead.objects.in_bulk()
        self.directorates = Directorate.objects.in_bulk()

    def write_new(self, rows: list[Row]) -> list[Change]:
        """Assessments with their first version, as recorded; a row without a reference gets the next of the file's year."""
        self._number([row for row in rows if not row.reference])
        writing = Writing(new=[self._assessment(row) for row in rows])
        made = writing.write()
        versions = [self._version(one, row, 1) for one, row in zip(writing.new, rows, strict=True)]  # fmt: skip
        changes = self._write_versions(versions, [""] * len(versions))
        changes += self._write_words(rows, versions)
        # Each assessment was made a moment ago, and stands at the version that naming its current one leaves.
        stand = self._name_current(versions)
        for one in made:
            one.version_after = stand[one.object_id]
        return made + changes

    def write_changed(self, rows: list[Row]) -> list[Change]:
        """Fields of assessments, stages of versions that nobody worked on, and versions that are begun anew."""
        anew = [row for row in rows if row.begins_version]
        versions = [self._version(row.existing, row, row.existing.current.number + 1) for row in anew]  # fmt: skip
        changes = self._write_versions(versions, [""] * len(versions))
        current = {version.assessment_id: version for version in versions}
        own, of_versions, before = Writing(), Writing(), []
        for row in rows:
            values = dict(row.values)
            if row.existing.pk in current:
                values["current_id"] = current[row.existing.pk].pk
            elif row.to_stage or row.stands:
                before.append(self._record(row, of_versions))
            if values:
                own.change(row.existing, values)
        written = [current.get(row.existing.pk, row.existing.current) for row in rows]
        changes += self._write_words(rows, written)
        moved = [(version, stood) for version, stood in before if version.stage != stood]  # fmt: skip
        changes += of_versions.write()
        changes += self._write_moves(moved)
        return changes + own.write()

    def _number(self, rows):
        """Give each of `rows` the next free reference of the year that the file speaks of."""
        if not rows:
            return
        first = Assessment.objects.next_reference(self.as_at.year)
        begin, _slash, number = first.rpartition("/")
        for count, row in enumerate(rows):
            row.reference = f"{begin}/{int(number) + count:03}"

    def _assessment(self, row):
        assessment = Assessment(reference=row.reference, **row.values)
        assessment.directorate = self.directorates.get(assessment.directorate_id)
        assessment.lead = self.leads.get(assessment.lead_id)
        return assessment

    def _version(self, assessment, row, number):
        version = recording.begin(assessment, number, row, self.by, self.as_at, self._source(row.said))  # fmt: skip
        recording.freeze(version, row, self.characteristics, self.file, self.as_at)
        return version

    def _record(self, row, writing):
        """Set on the current version what the row records; return it with the stage that it stood at."""
        version = row.existing.current
        stood = version.stage
        if not row.to_stage:
            writing.change(version, row.stands)
            return version, stood
        was = {name: getattr(version, name) for name in (*OF_STAGE, *row.stands)}
        recording.put(version, row, self.as_at, self._source(row.said))
        recording.freeze(version, row, self.characteristics, self.file, self.as_at)
        now = {name: getattr(version, name) for name in was}
        for name, value in was.items():
            setattr(version, name, value)
        writing.change(version, {n: v for n, v in now.items() if v != was[n]})
        return version, stood

    def _write_versions(self, versions, before):
        changes = Writing(new=versions).write()
        return changes + self._write_moves(zip(versions, before, strict=True))

    def _write_words(self, rows, versions):
        """What no field takes, of each version of `versions` that is still written; what is signed keeps it with its content."""
        writing = Writing()
        for row, version in zip(rows, versions, strict=True):
            if not row.told or version.stage not in OPEN:
                continue
            said = {"words": row.told, "source": self._source(row.said)}
            if row.kept_words and row.kept_words.assessment_version_id == version.pk:
                writing.change(row.kept_words, said)
            else:
                words = RegisterWords(assessment_version=version, **said)
                writing.new.append(words)
        return writing.write()

    def _write_moves(self, pairs):
        steps = (recording.moves(version, stood, self.by, self.at) for version, stood in pairs)  # fmt: skip
        return Writing(new=list(chain.from_iterable(steps))).write()

    def _name_current(self, versions):
        """Name each version as its assessment's current one; return {assessment: the version number of its row}."""
        assessments = [version.assessment for version in versions]
        for version in versions:
            version.assessment.current_id = version.pk
        return bulk.write(assessments, ["current"])

    def _source(self, said):
        return _source(self.file, said)


def _source(file, said):
    return cut(f"{file}, {recording.place_of(said)}", LONGEST_SOURCE)


def _write_targets(targets, file):
    writing = Writing()
    for one in targets:
        if not one.is_written:
            continue
        values = one.values | {"source": _source(file, one.said)}
        if one.existing is not None:
            writing.change(one.existing, values)
        else:
            made = ProgrammeTarget(directorate=one.directorate, year=one.year, **values)
            writing.new.append(made)
    return writing.write()
