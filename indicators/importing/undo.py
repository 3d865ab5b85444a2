"""Takes an import's indicators back, row by row: what somebody has worked on since stays, and is named."""

from collections import defaultdict

from django.apps import apps

from indicators.models import (
    Baseline,
    Breakdown,
    Indicator,
    IndicatorPriority,
    Result,
    Target,
)
from plans.importing import bulk
from plans.importing.changes import CREATED
from plans.importing.references import referred_to
from plans.importing.restoring import restore
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
# What the name of a row that stays is made of.
NAMED_WITH = dict.fromkeys(WITH_INDICATOR, ("indicator",)) | {
    Breakdown: ("result__indicator",),
    IndicatorPriority: ("indicator", "priority"),
}


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
        restore(changed, looked.rows[label], undone)
        bulk.delete(model, made)
        undone.removed += len(made)
        undone.restored += len(changed)
    return undone


class _Looking:
    """What of an import can be taken back: `free` changes by model, and what is left with why.

    Of what the import made, only the version is read; `rows` holds what it changed.
    """

    def __init__(self, changes, locked):
        self.by_model = defaultdict(list)
        for one in changes:
            self.by_model[one.model].append(one)
        self.locked = locked
        self.rows, self.free, self.going = {}, {}, {}
        self.undone = Undone()
        for label in LABELS:
            self._look_at(apps.get_model(label), self.by_model[label])

    def _look_at(self, model, changes):
        label = model._meta.label_lower
        ids = [one.object_id for one in changes if one.what != CREATED]
        self.rows[label] = self._of(model).in_bulk(ids)
        versions = self._versions(model, changes)
        touched = {one.object_id for one in changes if _is_touched(one, versions)}
        used = self._in_use(model, changes, touched)
        free, left = [], {}
        for one in changes:
            if one.object_id not in versions or self._is_only_moved(one):
                continue
            if one.object_id in touched | used:
                is_touched = one.object_id in touched
                left[one.object_id] = CHANGED_SINCE if is_touched else USED_SINCE
            else:
                free.append(one)
        self.free[label] = free
        self.going[model] = {one.object_id for one in free if one.what == CREATED}
        self._leave(model, left)

    def _of(self, model):
        rows = model._base_manager.all()
        return (
            rows.select_for_update(of=("self",), no_key=True) if self.locked else rows
        )

    def _versions(self, model, changes):
        """The version of each row that is still there, None of one without."""
        rows = self._of(model).filter(pk__in=[one.object_id for one in changes])
        if hasattr(model, "version"):
            return dict(rows.values_list("pk", "version"))
        return dict.fromkeys(rows.values_list("pk", flat=True))

    def _is_only_moved(self, change):
        """Whether somebody has since given a row without a version another place: nobody's loss, so it stays without a word."""
        row = self.rows[change.model].get(change.object_id)
        if row is None or change.version_after is not None:
            return False
        return any(getattr(row, name) != value for name, value in change.after.items())

    def _leave(self, model, left):
        """Name what stays, in the order of the import."""
        rows = model._base_manager.select_related(*NAMED_WITH.get(model, ()))
        rows = rows.in_bulk(list(left))
        self.undone.left += [
            Left(model._meta.label_lower, pk, name_of(rows[pk]), why)
            for pk, why in left.items()
        ]

    def _in_use(self, model, changes, touched):
        """Those that were made and on which something stands that does not go with them; of indicators, with their wholes."""
        made = {one.object_id for one in changes if one.what == CREATED}
        found = referred_to(model, made, going={**self.going, model: made})
        if model is not Indicator:
            return found
        wholes = _wholes_of(found | touched) & made
        return found | wholes | self._with_later_figures(changes)

    def _with_later_figures(self, changes):
        """Those that got their unit by the import and figures since: without the unit these would say something else."""
        with_unit = {one.object_id for one in changes if "unit" in one.before}
        return {
            pk
            for model in WITH_INDICATOR
            for own, pk in model.objects.filter(indicator__in=with_unit).values_list(
                "pk", "indicator"
            )
            if own not in self.going[model]
        }


def _is_touched(change, versions):
    """Whether a row is there and no longer as the import left it."""
    pk = change.object_id
    return pk in versions and versions[pk] != change.version_after


def _wholes_of(parts):
    """The indicators of which `parts` are parts, and those of which they are."""
    found, waiting = set(), set(parts)
    while waiting:
        above = Indicator.objects.filter(parts__in=waiting).values_list("pk", flat=True)
        waiting = set(above) - found
        found |= waiting
    return found


def name_of(row) -> str:
    """A row as a person knows it: a figure with its indicator and time."""
    if isinstance(row, WITH_INDICATOR):
        period = f" for {row.period}" if row.period else ""
        return f"{row.indicator}: {row._meta.verbose_name}{period}"
    if isinstance(row, Breakdown):
        return f"{row.result.indicator}: {row.group}, {row.result.period}"
    return str(row)
