"""Excel workbooks (.xlsx, .xlsm) to plain sheets.

The parts are read directly, as a stream: only what a plan needs, so that a fault in a chart,
a style name or a macro is no fault here, and each limit bites before memory is spent.
"""

from equality_tracker.workbooks.xlsx.workbook import read

__all__ = ["read"]
