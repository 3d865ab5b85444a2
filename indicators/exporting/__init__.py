"""Indicators as a workbook or a text table that goes out and comes back without change.

`naming` words the times of columns so that they can be read again, `contents` reads the rows, `table` and `groups` lay out the two
tables, `books` makes the file, `template` the blank one for a directorate's results; `in_plan` words them for their plan's spreadsheet.
"""

from indicators.exporting.books import file_name, groups_csv, table_csv, workbook
from indicators.exporting.template import results_template

__all__ = ["file_name", "groups_csv", "results_template", "table_csv", "workbook"]
