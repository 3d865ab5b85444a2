"""The results of an indicator over time beside its targets: in a row of the list, and on its own page.

A line breaks where a time has no figure and where the unit changed; a provisional result is hollow; a target is a
hollow square on a dashed line; the line ends where the indicator was withdrawn. Times of two kinds, a year and its quarters, are never on one line.
"""

from html import escape

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from indicators.models import PeriodKind
from indicators.performance.bounds import show
from indicators.performance.measures import Measure, in_per_cent, without_base
from indicators.published import without_people
from indicators.standing import Line

from .scale import INK, MUTED, Frame, Scale, grid, marks, polyline, short, svg, times

LINE, AIM, START = "#12436d", "#801650", "#3d3d3d"
FRAME = Frame(width=860, height=300, left=64, right=96)
SPARK = Frame(width=120, height=32, left=4, right=4, top=4, bottom=4)


def sparkline(standing):
    """The results of the newest one's kind of time as a small line, said in words; "" where fewer than two can be drawn."""
    if standing.latest is None:
        return ""
    line = Line(standing, "", standing.latest.period_kind)
    runs, found = line.runs, line.drawn
    if len(found) < 2:
        return ""
    scale = Scale(
        [one.end for one in line.results], [one.value for one in found], SPARK
    )
    wide, high = SPARK.width, SPARK.height
    return mark_safe(
        f'<svg class="spark" role="img" aria-label="{escape(in_short(found))}" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">'
        f"{lines(runs, scale, LINE, 2)}{dots(ends_of(runs), scale, 3)}</svg>"
    )


def in_short(found) -> str:
    first, last = found[0], found[-1]
    return f"{len(found)} results, from {in_words(first)} for {first.period} to {in_words(last)} for {last.period}"


def charts(standing):
    """Return [(unit and kind of time in words, picture)] for each line: two units, or a year and its quarters, are not joined."""
    return [(_named(standing, line), chart(standing, line)) for line in standing.lines]


def _named(standing, line):
    """ "In per cent", "In per cent, quarter" where there are lines of several kinds of time."""
    named = {"%": "In per cent", "GBP": "In pounds", "": "In a number without a unit"}
    unit = line.unit or standing.indicator.unit
    words = named.get(unit, f"In {without_base(unit)}")
    if len({one.kind for one in standing.lines}) < 2:
        return words
    return f"{words}, by {PeriodKind(line.kind).label.lower()}"


def chart(standing, line):
    """The results of a line with the targets and the baseline that they are compared with."""
    aims = [(one.end, level) for one, level in line.levels]
    scale = scale_of(standing, line)
    dated = [*(one for one, _level in line.levels), *line.results]
    named = {one.end: one.period for one in dated}
    shown = line.unit or standing.indicator.unit
    return svg(
        "series", f"series-{standing.lines.index(line)}", title(shown, aims), describe(standing, line), FRAME,
        grid(scale, shown), times(scale, named), uprights(line.breaks, scale), withdrawn(standing, scale),
        polyline(scale.points(aims), AIM, 2, "6 5") if len(aims) > 1 else "",
        lines(line.runs, scale, LINE, 3), squares(aims, scale), diamond(line.start, scale), dots(line.drawn, scale, 5.5),
        last_figures(line.drawn[-1], aims, scale, shown),
    )  # fmt: skip


def title(unit, aims) -> str:
    words = "Results and targets" if aims else "Results"
    named = {"": words, "%": f"{words}, in per cent", "GBP": f"{words}, in pounds"}
    return named.get(unit, f"{words}: {without_base(unit)}")


def scale_of(standing, line):
    """Across all the indicator's time, so that its charts can be read beneath each other."""
    values = [one.value for one in line.drawn] + [level for _one, level in line.levels]
    days = [one.end for one in standing.results]
    for each in standing.lines:
        days += [one.end for one, _level in each.levels]
        days += [each.start.end] if each.start else []
    if line.start:
        values.append(line.start.value)
    if standing.indicator.withdrawn_on:
        days.append(standing.indicator.withdrawn_on)
    return Scale(days, values, FRAME)


def ends_of(runs):
    """The last figure, and each that stands alone between breaks."""
    alone = [run[0] for run in runs if len(run) == 1]
    return [*alone, runs[-1][-1]]


