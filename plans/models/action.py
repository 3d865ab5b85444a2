"""What somebody promised to do, by when, and how far it has got."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.utils import timezone

from equality_tracker.addresses import address
from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.organisation.models import (
    Aim,
    Characteristic,
    Directorate,
    Lead,
)

from .action_dates import ActionDates
from .action_queryset import ActionQuerySet
from .action_verbs import ActionVerbs
from .guards import STATUS_FOLLOWS_UPDATES
from .plan import Plan
from .priority import Priority
from .status import NO_STATUS, RagStatus, known_status

# The plan's own words for an action: what is searched, goes out and comes back.
WORDS = (
    "reference",
    "title",
    "outcome",
    "measures",
    "steps",
    "lead_as_written",
    "timescale",
)


@tracked(
    exclude=["search"],
    indexes=[
        models.Index(
            fields=["pgh_obj", "-pgh_created_at", "-pgh_id"],
            include=["due"],
            name="dates_of_actions_past",
        ),
        models.Index(
            fields=["pgh_created_at"], include=["pgh_obj"], name="actions_touched_since"
        ),
    ],
)
class Action(ActionVerbs, ActionDates, Versioned):
    """One promise of a plan.

    Its current status is carried here and comes only from its updates: `record_update` and `retract_update` write both, and the
    database refuses anything else.
    """

    class Precision(models.TextChoices):
        DAY = "day", "Day"
        MONTH = "month", "Month"
        QUARTER = "quarter", "Quarter"
        SEASON = "season", "Season"
        HALF_YEAR = "half-year", "Half-year"
        YEAR = "year", "Year"

    class Recurrence(models.TextChoices):
        WEEKLY = "weekly", "Every week"
        MONTHLY = "monthly", "Every month"
        QUARTERLY = "quarterly", "Every quarter"
        HALF_YEARLY = "half-yearly", "Twice a year"
        ANNUAL = "annual", "Every year"
        TWO_YEARLY = "two-yearly", "Every two years"

    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="actions", editable=False
    )
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="actions"
    )
    position = models.PositiveIntegerField(
        default=0, help_text="Its place in the plan."
    )
    reference = models.CharField(
        max_length=40, blank=True, help_text="The plan's own number, such as 1.3."
    )
    reference_is_ours = models.BooleanField(
        default=False,
        help_text="Given by this site, not by the plan: never exported as the plan's.",
    )
    title = models.TextField()
    outcome = models.TextField("outcome wanted", blank=True)
    measures = models.TextField(blank=True, help_text="One a line.")
    steps = models.TextField(blank=True)
    lead_as_written = models.TextField(blank=True)
    leads = models.ManyToManyField(
        Lead, through="ActionLead", related_name="actions", blank=True
    )
    directorate = models.ForeignKey(
        Directorate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions",
        verbose_name="answering directorate",
    )
    contributing = models.ManyToManyField(
        Directorate,
        through="Contribution",
        related_name="contributions",
        blank=True,
        verbose_name="contributing directorates",
    )
    contributing_all = models.BooleanField("all directorates contribute", default=False)
    timescale = models.TextField(blank=True, help_text="The plan's own words.")
    start = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    due_precision = models.CharField(max_length=9, choices=Precision, blank=True)
    original_due = models.DateField(
        "first promised for",
        null=True,
        blank=True,
        editable=False,
        help_text="Kept when the date moves, so that moving a date hides no slippage.",
    )
    recurrence = models.CharField(max_length=11, choices=Recurrence, blank=True)
    recurrence_until = models.DateField(null=True, blank=True)
    ongoing = models.BooleanField(default=False)
    event = models.TextField(
        "waits for", blank=True, help_text="An event that it waits for, in words."
    )
    reading_corrected = models.BooleanField(
        default=False,
        help_text="A person has corrected how the timescale was read; imports leave the dates alone.",
    )
    rag_status = models.CharField(
        "RAG status",
        max_length=13,
        choices=RagStatus,
        null=True,
        blank=True,
        editable=False,
    )
    priority_monitoring = models.BooleanField(default=False, editable=False)
    reported_on = models.DateField(
        "last updated", null=True, blank=True, editable=False
    )
    latest_update = models.ForeignKey(
        "ActionUpdate",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    aims = models.ManyToManyField(Aim, related_name="actions", blank=True)
    characteristics = models.ManyToManyField(
        Characteristic, related_name="actions", blank=True
    )
    search = models.GeneratedField(
        expression=SearchVector(*WORDS, config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "position", "id"]
        indexes = [
            GinIndex(fields=["search"], name="action_words"),
            models.Index(fields=["plan", "position"], name="action_by_place"),
            models.Index(fields=["directorate", "plan"], name="action_by_directorate"),
            models.Index(
                fields=["plan", "due"],
                condition=~models.Q(rag_status__in=["achieved", "withdrawn"])
                | models.Q(rag_status__isnull=True),
                name="open_actions_by_due",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "reference"],
                condition=~models.Q(reference=""),
                name="action_reference_is_unique_in_its_plan",
                violation_error_message="Another action of this plan has this reference.",
            ),
            models.CheckConstraint(
                condition=known_status("rag_status"), name="action_status_is_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(title=""), name="action_has_a_title"
            ),
            models.CheckConstraint(
                condition=models.Q(due__gte=models.F("start")),
                name="action_is_due_after_it_starts",
                violation_error_message="The due date must come after the start.",
            ),
            models.CheckConstraint(
                condition=models.Q(recurrence="")
                | models.Q(
                    recurrence__in=[
                        "weekly",
                        "monthly",
                        "quarterly",
                        "half-yearly",
                        "annual",
                        "two-yearly",
                    ]
                ),
                name="action_recurrence_is_known",
            ),
        ]
        triggers = [STATUS_FOLLOWS_UPDATES]

    def __str__(self):
        return f"{self.reference} {self.title}".strip()

    def get_absolute_url(self):
        return address("plans:action_detail", self.pk)

    @property
    def status_word(self):
        """The site's word for the current status, or "No status given"."""
        return self.get_rag_status_display() or NO_STATUS

    @property
    def measure_list(self):
        return self.measures.splitlines()


@tracked()
class ActionAim(Action.aims.through):
    """An action's aim: the table that Django makes, with a history."""

    class Meta:
        proxy = True


@tracked()
class ActionCharacteristic(Action.characteristics.through):
    """An action's characteristic: the table that Django makes, with a history."""

    class Meta:
        proxy = True


@tracked(indexes=[models.Index(fields=["pgh_created_at"], name="lead_changes_by_day")])
class ActionLead(models.Model):
    """A lead's part in an action, in the order in which the plan names them."""

    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="action_leads"
    )
    lead = models.ForeignKey(
        Lead, on_delete=models.PROTECT, related_name="action_leads"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "lead"], name="lead_is_named_once"
            )
        ]

    def __str__(self):
        return str(self.lead)


@tracked()
class Contribution(models.Model):
    """A directorate that contributes to an action for which another answers: it stands on both dashboards."""

    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="contributions"
    )
    directorate = models.ForeignKey(
        Directorate, on_delete=models.PROTECT, related_name="contributed_to"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "directorate"], name="directorate_contributes_once"
            )
        ]

    def __str__(self):
        return str(self.directorate)
