"""What the reader of the list of indicators asked for: the indicators, their order, and the same in words."""

from functools import cached_property

from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce, NullIf

from indicators.forms.filters import IndicatorFilter
from indicators.models import Indicator
from indicators.performance import WORST_FIRST
from indicators.standing import verdicts
from plans.list_selection import ListSelection

HEADINGS = {
    "code": "Code",
    "title": "Indicator",
    "directorate": "Directorate",
    "result": "Latest result",
    "target": "Its target",
    "performance": "Performance",
    "change": "Change",
}
# Those whose order is that of what `verdicts.keep_up` keeps.
SORTED_AS_KEPT = ("result", "target", "performance", "change")


class IndicatorSelection(ListSelection):
    """The indicators that an address asks for. `query` is its QueryDict, `on` the day that it is asked on."""

    headings_in_words = HEADINGS
    nothing = "All that are in use"

    def __init__(self, query, *, on):
        super().__init__(query, form=IndicatorFilter(query), on=on)

    @cached_property
    def indicators(self):
        """Those asked for, in the order asked for."""
        if self._asks_what_is_kept:
            verdicts.keep_up()
        return in_order(self.form.narrowed(Indicator.objects.all(), self.on), self.sort)

    @property
    def _asks_what_is_kept(self):
        by_state = self.form.asked("state") in ("without_result", "unconfirmed")
        by_figure = self.sort.removeprefix("-") in SORTED_AS_KEPT
        return by_state or self.form.asked("verdict") or by_figure


def in_order(indicators, sort):
    """Sort by one of HEADINGS; those of which there is nothing to sort by come last, either way round."""
    name, falls = sort.removeprefix("-"), sort.startswith("-")
    if name in ("", "code"):
        found = indicators.by_code()
        return found.reverse() if falls else found
    key = _KEYS[name]()
    first = key.desc(nulls_last=True) if falls else key.asc(nulls_last=True)
    by_code = indicators.by_code().query.order_by
    return indicators.order_by(first, *by_code)


def _directorate():
    return Coalesce(NullIf(F("directorate__short_name"), Value("")), F("directorate__name"))  # fmt: skip


def _performance():
    """The worst first."""
    places = [When(verdict=verdict, then=place) for place, verdict in enumerate(WORST_FIRST)]  # fmt: skip
    return Case(*places, default=None)


def _kept(name):
    """A number that is kept with the verdict: what the column shows."""
    return Case(When(~Q(verdict=""), then=F(name)), default=None)


_KEYS = {
    "title": lambda: F("title"),
    "directorate": _directorate,
    "result": lambda: _kept("newest_value"),
    "target": lambda: _kept("aim_value"),
    "performance": _performance,
    "change": lambda: _kept("change_value"),
}
