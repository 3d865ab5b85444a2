"""What people wrote or took back here: a file that says otherwise does not put it back unasked. The history knows who did what."""

from collections import defaultdict
from itertools import pairwise
from types import SimpleNamespace

from pghistory.core import event_models

from equality_tracker.audit.authorship import by_an_import, events_of, who_wrote
from indicators.models import Baseline, Indicator, Result, Target
from plans.importing.weighed import FieldRow
from plans.importing.words import same

from . import current, fields, reading

ASKED = (
    "title", "definition", "decimals", "source", "frequency", "directorate_id", "lead_id", "parent",
)  # fmt: skip


def hold(rows, weighing, imports_of, as_at) -> None:
    """Set aside, to be asked about, what would be written over words that a person wrote here, or a later file.

    Of a file that went out from here, only what was changed here since it left.
    """
    over = [row for row in rows if row.indicator and set(ASKED) & set(row.values)]
    if not over:
        return
    indicators = [row.indicator for row in over]
    history = events_of(Indicator, [one.pk for one in indicators])
    brought = imports_of(indicators) if imports_of else {}
    for row in over:
        known = brought.get((Indicator._meta.label_lower, row.indicator.pk))
        later = known is not None and known.as_at > as_at
        for name in ASKED:
            if name in row.values:
                _hold(row, name, history[row.indicator.pk], later, weighing)


def _hold(row, name, events, later, weighing):
    written = who_wrote(events, _column(name))
    left = _as_it_left(row, weighing.names)
    if name in left:
        if same(left[name], getattr(row.indicator, name)):
            return
    elif not _is_ours(row.indicator, name, written) and not (later and written):
        return
    row.held.append(
        FieldRow(
            f"{row.key}:field:{name}",
            {"text": _words_of_file(row, name)},
            f"row {row.said['row']}",
            {name: row.values.pop(name)},
            existing=row.indicator,
            overwrites=True,
            newer=True,
            is_clash=name in left,
            written=written,
            label=fields.LABELS[name],
            here=_words_here(row.indicator, name, weighing),
        )
    )


def _column(name):
    return "parent_id" if name == "parent" else name


def _is_ours(indicator, name, written):
    """Whether a person wrote what the field says; one that nobody has filled yet is nobody's."""
    if getattr(indicator, _column(name)) in ("", None):
        emptied = written is not None and written.pgh_label != "insert"
        return emptied and not by_an_import(written)
    return written is None or not by_an_import(written)


def _as_it_left(row, names):
    """The fields as the file had them when it went out from here; nothing of a file that did not."""
    if row.left is None or not row.left.said:
        return {}
    said = row.left.said
    went = SimpleNamespace(said=said, code=said.get("key") or "", title=said.get("title") or "")  # fmt: skip
    return fields.read(went, names)[0]


def _words_of_file(row, name):
    if name == "parent":
        return row.parent.name
    if name in ("lead_id", "directorate_id"):
        said = row.said.get(fields.COLUMNS[name]) or row.said.get("lead")
        return said or ""
    return str(row.values[name])


def _words_here(indicator, name, weighing):
    value = getattr(indicator, _column(name))
    if value in ("", None):
        return ""
    if name == "parent":
        return str(weighing.now.indicators[value])
    known = {"lead_id": weighing.names.leads, "directorate_id": weighing.names.directorates}  # fmt: skip
    rows = known.get(name, {}).values()
    return next((str(one) for one in rows if one.pk == value), str(value))


def ask_of_removed(rows) -> None:
    """Mark each figure that is new here only because a person took it back, or moved it to another time: it stays away unless the file's
    is chosen."""
    new = defaultdict(list)
    for row in rows:
        for figure in row.figures:
            if row.indicator and figure.existing is None and not figure.left_out:
                new[figure.model].append((row.indicator.pk, figure))
    for model in (Baseline, Target, Result):
        if new[model]:
            _mark(model, new[model])


def _mark(model, new):
    removed = _removed(model, {pk for pk, _figure in new})
    moved = {} if model is Baseline else _moved(model, new)
    for pk, figure in new:
        found = removed.get((pk, figure.slot))
        if found is None and model is Result and reading.is_untimed(figure.said):
            found = _same_words(removed, pk, figure)
        if found is None and (found := moved.get((pk, figure.slot))):
            figure.moved_to = found.period
        if found is not None:
            figure.removed, figure.overwrites, figure.newer = found, True, True


def _moved(model, new):
    """{(indicator, slot): the newest event by which a person moved a figure from there to another time}: two queries."""
    events = event_models(tracks_model=model)[0].objects.order_by("pgh_obj_id", "pgh_id")  # fmt: skip
    ends = {figure.time["end"] for _pk, figure in new}
    stood = events.filter(indicator_id__in={pk for pk, _figure in new}, end__in=ends)
    ids = set(stood.values_list("pgh_obj_id", flat=True))
    steps = pairwise(events.filter(pgh_obj_id__in=ids)) if ids else ()
    found = {}
    for before, event in steps:
        was = current.slot_of(before, model)
        is_one = before.pgh_obj_id == event.pgh_obj_id
        if is_one and was != current.slot_of(event, model) and not by_an_import(event):
            found[event.indicator_id, was] = event
    return found


def _removed(model, ids):
    """{(indicator, slot): the newest event by which a person took a figure back}: one query."""
    events = event_models(tracks_model=model)[0].objects.order_by("pgh_id")
    found = events.filter(pgh_label="delete", indicator_id__in=ids)
    return {
        (one.indicator_id, current.slot_of(one, model)): one
        for one in found
        if not by_an_import(one)
    }


def _same_words(removed, pk, figure):
    """One for a file's date that said the same: the same file sent later tells nothing new."""
    kind = figure.time["period_kind"]
    for (indicator, _slot), one in removed.items():
        if indicator == pk and one.period_kind == kind and same(one.text, figure.said["text"]):  # fmt: skip
            return one
    return None
