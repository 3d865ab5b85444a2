"""The parts of the council that answer for actions."""

from collections import defaultdict

from django.db import models
from django.db.models.functions import Lower

from equality_tracker.addresses import address
from equality_tracker.audit.models import Versioned, tracked


class DirectorateQuerySet(models.QuerySet):
    def current(self, on):
        """Those that stand on the date `on`."""
        return self.exclude(opened__gt=on).exclude(closed__lte=on)

    def for_list(self):
        """Load all that one row of the list of directorates shows: two queries."""
        return self.prefetch_related("successions__successor").annotate(
            people_count=models.Count(
                "people", models.Q(people__is_active=True), distinct=True
            ),
            lead_count=models.Count("leads", distinct=True),
        )


@tracked()
class Directorate(Versioned):
    """A part of the council that answers: a directorate, a service, or a partner body."""

    class Kind(models.TextChoices):
        DIRECTORATE = "directorate", "Directorate"
        SERVICE = "service", "Service"
        PARTNER = "partner", "Partner"

    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=40, blank=True)
    kind = models.CharField(
        max_length=12, choices=Kind, default=Kind.DIRECTORATE, db_default="directorate"
    )
    opened = models.DateField("open from", null=True, blank=True)
    closed = models.DateField(
        "closed on",
        null=True,
        blank=True,
        help_text="The first day on which it no longer stands. Its past stays readable.",
    )

    objects = DirectorateQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="directorate_name_is_unique",
                violation_error_message="A directorate of this name is there already.",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["directorate", "service", "partner"]),
                name="directorate_kind_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""), name="directorate_has_a_name"
            ),
            models.CheckConstraint(
                condition=models.Q(closed__gt=models.F("opened")),
                name="directorate_closes_after_it_opens",
                violation_error_message="It must close after it opened.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def label(self):
        """The short name where there is one."""
        return self.short_name or self.name

    def get_absolute_url(self):
        return address("dashboards:directorate", self.pk)

    def with_predecessors(self):
        """Return the ids of this directorate and of each that passed wholly into it, so that totals roll up to today.

        A directorate that was split keeps its own row: its actions cannot be shared out without a person's decision.
        """
        passed = Succession.objects.passed_wholly()
        ids, new = set(), {self.pk}
        while new:
            ids |= new
            new = {before for before, heir in passed.items() if heir in new} - ids
        return ids


class SuccessionQuerySet(models.QuerySet):
    def passed_wholly(self):
        """Return {id of a directorate: id of its only successor}: one query, for a council's restructures are few."""
        heirs = defaultdict(set)
        for before, heir in self.values_list("predecessor", "successor"):
            heirs[before].add(heir)
        return {before: only for before, (only, *more) in heirs.items() if not more}


@tracked()
class Succession(Versioned):
    """A restructure: what was `predecessor` became, from the date `on`, `successor`; a split or merge has several rows."""

    predecessor = models.ForeignKey(
        Directorate, on_delete=models.PROTECT, related_name="successions"
    )
    successor = models.ForeignKey(
        Directorate, on_delete=models.PROTECT, related_name="inheritances"
    )
    on = models.DateField()

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="succession_stands_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")),
                name="succession_is_between_two",
                violation_error_message="A directorate cannot follow itself.",
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"
