"""Whose lead an action was when a day began, from the history of its leads."""

from collections import defaultdict

from django.apps import apps
from django.db.models import Exists, F, OuterRef

from equality_tracker.prepared import Prepared

NOBODY = "Nobody"


def lead_changes(scope, plans):
    """Return {action id: (names before, names now)} of the actions of the plans of those ids that have other leads than when the day of
    `scope` began: one query. An action whose history began later is left out: nobody can say who led it."""
    before, now = defaultdict(dict), defaultdict(dict)
    for action, part, name, label, is_old in _events(scope, plans):
        kept = name if label != "delete" else None
        now[action][part] = kept
        if is_old:
            before[action][part] = kept
    return {
        action: (_names(before[action]), _names(now[action]))
        for action in now
        if _names(before[action]) != _names(now[action])
    }


def _names(parts):
    return ", ".join(sorted(filter(None, parts.values()))) or NOBODY


def _events(scope, plans):
    """(action, the lead's part in it, the lead's name, what happened, whether before the day), the oldest first."""
    rows = _of_plans.rows(started=scope.started, plans=list(plans))
    # Sorted here: asked for an order, the database reads all events there ever were in that order.
    for _place, *found, at in sorted(rows, key=lambda event: event[0]):
        yield *found, at < scope.started


@Prepared
def _of_plans(started, plans):
    """All that ever happened to the leads of the actions of some plans where something did since a moment."""
    events = apps.get_model("plans", "ActionLeadEvent").objects
    earlier = apps.get_model("plans", "ActionEvent").objects.filter(
        pgh_obj=OuterRef("action"), pgh_created_at__lt=started
    )
    touched = events.filter(
        Exists(earlier), pgh_created_at__gte=started, action__plan__among=plans
    )
    rows = events.filter(action__in=touched.values("action")).order_by()
    return rows.values_list(
        "pgh_id", "action", "pgh_obj", F("lead__name"), "pgh_label", "pgh_created_at"
    )
