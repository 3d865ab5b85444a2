"""Indicators on a page: verdicts as a word in a shape, figures in their unit, and their charts."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

from django import template
from django.utils.html import format_html

from indicators.charts import groups, keys, series
from indicators.performance import Verdict
from indicators.performance.bounds import plain, show
from indicators.performance.measures import (
    OUT_OF,
    Measure,
    in_per_cent,
    in_unit,
    points,
)
from indicators.published import without_people

register = template.Library()

SHAPES = {
    Verdict.MET: "✓", Verdict.WITHIN: "≈", Verdict.MISSED: "✗", Verdict.UNKNOWN: "?",
}  # fmt: skip


@register.filter
def verdict_tag(judgement):
    """Return the tag of a verdict: its word beside its shape."""
    return _tag(Verdict(judgement.verdict))


@cache
def _tag(verdict):
    return format_html(
        '<strong class="verdict verdict--{}"><span aria-hidden="true">{}</span> {}</strong>',
        verdict.value.replace("_", "-"),
        SHAPES[verdict],
        verdict.label,
    )


@register.filter
def figure(one):
    """Return a baseline, target or result as it is read: its number in its unit, a change in words, or its own words without people."""
    if one is None:
        return ""
    measure = one.as_measure()
    if measure.change:
        return one.text
    if measure.value is None or measure.second is not None:
        return without_people(one)
    return show(in_per_cent(measure))


@register.filter
def as_published(one):
    """Return a figure's words without how many of how many, which only its own page may show."""
    return one.text if getattr(one, "change", "") else without_people(one)


@register.filter
def is_read_otherwise(one):
    """Return whether the words as published say more or other than the reading that is shown."""
    numbers = (plain(one.value), f"{one.value:f}") if one.value is not None else ()
    return one.text.strip() not in (figure(one), *numbers)


@register.filter
def characteristic_in_words(one):
    """Return a characteristic's name inside a sentence: "By sexual orientation"."""
    return str(one)[:1].lower() + str(one)[1:]


@register.filter
def expected(number, indicator):
    """Return the level of a straight line in the indicator's unit, to two decimals."""
    fine = Decimal("0.01") if abs(number) < 1000 else Decimal(1)
    return show(in_per_cent(Measure(number.quantize(fine), indicator.unit)))


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
    if change.unit.startswith(OUT_OF):
        moved = in_per_cent(Measure(abs(change.amount), change.unit))
        change = replace(change, amount=moved.value.copy_sign(change.amount), unit=moved.unit)  # fmt: skip
    amount = plain(abs(change.amount))
    amount = points(amount) if change.unit == "%" else in_unit(amount, change.unit)
    told = {True: ": better", False: ": worse", None: ""}[change.better]
    return f"{'Up' if change.amount > 0 else 'Down'} {amount}{told}"


@register.filter
def way(percent):
    """Return how much of a way was come: "60%", "129%: past it", "-167%: further away than at the start"."""
    whole = percent.quantize(Decimal(1)) + 0
    told = (
        ": past it"
        if whole > 100
        else ": further away than at the start"
        if whole < 0
        else ""
    )
    return f"{whole:f}%{told}"


@register.filter
def without_direction(rule):
    """Return a rule without its first sentence, which the page says once: "Met at or above 45%; …"."""
    return rule.partition(". ")[2] or rule


@register.simple_tag
def sparkline(standing):
    """Return the results of an indicator as a small line, said in words; "" where fewer than two can be drawn."""
    return series.sparkline(standing)


@register.simple_tag
def series_charts(standing):
    """Return a picture of the results with their targets for each unit and kind of time; [] where there is nothing to draw."""
    return series.charts(standing)


@register.simple_tag
def shows_people(shown, result):
    """Return whether a result's numerator and denominator may be shown beside its groups."""
    return shown.shows_people_of(result)


@register.simple_tag
def gap_bar(row, table):
    """Return a group beside the whole as a small picture; "" where there is nothing to draw."""
    return groups.bar(row, table)


@register.simple_tag
def trend_chart(trend):
    """Return the groups of a characteristic over time; "" where fewer than two times can be drawn."""
    return groups.trend_chart(trend)


@register.simple_tag
def series_key(standing):
    """Return what the chart's marks mean, of those that it has."""
    return keys.of_series(standing)
