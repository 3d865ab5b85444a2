"""Indicators on a page: verdicts as a word in a shape, figures in their unit, and charts of a series.

Charts are SVG with attributes alone, each with a title and a description; its table stands beside it.
"""

from decimal import Decimal

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from indicators.bounds import plain, show
from indicators.measures import in_unit, points
from indicators.performance import Verdict

register = template.Library()

SHAPES = {
    Verdict.MET: "✓", Verdict.WITHIN: "≈", Verdict.MISSED: "✗", Verdict.UNKNOWN: "?",
}  # fmt: skip
LINE, TARGET = "#12436d", "#801650"
WIDTH, HEIGHT, EDGE = 720, 240, 56
SPARK_WIDTH, SPARK_HEIGHT = 120, 32


@register.filter
def verdict_tag(judgement):
    """Return the tag of a verdict: its word beside its shape."""
    verdict = Verdict(judgement.verdict)
    return format_html(
        '<strong class="verdict verdict--{}"><span aria-hidden="true">{}</span> {}</strong>',
        verdict.value.replace("_", "-"),
        SHAPES[verdict],
        verdict.label,
    )


@register.filter
def figure(one):
    """Return a baseline, target or result as it is read: its number in its unit, a change in words, or its own words."""
    if one is None:
        return ""
    if one.value is None:
        return one.text
    measure = one.as_measure()
    if measure.change or measure.second is not None:
        return one.text
    return show(measure)


@register.filter
def expected(number, indicator):
    """Return the level of a straight line in the indicator's unit, to two decimals."""
    return in_unit(plain(number.quantize(Decimal("0.01"))), indicator.unit)


@register.filter
def bare(number):
    """Return a number with thousands commas and no needless noughts."""
    return plain(number)


@register.filter
def change_in_words(change):
    """Return a change as it is read: "Up 3.2 points: better"; a difference of percentages is in points."""
    if change.amount is None:
        return change.why
    if not change.amount:
        return "No change"
    amount = plain(abs(change.amount))
    amount = points(amount) if change.unit == "%" else in_unit(amount, change.unit)
    told = {True: ": better", False: ": worse", None: ""}[change.better]
    return f"{'Up' if change.amount > 0 else 'Down'} {amount}{told}"


@register.filter
def whole_percent(number):
    """Return a percentage without decimals."""
    return f"{number.quantize(Decimal(1)):f}%"


@register.simple_tag
def sparkline(standing):
    """Return the results of an indicator as a small line, said in words; "" where fewer than two can be drawn."""
    runs = runs_of(standing.results)
    drawn = [one for run in runs for one in run]
    if len(drawn) < 2:
        return ""
    scale = Scale(drawn, standing.results, SPARK_WIDTH, SPARK_HEIGHT, 4)
    first, last = drawn[0], drawn[-1]
    words = f"{len(drawn)} results, from {figure(first)} for {first.period} to {figure(last)} for {last.period}"
    return format_html(
        '<svg class="spark" role="img" aria-label="{}" width="{}" height="{}" viewBox="0 0 {} {}">{}{}</svg>',
        words, SPARK_WIDTH, SPARK_HEIGHT, SPARK_WIDTH, SPARK_HEIGHT,
        lines(runs, scale, LINE, 2), dots(ends_of(runs), scale, LINE, 3),
    )  # fmt: skip


@register.simple_tag
def series_chart(standing):
    """Return the results of an indicator with its targets; "" where there is nothing to draw."""
    results = runs_of(standing.results)
    drawn = [one for run in results for one in run]
    aims = [t for t in standing.targets if is_level(t)]
    if not drawn:
        return ""
    scale = Scale([*drawn, *aims], [*standing.results, *aims], WIDTH, HEIGHT, EDGE)
    return format_html(
        '<svg class="series" role="img" aria-labelledby="series-title series-desc" viewBox="0 0 {} {}" width="100%">'
        '<title id="series-title">Results{}</title><desc id="series-desc">{}</desc>{}{}{}{}{}</svg>',
        WIDTH, HEIGHT + 34, " and targets" if aims else "", describe(drawn, aims),
        grid(scale, standing.indicator), lines([aims], scale, TARGET, 2, "6 5"),
        lines(results, scale, LINE, 3), squares(aims, scale), dots(drawn, scale, LINE, 5),
    )  # fmt: skip


