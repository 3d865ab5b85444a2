"""Indicators as a workbook or a text table that goes out and comes back without change.

`naming` words the times of columns so that they can be read again, `contents` reads the rows, `table` and `groups` lay out the two
tables, `books` makes the file, `template` the blank one for a directorate's results.
"""

from indicators.exporting.books import file_name, groups_csv, table_csv, workbook

__all__ = ["file_name", "groups_csv", "table_csv", "workbook"]
