"""Who wrote what a row says now, by the change history: a person, or an import."""

from collections import defaultdict

from pghistory.core import event_models


def events_of(model, ids, without=()) -> dict:
    """Return {id: what was done to the row of `model`, newest first}: one query, which leaves the fields `without` unread."""
    found = defaultdict(list)
    events = event_models(tracks_model=model)[0].objects.order_by("-pgh_id")
    for event in events.filter(pgh_obj_id__in=list(ids)).defer(*without):
        found[event.pgh_obj_id].append(event)
    return found


def who_wrote(events, column):
    """Return the event that wrote what a field says now, None where none is known; an import's undoing only puts back what another wrote."""
    found = None
    for event in events:
        if getattr(event, column) == getattr(events[0], column):
            found = event
        elif not _said_of(found).get("undo"):
            break
    return found


def by_whom(event):
    """Who did what the history tells (an id, or None), and when."""
    return _said_of(event).get("user"), event.pgh_created_at


def by_an_import(event) -> bool:
    """Whether an import did it, or its undoing."""
    return bool(_said_of(event).get("import_run"))


def _said_of(event):
    return event.pgh_context or {}
