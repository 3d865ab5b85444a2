"""The results of an indicator over time beside its targets: in a row of the list, and on its own page.

A line breaks where a time has no figure and where the unit changed; a provisional result is hollow; a target is a
hollow square on a dashed line; the line ends where the indicator was withdrawn.
"""

from django.utils.html import format_html, format_html_join

from indicators.bounds import plain, show
from indicators.measures import in_unit

from .scale import INK, MUTED, Frame, Scale, grid, polyline, short, svg, times

LINE, AIM, START = "#12436d", "#801650", "#3d3d3d"
FRAME = Frame(width=860, height=300, left=64, right=96)
SPARK = Frame(width=120, height=32, left=4, right=4, top=4, bottom=4)


def sparkline(standing):
    """The results as a small line, said in words; "" where fewer than two can be drawn."""
    runs = runs_of(standing.results)
    found = [one for run in runs for one in run]
    if len(found) < 2:
        return ""
    scale = Scale([one.end for one in standing.results], [one.value for one in found], SPARK)  # fmt: skip
    return format_html(
        '<svg class="spark" role="img" aria-label="{}" width="{}" height="{}" viewBox="0 0 {} {}">{}{}</svg>',
        in_short(found), SPARK.width, SPARK.height, SPARK.width, SPARK.height,
        lines(runs, scale, LINE, 2), dots(ends_of(runs), scale, 3),
    )  # fmt: skip


def in_short(found) -> str:
    first, last = found[0], found[-1]
    return f"{len(found)} results, from {in_words(first)} for {first.period} to {in_words(last)} for {last.period}"


def charts(standing):
    """Return [(unit in words, picture)] for each unit in which there are results, the indicator's own first: lines of two are not joined."""
    named = {"%": "In per cent", "GBP": "In pounds", "": "In a number without a unit"}
    shown = [(unit, unit or standing.indicator.unit) for unit in standing.units]
    return [(named.get(name, f"In {name}"), chart(standing, unit)) for unit, name in shown]  # fmt: skip


def chart(standing, unit=""):
    """The results in one unit with the targets and the baseline in it; `unit` is "" for the indicator's own."""
    results = runs_of(standing.results, unit)
    found = [one for run in results for one in run]
    aims, start = standing.levels_in(unit), start_of(standing, unit)
    scale = scale_of(standing, found, aims, start)
    named = {one.end: one.period for one in [*standing.targets, *standing.results]}
    breaks = standing.breaks_in(unit)
    shown = unit or standing.indicator.unit
    return svg(
        "series", f"series-{standing.units.index(unit)}", title(shown, aims), describe(standing, found, aims, start, unit), FRAME,
        grid(scale, shown), times(scale, named), uprights(breaks, scale), withdrawn(standing, scale),
        polyline(scale.points(aims), AIM, 2, "6 5") if len(aims) > 1 else "",
        lines(results, scale, LINE, 3), squares(aims, scale), diamond(start, scale), dots(found, scale, 5.5),
        last_figures(found[-1], aims, scale, shown),
    )  # fmt: skip


def title(unit, aims) -> str:
    words = "Results and targets" if aims else "Results"
    named = {"": words, "%": f"{words}, in per cent", "GBP": f"{words}, in pounds"}
    return named.get(unit, f"{words}: {unit}")


def scale_of(standing, found, aims, start):
    values = [one.value for one in found] + [level for _end, level in aims]
    days = [one.end for one in standing.results] + [end for end, _level in standing.levels_in(None)]  # fmt: skip
    if start:
        values.append(start.value)
    first = start_of(standing, standing.baseline.unit) if standing.baseline else None
    if first:
        days.append(first.end)
    if standing.indicator.withdrawn_on:
        days.append(standing.indicator.withdrawn_on)
    return Scale(days, values, FRAME)


def is_drawn(one, unit="") -> bool:
    """Whether a figure can be drawn in a unit: one number in it; "" for the indicator's own."""
    return one.value is not None and one.unit == unit


def start_of(standing, unit=""):
    """The baseline where it has a day and a number, and no result stands for its day."""
    one = standing.baseline
    if not (one and one.end and is_drawn(one, unit)):
        return None
    taken = any(r.end == one.end and is_drawn(r, unit) for r in standing.results)
    return None if taken else one


def runs_of(results, unit=""):
    """The results that a line may join: it breaks where a time has no figure, and where the unit changed."""
    runs, run = [], []
    for one in results:
        if is_drawn(one, unit):
            run.append(one)
        elif run:
            runs, run = [*runs, run], []
    return [*runs, run] if run else runs


def ends_of(runs):
    """The last figure, and each that stands alone between breaks."""
    alone = [run[0] for run in runs if len(run) == 1]
    return [*alone, runs[-1][-1]]


def lines(runs, scale, ink, width):
    """A line for each run of figures."""
    drawn = (polyline(scale.points((one.end, one.value) for one in run), ink, width) for run in runs if len(run) > 1)  # fmt: skip
    return format_html_join("", "{}", ((one,) for one in drawn))


def dots(figures, scale, size):
    """A result is a round mark: hollow while it is provisional."""
    return format_html_join(
        "",
        '<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="2.5"/>',
        (
            (scale.across(one.end), scale.up(one.value), size, "#fff" if one.provisional else LINE, LINE)
            for one in figures
        ),
    )  # fmt: skip


def squares(aims, scale):
    """A target is a hollow square: told from a result without its colour."""
    return format_html_join(
        "",
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
    return format_html_join(
        "",
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
    return one.text if one.value is None else show(one.as_measure())


def describe(standing, results, aims, start, unit) -> str:
    """The chart in sentences."""
    told = "; ".join(
        f"{one.period}: {in_words(one)}{', provisional' if one.provisional else ''}"
        for one in results
    )
    said = f"Results: {told}."
    named = {one.end: one.period for one in standing.targets}
    if aims:
        shown = unit or standing.indicator.unit
        levels = "; ".join(f"{named[end]}: {_level(level, shown)}" for end, level in aims)  # fmt: skip
        said += f" Targets: {levels}."
    if start:
        said += f" Baseline: {in_words(start)}."
    for one, why in standing.breaks_in(unit):
        said += f" The line breaks at {one.period}: {why}."
    day = standing.indicator.withdrawn_on
    return f"{said} Withdrawn on {day:%-d %B %Y}." if day else said


def _level(level, unit) -> str:
    return in_unit(plain(level), unit)
