"""The rows of a dashboard's assessments: strings filled in by hand, as its other rows are; all that somebody wrote is escaped."""

from html import escape

from django import template
from django.utils.safestring import mark_safe

from .figures import cut_at, figure_link

register = template.Library()

_ITEM = (
    '<li class="dash-eia__one"><a class="govuk-link app-break" href="%s">%s</a>'
    '<span class="dash-eia__why">%s</span></li>'
)
_LINE = '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header dash-lines__name app-break">%s</th>%s</tr>'
_CELL = '<td class="govuk-table__cell govuk-table__cell--numeric app-number">%s</td>'
_PROGRESS = '%s of %d<span class="dash-eia__share">%s</span>'
_SENTENCE = "<strong>%s of %d</strong> promised %s completed%s."
_NONE = '<span class="app-muted">none promised</span>'


@register.simple_tag
def assessment_items(named):
    """Return an item for each assessment that is named, with why it stands there."""
    return mark_safe("".join(map(_item, named)))


@register.simple_tag
def assessment_line_rows(lines, with_progress):
    """Return a row for each directorate's Line: a number for each thing waited for and, where it is asked for, its part of the programme."""
    return mark_safe("".join(_line(line, with_progress) for line in lines))


@register.simple_tag
def progress_words(progress):
    """Return "3 of 5" with the percentage; the first number a link where a list shows exactly those."""
    return mark_safe(_progress(progress))


@register.simple_tag
def progress_sentence(progress):
    """Return the same as a sentence: "3 of 5 promised are completed: 60%."."""
    share = f": <strong>{_share(progress)}</strong>" if _share(progress) else ""
    be = "is" if progress.promised == 1 else "are"
    given = _done(progress), progress.promised, be, share
    return mark_safe(_SENTENCE % given)


def _item(one):
    return _ITEM % (escape(one.url), escape(cut_at(one.name, 200)), escape(one.why))


def _line(line, with_progress):
    name = escape(line.name)
    if line.url:
        name = f'<a class="govuk-link" href="{escape(line.url)}">{name}</a>'
    cells = [_CELL % figure_link(figure) for figure in line.figures]
    if with_progress:
        cells.append(_CELL % _progress(line.progress))
    return _LINE % (name, "".join(cells))


def _progress(progress):
    if progress is None:
        return _NONE
    return _PROGRESS % (_done(progress), progress.promised, _share(progress))


def _done(progress):
    done = progress.figure
    return figure_link(done) if done.url else str(done.count)


def _share(progress):
    return "" if progress.percentage is None else f"{progress.percentage}%"
