"""The programme: how many assessments each directorate promised for a year, and how many it says it completed."""

from django.db import models
from django.db.models import Q

from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.organisation.models import Directorate


class ProgrammeTargetQuerySet(models.QuerySet):
    def of_year(self, year):
        """Those of the financial year that ends in `year`, by the directorates' names: one query."""
        return self.filter(year=year).select_related("directorate").in_order()

    def in_order(self):
        return self.order_by("directorate__name", "pk")

    def years(self):
        """The years there are, the newest first."""
        return list(self.order_by("-year").values_list("year", flat=True).distinct())


@tracked()
class ProgrammeTarget(Versioned):
    """What one directorate promised for a financial year.

    `completed` is a count that was published and may stand without the assessments behind it; blank, the register is counted.
    `percentage` is as published, kept to be compared with the arithmetic and never used for it.
    """

    directorate = models.ForeignKey(
        Directorate, on_delete=models.PROTECT, related_name="programme_targets"
    )
    year = models.PositiveSmallIntegerField(
        "year ends in", help_text="2027 for the year 2026/27."
    )
    target = models.PositiveIntegerField("promised")
    completed = models.PositiveIntegerField(
        "completed, as published",
        null=True,
        blank=True,
        help_text="Blank: counted from the register.",
    )
    percentage = models.PositiveIntegerField(
        "percentage, as published", null=True, blank=True
    )
    source = models.CharField(
        max_length=300, blank=True, help_text="Where the published figures stand."
    )

    objects = ProgrammeTargetQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "directorate"]
        constraints = [
            models.UniqueConstraint(
                fields=["directorate", "year"],
                name="programme_names_a_directorate_once_a_year",
                violation_error_message="This directorate has its place in that year’s programme already.",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=1990, year__lte=2200),
                name="programme_year_is_a_year",
            ),
        ]

    def __str__(self):
        return f"{self.directorate}, {year_words(self.year)}"


def year_words(year):
    """The financial year that ends in `year` as people write it: 2026/27."""
    return f"{year - 1}/{year % 100:02}"
