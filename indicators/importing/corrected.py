"""The figures that an import corrected, as its page names them."""

from collections import defaultdict

from indicators.models import Baseline, Result, Target

from .outcome import KINDS

FIGURES = {one._meta.label_lower: one for one in (Baseline, Target, Result)}


def corrected(changes) -> list[tuple]:
    """Return (indicator, "Result for 2030/31", words before, words after) for each change of a figure's words, at most three queries."""
    by_model = defaultdict(list)
    for one in changes:
        if "text" in one.before:
            by_model[one.model].append(one)
    found = []
    for label, ones in by_model.items():
        rows = FIGURES[label].objects.select_related("indicator")
        rows = rows.in_bulk([one.object_id for one in ones])
        found += [_words(rows[o.object_id], o) for o in ones if o.object_id in rows]
    return found


def _words(row, change):
    kind = KINDS[type(row)]
    what = f"{kind} for {row.period}" if row.period else kind
    return row.indicator, what, change.before["text"], change.after["text"]
