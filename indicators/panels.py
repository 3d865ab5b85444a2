"""What the pages of plans show of indicators."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.urls import reverse

from indicators import in_plan
from indicators.models import IndicatorAction
from indicators.results import to_enter
from indicators.standing import newest
from plans import panels
from plans.panels import Panel

STYLES = ("css/indicators.css", "css/indicator-panels.css")


def register():
    """Take the places on the pages of plans: called once, when the site starts."""
    panels.UNDER_PRIORITIES.register(under_priorities)
    panels.OF_ACTION.register(of_action, indicator_ids=_indicator_ids)
    panels.OF_PERSON.register(of_person)
    panels.LINKS_OF_PLAN.register(link_of_plan)


def under_priorities(plan, on):
    """{a priority's id: the table of its indicators}."""
    return {
        priority: Panel("indicators/_plan_table.html", table, STYLES)
        for priority, table in in_plan.tables_of(plan, on).items()
    }


def of_action(action, user, on):
    """The indicators that an action is meant to move, or None."""
    if not action.indicator_ids:
        return None
    found = newest.by_code(newest.by_id(action.indicator_ids).values())
    return Panel("indicators/_action_panel.html", found, STYLES)


def _indicator_ids():
    rows = IndicatorAction.objects.filter(action=OuterRef("pk")).order_by()
    return ArraySubquery(rows.values("indicator"))


def of_person(user, on):
    """The results that wait for somebody, or None."""
    waiting = to_enter.results_of(user, on)
    return waiting and Panel("indicators/_person_panel.html", waiting, STYLES)


def link_of_plan(plan, user):
    """Where the equality lead says which indicators stand under which heading."""
    if not user.is_admin:
        return None
    return reverse(
        "indicators:plan_indicators", args=[plan.reference]
    ), "Its indicators"
