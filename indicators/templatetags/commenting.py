"""Whether the reader may say something of an indicator, and which period a comment speaks of."""

from django import template

from equality_tracker.organisation.models import Role

register = template.Library()


@register.filter
def may_be_spoken_of_by(indicator, user):
    """Whether `user` answers for the indicator: an admin for all, a manager for those of their directorates. A manager's takes one query."""
    if user.role == Role.MANAGER and user.is_active:
        return user.memberships.filter(directorate=indicator.directorate_id).exists()
    return user.is_admin


@register.filter
def period_spoken_of(indicator, comment):
    """Return the name of the period that a comment speaks of, from the results at hand; "" where it speaks of none that is there."""
    same = (one.period for one in indicator.results.all() if one.end == comment.end)
    return next(same, "")
