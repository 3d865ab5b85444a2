"""Which indicators stand on a sheet, for which period, and which other periods are due."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Case, Exists, OuterRef, Q, When
from django.db.models.functions import Coalesce

from indicators.models import Indicator, Result, Target
from indicators.models.indicator_queryset import BY_CODE
from indicators.results.next_results import kinds_of
from indicators.words import periods
from indicators.words.periods import Period

AT_MOST = 100


@dataclass(frozen=True)
class Choice:
    """The keys of the indicators that are measured by a period in the order of the sheet, how many others are not, and what else is due:
    (period, how many)."""

    period: Period
    keys: list[int]
    others: int
    also: list[tuple[Period, int]]


def choose(indicators, period, on, every=False):
    """Return the Choice among `indicators` on the day `on`: two queries at most.

    Without a period, the newest that is over of the kind by which most are measured. `every` takes the others too.
    """
    found = kinds_of(in_families(_measured(indicators)))
    kinds = Counter(found.values())
    if period is None:
        most = min(kinds, key=lambda kind: (-kinds[kind], kind), default=periods.FINANCIAL_YEAR)  # fmt: skip
        period = periods.last_ended(most, on)
    others = [key for key, kind in found.items() if kind != period.kind]
    left_out = set(others) - set(others if every else _with_figures(others, period))
    keys = [key for key in found if key not in left_out]
    also = [
        (periods.last_ended(kind, on), count) for kind, count in kinds.most_common() if kind != period.kind
    ]  # fmt: skip
    return Choice(period, keys, len(found) - len(keys), also)


def _measured(indicators):
    """Those with figures of their own: not a heading, of which only the parts are measured."""
    parts = Indicator.objects.filter(parent=OuterRef("pk"))
    results = Result.objects.filter(indicator=OuterRef("pk"))
    return indicators.filter(Exists(results) | ~Exists(parts))


def _with_figures(keys, period):
    """Those of the keys whose indicators have a result or a target for the very period."""
    asked = Q(indicator__in=keys, period_kind=period.kind, end=period.end)
    results, targets = (
        model.objects.filter(asked).order_by().values_list("indicator", flat=True)
        for model in (Result, Target)
    )
    return results.union(targets) if keys else ()


def in_use_during(indicators, period):
    """Those in use at some time of `period`."""
    begun = Q(introduced__isnull=True) | Q(introduced__lte=period.end)
    going = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=period.start or period.end)  # fmt: skip
    return indicators.filter(begun & going)


def in_families(indicators):
    """By code, the parts of an indicator beneath it."""
    family = indicators.select_related("parent").annotate(
        family_code=Coalesce("parent__code_order", "code_order"),
        family_title=Coalesce("parent__title", "title"),
        family=Coalesce("parent_id", "id"),
        is_part=Case(When(parent=None, then=0), default=1),
    )
    return family.order_by("family_code", "family_title", "family", "is_part", *BY_CODE)
