"""One Equality Impact Assessment of the council's register."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from equality_tracker.addresses import address
from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.organisation.models import Directorate, Lead, User
from plans.models import Plan
from plans.models.action_rows import NaturalKey

from .assessment_queryset import AssessmentQuerySet
from .guards import CURRENT_IS_ITS_OWN, PUBLISHED_STAYS_IN_SIGHT
from .programme import year_words
from .stages import IN_PUBLIC, OPEN, Stage


class Kind(models.TextChoices):
    """What is assessed."""

    POLICY = "policy", "Policy or strategy"
    FUNCTION = "function", "Function"
    SERVICE = "service", "Service"
    BUDGET = "budget", "Budget proposal"
    PROJECT = "project", "Project"


@tracked(exclude=["reference_order"], silent=["reference_order"])
class Assessment(Versioned):
    """What is assessed, who answers for it and what will be decided on it; how far it has got is its current version's to say."""

    reference = models.CharField(
        max_length=40, help_text="EIA/2026/014. Blank: the next number of the year."
    )
    reference_order = models.GeneratedField(
        expression=NaturalKey(F("reference")),
        output_field=models.TextField(),
        db_persist=True,
    )
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.POLICY)
    directorate = models.ForeignKey(
        Directorate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assessments",
    )
    service = models.CharField(max_length=200, blank=True)
    lead = models.ForeignKey(
        Lead,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assessments",
    )
    lead_as_written = models.CharField(
        max_length=200, blank=True, help_text="Who leads it, in the register's words."
    )
    sponsor = models.CharField(
        max_length=200, blank=True, help_text="The head of service or member behind it."
    )
    decision = models.CharField(
        max_length=500, blank=True, help_text="What will be decided on it."
    )
    decided_on = models.DateField("date of the decision", null=True, blank=True)
    meeting = models.CharField(
        max_length=200, blank=True, help_text="Cabinet; Full Council."
    )
    budget_year = models.PositiveSmallIntegerField(
        "budget year ends in",
        null=True,
        blank=True,
        help_text="2027 for the year 2026/27.",
    )
    saving = models.DecimalField(
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="In pounds; blank where none is proposed.",
    )
    due = models.DateField(
        "to be done by", null=True, blank=True, help_text="As the programme promises."
    )
    confidential_until = models.DateField(
        null=True,
        blank=True,
        help_text="Until then only those who work on it and admins know of it.",
    )
    plans = models.ManyToManyField(
        Plan, through="AssessmentPlan", related_name="assessments", blank=True
    )
    people = models.ManyToManyField(
        User, through="Contributor", related_name="assessments", blank=True
    )
    current = models.ForeignKey(
        "AssessmentVersion",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The newest version: what the register and the board speak of.",
    )

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["reference"]
        triggers = [PUBLISHED_STAYS_IN_SIGHT, CURRENT_IS_ITS_OWN]
        constraints = [
            models.UniqueConstraint(
                Lower("reference"),
                name="assessment_reference_is_unique",
                violation_error_message="An assessment with this reference is there already.",
            ),
            models.CheckConstraint(
                condition=~Q(reference="") & ~Q(title=""),
                name="assessment_has_its_names",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="assessment_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.BUDGET)
                | Q(budget_year__isnull=True, saving__isnull=True),
                name="assessment_saves_only_in_a_budget",
                violation_error_message="Only a budget proposal has a budget year and a saving.",
            ),
            models.CheckConstraint(
                condition=Q(budget_year__isnull=True)
                | Q(budget_year__gte=1990, budget_year__lte=2200),
                name="assessment_budget_year_is_a_year",
                violation_error_message="Give the year in four digits, such as 2027 for 2026/27.",
            ),
        ]
        indexes = [
            models.Index(fields=["directorate"], name="assessments_of_a_directorate"),
            models.Index(
                F("budget_year"),
                condition=Q(budget_year__isnull=False),
                name="assessments_of_a_budget",
            ),
            models.Index(F("reference_order"), F("id"), name="assessments_in_order"),
            models.Index(
                F("confidential_until"),
                condition=Q(confidential_until__isnull=False),
                name="assessments_kept_confidential",
            ),
            models.Index(F("due"), name="assessments_by_due"),
        ]

    def __str__(self):
        return f"{self.reference} {self.title}"

    def clean(self):
        """Refuse to hide what is published; a day that stands may stay until it is cleared."""
        super().clean()
        if not self.pk or self.confidential_until is None:
            return
        public = self.versions.filter(stage__in=IN_PUBLIC)
        same = {"assessment__confidential_until": self.confidential_until}
        if public.exclude(**same).exists():
            raise ValidationError(
                {
                    "confidential_until": "It is published, and what is published cannot be hidden again. Leave this blank."
                }
            )

    def get_absolute_url(self):
        return address("assessments:assessment_detail", self.pk)

    def is_confidential(self, on):
        """Whether, on the day `on`, only those who work on it and admins know of it."""
        return self.confidential_until is not None and on < self.confidential_until

    @property
    def standing(self):
        """The version that holds good: the newest that was signed, loaded by `with_signed`; None before there is one."""
        return self.signed[0] if self.signed else None

    @property
    def promised_by(self):
        """The day by which its current version is promised; None where there is none, or the day had passed when a later version was begun."""
        version = self.current
        is_own = version.number == 1 or self.due and self.due >= version.begun_on
        return self.due if is_own else None

    def is_overdue(self, on):
        """Whether it was promised by a day before `on` and its current version is not yet signed."""
        unsigned = self.current.stage in (*OPEN, Stage.SIGN_OFF)
        return unsigned and self.promised_by is not None and self.promised_by < on

    @property
    def is_being_written(self):
        """Whether its current version is not signed yet, so that no next one can be begun."""
        return self.current.stage in (*OPEN, Stage.SIGN_OFF)

    @transaction.atomic
    def begin_version(self, *, by, on, at=None):
        """Begin the next version, as what the last one says; return it. Raises IntegrityError while one is being written.

        What was signed stays as it is: the new version is written beside it.
        """
        Assessment.objects.select_for_update(no_key=True).get(pk=self.pk)
        last = self.versions.order_by("number").last()
        version = self.versions.create(
            number=last.number + 1 if last else 1,
            stage_since=on,
            begun_on=on,
            begun_by=by,
        )
        version.moves.create(
            to_stage=version.stage, on=on, by=by, at=at or timezone.now()
        )
        if last:
            version.copy_from(last)
        self.current = version
        self.save(update_fields=["current"])
        self.refresh_from_db(fields=["version"])
        return version

    @property
    def budget_words(self):
        """The budget year as people write it: 2026/27; "" where there is none."""
        return year_words(self.budget_year) if self.budget_year else ""


@tracked()
class AssessmentPlan(models.Model):
    """A plan that an assessment has to do with."""

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="assessment_plans"
    )
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="assessment_plans"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "plan"], name="assessment_has_a_plan_once"
            )
        ]

    def __str__(self):
        return f"{self.assessment} – {self.plan}"


@tracked()
class Contributor(models.Model):
    """A person who writes in an assessment beside those of its directorate and its lead's holder."""

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="contributors"
    )
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="contributions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "user"],
                name="assessment_has_a_contributor_once",
                violation_error_message="This person contributes already.",
            )
        ]

    def __str__(self):
        return f"{self.user} – {self.assessment}"
