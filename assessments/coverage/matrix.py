"""The coverage matrix: a row for each characteristic, a cell for each aim, and what stands nowhere called out."""

from collections import Counter
from functools import cached_property, partial

from equality_tracker.organisation.models import Aim, Characteristic
from equality_tracker.templatetags.govuk import day

from . import counting, whole
from .cells import Cell, Column, Row
from .measures import ACTIONS, ASSESSMENTS, INDICATORS, OBJECTIVES
from .scope import ANY, NONE

NO_AIM, ALL_AIMS = "No aim named", "All aims"
NOBODY = "No characteristic named"
# What a reader may sort the rows by: words, and the key; rows of one key stand in the council's own order.
ORDERS = {
    "": ("In the order of the Act", lambda row: 0),
    "actions": ("Fewest live actions first", lambda row: row.total[ACTIONS.name]),
    "empty": ("Fewest aims with a live action first", lambda row: -len(row.bare)),
    "assessments": (
        "Most EIAs with negative impact first",
        lambda row: -row.total[ASSESSMENTS.name],
    ),
    "indicators": (
        "Most indicators with a gap first",
        lambda row: -row.total[INDICATORS.name],
    ),
}


class Matrix:
    """What `scope` covers, its rows in `order` (a key of ORDERS). At most nine queries, ten for one directorate, however much there is."""

    def __init__(self, scope, order=""):
        self.scope, self.order = scope, order

    @cached_property
    def columns(self):
        """The aims, then what names none, then all together."""
        aims = [Column(str(one.pk), one.name) for one in Aim.objects.all()]
        return [*aims, Column(NONE, NO_AIM), Column(ANY, ALL_AIMS)]

    @cached_property
    def rows(self):
        """The characteristics that the council goes by today, then others and what names none, where anything stands there."""
        rows = [self._row(one) for one in Characteristic.objects.all()]
        _words, key = ORDERS.get(self.order, ORDERS[""])
        now = sorted((row for row in rows if row.is_asked), key=key)
        others = [row for row in rows if not row.is_asked] + [self._nobody()]
        return now + [row for row in others if row.stands]

    @property
    def asked(self):
        """(row, cell) for each characteristic of today under each aim that counts for it."""
        return [
            (row, cell)
            for row in self.rows
            for cell in row.cells
            if cell.asks and cell.column.is_aim
        ]

    @property
    def bare(self):
        """Those of them without any live action."""
        return [(row, cell) for row, cell in self.asked if cell.is_bare]

    @property
    def troubled(self):
        """Those of them without any live action where harm or a gap is known."""
        return [(row, cell) for row, cell in self.bare if cell.is_troubled]

    @property
    def quiet(self):
        """Those of them without any live action where no harm and no gap is known."""
        return [(row, cell) for row, cell in self.bare if not cell.is_troubled]

    @cached_property
    def _counts(self):
        """The counts of each measure by its name, and how many indicators are measured by each characteristic."""
        scope, told = self.scope, whole.KEEPING.ask(self.scope.on)
        actions, objectives = counting.of_actions(scope)
        indicators, measured = counting.of_indicators(scope, told.gaps)
        counts = {
            ACTIONS.name: actions,
            OBJECTIVES.name: objectives,
            ASSESSMENTS.name: told.harm.counted(
                scope.user, scope.on, scope.directorates
            ),
            INDICATORS.name: indicators,
        }
        return counts, measured

    def _row(self, characteristic):
        key, note = str(characteristic.pk), _not_today(characteristic, self.scope.on)
        _counts, measured = self._counts
        aims = [one.key for one in self.columns if one.is_aim]
        counted = aims[:1] if characteristic.counts_for_first_aim_alone else aims
        cells = [
            self._cell(key, column, not note, column.key in [*counted, NONE, ANY])
            for column in self.columns
        ]
        return Row(
            key, characteristic.name, cells, characteristic.statutory, note,
            measured.get(key, Counter()),
        )  # fmt: skip

    def _nobody(self):
        cells = [self._cell(NONE, column, False) for column in self.columns]
        return Row(NONE, NOBODY, cells)

    def _cell(self, key, column, is_asked, applies=True):
        counts, _measured = self._counts
        found = {name: each.get((key, column.key), 0) for name, each in counts.items()}
        address = partial(_address, self.scope.directorate, key, column.key)
        asks = is_asked and applies and column.key != NONE
        return Cell(column, found, address, asks, applies)


def _address(directorate, characteristic, aim, measure):
    return measure.address(directorate, characteristic, aim)


def _not_today(characteristic, on):
    """When the council goes by a characteristic, where that is not on the day `on`."""
    if characteristic.used_to and characteristic.used_to <= on:
        return f"Not used since {day(characteristic.used_to)}"
    if characteristic.used_from and characteristic.used_from > on:
        return f"Used from {day(characteristic.used_from)}"
    return ""
