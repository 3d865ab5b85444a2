"""The form of a report as it is sent."""

import uuid

from django.urls import reverse


def url(action):
    return reverse("plans:action_update", args=[action.pk])


def report(action, **changes):
    said = {
        "version": action.version,
        "seen": action.latest_update_id or "",
        "form_key": str(uuid.uuid4()),
        "rag_status": "on_target",
        "progress": "Two of four are open.",
    }
    return {**said, **changes}
