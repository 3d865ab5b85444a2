"""The year that a table is about, where a line above it, its headings or its sheet's name says so."""

import re

from equality_tracker.workbooks.date_words import is_date_word
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Sheet
from equality_tracker.workbooks.vocabulary import normal
from plans.importing.periods import Period, read_period

LINES_ABOVE = 6
NO_PERIOD = Period()
_BY_MARCH = re.compile(r"\bmarch\s+((?:19|20)\d\d)\b", re.I)
MOST_DAYS = 366


def period_of(sheet: Sheet, table: Table) -> Period:
    """The financial year nearest to the table; an empty period where none is named."""
    above = [
        cell.text
        for row in sheet.rows
        if table.header_row - LINES_ABOVE <= row.number < table.header_row
        for cell in row.filled
    ]
    for text in [*reversed(above), *table.headings.values(), sheet.name]:
        period = read_period(text)
        if is_a_year(period):
            return period
    return NO_PERIOD


def year_of(sheet: Sheet, table: Table) -> int | None:
    """The year that the programme's financial year ends in; "completed by March 2027" says it too."""
    named = period_of(sheet, table).end
    if named is not None:
        return named.year
    found = [_BY_MARCH.search(text) for text in table.headings.values()]
    years = {int(one[1]) for one in found if one}
    return years.pop() if len(years) == 1 else None


def is_a_year(period: Period) -> bool:
    """Whether a period has both its days and is no longer than a year."""
    if not (period.start and period.end):
        return False
    return (period.end - period.start).days <= MOST_DAYS


def names_a_part(heading: str) -> bool:
    """Whether a heading names a quarter or a month: "Completed Q1"."""
    words = normal(heading).split()
    return any(is_date_word(word) and not word.isdecimal() for word in words)
