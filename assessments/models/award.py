"""What an external assessment found: the level given, by whom, and the day on which it lapses."""

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.evidence.models import StoredFile

from .framework import Framework, FrameworkLevel
from .framework_guards import OF_ITS_FRAMEWORK, level_is_of_its_framework


class AwardQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-on", "-pk")

    def newest(self):
        """The newest of each framework among these: only that one still speaks for the council."""
        return self.order_by("framework_id", "-on", "-pk").distinct("framework_id")


@tracked()
class Award(Versioned):
    """The result of an external assessment against a framework. It holds until it lapses, or until another is given."""

    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, related_name="awards"
    )
    level = models.ForeignKey(
        FrameworkLevel, on_delete=models.PROTECT, related_name="+"
    )
    body = models.CharField(
        "who assessed it", max_length=200, help_text="A peer challenge team; a company."
    )
    on = models.DateField("given on")
    lapses_on = models.DateField(
        null=True,
        blank=True,
        help_text="The first day on which it no longer holds. Blank: it does not lapse.",
    )
    words = models.TextField("what they found", blank=True)
    url = models.URLField(
        "link to their report",
        max_length=2000,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
    )
    report = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="their report",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = AwardQuerySet.as_manager()

    class Meta:
        ordering = ["framework", "-on", "-pk"]
        triggers = [level_is_of_its_framework("level_id", OF_ITS_FRAMEWORK)]
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "on"],
                name="framework_is_awarded_once_a_day",
                violation_error_message="A result of this day stands here already. Edit that one.",
            ),
            models.CheckConstraint(
                condition=~Q(body=""), name="award_names_who_assessed"
            ),
            models.CheckConstraint(
                condition=Q(lapses_on__isnull=True) | Q(lapses_on__gt=F("on")),
                name="award_lapses_after_it_is_given",
                violation_error_message="It must lapse after it was given.",
            ),
        ]

    def __str__(self):
        return f"{self.framework}: {self.level}"

    def get_absolute_url(self):
        return self._address("edit")

    @property
    def report_url(self):
        """Where their report is downloaded, where it is kept here."""
        return self._address("report")

    def _address(self, page):
        name = f"assessments:framework_award_{page}"
        return reverse(name, args=[self.framework.key, self.pk])
