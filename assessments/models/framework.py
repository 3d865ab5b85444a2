"""A framework that the council assesses itself by: its levels, its areas, and what each asks."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.organisation.models import Lead

from .framework_guards import (
    OF_AREA,
    OF_FRAMEWORK,
    level_is_of_its_framework,
    while_in_use,
)
from .framework_queryset import FrameworkAreaQuerySet, FrameworkQuerySet


@tracked()
class Framework(Versioned):
    """A framework as it was published, such as the Equality Framework for Local Government of 2021, and how the council uses it."""

    key = models.SlugField(
        max_length=40, unique=True, help_text="Its name in addresses: eflg-2021."
    )
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField("published in", null=True, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    area_word = models.CharField(
        "its word for an area", max_length=30, default="area", help_text="area; module"
    )
    about = models.TextField(blank=True)
    used_from = models.DateField(
        null=True, blank=True, help_text="Blank: the council does not use it."
    )
    closed_on = models.DateField(null=True, blank=True)
    closed_why = models.CharField("why it was closed", max_length=300, blank=True)
    level_wanted = models.ForeignKey(
        "FrameworkLevel",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="For each criterion that has no level wanted of its own.",
    )
    wanted_by = models.DateField(null=True, blank=True)

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "name"]
        triggers = [level_is_of_its_framework("level_wanted_id", OF_FRAMEWORK)]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(short_name="") & ~Q(key=""),
                name="framework_has_its_names",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True)
                | Q(used_from__isnull=False, closed_on__gte=F("used_from")),
                name="framework_closes_after_it_was_used",
                violation_error_message="It must close after the council began to use it.",
            ),
            models.CheckConstraint(
                condition=Q(wanted_by__isnull=True) | Q(level_wanted__isnull=False),
                name="framework_wants_a_level_by_its_day",
                violation_error_message="Say which level is wanted by that day.",
            ),
        ]

    def __str__(self):
        return self.short_name

    def get_absolute_url(self):
        return reverse("assessments:framework_detail", args=[self.key])

    @property
    def is_in_use(self):
        """Whether the council assesses itself by it now: only then is anything written in it."""
        return self.used_from is not None and self.closed_on is None

    def watched_on(self, on):
        """The day on which its levels are looked at for being late: `on`, or None once it is closed."""
        return on if self.is_in_use else None

    def begin(self, *, on):
        """Take it into use from the day `on`, or again after it was closed: then its first day stays."""
        self.used_from = self.used_from or on
        self.closed_on, self.closed_why = None, ""
        self.save(update_fields=["used_from", "closed_on", "closed_why"])

    def close(self, *, on, why=""):
        """Use it no longer from the day `on`. All that was written and judged stays to be read."""
        self.closed_on, self.closed_why = on, why
        self.save(update_fields=["closed_on", "closed_why"])


@tracked()
class FrameworkLevel(models.Model):
    """A level of a framework; position 0 is to stand below the first."""

    framework = models.ForeignKey(
        Framework, on_delete=models.CASCADE, related_name="levels"
    )
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    meaning = models.TextField(blank=True)

    class Meta:
        ordering = ["framework", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "position"], name="framework_level_stands_once"
            ),
            models.CheckConstraint(
                condition=~Q(name=""), name="framework_level_has_a_name"
            ),
        ]

    def __str__(self):
        return self.name


@tracked()
class FrameworkArea(Versioned):
    """An area (or module) of a framework, and the post that is asked to lead on it."""

    framework = models.ForeignKey(
        Framework, on_delete=models.CASCADE, related_name="areas"
    )
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    lead = models.ForeignKey(
        Lead,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="framework_areas",
        help_text="Whoever holds this post writes in the area.",
    )

    objects = FrameworkAreaQuerySet.as_manager()

    class Meta:
        ordering = ["framework", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "number"],
                name="framework_area_has_a_number_once",
                violation_error_message="The framework has an area of this number already.",
            ),
            models.CheckConstraint(
                condition=~Q(title=""), name="framework_area_has_a_title"
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.title}"

    def get_absolute_url(self):
        return reverse("assessments:framework_area", args=[self.pk])


@tracked()
class Criterion(Versioned):
    """One thing that a framework asks of the council, what the council says of it, and the level it wants by when.

    The level it stands at now is not kept here: it is its newest judgement.
    """

    area = models.ForeignKey(
        FrameworkArea, on_delete=models.CASCADE, related_name="criteria"
    )
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    asks = models.TextField("what it asks", blank=True)
    narrative = models.TextField(
        blank=True, help_text="What the council says of itself here."
    )
    level_wanted = models.ForeignKey(
        FrameworkLevel,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Blank: as for the whole framework.",
    )
    wanted_by = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["area", "position"]
        verbose_name_plural = "criteria"
        triggers = [
            level_is_of_its_framework("level_wanted_id", OF_AREA),
            while_in_use(
                OF_AREA,
                pgtrigger.Update,
                pgtrigger.AnyChange("narrative", "level_wanted", "wanted_by"),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "position"],
                name="criterion_has_a_number_once",
                violation_error_message="The area has a criterion of this number already.",
            ),
            models.CheckConstraint(
                condition=~Q(title=""), name="criterion_has_a_title"
            ),
            models.CheckConstraint(
                condition=Q(wanted_by__isnull=True) | Q(level_wanted__isnull=False),
                name="criterion_wants_a_level_by_its_day",
                violation_error_message="Say which level is wanted by that day.",
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.title}"

    @property
    def number(self):
        """As it is called: 2.3 is the third of the second area."""
        return f"{self.area.number}.{self.position}"

    def get_absolute_url(self):
        return reverse("assessments:framework_criterion", args=[self.pk])

    def newest_judged(self):
        """The judgement that counts, with who made it; None before the first."""
        rows = self.judgements.filter(kind="judged").newest_first()
        return rows.select_related("level", "by").first()

    def judge(self, **said):
        """Say the level that it stands at: what counts from now on. `said` is as for `_say`."""
        return self._say("judged", **said)

    def propose(self, **said):
        """Say the level that it could be judged at, to those who judge. `said` is as for `_say`."""
        return self._say("proposed", **said)

    def _say(self, kind, *, level, why, by, on, at=None):
        """Keep that `by` said `level` of the day `on`, and what was written and wanted then; return the Judgement."""
        framework = self.area.framework
        return self.judgements.create(
            kind=kind,
            level=level,
            why=why,
            by=by,
            on=on,
            at=at or timezone.now(),
            narrative=self.narrative,
            level_wanted_id=self.level_wanted_id or framework.level_wanted_id,
            wanted_by=self.wanted_by or framework.wanted_by,
        )
