"""What templates say of assessments."""

from django import template
from django.urls import reverse

from assessments.coverage import drawn as coverage
from assessments.cumulative import told
from assessments.one import rows as page_rows
from assessments.register import board_cards
from assessments.register import rows as list_rows
from assessments.writing.tasks import page_of

register = template.Library()

register.filter("coverage_rows", coverage.rows_of)
register.filter("task_rows", page_rows.task_rows)
register.filter("impact_rows", page_rows.impact_rows)
register.simple_tag(told.items, name="cumulative_items")


@register.filter
def stage_tag(version):
    """The stage of a version as a word in a shape."""
    return list_rows.stage_tag(version)


@register.filter
def call_mark(call):
    """What an assessment waits for, marked where it is late."""
    return list_rows.drawn(call)


@register.filter
def cards(column, on):
    """The cards of a column of the board on the day `on`."""
    return board_cards.cards_of(column.assessments, on)


@register.filter
def chosen_words(field):
    """The words of what is chosen in a field of choices."""
    return dict(field.field.choices).get(field.value(), "")


@register.filter
def where_missing(sentence, assessment):
    """The address of the page on which what is missing of `assessment` is put right."""
    page = page_of(sentence)
    if not page:
        return reverse("assessments:screening", args=[assessment.pk])
    return reverse("assessments:page", args=[assessment.pk, page])