class Scale:
    """Where a figure lies in a picture: its last day across, its value upwards."""

    def __init__(self, shown, timed, width, height, edge):
        self.first = min(one.end for one in timed)
        self.days = max((max(one.end for one in timed) - self.first).days, 1)
        low, high = (f(one.value for one in shown) for f in (min, max))
        room = (high - low) / 10 or abs(high) / 10 or Decimal(1)
        self.low, self.high = low - room, high + room
        if low >= 0:
            self.low = max(self.low, Decimal(0))
        self.width, self.height, self.edge = width, height, edge
        self.shown, self.timed = shown, timed

    def across(self, day):
        room = self.width - 2 * self.edge
        return round(self.edge + (day - self.first).days * room / self.days, 1)

    def up(self, value):
        share = float((value - self.low) / (self.high - self.low))
        return round(self.height - 8 - share * (self.height - 16), 1)

    def place(self, one):
        return f"{self.across(one.end)},{self.up(one.value)}"


def is_level(one):
    """Whether a figure can be drawn: one number in the indicator's own unit, and no change."""
    return one.value is not None and not one.unit and not getattr(one, "change", "")


def runs_of(results):
    """The results that a line may join: it breaks where a time has no figure, and where the unit changed."""
    runs, run = [], []
    for one in results:
        if is_level(one):
            run.append(one)
        elif run:
            runs, run = [*runs, run], []
    return [*runs, run] if run else runs


def ends_of(runs):
    """The last figure, and each that stands alone between breaks."""
    alone = [run[0] for run in runs if len(run) == 1]
    return [*alone, runs[-1][-1]]


def lines(runs, scale, ink, width, dashes=""):
    """A line for each run of figures."""
    dashed = format_html(' stroke-dasharray="{}"', dashes) if dashes else ""
    return format_html_join(
        "",
        '<polyline fill="none" stroke="{}" stroke-width="{}"{} points="{}"/>',
        (
            (ink, width, dashed, " ".join(scale.place(one) for one in run))
            for run in runs
            if len(run) > 1
        ),
    )


def dots(figures, scale, ink, size):
    return format_html_join(
        "",
        '<circle cx="{}" cy="{}" r="{}" fill="{}"/>',
        ((scale.across(one.end), scale.up(one.value), size, ink) for one in figures),
    )


def squares(figures, scale):
    """A target is a hollow square: told from a result without its colour."""
    return format_html_join(
        "",
        '<rect x="{}" y="{}" width="11" height="11" fill="#fff" stroke="{}" stroke-width="2.5"/>',
        ((scale.across(one.end) - 5.5, scale.up(one.value) - 5.5, TARGET) for one in figures),
    )  # fmt: skip


def grid(scale, indicator):
    """The lowest and highest figures as lines across, and the times beneath."""
    values = sorted(
        {min(one.value for one in scale.shown), max(one.value for one in scale.shown)}
    )
    across = format_html_join(
        "",
        '<line x1="{0}" x2="{1}" y1="{2}" y2="{2}" stroke="#d3d5d6"/>'
        '<text x="{3}" y="{4}" font-size="14" fill="#505a5f" text-anchor="end">{5}</text>',
        (
            (scale.edge, scale.width - scale.edge, scale.up(v), scale.edge - 10, scale.up(v) + 5, short(v, indicator))
            for v in values
        ),
    )  # fmt: skip
    return across + times(scale)


def short(value, indicator):
    return f"{plain(value)}%" if indicator.unit == "%" else plain(value)


def times(scale):
    """The names of the times beneath, as many as there is room for."""
    ends = sorted({one.end: one.period for one in scale.timed}.items())
    room = max(-(-len(ends) // 8), 1)
    return format_html_join(
        "",
        '<text x="{}" y="{}" font-size="14" fill="#505a5f" text-anchor="middle">{}</text>',
        ((scale.across(end), HEIGHT + 24, name[:14]) for end, name in ends[::room]),
    )


def describe(results, targets):
    """The chart in a sentence."""
    told = "; ".join(f"{one.period}: {figure(one)}" for one in results)
    aims = "; ".join(f"{one.period}: {figure(one)}" for one in targets)
    return f"Results: {told}." + (f" Targets: {aims}." if aims else "")


@register.simple_tag
def series_key(standing):
    """Return what the chart's marks mean, where it has targets."""
    if not any(is_level(one) for one in standing.targets):
        return ""
    return mark_safe(
        '<ul class="series-key"><li><svg width="34" height="14" aria-hidden="true" focusable="false">'
        f'<line x1="0" x2="34" y1="7" y2="7" stroke="{LINE}" stroke-width="3"/><circle cx="17" cy="7" r="5" fill="{LINE}"/></svg> Result</li>'
        '<li><svg width="34" height="14" aria-hidden="true" focusable="false">'
        f'<line x1="0" x2="34" y1="7" y2="7" stroke="{TARGET}" stroke-width="2" stroke-dasharray="6 5"/>'
        f'<rect x="11.5" y="1.5" width="11" height="11" fill="#fff" stroke="{TARGET}" stroke-width="2.5"/></svg> Target</li></ul>'
    )
