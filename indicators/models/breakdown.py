"""A result by characteristic and group: what equality monitoring is for."""

from django.db import models
from django.db.models import Q

from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.organisation.models import Characteristic
from indicators.words.reasons import Reason

from .figure import number, one_of
from .series import Result


class BreakdownQuerySet(models.QuerySet):
    def in_order(self):
        """By characteristic, then in the order in which its groups were entered."""
        return self.order_by("characteristic__position", "position", "pk")

    def of_indicator(self, indicator):
        """Every group of every result of an indicator, with its characteristic: one query."""
        return (
            self.filter(result__indicator=indicator)
            .select_related("characteristic")
            .in_order()
        )


@tracked()
class Breakdown(Versioned):
    """One group's share of a result: a percentage or a count with its base, or why there is none."""

    result = models.ForeignKey(
        Result, on_delete=models.CASCADE, related_name="breakdowns"
    )
    characteristic = models.ForeignKey(
        Characteristic, on_delete=models.PROTECT, related_name="breakdowns"
    )
    group = models.CharField(max_length=200, help_text="Women; Asian or Asian British.")
    position = models.PositiveIntegerField(default=0)
    text = models.CharField("as published", max_length=300)
    value = number()
    reason = models.CharField(max_length=24, choices=Reason, blank=True)
    count = models.PositiveIntegerField(
        null=True, blank=True, help_text="How many of the group."
    )
    base = models.PositiveIntegerField(
        null=True, blank=True, help_text="Out of how many."
    )

    objects = BreakdownQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["result", "characteristic", "group"],
                name="breakdown_has_a_group_once",
                violation_error_message="This group stands in this result already.",
            ),
            models.CheckConstraint(
                condition=~Q(group="") & ~Q(text=""), name="breakdown_has_its_words"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False, reason="")
                | (Q(value__isnull=True) & one_of("reason", Reason.values)),
                name="breakdown_is_a_number_or_a_reason",
                violation_error_message="Give a number, or the reason why there is none: not both.",
            ),
            models.CheckConstraint(
                condition=Q(base__isnull=True)
                | (Q(base__gt=0) & (Q(count__isnull=True) | Q(count__lte=models.F("base")))),
                name="breakdown_count_is_within_its_base",
                violation_error_message="A group's count cannot be more than its base.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.group}: {self.text}"
