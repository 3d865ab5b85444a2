"""An action's dates in words, for templates."""

from django import template

from plans import dates_in_words

register = template.Library()


@register.filter
def how_due(action, on):
    """Return the due date against the day `on`: "due 30 November 2026, overdue 12 days"."""
    return dates_in_words.how_due(action, on)


@register.filter
def is_overdue(action, on):
    return action.is_overdue(on)


@register.filter
def in_days(count):
    """Return a number of days in words: "1 day", "18 days"."""
    return dates_in_words.days(count)
