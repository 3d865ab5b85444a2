"""The posts, teams and partners that plans name as responsible, and who holds them."""

from django.db import models
from django.db.models.functions import Coalesce, Lower, NullIf

from equality_tracker.addresses import address
from equality_tracker.audit.models import Versioned, tracked

from .directorate import Directorate
from .user import User


class LeadQuerySet(models.QuerySet):
    def held_by(self, user, on):
        """Leads that `user` holds on the date `on`."""
        return self.filter(holdings__in=Holding.objects.running(on).filter(user=user))

    def vacant(self, on):
        """Leads that nobody who can sign in holds on the date `on`: updates for them will not come by themselves."""
        held = Holding.objects.running(on).filter(user__is_active=True)
        return self.exclude(pk__in=held.values("lead"))

    def matching(self, words):
        """Those with `words` in their name or abbreviation, or in a holder's name."""
        return self.filter(
            models.Q(name__icontains=words)
            | models.Q(abbreviation__icontains=words)
            | models.Q(
                pk__in=Holding.objects.filter(user__name__icontains=words).values(
                    "lead"
                )
            )
        )

    def for_list(self, on):
        """Load all that one row of the list of leads shows: two queries. `holders_now` are the holdings on the day `on`
        of people who can sign in; where there are none, the lead is vacant.
        """
        running = Holding.objects.running(on).filter(user__is_active=True)
        return self.select_related("directorate").prefetch_related(
            models.Prefetch(
                "holdings",
                running.select_related("user").order_by("user__name"),
                to_attr="holders_now",
            )
        )


@tracked()
class Lead(Versioned):
    """A post, team or partner that a plan names as responsible, such as "Race Relations Officer" (RRO)."""

    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=40, blank=True)
    directorate = models.ForeignKey(
        Directorate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="leads",
    )
    holders = models.ManyToManyField(User, through="Holding", related_name="leads")

    objects = LeadQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="lead_name_is_unique",
                violation_error_message="A lead of this name is there already.",
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""), name="lead_has_a_name"
            ),
        ]

    def __str__(self):
        if self.abbreviation and self.abbreviation != self.name:
            return f"{self.name} ({self.abbreviation})"
        return self.name

    @property
    def label(self):
        return self.abbreviation or self.name

    def get_absolute_url(self):
        return address("organisation:lead_detail", self.pk)


class HoldingQuerySet(models.QuerySet):
    def running(self, on):
        """Holdings that stand on the date `on`; the end date is the first day on which one no longer does."""
        return self.exclude(starts__gt=on).exclude(ends__lte=on)

    def not_over(self, on):
        """Holdings that stand on the date `on` or start later."""
        return self.exclude(ends__lte=on)

    def names(self, lead, on):
        """What those who hold `lead` (a key, or an OuterRef) on the date `on` are called, in their order: a column of names."""
        held = self.running(on).filter(lead=lead, user__is_active=True)
        called = Coalesce(
            NullIf("user__name", models.Value("")),
            "user__email",
            output_field=models.TextField(),
        )
        return held.order_by("user__name").values(called=called)


@tracked()
class Holding(Versioned):
    """Who holds a lead's post, from when to when. A post may be vacant, and may be shared."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="holdings")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="holdings")
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts"]
        constraints = [
            models.UniqueConstraint(
                fields=["lead", "user"],
                condition=models.Q(ends__isnull=True),
                name="holding_runs_once",
                violation_error_message="This person holds the post already.",
            ),
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")),
                name="holding_ends_after_it_starts",
                violation_error_message="It must end after it starts.",
            ),
        ]

    def __str__(self):
        return f"{self.user} as {self.lead}"
