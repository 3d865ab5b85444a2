"""An indicator, what it belongs to, and which way is better."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone

from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.organisation.models import Directorate, Lead
from indicators import performance
from indicators.performance.measures import Direction, Tolerance
from plans.models import Action, Priority

from .indicator_queryset import BY_CODE, CODE_ORDER, IndicatorQuerySet
from .kept_verdict import FORGET_ITS_OWN, KEPT

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHARED_BY_PARTS = (
    "belongs_to", "title_confirmed", "unit", "decimals", "source", "frequency", "directorate", "lead",
    "introduced",
)  # fmt: skip


def _kept_number(what):
    """A number that a list of indicators sorts by, kept with the verdict; a change of the two largest has a digit more."""
    return models.DecimalField(
        null=True, editable=False, max_digits=25, decimal_places=6, help_text=f"{what}; kept with the verdict."
    )  # fmt: skip


class IndicatorSet(models.TextChoices):
    """Whose indicator it is."""

    NATIONAL = "national", "National"
    LOCAL = "local", "Local"
    CORPORATE = "corporate", "Corporate plan"


@tracked(exclude=[*KEPT, "code_order"], silent=[*KEPT, "code_order"])
class Indicator(Versioned):
    """What the council measures. Nothing about it is called good or bad until a person confirmed which way is better."""

    code = models.CharField(max_length=40, blank=True, help_text="NI 1, BP 25a.")
    code_order = models.GeneratedField(
        expression=CODE_ORDER, output_field=models.TextField(), db_persist=True
    )
    title = models.CharField(max_length=500)
    title_confirmed = models.BooleanField(
        default=True, help_text="Checked against the set's own list."
    )
    belongs_to = models.CharField(
        "set", max_length=9, choices=IndicatorSet, default=IndicatorSet.LOCAL
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        help_text="The indicator of which this is a lettered part.",
    )
    definition = models.TextField(blank=True)
    unit = models.CharField(
        max_length=60, blank=True, help_text="%, count, GBP, days, per 100,000."
    )
    decimals = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Blank: as published."
    )
    suggested_direction = models.CharField(
        max_length=6, choices=Direction, blank=True, editable=False
    )
    direction = models.CharField(
        max_length=6, choices=Direction, blank=True, editable=False
    )
    direction_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    direction_confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    tolerance = models.DecimalField(
        max_digits=12,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="How far short of its target still counts as near. Blank: not at all.",
    )
    tolerance_is_percent = models.BooleanField(
        default=False, help_text="Per cent of the target, rather than the unit."
    )
    source = models.CharField(max_length=300, blank=True)
    frequency = models.CharField(max_length=100, blank=True)
    directorate = models.ForeignKey(
        Directorate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="indicators",
    )
    lead = models.ForeignKey(
        Lead,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="indicators",
    )
    priorities = models.ManyToManyField(
        Priority, through="IndicatorPriority", related_name="indicators"
    )
    actions = models.ManyToManyField(
        Action, through="IndicatorAction", related_name="indicators"
    )
    introduced = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)
    verdict = models.CharField(
        max_length=16, blank=True, editable=False, db_default="",
        help_text="Kept by `verdicts.keep_up`, forgotten by the database when anything changes.",
    )  # fmt: skip
    judged_by = models.CharField(
        max_length=12, blank=True, editable=False, db_default=""
    )
    short_by = models.DecimalField(
        null=True, editable=False, max_digits=9, decimal_places=8,
        help_text="How far short of its target the newest result is: `Judgement.short_by`, kept with the verdict.",
    )  # fmt: skip
    measured_until = models.DateField(
        null=True, editable=False, help_text="The last day of the newest result's time; kept with the verdict."
    )  # fmt: skip
    late_from = models.DateField(
        null=True, editable=False,
        help_text="The first day on which a time that is over has no result; kept with the verdict.",
    )  # fmt: skip
    newest_value = _kept_number("The number of the newest result")
    aim_value = _kept_number("The number of the target that it is judged by")
    change_value = _kept_number("What changed since the last number")

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""), name="indicator_has_a_title"
            ),
            models.UniqueConstraint(
                Lower("code"),
                "belongs_to",
                condition=~Q(code=""),
                name="indicator_code_stands_once_in_its_set",
                violation_error_message="An indicator of this set has this code already.",
            ),
            models.CheckConstraint(
                condition=Q(belongs_to__in=IndicatorSet.values),
                name="indicator_set_is_known",
            ),
            models.CheckConstraint(
                condition=Q(suggested_direction__in=["", *Direction.values]),
                name="indicator_suggested_direction_is_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    direction="",
                    direction_confirmed_by__isnull=True,
                    direction_confirmed_at__isnull=True,
                )
                | Q(
                    direction__in=Direction.values,
                    direction_confirmed_by__isnull=False,
                    direction_confirmed_at__isnull=False,
                ),
                name="indicator_direction_is_a_persons",
                violation_error_message="A person confirms which way is better.",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="indicator_is_no_part_of_itself",
                violation_error_message="An indicator cannot be a part of itself.",
            ),
            models.CheckConstraint(
                condition=Q(tolerance__isnull=True) | Q(tolerance__gte=0),
                name="indicator_tolerance_is_not_negative",
                violation_error_message="A tolerance is not below zero.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_why="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_why="")),
                name="indicator_is_withdrawn_for_a_reason",
                violation_error_message="Say when it was withdrawn and why, or neither.",
            ),
            models.CheckConstraint(
                condition=Q(introduced__isnull=True)
                | Q(withdrawn_on__isnull=True)
                | Q(withdrawn_on__gte=F("introduced")),
                name="indicator_is_withdrawn_after_it_began",
                violation_error_message="It was withdrawn before it was introduced.",
            ),
        ]
        indexes = [
            models.Index(fields=["directorate"], name="indicators_of_a_directorate"),
            models.Index(*BY_CODE, name="indicators_by_code"),
            models.Index(
                fields=["judged_by", "verdict"], name="indicators_by_what_judged"
            ),
        ]
        triggers = [FORGET_ITS_OWN]

    def __str__(self):
        return f"{self.code} {self.title}".strip()

    def get_absolute_url(self):
        return reverse("indicators:indicator_detail", args=[self.pk])

    def confirm_direction(self, direction, *, by, at=None):
        """Keep who said which way is better; "" takes it back. Raises ValueError for any other word."""
        if direction not in ("", *Direction.values):
            raise ValueError(f"There is no direction {direction}.")
        self.direction = direction
        self.direction_confirmed_by = by if direction else None
        self.direction_confirmed_at = (at or timezone.now()) if direction else None
        self.save(
            update_fields=[
                "direction", "direction_confirmed_by", "direction_confirmed_at",
            ]
        )  # fmt: skip

    def withdraw(self, *, on, why):
        """End the indicator on the day `on`: what was measured stays. Raises ValueError without a reason."""
        if not why.strip():
            raise ValueError("Say why it was withdrawn.")
        self.withdrawn_on, self.withdrawn_why = on, why.strip()
        self.save(update_fields=["withdrawn_on", "withdrawn_why"])

    def put_back(self):
        """Take the end of the indicator back: it is measured again."""
        self.withdrawn_on, self.withdrawn_why = None, ""
        self.save(update_fields=["withdrawn_on", "withdrawn_why"])

    def keep_unit(self, unit):
        """Give the figures without a unit of their own the indicator's old one, before it takes another.

        Raises ValueError where the indicator had none: such figures would take the new one.
        """
        if not unit:
            raise ValueError("There is no unit that the figures could keep.")
        for figures in (self.baselines, self.targets, self.results):
            figures.filter(unit="").exclude(value=None).update(unit=unit)

    def add_parts(self, titles):
        """Make a lettered part of each of `titles`, alike in all but code and title; return them."""
        there = self.parts.count()
        return [
            self.parts.create(
                code=f"{self.code}{LETTERS[place]}" if self.code else "",
                title=title,
                **{name: getattr(self, name) for name in SHARED_BY_PARTS},
            )
            for place, title in enumerate(titles, start=there)
        ]

    @property
    def tolerance_now(self):
        """The tolerance as performance takes it, or None."""
        if not self.tolerance:
            return None
        return Tolerance(self.tolerance, self.tolerance_is_percent)

    def judge(self, result, target, baseline=None):
        """Return the Judgement of a result against a target, either of which may be None: see `performance.judge`."""
        return performance.judge(
            result and result.as_measure(),
            target and target.as_measure(),
            baseline=baseline and baseline.as_measure(),
            direction=self.direction,
            tolerance=self.tolerance_now,
        )
