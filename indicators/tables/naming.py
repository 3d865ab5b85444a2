"""What stands over a table of indicators and holds for all of it: a time that its columns do not name, or the indicator's own name."""

import re

from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Sheet
from indicators.tables.columns import Column, read_column
from indicators.words import times

LONGEST_LINE = 80
LONGEST_NAME = 400
NOTE = re.compile(r"(?:notes?|source|key|\*+|†|data from|figures)\b|\*", re.I)
_OF_RESULTS = re.compile(
    r"\b(?:results?|performance|outturns?|actuals?|returns?|monitoring|data|indicators?|measures?|figures|scorecard|dashboard|quarter|report)\b",
    re.I,
)


def time_of(sheet: Sheet, table: Table, columns: list[Column]) -> str:
    """The words of the time that a sheet's name or a line above says, where neither rows nor columns name one; else ""."""
    dated = [one for one in columns if one.field != "baseline"]
    if table.column("period") or any(one.period for one in dated):
        return ""
    if is_one_time(sheet.name):
        return sheet.name
    lines = [line for line in lines_above(sheet, table) if _OF_RESULTS.search(line)]
    return next((line for line in reversed(lines) if is_one_time(line)), "")


def is_one_time(text: str) -> bool:
    """Whether a line names one time and no other figure: "Results 2030/31", not "Strategy 2028-2032"."""
    time = times.read(text) if len(text) <= LONGEST_LINE else None
    if time is None or time.end is None:
        return False
    return not re.search("[0-9]", text.replace("–", "-").replace(time.text, " ", 1))


def lines_above(sheet: Sheet, table: Table) -> list[str]:
    """The lines of a single cell above a table, down to it."""
    return [
        row.filled[0].text
        for row in sheet.rows
        if row.number < table.header_row and len(row.filled) == 1
    ]


def title_above(sheet: Sheet, table: Table) -> str:
    """The name that stands over a table of one indicator; "" where there is none."""
    lines = [
        line
        for line in lines_above(sheet, table)
        if len(line) <= LONGEST_NAME and not NOTE.match(line) and not is_one_time(line)
    ]
    return lines[-1] if lines else ""


def timed(column: Column, text: str) -> Column:
    """The column with the time that its row or sheet says, unless its own heading names one."""
    if not text or column.time:
        return column
    said = read_column(column.index, column.field, text)
    return column._replace(period=said.period, time=said.time)
