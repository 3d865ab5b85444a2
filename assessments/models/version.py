"""One version of an assessment: drafted, signed, published, and followed by the next."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, models
from django.db.models import Q

from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.organisation.models import Characteristic
from equality_tracker.planned import Given, Planned

from .assessment import Assessment
from .copying import Copying
from .guards import (
    BEGINS_PLANNED,
    HIDDEN_IS_NOT_PUBLISHED,
    ORIGIN_STAYS,
    SIGNED_CONTENT_STAYS,
    SIGNED_DAYS_STAY,
    STAGE_FOLLOWS_MOVES,
    STAGE_IS_EARNED,
    authors_of,
)
from .stages import (
    FROZEN,
    IN_PUBLIC,
    OPEN,
    SIGNED,
    WRITTEN,
    Outcome,
    Stage,
)
from .version_queryset import VersionQuerySet
from .version_verbs import VersionVerbs
from .waiting import DAY_OF_REVIEW


def person():
    """A person named in a version's life."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )


def _dated(stages, name, *fields):
    """The rule that a version holds `fields` at `stages` and only there; a register that came in may not know them."""
    known = Q(**{f"{field}__isnull": False for field in fields})
    unknown = Q(**{f"{field}__isnull": True for field in fields})
    return models.CheckConstraint(
        condition=Q(stage__in=stages) & (known | Q(source="import"))
        | ~Q(stage__in=stages) & unknown,
        name=name,
    )


