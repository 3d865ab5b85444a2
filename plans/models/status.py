"""The six RAG statuses: one list for the whole site."""

from django.db import models


class RagStatus(models.TextChoices):
    """How far an action has got, in the order people read it. None of them means "No status given"."""

    ACHIEVED = "achieved", "Achieved"
    ON_TARGET = "on_target", "On target"
    SOME_SLIPPAGE = "some_slippage", "Some slippage"
    SLIPPED = "slipped", "Slipped"
    NOT_STARTED = "not_started", "Not started"
    WITHDRAWN = "withdrawn", "Withdrawn"


NO_STATUS = "No status given"
CLOSED = (RagStatus.ACHIEVED, RagStatus.WITHDRAWN)
# A status that says it is late asks for a reason, wherever a person sets it.
LATE = (RagStatus.SOME_SLIPPAGE, RagStatus.SLIPPED)
# Worst first: the order in which a busy reader wants them.
URGENCY = (
    RagStatus.SLIPPED,
    RagStatus.SOME_SLIPPAGE,
    RagStatus.NOT_STARTED,
    None,
    RagStatus.ON_TARGET,
    RagStatus.ACHIEVED,
    RagStatus.WITHDRAWN,
)
# A shape beside each word, so that colour never speaks alone.
SHAPES = {
    RagStatus.ACHIEVED: "■",
    RagStatus.ON_TARGET: "●",
    RagStatus.SOME_SLIPPAGE: "▲",
    RagStatus.SLIPPED: "◆",
    RagStatus.NOT_STARTED: "○",
    RagStatus.WITHDRAWN: "✕",
    None: "–",
}


def known_status(field):
    """Return a condition that `field` holds one of the six statuses or none."""
    return models.Q(**{f"{field}__in": RagStatus.values}) | models.Q(
        **{f"{field}__isnull": True}
    )
