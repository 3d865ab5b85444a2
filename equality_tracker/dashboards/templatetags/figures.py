"""Numbers on a page: a link to the rows that are counted; nothing to count is no link."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from equality_tracker.templatetags.rag import status_tag

register = template.Library()

ZERO = mark_safe('<span class="dash-zero">0</span>')


@register.simple_tag
def figure_link(figure, of=""):
    """Return the count as a link whose hidden words say what it counts: its label, and `of` whom."""
    if not figure.count:
        return ZERO
    words = f"{figure.label}, {of}" if of else figure.label
    return format_html(
        '<a class="govuk-link dash-figure" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        figure.url,
        figure.count,
        words,
    )


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
def tag_of(status):
    """Return the tag of a status key, or of None."""
    return status_tag(status)
