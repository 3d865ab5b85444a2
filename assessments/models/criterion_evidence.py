"""What shows that the council stands where it says: an action, an assessment, a file or a link."""

import pgtrigger
from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from equality_tracker.audit.models import tracked
from equality_tracker.evidence.models import StoredFile
from equality_tracker.organisation.models import Role
from plans.models import Action

from .assessment import Assessment
from .framework import Criterion
from .framework_guards import OF_CRITERION, while_in_use

_EACH = ("action", "assessment", "stored_file")


def _only(kind, name=None):
    """The rule that evidence of `kind` holds the field `name` and none of the others."""
    held = {f"{each}__isnull": each != name for each in _EACH}
    link = ~Q(url="") if kind == "link" else Q(url="")
    return Q(kind=kind, **held) & link


def _once(field):
    return models.UniqueConstraint(
        fields=["criterion", field],
        condition=Q(removed_at__isnull=True),
        name=f"criterion_has_an_{field}_once",
        violation_error_message="It stands as evidence here already.",
    )


def hidden_from(user, on, assessments):
    """Of `assessments`, pairs of a key and the day until which it is confidential, the keys of those that `user` may not know of on the day `on`.

    One query, and none where nothing is confidential or for an admin.
    """
    secret = {key for key, until in assessments if until is not None and on < until}
    if not secret or user.role == Role.ADMIN:
        return set()
    known = Assessment.objects.readable_by(user, on).filter(pk__in=secret)
    return secret - set(known.values_list("pk", flat=True))


class CriterionEvidenceQuerySet(models.QuerySet):
    def standing(self):
        """What nobody has taken back."""
        return self.filter(removed_at__isnull=True)

    def for_page(self):
        """Load all that is said of each: one query."""
        return self.select_related(
            "action__plan", "assessment__current", "stored_file", "added_by"
        )


@tracked()
class CriterionEvidence(models.Model):
    """One thing that shows where the council stands on a criterion; taken back, never removed."""

    class Kind(models.TextChoices):
        ACTION = "action", "Action"
        ASSESSMENT = "assessment", "Equality Impact Assessment"
        FILE = "file", "File"
        LINK = "link", "Link"

    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="evidence"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    action = models.ForeignKey(
        Action,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="criterion_evidence",
    )
    assessment = models.ForeignKey(
        Assessment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="criterion_evidence",
    )
    stored_file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    url = models.URLField(
        max_length=2000,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
    )
    words = models.CharField("what it shows", max_length=300, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )

    objects = CriterionEvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["criterion", "added_at", "pk"]
        verbose_name_plural = "criterion evidence"
        triggers = [
            while_in_use(
                OF_CRITERION, pgtrigger.Insert | pgtrigger.UpdateOf("removed_at")
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=_only("action", "action")
                | _only("assessment", "assessment")
                | _only("file", "stored_file")
                | _only("link"),
                name="criterion_evidence_is_of_its_kind",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="criterion_evidence_removal_names_who",
            ),
            _once("action"),
            _once("assessment"),
        ]

    def __str__(self):
        return self.words or str(self.shown)

    def is_known_to(self, user, on):
        """Whether `user` may know of it on the day `on`: not where it is an assessment that is confidential for them."""
        if self.assessment is None:
            return True
        asked = (self.assessment_id, self.assessment.confidential_until)
        return not hidden_from(user, on, [asked])

    @property
    def shown(self):
        """The row or the address that it points at."""
        return self.action or self.assessment or self.stored_file or self.url

    def take_back(self, by):
        """Leave it out of every page; the change history keeps it, and who took it back."""
        self.removed_at, self.removed_by = timezone.now(), by
        self.save(update_fields=["removed_at", "removed_by"])
