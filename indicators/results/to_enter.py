"""The results that wait for somebody: indicators whose figures they enter, with a time that is over and no result for it."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Window

from indicators.models import Indicator
from indicators.standing import verdicts

NAMED = 5


@dataclass(frozen=True)
class Waiting:
    """How many results wait, and the indicators that have waited longest."""

    count: int
    first: list

    @property
    def rest(self):
        """How many are not named."""
        return self.count - len(self.first)


def results_of(user, on):
    """Return what waits for `user` on the day `on`, None where nothing does: two queries; none for who enters nothing."""
    if not user.may_update:
        return None
    verdicts.keep_up()
    late = Indicator.objects.editable_by(user, on).late(on)
    named = late.annotate(how_many=Window(Count("*"))).order_by("late_from", "code", "pk")  # fmt: skip
    found = list(named[:NAMED])
    for one in found:
        one.ended = one.late_from - datetime.timedelta(1)
    return Waiting(found[0].how_many, found) if found else None
