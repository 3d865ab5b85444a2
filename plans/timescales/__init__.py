"""A plan's words about time, read as dates. Pure: no model, no database, no today.

`read(text, plan_start, plan_end)` gives a `Timescale`; `describe(timescale)` says it in words.
"""

from plans.timescales.describing import describe
from plans.timescales.reading import read
from plans.timescales.timescale import Milestone, Timescale

__all__ = ["Milestone", "Timescale", "describe", "read"]
