"""Which period a comment on an indicator speaks of."""

from django import template

register = template.Library()


@register.filter
def period_spoken_of(indicator, comment):
    """Return the name of the period that a comment speaks of, from the results at hand; "" where it speaks of none that is there."""
    same = (one.period for one in indicator.results.all() if one.end == comment.end)
    return next(same, "")
