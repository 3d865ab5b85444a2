"""The rows, columns and cells of the coverage matrix, and what is called out of them. Pure."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from indicators.gaps.across import Said

from .measures import ACTIONS, MEASURES, TROUBLE
from .scope import ANY, NONE

NOTHING, NO_ACTION = "Nothing", "No live action"


@dataclass(frozen=True)
class Column:
    """An aim, what names none, or all of them together: its key in an address, and its words."""

    key: str
    words: str

    @property
    def is_aim(self):
        return self.key not in (NONE, ANY)


@dataclass(frozen=True)
class Cell:
    """What stands for one characteristic in one column: how many of each measure by its name, and the address of their rows.

    `asks` where the duty asks about this pair, so that nothing standing here is worth saying; `applies` is False where it never does.
    """

    column: Column
    counts: dict
    address: Callable
    asks: bool = True
    applies: bool = True

    @property
    def lines(self):
        """(measure, words, address) for each measure of which there is any."""
        return [
            (one.name, one.words(self.counts[one.name]), self.address(one))
            for one in MEASURES
            if self.counts[one.name]
        ]

    @property
    def is_bare(self):
        """Whether the duty asks for something here and no action is under way."""
        return self.asks and not self.counts[ACTIONS.name]

    @property
    def is_troubled(self):
        """Whether harm or a gap is known here and no action is under way."""
        return self.is_bare and any(self.counts[one.name] for one in TROUBLE)

    @property
    def called(self):
        """What is missing, in words; "" where nothing is."""
        if not self.is_bare:
            return ""
        return NO_ACTION if any(self.counts.values()) else NOTHING


@dataclass(frozen=True)
class Row:
    """One characteristic, or what names none: its words, its cells, and what its groups' figures say of how many indicators.

    `note` says of one that the council does not go by today when it did or will.
    """

    key: str
    words: str
    cells: list
    statutory: bool = False
    note: str = ""
    measured: Counter = field(default_factory=Counter)

    @property
    def is_asked(self):
        """Whether the council goes by it today."""
        return self.key != NONE and not self.note

    @property
    def total(self):
        """All aims together, each thing once."""
        return self.cells[-1].counts

    @property
    def stands(self):
        return any(self.total.values())

    @property
    def bare(self):
        """Its cells under an aim without any live action."""
        return [cell for cell in self.cells if cell.column.is_aim and cell.is_bare]

    @property
    def measured_words(self):
        """What is not known of gaps between its groups; "" where all that is measured can be compared."""
        if self.key == NONE:
            return ""
        if not self.measured:
            return "No indicator has figures by group"
        unsaid = self.measured[Said.UNSAID]
        return "Of some indicators no gap can be said" if unsaid else ""
