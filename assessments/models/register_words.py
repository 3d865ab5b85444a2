"""What an imported register says of a version that is still being written, and that no page here takes as it stands."""

from django.db import models

from equality_tracker.audit.models import Versioned, tracked

from .version import AssessmentVersion


@tracked()
class RegisterWords(Versioned):
    """What a register says of impacts, characteristics and the like, under its own headings. Nobody assessed it here, so nothing counts it.

    Of a version that came in signed, its content keeps them with the register's other words.
    """

    assessment_version = models.OneToOneField(
        AssessmentVersion, on_delete=models.CASCADE, related_name="register_words"
    )
    words = models.JSONField(
        default=list, help_text="Pairs of a heading and what stands under it."
    )
    source = models.CharField(
        max_length=300, help_text="The file, and the row of it that says so."
    )

    class Meta:
        verbose_name_plural = "register words"

    def __str__(self):
        return f"{self.assessment_version}, as {self.source} says"
