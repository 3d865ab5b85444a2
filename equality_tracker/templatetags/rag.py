"""RAG statuses on a page: a word in a shape, so that colour never speaks alone."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from plans.models.status import NO_STATUS, SHAPES, RagStatus

register = template.Library()


def tag_in_words(status, word):
    """Return the tag of a status key that says `word`, as one plan calls it."""
    return format_html(
        '<strong class="rag-tag rag-tag--{}"><span aria-hidden="true">{}</span> {}</strong>',
        status or "none",
        SHAPES[status],
        word,
    )


_TAGS = {
    status: tag_in_words(status, RagStatus(status).label if status else NO_STATUS)
    for status in [*RagStatus, None]
}
MONITORED = mark_safe(
    ' <strong class="rag-monitoring"><span aria-hidden="true">◎</span> Priority monitoring</strong>'
)


def status_tag(status):
    """Return the tag of a status key, or of None."""
    return _TAGS[status or None]


def status_tags(status, priority_monitoring):
    """Return the tag of a status key, with the monitoring flag where it is set."""
    tag = status_tag(status)
    return tag + MONITORED if priority_monitoring else tag


@register.filter
def rag_tag(record):
    """Return the tag of an action or update, with its monitoring flag."""
    return status_tags(record.rag_status, record.priority_monitoring)
