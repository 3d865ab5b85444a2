"""The times in which every open action is updated."""

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from equality_tracker.audit.models import Versioned, tracked

from .plan import Plan


class RoundQuerySet(models.QuerySet):
    def running(self):
        return self.filter(closed_at__isnull=True)

    def of_plans(self, plans):
        """Running rounds that ask for updates of `plans`, the first to close first."""
        asking = RoundPlan.objects.filter(running=True, plan__in=plans)
        return self.filter(pk__in=asking.values("round")).order_by("closes", "pk")

    def for_list(self):
        """Load what the list of rounds shows: two queries, one for the rounds and one for their plans."""
        return self.select_related("opened_by").prefetch_related("plans")


@tracked()
class Round(Versioned):
    """A time in which every open action of the chosen plans is asked for an update."""

    title = models.CharField(max_length=100, help_text="Such as: Quarter 3, 2026/27.")
    plans = models.ManyToManyField(Plan, through="RoundPlan", related_name="rounds")
    opens = models.DateField()
    closes = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["-opens", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gte=models.F("opens")),
                name="round_closes_after_it_opens",
                violation_error_message="The closing date must come after the opening date.",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("plans:round_detail", args=[self.pk])

    @property
    def is_running(self):
        return self.closed_at is None

    def days_left(self, on):
        """Days from the day `on` to the last day for updates: 0 on the last day, less than that where it has passed."""
        return (self.closes - on).days

    @classmethod
    @transaction.atomic
    def open_for(cls, plans, *, title, opens, closes, by):
        """Open a round over `plans`; raise IntegrityError where one of them has a running round already."""
        opened = cls.objects.create(
            title=title, opens=opens, closes=closes, opened_by=by
        )
        RoundPlan.objects.bulk_create(
            [RoundPlan(round=opened, plan=plan) for plan in plans]
        )
        return opened

    @transaction.atomic
    def close(self, at=None):
        """End the round at the moment `at` (None: now): updates no longer count towards it."""
        self.closed_at = at or timezone.now()
        self.save(update_fields=["closed_at"])
        self.round_plans.update(running=False)


@tracked()
class RoundPlan(models.Model):
    """A plan's part in a round. A plan has at most one running round."""

    round = models.ForeignKey(
        Round, on_delete=models.CASCADE, related_name="round_plans"
    )
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="round_plans")
    running = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "plan"], name="plan_is_in_a_round_once"
            ),
            models.UniqueConstraint(
                fields=["plan"],
                condition=models.Q(running=True),
                name="plan_has_one_running_round",
            ),
        ]

    def __str__(self):
        return f"{self.plan} in {self.round}"
