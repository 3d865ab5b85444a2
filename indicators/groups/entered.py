"""What one result is broken down by, with every figure, for who may enter them; and what to begin a sheet with."""

from dataclasses import dataclass

from django.db.models import Q

from equality_tracker.organisation.models import Characteristic
from indicators import gaps
from indicators.gaps import adding_up
from indicators.groups import defaults, history
from indicators.models import Breakdown


@dataclass(frozen=True)
class Entered:
    """The groups entered for one characteristic, each with whether readers see it, a remark where they do not add up, and what they were before."""

    characteristic: Characteristic
    groups: list
    remark: str = ""
    changes: list = ()


def by_characteristic(result) -> list[Entered]:
    """Return what is entered for each characteristic in use at the end of the result's time: three queries, a fourth where any was changed."""
    every = Breakdown.objects.filter(result__indicator=result.indicator_id)
    every = list(every.select_related("characteristic", "result").in_order())
    for one in every:
        one.result.indicator = result.indicator
    hidden = gaps.hidden_among(every)
    mine = [one for one in every if one.result_id == result.pk]
    found = {}
    for one in mine:
        found.setdefault(one.characteristic, []).append((one, one.pk in hidden.groups))
    whole = gaps.whole_of(result, mine)
    used = characteristics_on(result.end)
    listed = [*used, *(each for each in found if each not in used)]
    changes = history.of_result(result)
    return [_entered(each, found.get(each, []), whole, changes.get(each.pk, [])) for each in listed]  # fmt: skip


def _entered(characteristic, groups, whole, changes):
    known = whole.groups.get(characteristic.pk, [])
    return Entered(
        characteristic,
        groups,
        adding_up.remark(known, whole.count, whole.base),
        changes,
    )


def characteristics_on(day):
    """The characteristics that the council used on a day, in their order."""
    begun = Q(used_from__isnull=True) | Q(used_from__lte=day)
    going = Q(used_to__isnull=True) | Q(used_to__gte=day)
    return list(Characteristic.objects.filter(begun & going))


def proposed(result, characteristic) -> list[str]:
    """The groups to begin a sheet with: those of the last time before, of this indicator or of any; else the census's."""
    earlier = Breakdown.objects.filter(characteristic=characteristic, result__end__lte=result.end).exclude(result=result)  # fmt: skip
    for found in (earlier.filter(result__indicator=result.indicator_id), earlier):
        last = found.order_by("-result__end", "-result_id").values_list("result_id", flat=True).first()  # fmt: skip
        if last:
            of_last = earlier.filter(result=last).in_order()
            return list(of_last.values_list("group", flat=True))
    return defaults.proposed(characteristic.name, result.end)
