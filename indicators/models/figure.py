"""What a baseline, target and result have in common: a number or a stated reason for none, as published."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from equality_tracker.audit.models import Versioned
from indicators.performance.measures import Measure
from indicators.words.reasons import Reason

OPERATORS = ["", ">=", "<=", ">", "<", "~", "±"]


class PeriodKind(models.TextChoices):
    """What stretch of time a figure is for; two figures are for the same time where kind and last day agree."""

    FINANCIAL_YEAR = "financial_year", "Financial year"
    ACADEMIC_YEAR = "academic_year", "Academic year"
    YEAR = "year", "Calendar year"
    QUARTER = "quarter", "Quarter"
    MONTH = "month", "Month"
    SURVEY = "survey", "Survey"
    DATE = "date", "Date"


def number(**options):
    """A number as large and as fine as councils publish."""
    return models.DecimalField(
        max_digits=24, decimal_places=6, null=True, blank=True, **options
    )


def one_of(name, values):
    """The condition that a field holds one of `values`."""
    return models.Q(**{f"{name}__in": list(values)})


class Figure(Versioned):
    """A number with its unit, or the reason for there being none, and always the words as published."""

    text = models.CharField(
        "as published", max_length=1000, help_text="The words of the cell: 34.4%, TBC."
    )
    value = number()
    value_max = number(help_text="The upper end, where the figure is a range.")
    operator = models.CharField(max_length=2, blank=True)
    unit = models.CharField(
        max_length=60, blank=True, help_text="Only where it is not the indicator's own."
    )
    decimals = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=24, choices=Reason, blank=True)
    second = number(help_text="A second measure: 65 of “100% (65% fair or better)”.")
    remark = models.CharField(max_length=500, blank=True)
    source = models.CharField(
        max_length=300, blank=True, help_text="Where the figure comes from."
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value__isnull=False, reason="")
                | (models.Q(value__isnull=True) & one_of("reason", Reason.values)),
                name="%(class)s_is_a_number_or_a_reason",
                violation_error_message="Give a number, or the reason why there is none: not both.",
            ),
            models.CheckConstraint(
                condition=models.Q(value_max__isnull=True)
                | models.Q(value_max__gt=models.F("value")),
                name="%(class)s_range_goes_up",
                violation_error_message="The upper end of a range must be above its lower end.",
            ),
            models.CheckConstraint(
                condition=one_of("operator", OPERATORS),
                name="%(class)s_operator_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(text=""), name="%(class)s_has_its_words"
            ),
        ]

    def __str__(self):
        return self.text

    def read_from(self, reading):
        """Take what `values.read` understood; the caller saves. A cell of several figures or none is refused: ValueError."""
        if reading.value is None and not reading.reason:
            raise ValueError("This is no one figure, nor a reason for none.")
        self.text = reading.text
        self.value, self.value_max = reading.value, reading.value_max
        self.reason, self.operator = str(reading.reason), reading.operator
        self.decimals, self.second = reading.decimals, reading.second
        self.remark = reading.remark[:500]
        self.unit = "" if reading.unit == self.indicator.unit else reading.unit
        return self

    def as_measure(self):
        """The figure as performance is decided from it."""
        return Measure(
            value=self.value,
            unit=self.unit or self.indicator.unit,
            operator=self.operator,
            value_max=self.value_max,
            second=self.second,
            reason=self.reason,
            end=getattr(self, "end", None),
        )


class Dated(models.Model):
    """The time that a figure is for."""

    period_kind = models.CharField(max_length=14, choices=PeriodKind)
    period = models.CharField(
        max_length=60, help_text="As it is written: 2030/31, March 2031, Q3 2030/31."
    )
    start = models.DateField("first day", null=True, blank=True)
    end = models.DateField("last day")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=one_of("period_kind", PeriodKind.values),
                name="%(class)s_period_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(start__isnull=True)
                | models.Q(end__gte=models.F("start")),
                name="%(class)s_period_ends_after_it_starts",
                violation_error_message="The last day must not be before the first.",
            ),
        ]
