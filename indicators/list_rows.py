"""The rows of the list of indicators, drawn at once: a template asks so much of each cell that it would take most of the page's time.

As strings in Python; every word that somebody wrote is escaped.
"""

from html import escape

from django.utils.safestring import mark_safe

from equality_tracker.addresses import address
from equality_tracker.templatetags.govuk import day
from indicators.performance import Verdict
from indicators.standing import Standing, drawn
from indicators.templatetags.series import (
    change_in_words,
    figure,
    sparkline,
    verdict_tag,
)

COLUMNS = ("Directorate", "Latest result", "Its target", "Performance", "Change", "Results")  # fmt: skip
NONE_YET = '<span class="app-muted">None yet</span>'
BY_PARTS = '<span class="app-muted">Measured by its parts</span>'
NONE = '<span class="app-muted">None</span>'


def rows_of(indicators):
    """Return the rows of `indicators`, loaded by `for_indicator_list`, as one piece of a page; "" where there are none. Three queries."""
    drawn.load(indicators)
    return mark_safe("".join(_row(Standing(one)) for one in indicators))


def _row(standing):
    indicator = standing.indicator
    is_whole = standing.latest is None and indicator.has_parts
    cells = (
        escape(indicator.directorate.label) if indicator.directorate else NONE,
        BY_PARTS if is_whole else _latest(standing.latest),
        _target(standing),
        "" if is_whole else _performance(standing.judgement),
        "" if is_whole else _change(standing),
        sparkline(standing),
    )
    rest = "".join(map(_cell, COLUMNS, cells))
    return (
        f'<tr class="govuk-table__row">\n<td class="govuk-table__cell ind-code" data-label="Code">{escape(indicator.code or "–")}</td>\n'
        f'<th scope="row" class="govuk-table__header ind-name">{_name(indicator)}</th>\n{rest}</tr>\n'
    )


def _cell(label, words):
    return f'<td class="govuk-table__cell" data-label="{label}">{words}</td>\n'


def _name(indicator):
    parent = indicator.parent
    below = [f"Part of {parent.code or parent.title}"] if parent else []
    if indicator.withdrawn_on:
        below.append(f"Withdrawn on {day(indicator.withdrawn_on)}")
    url = address("indicators:indicator_detail", indicator.pk)
    title = escape(indicator.title)
    return f'<a class="govuk-link app-break" href="{url}">{title}</a>{_under(" · ".join(below))}'


def _latest(result):
    if result is None:
        return NONE_YET
    period = f"{result.period}{', provisional' if result.provisional else ''}"
    return f'<span class="ind-figure">{escape(figure(result))}</span>{_under(period)}'


def _target(standing):
    ahead = standing.next_target
    then = _under(f"{ahead.period}: {figure(ahead)}") if ahead else ""
    aim = standing.latest_target
    return f"{escape(figure(aim)) if aim else NONE}{then}"


def _performance(judgement):
    why = judgement.why if judgement.verdict == Verdict.UNKNOWN else ""
    return f"{verdict_tag(judgement)}{_under(why)}"


def _change(standing):
    change = standing.change
    if change.amount is None:
        return f'<span class="app-muted">{escape(change.why)}</span>'
    since = _under(f"since {standing.previous.period}")
    return f"{escape(change_in_words(change))}{since}"


def _under(words):
    return f'<span class="org-sub">{escape(words)}</span>' if words else ""
