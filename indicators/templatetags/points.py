"""The rows of an indicator's table of results and targets, drawn one by one.

As strings in Python, for a page has dozens of cells and a template asks too much of each; every word that somebody wrote is escaped.
"""

from html import escape

from django import template
from django.utils.safestring import mark_safe

from equality_tracker.addresses import address
from indicators.performance import Verdict

from .series import (
    bare,
    change_in_words,
    expected,
    figure,
    is_read_otherwise,
    verdict_tag,
    way,
    without_direction,
)  # fmt: skip

register = template.Library()
register.simple_tag(address)


@register.simple_tag
def point_rows(points, indicator, groups, may_edit):
    """Return a row for each of `points`, with the ways to change its result where the reader `may_edit` it."""
    rows = (_row(one, indicator, groups, may_edit) for one in points)
    return mark_safe("".join(rows))


def _row(point, indicator, groups, may_edit):
    cells = (
        f'<th scope="row" class="govuk-table__header ind-time">{escape(point.period)}</th>',
        _result(point.result, indicator, groups, may_edit),
        _cell("Target", _target(point)),
        _cell("Performance", _performance(point.judgement)),
        _cell("Since the time before", _change(point.change)),
        _cell("Way to the next target", _distance(point.distance)),
        _cell("On course for it", _course(point.course, indicator)),
    )
    return f'<tr class="govuk-table__row">{"".join(cells)}</tr>\n'


def _cell(label, words):
    return f'<td class="govuk-table__cell" data-label="{label}">{words}</td>\n'


def _result(result, indicator, groups, may_edit):
    if not result:
        return (
            '<td class="govuk-table__cell app-muted" data-label="Result">Not yet</td>\n'
        )
    told = (
        f'<span class="ind-figure">{_figure(result)}</span>',
        _sub("provisional") if result.provisional else "",
        _people(result, groups),
        _changed(result, indicator) if result.version > 1 else "",
        _ways(result) if may_edit else "",
    )
    return _cell("Result", "".join(told))


def _people(result, groups):
    """The words as published and how many of how many, where no group can be worked out from them."""
    if not groups.shows_people_of(result):
        return _sub("of how many is not shown: small numbers")
    many = ""
    if result.numerator is not None and result.denominator:
        many = _sub(f"{bare(result.numerator)} of {bare(result.denominator)}")
    return _words(result) + many


def _words(one):
    """What templates/indicators/_words.html says of a figure."""
    if is_read_otherwise(one):
        said = f"as published: {escape(one.text)}"
    elif one.remark and one.value is not None and one.second is None:
        said = escape(one.remark)
    else:
        return ""
    return f'<span class="org-sub app-break">{said}</span>'


def _changed(result, indicator):
    of = _hidden(f": the result for {escape(result.period)}")
    return _sub(f"{_link('indicators:result_changes', indicator.pk, f'changed{of}')} since it was entered")  # fmt: skip


def _ways(result):
    period = escape(result.period)
    correct = f"Correct{_hidden(f' the result for {period}')}"
    groups = f"Groups{_hidden(f' of the result for {period}')}"
    return (
        f'<span class="ind-row-links">{_link("indicators:result_correct", result.pk, correct)} '
        f"{_link('indicators:result_groups', result.pk, groups)}</span>"
    )


def _target(point):
    one = point.target
    if not one:
        return _muted("None")
    promised = _sub(_promised(one)) if one.plan or point.beside else ""
    others = (
        f'<span class="ind-beside">{_figure(other)} {verdict_tag(judged)}{_sub(_promised(other))}</span>'
        for other, judged in point.beside
    )
    return f"{_figure(one)}{_words(one)}{promised}{''.join(others)}"


def _promised(target):
    """Whose target it is."""
    plan = target.plan
    if not plan:
        return "every plan"
    state = "" if plan.state == "live" else f", {plan.get_state_display().lower()}"
    return escape(f"{plan.reference}{state}")


def _performance(judgement):
    if not judgement:
        return ""
    unknown = judgement.verdict == Verdict.UNKNOWN
    told = judgement.why if unknown else without_direction(judgement.rule)
    return f"{verdict_tag(judgement)}{_sub(escape(told))}"


def _change(change):
    if not change:
        return ""
    if change.amount is None:
        return _muted(change.why)
    return escape(change_in_words(change))


def _distance(distance):
    if not distance:
        return ""
    return _muted(distance.why) if distance.percent is None else way(distance.percent)


def _course(course, indicator):
    if not course:
        return ""
    if course.on is None:
        return _muted(course.why)
    asks = escape(expected(course.expected, indicator))
    return f"{'Yes' if course.on else 'No'}{_sub(f'asks for {asks}')}"


def _figure(one):
    return escape(figure(one))


def _sub(drawn):
    return f'<span class="org-sub">{drawn}</span>'


def _muted(words):
    return f'<span class="app-muted">{escape(words)}</span>'


def _hidden(drawn):
    return f'<span class="govuk-visually-hidden">{drawn}</span>'


def _link(route, pk, drawn):
    return f'<a class="govuk-link" href="{address(route, pk)}">{drawn}</a>'
