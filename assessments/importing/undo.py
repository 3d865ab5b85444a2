"""Takes an import's assessments and programme back: an assessment goes or is as before with all that came with it, or it stays and is named."""

import pgtrigger

from assessments.models import (
    Assessment,
    AssessmentVersion,
    ProgrammeTarget,
    RegisterWords,
    StageMove,
)
from plans.importing import bulk
from plans.importing.changes import CREATED
from plans.importing.references import referred_to
from plans.importing.restoring import restore
from plans.importing.undo import CHANGED_SINCE, USED_SINCE, Left, Undone

from .weighing import worked_on

# What is taken back, in this order: each before what it stands on.
MODELS = (StageMove, RegisterWords, AssessmentVersion, Assessment, ProgrammeTarget)
LABELS = tuple(model._meta.label_lower for model in MODELS)


def look(changes, locked=False) -> Undone:
    """Return what undoing `changes` would leave alone; nothing is written."""
    return _Looking(changes, locked).undone


def undo(changes) -> Undone:
    """Take `changes` of the register and the programme back; the caller holds other imports back (see `apply.hold_others_back`)."""
    bulk.quicken_triggers()
    looked = _Looking(changes, locked=True)
    # Moves go first: each stage that is put back follows from the last move that is left.
    with pgtrigger.ignore("assessments.StageMove:stays"):
        bulk.delete(StageMove, [one.object_id for one in looked.free[StageMove]])
    for model in MODELS[1:]:
        _take_back(model, looked)
    return looked.undone


def _take_back(model, looked):
    made = [one.object_id for one in looked.free[model] if one.what == CREATED]
    changed = [one for one in looked.free[model] if one.what != CREATED]
    rows = model._base_manager.in_bulk([one.object_id for one in changed])
    restore(changed, rows, looked.undone)
    bulk.delete(model, made)
    if model in (Assessment, ProgrammeTarget):
        looked.undone.removed += len(made)
        looked.undone.restored += len(changed)


class _Looking:
    """What of an import can be taken back: `free` changes by model, and what is left with why.

    All that came of one assessment goes together: a version is nothing without it, nor it without one.
    """

    def __init__(self, changes, locked):
        self.locked = locked
        self.by_model = {model: [] for model in MODELS}
        models = dict(zip(LABELS, MODELS, strict=True))
        for one in changes:
            self.by_model[models[one.model]].append(one)
        self.made = {
            model: {one.object_id for one in of if one.what == CREATED}
            for model, of in self.by_model.items()
        }
        self.assessment_of = self._assessments()
        self.undone = Undone()
        self.why = self._reasons()
        self.free = {model: self._free(model) for model in MODELS}
        self._name_what_stays()

    def _assessments(self):
        """{model: {id: the assessment that the row is of}} of the rows that are still there: four queries."""
        of_version = "pk", "assessment_version__assessment"
        versions = self._here(AssessmentVersion).values_list("pk", "assessment")
        return {
            StageMove: dict(self._here(StageMove).values_list(*of_version)),
            RegisterWords: dict(self._here(RegisterWords).values_list(*of_version)),
            AssessmentVersion: dict(versions),
            Assessment: {pk: pk for pk in self._here(Assessment).values_list("pk", flat=True)},
        }  # fmt: skip

    def _here(self, model):
        ids = [one.object_id for one in self.by_model[model]]
        rows = model._base_manager.filter(pk__in=ids)
        lock = self.locked and model is not StageMove
        return rows.select_for_update(of=("self",), no_key=True) if lock else rows

    def _reasons(self):
        """{(model, id): why it stays}, of assessments and targets."""
        why = {}
        for model in (RegisterWords, AssessmentVersion, Assessment):
            of = self.assessment_of[model]
            why |= {(Assessment, of[pk]): USED_SINCE for pk in self._in_use(model) if pk in of}  # fmt: skip
            why |= {(Assessment, of[pk]): CHANGED_SINCE for pk in self._touched(model) if pk in of}  # fmt: skip
        used = referred_to(ProgrammeTarget, self.made[ProgrammeTarget])
        why |= {(ProgrammeTarget, pk): USED_SINCE for pk in used}
        touched = self._touched(ProgrammeTarget)
        return why | {(ProgrammeTarget, pk): CHANGED_SINCE for pk in touched}

    def _touched(self, model):
        """The rows that are no longer as the import left them."""
        now = dict(self._here(model).values_list("pk", "version"))
        after = {one.object_id: one.version_after for one in self.by_model[model]}
        return {pk for pk, version in now.items() if version != after[pk]}

    def _in_use(self, model):
        """Those on which something stands that does not go with them; of versions, also those in which people have written."""
        going = {one: {c.object_id for c in of} for one, of in self.by_model.items()}
        found = referred_to(model, self.made[model], going=going)
        if model is AssessmentVersion:
            changed = {one.object_id for one in self.by_model[model]}
            found |= worked_on(changed)
        return found

    def _free(self, model):
        if model is ProgrammeTarget:
            here = set(self._here(model).values_list("pk", flat=True))
            of = {pk: pk for pk in here}
        else:
            of = self.assessment_of[model]
        stays = ProgrammeTarget if model is ProgrammeTarget else Assessment
        return [
            one for one in self.by_model[model]
            if one.object_id in of and (stays, of[one.object_id]) not in self.why
        ]  # fmt: skip

    def _name_what_stays(self):
        for model in (Assessment, ProgrammeTarget):
            ids = [pk for of, pk in self.why if of is model]
            rows = model._base_manager.select_related("directorate").in_bulk(ids)
            self.undone.left += [
                Left(model._meta.label_lower, pk, str(rows[pk]), self.why[model, pk])
                for pk in sorted(rows)
            ]
