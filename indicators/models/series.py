"""Where an indicator began, where it should be, and where it is."""

import pghistory
from django.db import models, transaction
from django.db.models import Case, Q, Value, When
from django.db.models.functions import RowNumber
from django.utils import timezone

from equality_tracker.audit.models import tracked
from indicators.performance.comparing import MONTHS
from indicators.performance.measures import Measure
from indicators.words.final_words import final
from indicators.words.periods import Period
from plans.models import Plan

from .figure import Dated, Figure, PeriodKind, number, one_of
from .indicator import Indicator
from .kept_verdict import forgets_verdict

MADE_FINAL = "The provisional figure is final."


class FigureQuerySet(models.QuerySet):
    def with_indicator(self):
        """Load the indicator whose unit a figure takes: one query with the figures."""
        return self.select_related("indicator")

    def with_plan(self):
        """Load the plan that promised a target or has a baseline of its own, without its long words: no query more."""
        return self.select_related("plan").defer("plan__summary")

    def to_answer(self):
        """Targets that are a change, of which nobody has said whether points or per cent are meant."""
        return self.exclude(change="").filter(change_in="")

    def newest_of_each(self, most):
        """The newest `most` of each kind of time of each indicator."""
        place = models.Window(
            RowNumber(),
            partition_by=["indicator_id", "period_kind"],
            order_by=[models.F("end").desc(), models.F("id").desc()],
        )
        return self.annotate(place=place).filter(place__lte=most)

    def newest_first(self):
        """By the last day of their time, the newest first; of one day the longest time."""
        lengths = Case(
            *[When(period_kind=kind, then=Value(months)) for kind, months in MONTHS.items()],
            default=Value(0),
        )  # fmt: skip
        return self.order_by("-end", lengths.desc(), "-pk")

    def in_order(self):
        """By the last day of their time, the shorter time first."""
        return self.order_by("end", "-start", "pk")


@forgets_verdict
@tracked()
class Baseline(Figure):
    """Where an indicator began, for a plan or for all of them."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="baselines"
    )
    plan = models.ForeignKey(
        Plan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="baselines",
        help_text="Blank: for every plan.",
    )
    period_kind = models.CharField(max_length=14, choices=PeriodKind, blank=True)
    period = models.CharField(max_length=60, blank=True)
    end = models.DateField("last day", null=True, blank=True)

    objects = FigureQuerySet.as_manager()

    class Meta(Figure.Meta):
        constraints = [
            *Figure.Meta.constraints,
            models.UniqueConstraint(
                fields=["indicator", "plan"],
                nulls_distinct=False,
                name="baseline_stands_once_for_a_plan",
                violation_error_message="This indicator has a baseline for this plan already.",
            ),
            models.CheckConstraint(
                condition=one_of("period_kind", ["", *PeriodKind.values]),
                name="baseline_period_is_known",
            ),
        ]

    @property
    def is_judged_by(self):
        """Whether a result is there: what is judged by a change from this baseline would be judged anew."""
        return self.indicator.results.exists()


@forgets_verdict
@tracked()
class Target(Dated, Figure):
    """Where an indicator should be by a time: a level, or a change from its baseline."""

    class ChangeIn(models.TextChoices):
        POINTS = "points", "Points, or so many of its unit"
        PERCENT = "percent", "Per cent of the baseline"

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="targets"
    )
    plan = models.ForeignKey(
        Plan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="targets",
        help_text="Blank: for every plan.",
    )
    change = models.CharField(
        max_length=1,
        choices=[("+", "Increase by"), ("-", "Reduction by")],
        blank=True,
        help_text="Blank: the target is a level.",
    )
    change_in = models.CharField(
        max_length=7,
        choices=ChangeIn,
        blank=True,
        help_text="Blank: nobody has said, and nothing is judged by it.",
    )

    objects = FigureQuerySet.as_manager()

    class Meta:
        constraints = [
            *Figure.Meta.constraints,
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["indicator", "plan", "period_kind", "end"],
                nulls_distinct=False,
                name="target_stands_once_for_a_time",
                violation_error_message="This indicator has a target for this time already.",
            ),
            models.CheckConstraint(
                condition=Q(change="", change_in="")
                | (
                    Q(change__in=["+", "-"], value__isnull=False, value__gte=0)
                    & Q(change_in__in=["", "points", "percent"])
                ),
                name="target_change_is_by_a_number",
                violation_error_message="A change needs a number of zero or more.",
            ),
        ]
        indexes = [
            models.Index(fields=["indicator", "end"], name="targets_by_time"),
            models.Index(
                fields=["indicator"],
                condition=~Q(change="") & Q(change_in=""),
                name="targets_to_answer",
            ),
        ]

    @property
    def plan_state(self):
        """The state of the plan that promised it, "" for every plan's."""
        return self.plan.state if self.plan_id else ""

    def read_from(self, reading):
        """As for any figure; a change keeps its direction, and is asked about where it may be meant in two ways."""
        super().read_from(reading)
        self.change = self.change_in = ""
        if reading.kind == "relative":
            self.change, self.operator, self.unit = reading.operator, "", ""
            self.change_in = "" if reading.doubt else self.ChangeIn.POINTS
        return self

    @property
    def is_judged_by(self):
        """Whether a result for its time is there: it would be judged anew."""
        return self.indicator.results.filter(end=self.end).exists()

    def as_measure(self):
        plain = super().as_measure()
        if not self.change:
            return plain
        return Measure(
            **{**plain.__dict__, "change": self.change, "change_in": self.change_in}
        )


