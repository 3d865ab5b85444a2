"""What the apps above offer on the pages of plans."""

from django import template

from plans import panels

register = template.Library()


@register.simple_tag
def links_of_plan(plan, user):
    """Return (address, words) of each page that an app above has for `plan`."""
    return panels.LINKS_OF_PLAN.ask(plan, user)
