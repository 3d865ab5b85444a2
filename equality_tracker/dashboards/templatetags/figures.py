"""Numbers on a page: a link to the rows that are counted; nothing to count is no link."""

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from equality_tracker.templatetags.rag import status_tag

register = template.Library()

# Filled in by hand, not by format_html: a dashboard has hundreds of them.
_LINK = '<a class="govuk-link dash-figure" href="%s">%d<span class="govuk-visually-hidden"> %s</span></a>'
_CELL = '<td class="govuk-table__cell govuk-table__cell--numeric app-number%s">%s</td>'
ZERO = mark_safe('<span class="dash-zero">0</span>')


@register.simple_tag
def figure_link(figure, of=""):
    """Return the count as a link whose hidden words say what it counts: its label, and `of` whom."""
    if not figure.count:
        return ZERO
    return mark_safe(
        _LINK % (escape(figure.url), figure.count, escape(_words(figure, of)))
    )


def _words(figure, of):
    return f"{figure.label}, {of}" if of else figure.label


@register.simple_tag
def figure_words(figure):
    """Return the count and what it counts as one link: "4 achieved"."""
    if not figure.count:
        return format_html('<span class="dash-zero">0 {}</span>', figure.label)
    return format_html(
        '<a class="govuk-link dash-figure" href="{}">{} {}</a>',
        figure.url,
        figure.count,
        figure.label,
    )


@register.simple_tag
def figure_cells(line):
    """Return a table's cells for the parts of `line` and for its total."""
    cells = [_CELL % ("", figure_link(part.figure, line.name)) for part in line.parts]
    cells.append(_CELL % (" dash-lines__total", figure_link(line.total, line.name)))
    return mark_safe("".join(cells))


@register.simple_tag
def tag_of(status):
    """Return the tag of a status key, or of None."""
    return status_tag(status)
