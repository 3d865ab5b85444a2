"""Who must sign a version, who did, and what its review found."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from equality_tracker.audit.models import tracked

from .guards import (
    NOBODY_SIGNS_THEIR_OWN,
    REVIEWED_ONCE_PUBLISHED,
    STAYS,
    written_while_open,
)
from .stages import Stage
from .version import AssessmentVersion


class SignerQuerySet(models.QuerySet):
    def pending(self):
        """Those whose signature a version waits for: they have not answered what was submitted last, and did not submit it."""
        answered = SignOff.objects.filter(
            assessment_version=OuterRef("assessment_version"),
            by=OuterRef("user"),
            submission=OuterRef("assessment_version__submissions"),
        )
        waiting = self.filter(assessment_version__stage=Stage.SIGN_OFF)
        submitted = Q(assessment_version__submitted_by=F("user"))
        return waiting.exclude(submitted).filter(~Exists(answered))


@tracked()
class Signer(models.Model):
    """A person who must sign a version, and as what: its head of service, the equality lead."""

    assessment_version = models.ForeignKey(
        AssessmentVersion, on_delete=models.CASCADE, related_name="signers"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="signings"
    )
    signs_as = models.CharField(max_length=100, default="Head of service")

    objects = SignerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        triggers = [written_while_open("signer_while_open")]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment_version", "user"],
                name="signer_signs_a_version_once",
                violation_error_message="This person signs already.",
            ),
            models.CheckConstraint(
                condition=~Q(signs_as=""), name="signer_signs_as_something"
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.signs_as}"


@tracked()
class SignOff(models.Model):
    """What a signer said of the content as it was submitted: signed, or changes asked for. Never edited."""

    class Said(models.TextChoices):
        SIGNED = "signed", "Signed"
        CHANGES = "changes", "Changes requested"

    assessment_version = models.ForeignKey(
        AssessmentVersion, on_delete=models.PROTECT, related_name="sign_offs"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sign_offs"
    )
    signs_as = models.CharField(max_length=100)
    said = models.CharField(max_length=7, choices=Said)
    comment = models.TextField(blank=True)
    submission = models.PositiveSmallIntegerField(
        help_text="Which time it was submitted: 1, 2, ..."
    )
    content_hash = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        triggers = [NOBODY_SIGNS_THEIR_OWN, STAYS]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment_version", "by", "submission"],
                name="submission_is_answered_once_by_a_person",
                violation_error_message="You have answered this already.",
            ),
            models.CheckConstraint(
                condition=Q(said="signed") | Q(said="changes", comment__regex=r"\S"),
                name="changes_asked_for_are_named",
                violation_error_message="Say what should be changed.",
            ),
            models.CheckConstraint(
                condition=Q(content_hash__regex=r"^[0-9a-f]{64}$"),
                name="sign_off_is_of_some_content",
            ),
        ]

    def __str__(self):
        return f"{self.by}: {self.get_said_display()}"


@tracked()
class ActualReview(models.Model):
    """The review of actual impact: what was expected, what happened, what is changed now."""

    assessment_version = models.OneToOneField(
        AssessmentVersion, on_delete=models.PROTECT, related_name="review"
    )
    expected = models.TextField("what was expected")
    happened = models.TextField("what happened")
    changed = models.TextField("what is changed now")
    on = models.DateField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        triggers = [STAYS, REVIEWED_ONCE_PUBLISHED]
        constraints = [
            models.CheckConstraint(
                condition=Q(expected__regex=r"\S")
                & Q(happened__regex=r"\S")
                & Q(changed__regex=r"\S"),
                name="review_answers_all_three",
                violation_error_message="Answer all three.",
            )
        ]

    def __str__(self):
        return f"Review of {self.assessment_version}"