def lines(runs, scale, ink, width):
    """A line for each run of figures."""
    drawn = (polyline(scale.points((one.end, one.value) for one in run), ink, width) for run in runs if len(run) > 1)  # fmt: skip
    return mark_safe("".join(drawn))


def dots(figures, scale, size):
    """A result is a round mark: hollow while it is provisional."""
    return marks(
        '<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="2.5"/>',
        (
            (scale.across(one.end), scale.up(one.value), size, "#fff" if one.provisional else LINE, LINE)
            for one in figures
        ),
    )  # fmt: skip


def squares(aims, scale):
    """A target is a hollow square: told from a result without its colour."""
    return marks(
        '<rect x="{}" y="{}" width="11" height="11" fill="#fff" stroke="{}" stroke-width="2.5"/>',
        ((round(scale.across(end) - 5.5, 1), round(scale.up(level) - 5.5, 1), AIM) for end, level in aims),
    )  # fmt: skip


def diamond(start, scale):
    """The baseline is a diamond."""
    if not start:
        return ""
    return format_html(
        '<path d="M0,-7L7,0L0,7L-7,0z" transform="translate({} {})" fill="#fff" stroke="{}" stroke-width="2.5"/>',
        scale.across(start.end), scale.up(start.value), START,
    )  # fmt: skip


def uprights(breaks, scale):
    """A dotted upright at each time without a figure that can be drawn."""
    return marks(
        '<line x1="{0}" x2="{0}" y1="{1}" y2="{2}" stroke="{3}" stroke-width="1.5" stroke-dasharray="2 4"/>',
        (
            (scale.across(one.end), scale.frame.top, scale.foot, MUTED)
            for one, _why in breaks
        ),
    )


def withdrawn(standing, scale):
    """An upright where the indicator ended, with its word."""
    day = standing.indicator.withdrawn_on
    if not day:
        return ""
    x = scale.across(day)
    return format_html(
        '<line x1="{0}" x2="{0}" y1="{1}" y2="{2}" stroke="{3}" stroke-width="2.5"/>'
        '<text x="{4}" y="{5}" font-size="14" font-weight="700" fill="{3}" text-anchor="end">Withdrawn</text>',
        x, scale.frame.top, scale.foot, INK, x - 6, scale.frame.top + 12,
    )  # fmt: skip


def last_figures(last, aims, scale, unit):
    """The newest result and the last target with their numbers beside them, moved apart where they would meet."""
    ends = [(last.end, last.value, LINE)]
    if aims and aims[-1][1] != last.value:
        ends.append((*aims[-1], AIM))
    places = [scale.up(value) for _end, value, _ink in ends]
    if len(ends) > 1 and ends[0][0] == ends[1][0] and abs(places[0] - places[1]) < 18:
        higher = 0 if places[0] <= places[1] else 1
        places[higher] -= 9
        places[1 - higher] += 9
    return format_html_join(
        "",
        '<text x="{}" y="{}" font-size="15" font-weight="700" fill="{}" stroke="#fff" stroke-width="4" paint-order="stroke">{}</text>',
        (
            (scale.across(end) + 12, y + 5, ink, short(round(value, 2), unit))
            for (end, value, ink), y in zip(ends, places, strict=True)
        ),
    )


def in_words(one) -> str:
    return without_people(one) if one.value is None else show(in_per_cent(one.as_measure()))  # fmt: skip


def describe(standing, line) -> str:
    """The chart in sentences."""
    told = "; ".join(
        f"{one.period}: {in_words(one)}{', provisional' if one.provisional else ''}"
        for one in line.drawn
    )
    said, shown = f"Results: {told}.", line.unit or standing.indicator.unit
    if line.levels:
        levels = "; ".join(f"{one.period}: {_level(level, shown)}" for one, level in line.levels)  # fmt: skip
        said += f" Targets: {levels}."
    if line.start:
        said += f" Baseline: {in_words(line.start)}."
    for one, why in line.breaks:
        said += f" The line breaks at {one.period}: {why}."
    day = standing.indicator.withdrawn_on
    return f"{said} Withdrawn on {day:%-d %B %Y}." if day else said


def _level(level, unit) -> str:
    return show(in_per_cent(Measure(level, unit)))
