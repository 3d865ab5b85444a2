"""What the preview shows of indicators: the counts, and a page of their table with each figure beside its words."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.utils import timezone

from equality_tracker.imports.previewing import A_PAGE
from equality_tracker.organisation.models import Directorate, Lead, User
from indicators.importing import fields
from indicators.importing.outcome import CHANGED, KEPT, LEFT_OUT, NEW, UNCHANGED
from indicators.models import Baseline, Indicator, Result, Target
from indicators.performance.bounds import show
from indicators.performance.measures import Direction
from indicators.words.reasons import Reason

SHOWN = (("", "All"), (NEW, "New"), (CHANGED, "Changed"), (UNCHANGED, "Unchanged"))
CHANGES = {"+": "an increase of", "-": "a reduction of"}
OF_CHANGE = {
    "points": "points, or so many of its unit",
    "percent": "per cent of the baseline",
    "": "points or per cent: to be said after the import",
}


@dataclass(frozen=True)
class FigureShown:
    """One figure: its time, the words here and in the file, and how the file's are read."""

    figure: object
    before: str
    after: str
    reading: str

    @property
    def is_struck(self):
        """Whether other words would stand here."""
        return self.figure.outcome == CHANGED and self.before != self.after

    @property
    def stays(self):
        return self.figure.outcome == KEPT

    @property
    def is_left_out(self):
        return self.figure.outcome == LEFT_OUT


@dataclass(frozen=True)
class RowShown:
    """One row of the file as the indicator will stand."""

    row: object
    changes: list
    baselines: list
    targets: list
    results: list
    groups: list

    @property
    def place(self):
        said = self.row.said
        return said.get("place") or f"{said['sheet']}, {said['row']}"


def context_of(query, decisions):
    """Return what the preview's template takes of indicators; `query` may ask for a page, and for one kind of outcome."""
    asked, indicators = query.get("indicators", ""), decisions.found.indicators
    rows = [r for r in indicators.rows if not asked or r.outcome == asked]
    page = Paginator(rows, A_PAGE).get_page(query.get("indicators_page"))
    counts = indicators.counts
    return {
        "indicators": indicators,
        "indicator_counts": counts,
        "indicator_page": page,
        "indicator_groups": by_priority(page.object_list, indicators.current),
        "indicators_shown": asked,
        "figures_asked": list(entered_by(decisions.figures.figures.values())),
        "indicator_filters": [
            (value, label, _number_of(indicators, value))
            for value, label in SHOWN
            if not value or _number_of(indicators, value)
        ],
    }


def _number_of(indicators, outcome):
    return sum(not outcome or row.outcome == outcome for row in indicators.rows)


def by_priority(rows, current):
    """Return [(heading, [RowShown, …])] in the order of the file."""
    names = _Names(rows, current)
    groups = []
    for row in rows:
        if not groups or groups[-1][0] != heading_of(row):
            groups.append((heading_of(row), []))
        groups[-1][1].append(shown(row, names))
    return groups


def heading_of(row):
    """The priority that a row stands under, or the words above its table that are no priority here."""
    if row.under is not None:
        return f"{row.under.number} {row.under.title}".strip()
    said = row.said
    return said.get("priority_title") or said["group"] or said["sheet"]


class _Names:
    """The words for what rows change by its id: two queries."""

    def __init__(self, rows, current):
        self.current = current
        values = [row.values | _held(row) for row in rows]
        self.of = {
            "lead_id": _in_bulk(Lead, values, "lead_id"),
            "directorate_id": _in_bulk(Directorate, values, "directorate_id"),
        }

    def word(self, name, value):
        if name == "parent":
            return value.name if value is not None else ""
        if name == "suggested_direction":
            return Direction(value).label if value else ""
        if name in self.of:
            return str(self.of[name].get(value) or "")
        return "" if value is None else str(value)

    def parent_of(self, indicator):
        return str(self.current.indicators.get(indicator.parent_id, ""))


def _in_bulk(model, values, name):
    """Those rows of `model` that any of `values` names, before or after."""
    ids = {one.get(key) for one in values for key in (name, f"before_{name}")}
    return model.objects.in_bulk(ids - {None})


def _held(row):
    if row.indicator is None:
        return {}
    return {
        f"before_{n}": getattr(row.indicator, n) for n in ("lead_id", "directorate_id")
    }


def shown(row, names):
    """Return one row with its figures as they will stand."""
    figures = {model: [] for model in (Baseline, Target, Result)}
    for one in row.figures:
        figures[one.model].append(figure_shown(one, row))
    groups = [
        (one, one.existing.text if one.outcome == CHANGED else "") for one in row.groups
    ]
    return RowShown(row, _changes(row, names), *figures.values(), groups)


def _changes(row, names):
    """Each (label, before, after) that would be written over what stands in the indicator."""
    if row.indicator is None:
        return []
    return [
        (
            fields.LABELS.get(name, name),
            _before(row.indicator, name, names),
            names.word(name, value),
        )
        for name, value in row.values.items()
    ]


def _before(indicator, name, names):
    if name == "parent":
        return names.parent_of(indicator)
    return names.word(name, getattr(indicator, name))


def figure_shown(figure, row):
    """Return the figure beside the one that stands here, with its reading."""
    existing = figure.existing
    before = existing.text if existing is not None else ""
    if not figure.values and existing is not None:
        return FigureShown(figure, before, before, reading_of(existing))
    held = (
        {}
        if existing is None
        else {n: getattr(existing, n) for n in READING if hasattr(existing, n)}
    )
    unit = row.first.values.get("unit", row.indicator.unit if row.indicator else "")
    told = figure.model(indicator=Indicator(unit=unit), **(held | figure.values))
    return FigureShown(figure, before, told.text, reading_of(told))


READING = (
    "text", "value", "value_max", "operator", "unit", "decimals", "reason", "second", "remark",
    "numerator", "denominator", "provisional", "change", "change_in",
)  # fmt: skip


def reading_of(figure):
    """How a figure's words are read: a number in its unit, a change, or the reason for there being none."""
    if figure.value is None:
        return f"no number: {Reason(figure.reason).label.lower()}"
    words = show(figure.as_measure())
    if getattr(figure, "change", ""):
        words = f"{CHANGES[figure.change]} {words} ({OF_CHANGE[figure.change_in]})"
    parts = [words]
    if figure.second is not None:
        parts.append(f"with a second figure, {figure.second.normalize():f}")
    if getattr(figure, "denominator", None) is not None and not _is_share(figure):
        parts.append(
            f"{figure.numerator.normalize():,f} out of {figure.denominator.normalize():,f}"
        )
    if getattr(figure, "provisional", None):
        parts.append("provisional")
    return ", ".join(parts)


def _is_share(figure):
    """Whether the figure itself is read as so many out of so many, or nobody says how many."""
    return figure.numerator is None or "out of" in figure.as_measure().unit


def entered_by(forms):
    """Return [(form, who wrote what is here or took it back, on which day)]: one query."""
    by = [form.figure.by_whom for form in forms]
    people = User.objects.in_bulk({who for who, _at in by} - {None})
    for form, (who, at) in zip(forms, by, strict=True):
        day = timezone.localtime(at).date() if at else None
        yield form, people.get(who), day
