"""The rows of the list of indicators, drawn at once: a template asks so much of each cell that it would take most of the page's time."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from equality_tracker.templatetags.govuk import day
from indicators.performance import Verdict
from indicators.standing import Standing, drawn
from indicators.templatetags.series import (
    change_in_words,
    figure,
    sparkline,
    verdict_tag,
)

ROW = """\
<tr class="govuk-table__row">
<td class="govuk-table__cell ind-code" data-label="Code">{}</td>
<th scope="row" class="govuk-table__header ind-name">{}</th>
<td class="govuk-table__cell" data-label="Directorate">{}</td>
<td class="govuk-table__cell" data-label="Latest result">{}</td>
<td class="govuk-table__cell" data-label="Its target">{}</td>
<td class="govuk-table__cell" data-label="Performance">{}</td>
<td class="govuk-table__cell" data-label="Change">{}</td>
<td class="govuk-table__cell" data-label="Results">{}</td>
</tr>
"""
NONE_YET = mark_safe('<span class="app-muted">None yet</span>')
NONE = mark_safe('<span class="app-muted">None</span>')


def rows_of(indicators):
    """Return the rows of `indicators`, loaded by `for_indicator_list`, as one piece of a page; "" where there are none. Three queries."""
    drawn.load(indicators)
    # One reverse a page: the address of each indicator is made from it.
    address = reverse("indicators:indicator_detail", args=[0])
    return mark_safe("".join(_row(Standing(one), address) for one in indicators))


def _row(standing, address):
    indicator = standing.indicator
    return format_html(
        ROW,
        indicator.code or "–",
        _name(indicator, address.replace("0", str(indicator.pk))),
        indicator.directorate.label if indicator.directorate else NONE,
        _latest(standing.latest),
        _target(standing),
        _performance(standing.judgement),
        _change(standing),
        sparkline(standing),
    )


def _name(indicator, address):
    parent = indicator.parent
    below = [f"Part of {parent.code or parent.title}"] if parent else []
    if indicator.withdrawn_on:
        below.append(f"Withdrawn on {day(indicator.withdrawn_on)}")
    return format_html(
        '<a class="govuk-link app-break" href="{}">{}</a>{}',
        address,
        indicator.title,
        _under(" · ".join(below)),
    )


def _latest(result):
    if result is None:
        return NONE_YET
    period = f"{result.period}{', provisional' if result.provisional else ''}"
    words = '<span class="ind-figure">{}</span>{}'
    return format_html(words, figure(result), _under(period))


def _target(standing):
    ahead = standing.next_target
    then = _under(f"{ahead.period}: {figure(ahead)}") if ahead else ""
    aim = standing.latest_target
    return format_html("{}{}", figure(aim) if aim else NONE, then)


def _performance(judgement):
    why = judgement.why if judgement.verdict == Verdict.UNKNOWN else ""
    return format_html("{}{}", verdict_tag(judgement), _under(why))


def _change(standing):
    change = standing.change
    if change.amount is None:
        return format_html('<span class="app-muted">{}</span>', change.why)
    since = _under(f"since {standing.previous.period}")
    return format_html("{}{}", change_in_words(change), since)


def _under(words):
    return format_html('<span class="org-sub">{}</span>', words) if words else ""
