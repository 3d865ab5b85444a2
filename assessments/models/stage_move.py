"""How a version came to where it stands."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from equality_tracker.audit.models import tracked

from .guards import MOVES_ARE_DONE, MOVES_FOLLOW_EACH_OTHER, STAYS
from .stages import MOVES, RECORDED, Stage
from .version import AssessmentVersion


def _moves_there_are():
    """The moves that MOVES allows; a version begins planned, or where the register that came in says it stands."""
    begins = Q(from_stage="", to_stage__in=Stage.values)
    for before, after in MOVES.items():
        if after:
            begins |= Q(from_stage=before, to_stage__in=sorted(after))
    return begins


@tracked()
class StageMove(models.Model):
    """A version went from one stage to another: on what day, by whom, and what was said. Never edited."""

    assessment_version = models.ForeignKey(
        AssessmentVersion, on_delete=models.PROTECT, related_name="moves"
    )
    from_stage = models.CharField(max_length=12, choices=Stage, blank=True)
    to_stage = models.CharField(max_length=12, choices=Stage)
    on = models.DateField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)
    comment = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]
        triggers = [STAYS, MOVES_FOLLOW_EACH_OTHER, MOVES_ARE_DONE]
        constraints = [
            models.CheckConstraint(
                condition=_moves_there_are(), name="no_stage_is_skipped"
            )
        ]
        indexes = [
            models.Index(
                fields=["on", "assessment_version"],
                condition=Q(to_stage__in=[Stage.SCREENED_OUT, Stage.APPROVED]),
                name="moves_that_complete",
            )
        ]

    def __str__(self):
        return f"{self.get_to_stage_display()} on {self.on:%d/%m/%Y}"

    @property
    def is_recorded(self):
        """Whether an imported register tells of it: `by` is who imported that, not who did it."""
        return self.comment.startswith(RECORDED)