@forgets_verdict
@tracked()
class Result(Dated, Figure):
    """What was measured for a time. A correction leaves the earlier figure in the history."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="results"
    )
    numerator = number()
    denominator = number()
    provisional = models.BooleanField(
        null=True, blank=True, help_text="Blank: not said."
    )

    objects = FigureQuerySet.as_manager()

    class Meta:
        constraints = [
            *Figure.Meta.constraints,
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["indicator", "period_kind", "end"],
                name="result_stands_once_for_a_time",
                violation_error_message="This indicator has a result for this time already.",
            ),
            models.CheckConstraint(
                condition=Q(denominator__isnull=True) | Q(denominator__gt=0),
                name="result_denominator_is_above_zero",
                violation_error_message="A denominator is above zero.",
            ),
        ]
        indexes = [
            models.Index(fields=["indicator", "-end", "-id"], name="results_newest_first"),
        ]  # fmt: skip

    def read_from(self, reading):
        super().read_from(reading)
        self.numerator, self.denominator = reading.numerator, reading.denominator
        self.provisional = reading.provisional
        if reading.kind == "relative":
            raise ValueError("A result is a level, not a change.")
        return self

    @property
    def time(self):
        """The period that the result is for."""
        return Period(self.period_kind, self.period, self.start, self.end)

    @time.setter
    def time(self, period):
        self.period_kind, self.period, self.start, self.end = period

    def enter(self, reading, *, by, period, source="", at=None):
        """Put a new result in: what `reading` understood, for `period`. Raises ValueError for what is no result, IntegrityError where the period has one."""
        self.time, self.source = period, source
        self.take(reading, by, at)
        self.save()

    @transaction.atomic
    def correct(self, reading, *, by, why, period=None, source=None, at=None):
        """Put another figure in this one's place, saying why; the earlier one stays in the history.

        `period` and `source` change too where they are given.
        """
        if not why.strip():
            raise ValueError("Say why the figure is corrected.")
        self.time = period or self.time
        self.source = self.source if source is None else source
        with pghistory.context(reason=why.strip(), user=by.pk):
            self.take(reading, by, at)
            self.save()

    @transaction.atomic
    def make_final(self, *, by, at=None):
        """Say that a provisional figure stands as it is."""
        self.become_final()
        self.entered_by, self.entered_at = by, at or timezone.now()
        with pghistory.context(reason=MADE_FINAL, user=by.pk):
            self.save(update_fields=["provisional", "text", "entered_by", "entered_at"])

    def become_final(self):
        """Take a provisional figure as it stands, and call it provisional in its words no longer; the caller saves."""
        self.provisional, self.text = False, final(self.text)

    @transaction.atomic
    def take_back(self, *, by, why):
        """Remove a result that should never have been entered, with its figures for groups; the history keeps all of them, and why."""
        if not why.strip():
            raise ValueError("Say why the result is taken back.")
        with pghistory.context(reason=why.strip(), user=by.pk):
            self.delete()

    def take(self, reading, by, at=None):
        """Take what was read, and who entered it; the caller saves."""
        self.read_from(reading)
        self.entered_by, self.entered_at = by, at or timezone.now()
