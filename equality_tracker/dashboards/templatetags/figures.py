"""Numbers on a page: a link to the rows that are counted; nothing to count is no link.

A dashboard has hundreds of them, so they and the rows that hold them are strings filled in by hand; all that is not a number or written
here is escaped.
"""

from functools import lru_cache
from html import escape

from django import template
from django.utils.safestring import mark_safe

from equality_tracker.dashboards.standing import STATUSES, WORDS
from equality_tracker.templatetags.govuk import day
from equality_tracker.templatetags.rag import status_tag

from .charts import status_bar, status_swatch

register = template.Library()

_LINK = '<a class="govuk-link dash-figure" href="%s">%d<span class="govuk-visually-hidden"> %s</span></a>'
_CELL = '<td class="govuk-table__cell govuk-table__cell--numeric app-number%s">%s</td>'
_HEADING = '<th scope="col" class="govuk-table__header govuk-table__header--numeric dash-lines__status">%s<br>%s</th>'
_LINE = (
    '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header dash-lines__name app-break">%s</th>'
    '<td class="govuk-table__cell dash-lines__bar">%s</td>%s</tr>'
)
_NAMED = '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header dash-statuses__name">%s</th>%s</tr>'
ZERO = mark_safe('<span class="dash-zero">0</span>')
_NONE = _CELL % ("", ZERO)


@register.simple_tag
def figure_link(figure):
    """Return the count as a link whose hidden words say what it counts."""
    return mark_safe(_link(figure, escape(figure.label)))


@register.simple_tag
def figure_words(figure):
    """Return the count and what it counts as one link: "4 achieved"."""
    label = escape(figure.label)
    if not figure.count:
        return mark_safe(f'<span class="dash-zero">0 {label}</span>')
    return mark_safe(
        f'<a class="govuk-link dash-figure" href="{escape(figure.url)}">{figure.count:d} {label}</a>'
    )


@register.simple_tag
def line_headings():
    """Return the headings of a table of Lines: each status with the piece of bar that stands for it."""
    return _HEADINGS


@register.simple_tag
def line_rows(lines, name):
    """Return the rows of `lines`, each with its bar on one scale; `name` begins the names of the bars."""
    longest = max((line.total.count for line in lines), default=0)
    rows = (
        _row(line, f"{name}{number}", longest)
        for number, line in enumerate(lines, start=1)
    )
    return mark_safe("".join(rows))


@register.simple_tag
def line_cells(line):
    """Return a table's cells for the parts of `line` and for its total."""
    return mark_safe(_cells(line))


@register.simple_tag
def status_rows(now_and_then):
    """Return a row for each pair (a part as it is, as it was): its status, its count, its share, its count then."""
    return mark_safe("".join(_status(now, then) for now, then in now_and_then))


@register.simple_tag
def week_rows(weeks):
    """Return a row for each Week with what is due in it."""
    rows = (
        _NAMED
        % (
            f"{day(week.first)} to {day(week.last)}",
            _CELL % ("", _link(week.figure, escape(week.figure.label))),
        )
        for week in weeks
    )
    return mark_safe("".join(rows))


@register.simple_tag
def plan_options(choices, chosen):
    """Return the options of the choice of a plan: a council has dozens."""
    return mark_safe(
        "".join(
            f'<option value="{escape(key)}"{" selected" if key == chosen else ""}>{escape(words)}</option>'
            for key, words in choices
        )
    )


@register.filter
def cut_at(words, most):
    """Return `words`, or their first `most` characters where they are longer."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


@register.simple_tag
def tag_of(status):
    """Return the tag of a status key, or of None."""
    return status_tag(status)


def _link(figure, words):
    """`words` are escaped."""
    return _LINK % (escape(figure.url), figure.count, words) if figure.count else ZERO


# What is drawn hangs on the figures alone: a row whose figures are the same is not drawn again.
@lru_cache(maxsize=1024)
def _row(line, bar, longest):
    return _LINE % (_name(line), status_bar(line, bar, longest), _cells(line))


def _cells(line):
    name = escape(line.name)
    cells = [
        _CELL % ("", _link(figure, f"{WORDS[status]}, {name}"))
        if figure.count
        else _NONE
        for status, figure, _percent in line.parts
    ]
    total = _link(line.total, f"{escape(line.total.label)}, {name}")
    return "".join([*cells, _CELL % (" dash-lines__total", total)])


def _name(line):
    if not line.url:
        return escape(line.name)
    return f'<a class="govuk-link" href="{escape(line.url)}">{escape(line.name)}</a>'


def _status(now, then):
    cells = (
        _link(now.figure, escape(now.figure.label)),
        f"{now.percent}%",
        _link(then.figure, escape(then.figure.label)),
    )
    named = f"{status_swatch(now.status)} {status_tag(now.status)}"
    return _NAMED % (named, "".join(_CELL % ("", cell) for cell in cells))


_HEADINGS = mark_safe(
    "".join(_HEADING % (status_swatch(one), escape(WORDS[one])) for one in STATUSES)
)
