"""One report on many actions: all of them or none."""

from django.db import transaction

from equality_tracker.audit.models import FormKey

from .models import Action
from .models.action_verbs import Outdated, PlanNotLive


class NotYours(Exception):
    """Some of the actions are not the person's to update; `count` says how many."""

    def __init__(self, count):
        super().__init__(f"{count} of the actions cannot be updated by this person.")
        self.count = count


class ChangedMeanwhile(Exception):
    """Somebody changed some of the actions after the page was read; `ids` says which."""

    def __init__(self, ids):
        super().__init__("Some of the actions were changed meanwhile.")
        self.ids = ids


@transaction.atomic
def record_updates(read_at, *, report, by, on, key, url):
    """Write `report` on each action of `read_at` ({id: the version it was read at}); return how many there are.

    `key` is the form's one-time key, `url` where a second sending of the form ends. Raises NotYours, ChangedMeanwhile and
    AlreadySent; nothing is written then.
    """
    FormKey.spend(key, by, url)
    # In one order for everybody, so that two such reports wait for each other rather than lock each other out.
    actions = Action.objects.editable_by(by, on).filter(pk__in=read_at)
    actions = actions.order_by("plan_id", "pk")
    if missing := len(read_at) - len(actions):
        raise NotYours(missing)
    changed = [
        action.pk for action in actions if not _written(action, read_at, report, by, on)
    ]
    if changed:
        raise ChangedMeanwhile(changed)
    return len(read_at)


def _written(action, read_at, report, by, on):
    """Write the report on one action; return False where somebody changed it meanwhile."""
    try:
        action.record_update(
            by=by,
            on=on,
            read_at=read_at[action.pk],
            priority_monitoring=action.priority_monitoring,
            source="bulk",
            **report,
        )
    except (Outdated, PlanNotLive):
        return False
    return True
