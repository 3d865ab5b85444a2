"""One row of a register beside the assessment that it is: what of its fields and of its stage is news, and which of both counts."""

from django.db.models import Q
from pghistory.core import event_models

from assessments.models import Assessment, AssessmentVersion, Stage, StageMove
from assessments.models.stages import FROZEN, OPEN, SIGNED
from equality_tracker.audit.authorship import by_an_import, events_of, who_wrote
from plans.importing.problems import NOTE, WARNING, problem
from plans.importing.weighed import FILE, OURS, FieldRow
from plans.importing.words import same

from . import fields, recording, sides
from .confidentiality import FIELD, Hiding, is_opened, opens_sooner
from .telling import Telling

# What a version holds of its register, and the stage itself; of these what was frozen with its content stays.
OF_VERSION = ("review_by", "approved_on", "published_on", "address", "outcome", "screened_out_why", "publish_by")  # fmt: skip
KEPT_WITH_CONTENT = ("outcome", "screened_out_why")
WAITS = "The register says that it waits for signatures. Nobody can sign what was not submitted here, so it comes in as a full assessment, to be submitted here."
AGAINST = "Its stage says {word}, and another column says that it is {against}. The stage counts; put the other right in the file."
IN_NO_YEAR = "It is signed, and the register does not say on which day. So it counts as completed in no year until the file gives the day of approval."
WORKED_ON = "Its stage here, {here}, goes by what was done here; the file says {file}."
DONE_HERE = "People have worked on it here, and that counts: the file’s {what} is not taken. Change it on its page."
EMPTIED, EMPTIED_THERE = (
    "(blank)",
    "Emptied in the file: a slip of the hand looks the same",
)
FROZEN_WORDS = "What was recorded of a signed version stays as it was: the file’s {what} is not taken. Begin a new version to change it."


