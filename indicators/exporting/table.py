"""The table of indicators: a row for each with what it is, and a column for each target and result by its time."""

from equality_tracker.workbooks.limits import COLUMNS
from indicators.exporting import naming
from indicators.words import units

# Heading, width in characters, and what a line says there.
ABOUT = (
    ("Code", 12, lambda line: line.indicator.code),
    ("Indicator", 44, lambda line: line.indicator.title),
    ("Part of", 12, lambda line: _part_of(line.indicator.parent)),
    ("Unit", 12, lambda line: line.indicator.unit or units.NONE),
    ("Which way is better", 18, lambda line: line.indicator.get_direction_display()),
    ("Plan", 14, lambda line: line.plan),
    ("Baseline", 16, lambda line: line.baseline.text if line.baseline else ""),
    ("Baseline for", 16, lambda line: _baseline_time(line.baseline)),
)
BELOW = (
    ("Set", 14, lambda line: line.indicator.get_belongs_to_display()),
    ("Directorate", 22, lambda line: str(line.indicator.directorate or "")),
    ("Lead", 22, lambda line: str(line.indicator.lead or "")),
    ("Frequency", 16, lambda line: line.indicator.frequency),
    ("Source", 28, lambda line: line.indicator.source),
    ("Definition", 40, lambda line: line.indicator.definition),
    ("Withdrawn", 30, lambda line: _withdrawn(line.indicator)),
)
FIGURE_WIDTH = 14
MOST_FIGURES = COLUMNS - len(ABOUT) - len(BELOW)


def tables(contents):
    """Return [(headings, widths, rows)]: one table, or as many as the columns of figures need."""
    columns = contents.columns
    parts = [
        columns[first : first + MOST_FIGURES]
        for first in range(0, len(columns), MOST_FIGURES)
    ]
    return [table(contents, part) for part in parts or [[]]]


def table(contents, columns):
    """One table with the given columns of figures."""
    return (
        headings(contents, columns),
        _widths(columns),
        [_row(line, columns) for line in contents.lines],
    )


def headings(contents, columns):
    """The words over the columns."""
    named = [naming.heading(name, contents.times[time]) for name, time in columns]
    return [*(h for h, _w, _said in ABOUT), *named, *(h for h, _w, _said in BELOW)]


def _widths(columns):
    about, below = ([width for _h, width, _said in part] for part in (ABOUT, BELOW))
    return [*about, *[FIGURE_WIDTH] * len(columns), *below]


def _row(line, columns):
    figures = [line.figures.get(place, "") for place in columns]
    about, below = ([said(line) for _h, _w, said in part] for part in (ABOUT, BELOW))
    return [*about, *figures, *below]


def _part_of(parent):
    return (parent.code or parent.title) if parent else ""


def _baseline_time(baseline):
    if baseline is None or not (baseline.period_kind and baseline.end):
        return baseline.period if baseline else ""
    return naming.period(baseline.period_kind, baseline.end, [baseline.period])


def _withdrawn(indicator):
    if not indicator.withdrawn_on:
        return ""
    day = indicator.withdrawn_on
    return f"{day.day} {day:%B %Y}: {indicator.withdrawn_why}"
