"""What templates say of frameworks."""

from django import template

from assessments.framework import awards, word

register = template.Library()

register.filter("holds", awards.holds)
register.filter("lapse_words", awards.in_words)
register.filter("readiness_words", word.readiness_in_words)


@register.filter
def is_called(award, on):
    """Whether somebody has to see to `award` on the day `on`: it lapses soon, or has lapsed."""
    return awards.holds(award, on) is not awards.Holds.YES


@register.filter
def is_old(standing, on):
    """Whether a criterion was judged last more than a year before the day `on`; never where that is None."""
    return standing.is_old(on)


@register.filter
def late(standing, on):
    """How many criteria of some are past the day wanted, or whether one is, on the day `on`."""
    return standing.late(on) if hasattr(standing, "late") else standing.is_late(on)
