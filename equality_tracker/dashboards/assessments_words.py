"""Why an assessment stands on a dashboard, in words, and which comes first."""

from datetime import date

from assessments.models.waiting import WAITS
from equality_tracker.templatetags.govuk import day

PLACES = {what: place for place, what in enumerate(WAITS)}


def urgency(one, whats):
    """What puts a Named in order that waits for `whats`: the most pressing of them first, and there the earliest day; what has
    none stands after all that have, as in the database's own order."""
    first = min(whats, key=PLACES.get)
    return PLACES[first], _day_of(one, first) or date.max, one.reference


def why(one, whats, on):
    """Return why a Named stands here: "Overdue by 12 days; a mitigation has slipped"."""
    words = "; ".join(WORDS[what](one, on) for what in whats)
    return f"{words[:1].upper()}{words[1:]}"


def _day_of(one, what):
    days = {"unpublished": one.publish_by, "to_publish": one.publish_by, "review_due": one.review_by, "awaiting": one.since}  # fmt: skip
    return days.get(what, one.due)


def _overdue(one, on):
    days = (on - one.due).days
    return f"overdue by {days} day{'' if days == 1 else 's'}"


def _dated(words, field):
    def said(one, on):
        due = getattr(one, field)
        return f"{words} {day(due)}" if due else words.removesuffix(" due")

    return said


# Why an assessment stands here, in words.
WORDS = {
    "overdue": _overdue,
    "unpublished": _dated("publication was due", "publish_by"),
    "review_due": _dated("review of actual impact due", "review_by"),
    "awaiting": _dated("awaits sign-off since", "since"),
    "slipping": lambda one, on: "a mitigation has slipped",
    "to_publish": _dated("publication due", "publish_by"),
}
