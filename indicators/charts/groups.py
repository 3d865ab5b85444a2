"""Groups beside the whole: a mark a row in its table, and lines over time with each group's name at its end."""

from decimal import Decimal

from django.utils.html import format_html, format_html_join

from .marks import MARKS, draw
from .scale import INK, MUTED, Frame, Scale, grid, polyline, svg, times

FRAME = Frame(width=860, height=270, left=56, right=330)
BAR_WIDTH, BAR_HEIGHT = 140, 22
APART, LONGEST, ROOM = 19, 36, 22


def bar(row, table):
    """One group beside the whole in its row: a line from the whole, which is the upright, to the group, which is the mark.

    It says what the row's words say, and is left out of the reading; "" where there is nothing to draw.
    """
    if not (row.compared and table.whole and row.compared.unit == table.whole.unit):
        return ""
    most = max([table.whole.value, *(one.compared.value for one in table.drawn)])
    if most <= 0 or min(table.whole.value, row.compared.value) < 0:
        return ""
    whole, group = (_along(v, most) for v in (table.whole.value, row.compared.value))
    return format_html(
        '<svg class="gap-bar" width="{0}" height="{1}" viewBox="0 0 {0} {1}" aria-hidden="true" focusable="false">'
        '<line x1="4" x2="{2}" y1="11" y2="11" stroke="{3}"/><line x1="{4}" x2="{5}" y1="11" y2="11" stroke="{6}" stroke-width="5"/>'
        '<line x1="{4}" x2="{4}" y1="1" y2="21" stroke="{7}" stroke-width="2.5"/>{8}</svg>',
        BAR_WIDTH, BAR_HEIGHT, BAR_WIDTH - 8, "#b1b4b6", whole, group, MARKS[0].ink, INK, draw(MARKS[0], group, 11),
    )  # fmt: skip


def _along(value: Decimal, most: Decimal) -> float:
    return round(4 + float(value / most) * (BAR_WIDTH - 16), 1)


def trend_chart(trend):
    """How the groups of a characteristic moved beside the whole; "" where fewer than two times can be drawn.

    At most six groups are drawn, those furthest from the whole; the table has all of them.
    """
    lines = lines_of(trend)
    times_drawn = {day for _name, runs in lines for run in runs for day, _value in run}
    if len(times_drawn) < 2:
        return ""
    whole = whole_of(trend)
    every = [run for _name, runs in [*lines, ("", whole)] for run in runs]
    figures = [figure for run in every for figure in run]
    scale = Scale([day for day, _ in figures], [value for _, value in figures], FRAME)
    key = f"trend-{trend.characteristic.pk}"
    named = {one.result.end: one.result.period for one in trend.moments}
    return svg(
        "series", key, f"{trend.characteristic}: groups over time", describe(trend, lines), FRAME,
        grid(scale, unit_of(trend)), times(scale, named), *(polyline(scale.points(run), INK, 4) for run in whole),
        *(drawn(MARKS[place], runs, scale) for place, (_name, runs) in enumerate(lines)),
        names(lines, whole, scale),
    )  # fmt: skip


def unit_of(trend) -> str:
    return next(row.compared.unit for one in trend.moments for row in one.rows.values() if row.compared)  # fmt: skip


def lines_of(trend):
    """Return [(group, [run of (day, value)])] of the groups to draw: a line breaks where a group is not shown."""
    found = [(group, runs_of(trend, group)) for group in trend.groups]
    found = [(group, runs) for group, runs in found if runs]
    if len(found) <= len(MARKS):
        return found
    far = sorted(found, key=lambda each: -_distance(trend, each[0]))[: len(MARKS)]
    return [each for each in found if each in far]


def _distance(trend, group) -> Decimal:
    """How far a group was from the whole when it was last shown."""
    for one in reversed(trend.moments):
        row = one.rows.get(group)
        if row and row.compared:
            whole = one.whole.value if one.whole else Decimal(0)
            return abs(row.compared.value - whole)
    return Decimal(0)


