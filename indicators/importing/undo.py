"""Takes an import's indicators back, row by row: what somebody has worked on since stays, and is named."""

from collections import defaultdict

from django.apps import apps
from django.db.models import DO_NOTHING, SET_NULL

from indicators.models import Baseline, Breakdown, Indicator, Result, Target
from plans.importing import bulk
from plans.importing.changes import CREATED
from plans.importing.undo import CHANGED_SINCE, USED_SINCE, Left, Undone

# What is taken back, in this order: each before what it stands on.
LABELS = (
    "indicators.breakdown",
    "indicators.comment",
    "indicators.result",
    "indicators.target",
    "indicators.baseline",
    "indicators.indicatorpriority",
    "indicators.indicator",
)
WITH_INDICATOR = (Result, Target, Baseline)


def look(changes, locked=False) -> Undone:
    """Return what undoing `changes` would leave alone; nothing is written."""
    return _Looking(changes, locked).undone


def undo(changes) -> Undone:
    """Take `changes` of indicators back; the caller holds other imports back (see `apply.hold_others_back`)."""
    bulk.quicken_triggers()
    looked = _Looking(changes, locked=True)
    undone = looked.undone
    for label in LABELS:
        model, free = apps.get_model(label), looked.free[label]
        made = [one.object_id for one in free if one.what == CREATED]
        changed = [one for one in free if one.what != CREATED]
        _restore(model, changed, looked.rows[label], undone)
        bulk.delete(model, made)
        undone.removed += len(made)
        undone.restored += len(changed)
    return undone


def _restore(model, changes, rows, undone):
    """Write back what each row held; rows with the same fields changed go together."""
    alike = defaultdict(list)
    for one in changes:
        row = rows[one.object_id]
        for name, value in one.before.items():
            setattr(row, name, value)
        alike[tuple(one.before)].append(row)
    versions = {}
    for names, same in alike.items():
        versions |= bulk.write(same, names)
    for one in changes:
        undone.note_version(one, versions.get(one.object_id))


class _Looking:
    """What of an import can be taken back: `free` changes by model, and what is left with why."""

    def __init__(self, changes, locked):
        self.by_model = defaultdict(list)
        for one in changes:
            self.by_model[one.model].append(one)
        self.locked = locked
        self.rows, self.free, self.going = {}, {}, {}
        self.undone = Undone()
        for label in LABELS:
            self._look_at(label)

    def _look_at(self, label):
        model, changes = apps.get_model(label), self.by_model[label]
        rows = self.rows[label] = self._rows(model, changes)
        used = self._in_use(model, changes)
        free = self.free[label] = []
        for one in changes:
            row = rows.get(one.object_id)
            if row is None:
                continue
            if _is_only_moved(one, row):
                continue
            why = CHANGED_SINCE if _version(row) != one.version_after else ""
            why = why or (USED_SINCE if one.object_id in used else "")
            if why:
                self.undone.left.append(Left(label, row.pk, name_of(row), why))
            else:
                free.append(one)
        made = {one.object_id for one in free if one.what == CREATED}
        self.going[model] = made

    def _rows(self, model, changes):
        rows = model._base_manager.all()
        if model in WITH_INDICATOR:
            rows = rows.select_related("indicator")
        if self.locked:
            rows = rows.select_for_update(of=("self",), no_key=True)
        return rows.in_bulk([one.object_id for one in changes])

    def _in_use(self, model, changes):
        """Those that were made and that something stands on which does not go with them; of indicators, with their parts."""
        made = {one.object_id for one in changes if one.what == CREATED}
        found = self._needed(model, made)
        if model is not Indicator:
            return found
        changed = {
            one.object_id
            for one in changes
            if (row := self.rows[changes[0].model].get(one.object_id))
            and _version(row) != one.version_after
        }
        stays = found | changed
        parents = dict(
            Indicator.objects.filter(pk__in=made).values_list("pk", "parent_id")
        )
        waiting = list(stays & parents.keys())
        while waiting:
            parent = parents.get(waiting.pop())
            if parent in made and parent not in stays:
                stays.add(parent)
                waiting.append(parent)
        return stays

    def _needed(self, model, ids):
        """Those of `ids` that a row needs which stays."""
        found = set()
        for link in model._meta.get_fields(include_hidden=True) if ids else ():
            if not _needs(link):
                continue
            rows = link.related_model._base_manager.filter(
                **{f"{link.field.name}__in": ids}
            )
            going = self.going.get(link.related_model, set())
            if link.related_model is model:
                going = ids
            pairs = rows.values_list("pk", link.field.attname)
            found |= {needed for pk, needed in pairs if pk not in going}
        return found


def _version(row):
    return getattr(row, "version", None)


def _is_only_moved(change, row):
    """Whether somebody has since given a row without a version another place: nobody's loss, so it stays without a word."""
    changed = change.what != CREATED and change.version_after is None
    return changed and any(getattr(row, n) != v for n, v in change.after.items())


def _needs(link):
    made_by_others = link.auto_created and not link.concrete
    several = made_by_others and (link.one_to_many or link.one_to_one)
    return several and link.on_delete not in (DO_NOTHING, SET_NULL)


def name_of(row) -> str:
    """A row as a person knows it: a figure with its indicator and time."""
    if isinstance(row, WITH_INDICATOR):
        period = f" for {row.period}" if row.period else ""
        return f"{row.indicator}: {row._meta.verbose_name}{period}"
    if isinstance(row, Breakdown):
        return f"{row.result.indicator}: {row.group}, {row.result.period}"
    return str(row)
