"""Any table file to plain tables of cells. Knows no model."""

from equality_tracker.workbooks.refused import Refused

__all__ = ["Refused"]