class Weighing:
    """The rows of a file with what stands here of each: four queries, and one for each kind of row that shows work done here."""

    def __init__(self, as_at, names, choices, imports_of) -> None:
        self.as_at, self.names, self.choices = as_at, names, choices
        self.imports_of = imports_of
        self.problems: list[dict] = []
        self.hiding = Hiding(choices.confidential_until, self.report)
        self.telling = Telling()

    def weigh(self, rows) -> None:
        """Say of each row what would be written."""
        existing = [row.existing for row in rows if row.existing]
        self.worked_on = worked_on([one.current_id for one in existing])
        versions = [one.current for one in existing]
        self.events = _events(existing, versions)
        self.brought = self.imports_of([*existing, *versions]) if existing else {}
        self.hiding.look_up(existing)
        self.telling.look_up(existing)
        for row in rows:
            self._row(row)

    def _row(self, row) -> None:
        read = fields.read(row.said, self.names) | {FIELD: self.hiding.until_of(row)}
        for name, message in fields.doubts(row.said, read, row.existing):
            if not (row.left and row.left.is_untouched(name)):
                self.report(row, NOTE, message, name)
        if row.standing.against:
            self.report(row, WARNING, self._against(row), "stage")
        if row.existing is None:
            row.values = fields.values_of_new(read, self.choices.directorate)
        else:
            opened = {FIELD: None} if is_opened(row) else {}
            self._name_kept(row)
            differs = fields.what_differs(read, row.existing)
            self._hold_fields(row, differs | _emptied(row) | opened)
        if row.standing.stage is not None:
            self._stage(row)
        recorded = row.existing and self._is_only_recorded(row.existing.current)
        self.telling.weigh(row, bool(recorded))

    def _against(self, row):
        words = {"word": f"“{row.said['stage_text'][:60]}”", "against": label(row.standing.against).lower()}  # fmt: skip
        return AGAINST.format(**words)

    def report(self, row, severity, message, name="title") -> None:
        """A problem in the cell of the field `name`."""
        said = row.said
        cell = said["cells"].get(name) or said["cells"]["title"]
        place = {"place": said["place"]} if said.get("place") else {}
        self.problems.append(problem(said["sheet"], cell, severity, message) | place)

    def _hold_fields(self, row, differs) -> None:
        for name, value in differs.items():
            if self._is_kept(row, row.existing, name):
                continue
            said = self._words_of(row, name, value)
            asked = name == FIELD and opens_sooner(row.existing, value)
            held = self._held(row, row.existing, name, {name: value}, said, asked=asked)
            if held is None or held.take == FILE:
                row.values[name] = value

    def _words_of(self, row, name, value):
        if name == FIELD and is_opened(row):
            return row.said["confidential"]["text"]
        if value in ("", None):
            return EMPTIED
        return row.said["lead" if name.startswith("lead") else "directorate"] if name.endswith("_id") else str(value)  # fmt: skip

    def _name_kept(self, row):
        """Name what was changed here alone since the row left, be it filled in where the file is blank."""
        for name in sides.OF_ASSESSMENT if row.left else ():
            self._is_kept(row, row.existing, name)

    def _is_kept(self, row, existing, name):
        """Whether a row that left from here says of a field what it said then: what was changed here meanwhile stays, and is named."""
        if not (row.left and row.left.is_untouched(name)):
            return False
        label = fields.LABELS.get(name, name)
        earlier = name in sides.OF_STANDING and existing.stage not in SIGNED
        changed = not (earlier or row.left.is_as_it_left(name, existing))
        if changed and label not in row.kept_here:
            row.kept_here.append(label)
        return True

    def _held(self, row, existing, name, values, said, *, asked=False, here=None):
        """The question whether what a person or a later file wrote gives way, None where nobody did; appended to the row's."""
        model = type(existing)
        written = who_wrote(self.events[model].get(existing.pk, ()), name)
        brought = self.brought.get((model._meta.label_lower, existing.pk))
        later = brought is not None and brought.as_at > self.as_at
        clash = row.left and not row.left.is_as_it_left(name, existing)
        ours = later or self._is_ours(existing, name, written)
        if not (asked or said == EMPTIED or (clash if row.left else ours)):
            return None
        one = FieldRow(
            f"{row.key}:{name}", {"text": said}, f"row {row.said['row']}", values, existing=existing, overwrites=True,
            newer=True, written=written, label=fields.LABELS.get(name, name), take=OURS,
            is_clash=bool(clash), because="" if clash or said != EMPTIED else EMPTIED_THERE,
            here=here if here is not None else self._here(existing, name),
        )  # fmt: skip
        answer = self.choices.fields.get(one.key, {})
        if answer.get("seen") == one.seen:
            one.take = answer["take"]
        row.held.append(one)
        return one

    def _is_ours(self, existing, name, written):
        """Whether a person wrote what stands here; what nobody has filled yet is nobody's."""
        if getattr(existing, name) in ("", None):
            emptied = written is not None and written.pgh_label != "insert"
            return emptied and not by_an_import(written)
        return written is None or not by_an_import(written)

    def _here(self, existing, name):
        value = getattr(existing, name)
        if name in ("lead_id", "directorate_id"):
            value = getattr(existing, name.removesuffix("_id"))
        if name in ("kind", "stage", "outcome"):
            value = getattr(existing, f"get_{name}_display")()
        return "" if value in ("", None) else str(value)

    def _stage(self, row) -> None:
        """The stage of a new row, or of one that nobody has worked on here; elsewhere what was done here counts."""
        stage = recording.lands_at(row.standing.stage)
        told = recording.stands(row.said, stage, self.as_at)
        if row.existing and self._is_kept(row, row.existing.current, "stage"):
            self._days_of_version(row, row.existing.current, stage, told)
            return
        if row.standing.stage == Stage.SIGN_OFF and not self._stands_there(row):
            self.report(row, NOTE, WAITS, "stage")
        if row.existing is None:
            row.to_stage, row.stands = stage, told
            if recording.counts_for_no_year(row.said, stage, told, self.as_at):
                self.report(row, NOTE, IN_NO_YEAR, "stage")
        elif self._is_only_recorded(row.existing.current):
            self._recorded_stage(row, row.existing.current, stage, told)
        else:
            self._worked_on_here(row, row.existing.current, stage, told)

    def _days_of_version(self, row, version, stage, told):
        """What a row says of a version whose stage it left as it was."""
        if not self._is_only_recorded(version):
            self._name_not_taken(row, version, told)
        elif stage == version.stage:
            self._hold_version(row, version, told)

    def _worked_on_here(self, row, version, stage, told):
        """Where people have worked here, that counts: what the file says otherwise is named, and not taken."""
        if stage != version.stage and not self._stands_there(row):
            here = label(version.stage).lower()
            row.stays = WORKED_ON.format(here=here, file=label(stage).lower())
        self._name_not_taken(row, version, told)

    def _name_not_taken(self, row, version, told):
        """Name what a colleague wrote in a file that went out, of days and an address that what was done here decides."""
        for name in sides.OF_VERSION if row.left else ():
            news = told.get(name) is not None and not same(getattr(version, name), told[name])  # fmt: skip
            if news and not row.left.is_untouched(name):
                what = fields.LABELS[name].lower()
                self.report(row, NOTE, DONE_HERE.format(what=what))

    def _stands_there(self, row):
        """Whether the assessment here waits for signatures, as the register says."""
        stages = {Stage.SIGN_OFF, row.standing.stage}
        return row.existing is not None and stages == {row.existing.current.stage}

    def _is_only_recorded(self, version):
        """Whether a version is as a register recorded it: nobody has written in it or moved it here."""
        return version.source == "import" and version.pk not in self.worked_on

    def _recorded_stage(self, row, version, stage, told) -> None:
        if stage == version.stage:
            self._hold_version(row, version, told)
            return
        anew = begins_anew(version.stage, stage)
        back = anew or (version.stage in SIGNED and stage in SIGNED and not _follows(version.stage, stage))  # fmt: skip
        words = f"{label(stage)}, as a new version" if anew else label(stage)
        held = self._held(row, version, "stage", {"stage": stage}, words, asked=back)
        if held is None or held.take == FILE:
            row.to_stage, row.stands, row.begins_version = stage, told, anew

    def _hold_version(self, row, version, told) -> None:
        """What the register says otherwise of the days, the address and the outcome of a version at the same stage."""
        for name in OF_VERSION:
            value = told.get(name)
            if value is None or same(getattr(version, name), value) or self._is_kept(row, version, name):  # fmt: skip
                continue
            if name in KEPT_WITH_CONTENT and version.stage in FROZEN:
                what = fields.LABELS[name].lower()
                self.report(row, NOTE, FROZEN_WORDS.format(what=what))
                continue
            held = self._held(row, version, name, {name: value}, str(value))
            if held is None or held.take == FILE:
                row.stands[name] = value


