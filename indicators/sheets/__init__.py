"""The sheet: all results of a directorate, a lead or a plan for one period, filled in like a spreadsheet.

`choosing` says which indicators stand on it, `rows` what one row is and what became of what was typed there, `loading` brings the
rows, `saving` writes what can be written.
"""

from .choosing import AT_MOST, Choice, choose
from .loading import TooMany, hold, read_sent, rows_of
from .rows import Row
from .saving import Outcome, after_clash, save, shown_again

__all__ = [
    "AT_MOST", "Choice", "Outcome", "Row", "TooMany", "after_clash", "choose", "hold", "read_sent", "rows_of", "save",
    "shown_again",
]  # fmt: skip