@tracked()
class AssessmentVersion(VersionVerbs, Copying, Versioned):
    """Version 1 stays signed and published while version 2 is drafted. Its stage moves by the verbs alone."""

    assessment = models.ForeignKey(
        Assessment, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField(default=1)
    source = models.CharField(
        max_length=6,
        choices=[("form", "Pages"), ("import", "Import")],
        default="form",
        editable=False,
    )
    recorded_in = models.CharField(
        max_length=300,
        blank=True,
        editable=False,
        help_text="Of one that came in by import: the file of the register and the cell's row that say so.",
    )
    undated = models.BooleanField(
        default=False,
        editable=False,
        help_text="The register that it came in by does not say since when it stands there.",
    )
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.PLANNED)
    stage_since = models.DateField()
    begun_on = models.DateField(
        help_text="Its characteristics are those that the council went by on this day."
    )
    begun_by = person()
    needs_full = models.BooleanField(
        "full assessment needed",
        null=True,
        blank=True,
        help_text="What the screening says; blank until it has said.",
    )
    screened_out_why = models.TextField("why no full assessment", blank=True)
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)
    outcome_why = models.TextField("reasons for the outcome", blank=True)
    consultation_from = models.DateField(null=True, blank=True)
    consultation_to = models.DateField(null=True, blank=True)
    submissions = models.PositiveSmallIntegerField(default=0, editable=False)
    submitted_by = person()
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    content = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="All of it as it was submitted: what is signed and published.",
    )
    content_hash = models.CharField(max_length=64, blank=True, editable=False)
    approved_on = models.DateField(null=True, blank=True, editable=False)
    publish_by = models.DateField(null=True, blank=True, editable=False)
    published_on = models.DateField(null=True, blank=True, editable=False)
    published_by = person()
    address = models.URLField(
        "where it is published",
        max_length=500,
        blank=True,
        help_text="The address of the published assessment, where it stands elsewhere.",
    )
    review_by = models.DateField("review of actual impact due", null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["assessment", "number"]
        triggers = [
            BEGINS_PLANNED,
            ORIGIN_STAYS,
            STAGE_IS_EARNED,
            STAGE_FOLLOWS_MOVES,
            SIGNED_CONTENT_STAYS,
            SIGNED_DAYS_STAY,
            HIDDEN_IS_NOT_PUBLISHED,
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "number"], name="assessment_has_a_number_once"
            ),
            models.UniqueConstraint(
                fields=["assessment"],
                condition=Q(stage__in=[*OPEN, Stage.SIGN_OFF]),
                name="assessment_has_one_draft",
                violation_error_message="A version of this assessment is being written already.",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values), name="assessment_stage_is_known"
            ),
            models.CheckConstraint(
                condition=Q(source__in=["form", "import"]),
                name="assessment_source_is_known",
            ),
            models.CheckConstraint(
                condition=Q(source="import") | Q(recorded_in="", undated=False),
                name="assessment_is_recorded_elsewhere_by_import_alone",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", *Outcome.values]),
                name="assessment_outcome_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.SCREENED_OUT)
                | Q(needs_full=False, screened_out_why__regex=r"\S")
                | Q(source="import"),
                name="assessment_is_screened_out_for_a_reason",
                violation_error_message="Say why no full assessment is needed.",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=FROZEN, content__isnull=False)
                & ~Q(content_hash="")
                | Q(stage__in=OPEN, content__isnull=True, content_hash=""),
                name="assessment_is_frozen_with_its_content",
            ),
            _dated(
                SIGNED, "assessment_is_approved_on_a_day", "approved_on", "publish_by"
            ),
            _dated(
                IN_PUBLIC,
                "assessment_is_published_on_a_day",
                "published_on",
                "published_by",
            ),
            models.CheckConstraint(
                condition=Q(consultation_to__isnull=True)
                | Q(consultation_from__isnull=True)
                | Q(consultation_to__gte=models.F("consultation_from")),
                name="consultation_ends_after_it_begins",
                violation_error_message="The consultation must end after it begins.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["stage", "stage_since"], name="versions_of_a_stage_by_day"
            ),
            models.Index(
                fields=["publish_by"],
                condition=Q(stage=Stage.APPROVED),
                name="versions_to_publish",
            ),
            models.Index(
                fields=["review_by"],
                condition=Q(stage=Stage.PUBLISHED),
                name="versions_to_review",
            ),
            models.Index(DAY_OF_REVIEW, name="versions_by_day_of_review"),
            models.Index(
                fields=["assessment", "number"],
                include=["stage"],
                condition=Q(number__gt=1),
                name="versions_after_the_first",
            ),
            models.Index(
                fields=["approved_on"],
                condition=Q(source="import"),
                name="versions_recorded",
            ),
        ]

    def __str__(self):
        return f"{self.assessment.reference} version {self.number}"

    @property
    def came_back(self):
        """Whether it was submitted and is open again: a signer asked for changes, or it was taken back."""
        return self.submissions > 0 and self.is_open

    @property
    def is_open(self):
        """Whether people may write in it."""
        return self.stage in OPEN

    @property
    def may_be_screened(self):
        """Whether people may write its screening: at its stage, or where it came in by a register beyond it and nobody has screened it here."""
        beyond = self.source == "import" and self.stage in WRITTEN
        return self.stage == Stage.SCREENING or beyond

    @property
    def is_public(self):
        """Whether anybody may read it."""
        return self.stage in IN_PUBLIC

    def review_is_due(self, on):
        """Whether on the day `on` the review of what really happened is due."""
        due = self.review_by
        return self.stage == Stage.PUBLISHED and due is not None and due <= on

    def writers(self):
        """The ids of all who wrote what stands in it, its outcome too, though somebody else wrote last: one query."""
        with connection.cursor() as cursor:
            _AUTHORS.ask(cursor, {"version": self.pk})
            return {pk for (pk,) in cursor if pk is not None}

    def may_be_asked_to_sign(self):
        """Managers and admins who are not asked yet and of whom no words stand in it: two queries."""
        people = get_user_model().objects.active().filter(role__in=["manager", "admin"])
        asked = self.signers.values("user")
        return people.exclude(pk__in=asked).exclude(pk__in=self.writers())

    def characteristics(self):
        """The characteristics that the council went by on the day this version was begun."""
        return Characteristic.objects.used_on(self.begun_on)


_SQL = authors_of("%s")
_AUTHORS = Planned("authors_of_a_version", _SQL, [Given("version")] * _SQL.count("%s"))