def _emptied(row) -> dict:
    """The fields whose cells were emptied in a file that left from here, and that hold something here still."""
    names = [n for n in sides.MAY_BE_EMPTY if row.left and row.left.is_emptied(n)]
    held = {name: getattr(row.existing, name) for name in names}
    return {name: "" if isinstance(value, str) else None for name, value in held.items() if value not in ("", None)}  # fmt: skip


def _events(existing, versions):
    """What the history tells of assessments and of their versions; no words of theirs, which are long and never asked for: two queries."""
    if not existing:
        return {}
    ids = [one.pk for one in versions]
    return {
        Assessment: events_of(Assessment, [one.pk for one in existing]),
        AssessmentVersion: events_of(AssessmentVersion, ids, without=["content"]),
    }


def begins_anew(here: str, stage: str) -> bool:
    """Whether what a register says can only be a new version: what holds good is being written again, or came out otherwise."""
    if here in FROZEN and stage in OPEN:
        return True
    return here in FROZEN and Stage.SCREENED_OUT in (here, stage) and here != stage


def _follows(here, stage):
    return SIGNED.index(stage) > SIGNED.index(here)


def label(stage: str) -> str:
    return Stage(stage).label


def worked_on(ids) -> set[int]:
    """Which of the versions `ids` people have written in or moved here: two queries, none for none."""
    if not ids:
        return set()
    written = Q()
    for relation in ("answers", "relevances", "impacts", "mitigations", "signers", "sign_offs"):  # fmt: skip
        written |= Q(**{f"{relation}__isnull": False})
    rows = AssessmentVersion.objects.filter(pk__in=ids)
    found = set(rows.filter(written).values_list("pk", flat=True))
    events = event_models(tracks_model=StageMove)[0].objects
    moved = events.filter(assessment_version__in=ids, pgh_label="insert")
    return found | {one.assessment_version_id for one in moved if not by_an_import(one)}
