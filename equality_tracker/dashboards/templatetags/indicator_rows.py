"""The rows of a dashboard's tables of indicators: strings filled in by hand, as its other rows are; all that somebody wrote is escaped."""

from html import escape

from django import template
from django.utils.safestring import mark_safe

from equality_tracker.templatetags.govuk import day
from indicators.performance import Verdict
from indicators.templatetags.series import verdict_tag

from .figures import cut_at, figure_link

register = template.Library()

_ROW = (
    '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header dash-ind__name">'
    '<a class="govuk-link app-break" href="%s">%s</a></th>'
    '<td class="govuk-table__cell" data-label="Result">%s</td><td class="govuk-table__cell" data-label="Target">%s</td>'
    '<td class="govuk-table__cell" data-label="Performance">%s</td>'
    '<td class="govuk-table__cell dash-ind__said" data-label="What was said of it">%s</td></tr>'
)
_NONE = '<span class="app-muted">%s</span>'
_SUB = '<span class="dash-ind__sub">%s</span>'
_LINE = '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header dash-lines__name app-break">%s</th>%s</tr>'
_CELL = '<td class="govuk-table__cell govuk-table__cell--numeric app-number">%s</td>'


@register.simple_tag
def indicator_rows(named):
    """Return a row for each Newest: its figures, its verdict with why nothing can be said, and what was last said of it."""
    return mark_safe("".join(_row(one) for one in named))


@register.simple_tag
def indicator_line_rows(lines):
    """Return a row for each directorate's Line: a number for each verdict, and all."""
    return mark_safe("".join(_line(line) for line in lines))


def _row(one):
    name = escape(f"{one.code} {cut_at(one.title, 160)}".strip())
    target = f'<span class="app-break">{escape(cut_at(one.target, 60))}</span>' if one.target else _NONE % "None"  # fmt: skip
    why = _SUB % escape(one.judgement.why) if one.verdict == Verdict.UNKNOWN else ""
    verdict = f"{verdict_tag(one.judgement)}{why}"
    return _ROW % (one.url, name, _result(one), target, verdict, _said(one.comment))


def _result(one):
    if not one.result:
        return _NONE % "None yet"
    when = f"{escape(one.period)}{', provisional' if one.provisional else ''}"
    return f'<strong class="app-break">{escape(cut_at(one.result, 60))}</strong>{_SUB % when}'


def _said(comment):
    if comment is None:
        return _NONE % "Nothing yet"
    by = f"{escape(comment.made_by)}, {day(comment.made_on)}"
    return (
        f'<span class="app-break">{escape(cut_at(comment.text, 240))}</span>{_SUB % by}'
    )


def _line(line):
    name = escape(line.name)
    if line.url:
        name = f'<a class="govuk-link" href="{escape(line.url)}">{name}</a>'
    cells = (_CELL % figure_link(figure) for figure in (*line.figures, line.total))
    return _LINE % (name, "".join(cells))