def runs_of(trend, group):
    """The figures of a group that a line may join."""
    unit = unit_of(trend)
    values = [
        (one.result.end, (row := one.rows.get(group)) and row.compared)
        for one in trend.moments
    ]
    return _joined(values, unit)


def whole_of(trend):
    values = [(one.result.end, one.whole) for one in trend.moments]
    return _joined(values, unit_of(trend))


def _joined(values, unit):
    runs, run = [], []
    for day, compared in values:
        if compared and compared.unit == unit:
            run.append((day, compared.value))
        elif run:
            runs, run = [*runs, run], []
    return [*runs, run] if run else runs


def drawn(mark, runs, scale):
    """A group's lines and marks: where times lie close, a mark every few of them, and one at each end."""
    lines = [polyline(scale.points(run), mark.ink, 2.5, mark.dashes) for run in runs if len(run) > 1]  # fmt: skip
    marks = [
        draw(mark, scale.across(day), scale.up(value))
        for run in runs
        for day, value in thinned(run, scale)
    ]
    return format_html_join("", "{}", ((one,) for one in [*lines, *marks]))


def thinned(run, scale):
    """The figures of a run at which there is room for a mark, the newest first."""
    kept = []
    for day, value in reversed(run):
        if not kept or scale.across(kept[-1][0]) - scale.across(day) >= ROOM:
            kept.append((day, value))
    return kept


def names(lines, whole, scale):
    """Each line's name at its end, moved apart where two would lie on each other."""
    ends = [(runs[-1][-1], group, MARKS[place]) for place, (group, runs) in enumerate(lines)]  # fmt: skip
    ends += [(whole[-1][-1], "The whole", None)] if whole else []
    placed = spread([scale.up(value) for (_day, value), _name, _mark in ends], scale)
    return format_html_join(
        "", "{}", ((_name(end, y, scale),) for end, y in zip(ends, placed, strict=True))
    )


def _name(end, y, scale):
    (day, value), name, mark = end
    left, edge = scale.across(day), scale.frame.width - scale.frame.right
    leader = format_html(
        '<polyline points="{},{} {},{} {},{}" fill="none" stroke="{}" stroke-width="1" stroke-dasharray="1 2"/>',
        left + 9, scale.up(value), edge + 12, scale.up(value), edge + 22, y, MUTED,
    )  # fmt: skip
    sign = draw(mark, edge + 32, y) if mark else format_html('<line x1="{}" x2="{}" y1="{}" y2="{}" stroke="{}" stroke-width="4"/>', edge + 25, edge + 39, y, y, INK)  # fmt: skip
    weight = "400" if mark else "700"
    short = name if len(name) <= LONGEST else f"{name[:LONGEST // 2].rstrip()}…{name[1 - LONGEST // 2:].lstrip()}"  # fmt: skip
    return format_html(
        '{}{}<text x="{}" y="{}" font-size="14" font-weight="{}" fill="{}">{}</text>',
        leader, sign, edge + 46, y + 5, weight, INK, short,
    )  # fmt: skip


def spread(places, scale):
    """Places down the side, each at least a line's height from the next, as near to where they belong as that allows."""
    order = sorted(range(len(places)), key=lambda n: places[n])
    found, last = {}, scale.frame.top - APART
    for n in order:
        last = found[n] = max(places[n], last + APART)
    over = max(last - scale.foot, 0)
    low = scale.foot + APART
    for n in reversed(order):
        low = found[n] = min(found[n], low - APART) if over else found[n]
    return [round(found[n], 1) for n in range(len(places))]


def describe(trend, lines) -> str:
    """The chart in sentences: what each drawn group was each time, as its table has it."""
    told = []
    for group, _runs in lines:
        rows = [(one.result.period, one.rows.get(group)) for one in trend.moments]
        told.append(f"{group}: " + ", ".join(f"{period} {row.figure}" for period, row in rows if row))  # fmt: skip
    return f"{trend.in_words} " + ". ".join(told) + "."
