"""What the page of an indicator says of its groups, the same to everybody: small numbers are hidden."""

from functools import cached_property

from .hiding import by_result, hidden_among, may_show_people
from .tables import tables_of
from .trends import trends_of


class Groups:
    """The groups of an indicator: the newest result that has any, and how they moved.

    Takes the indicator's results, and all of its breakdowns in order with their characteristic.
    """

    def __init__(self, results, breakdowns):
        known = {one.pk: one for one in results}
        self.breakdowns = list(breakdowns)
        for one in self.breakdowns:
            one.result = known[one.result_id]
        self.by_result = by_result(self.breakdowns)

    @cached_property
    def hidden(self):
        return hidden_among(self.breakdowns)

    @property
    def result(self):
        """The newest result that is broken down; None where none is."""
        return self.by_result[-1][0] if self.by_result else None

    @cached_property
    def sections(self):
        """Return [(table of the newest result, its trend)], a characteristic each."""
        if not self.by_result:
            return []
        result, newest = self.by_result[-1]
        kind = result.period_kind
        same = [each for each in self.by_result if each[0].period_kind == kind]
        moved = {trend.characteristic: trend for trend in trends_of(same, self.hidden)}
        tables = tables_of(result, newest, self.hidden)
        return [(table, moved[table.characteristic]) for table in tables]

    @property
    def has_masked(self):
        return bool(self.hidden.groups)

    def shows_people_of(self, result):
        """Whether the numerator and denominator of a result are shown."""
        return may_show_people(result, self.hidden)
