"""Indicators written to a workbook and read again by the stages of an import, without the database."""

import tempfile

from equality_tracker.imports.reading import interpret
from equality_tracker.workbooks import xlsx
from equality_tracker.workbooks.book import write
from indicators.exporting import books, contents, groups, table
from indicators.models import Baseline, Indicator, Result, Target

FIGURES = {"baseline": Baseline, "target": Target, "result": Result}


def indicator(**said):
    """An indicator as it stands, with no row behind it."""
    return Indicator(
        **{"code": "EQ 1", "title": "Staff who are carers", "unit": "%", **said}
    )


def figure(name, text, kind="financial_year", end=None, **said):
    """A figure of an indicator: its words are all that goes out of it."""
    return FIGURES[name](text=text, period_kind=kind, end=end, **said)


def written(lines, times, listed=()):
    """A workbook's bytes with these lines, times by (kind, last day), and rows of groups."""
    found = contents.Contents([line.indicator for line in lines], lines, times)
    sheets = []
    for headings, widths, rows in table.tables(found):
        name = f"Indicators {len(sheets) + 1}"
        sheets.append(books._sheet(name, "Indicators", ["A council"], headings, widths, rows))  # fmt: skip
    if listed:
        headings, widths = zip(*groups.HEADINGS, strict=True)
        sheets.append(books._sheet("Groups", "By group", ["A council"], headings, widths, listed))  # fmt: skip
    return write(sheets).read()


def understood(content):
    """What an import understands of a workbook."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(content)
        file.flush()
        tables = {"file": "indicators.xlsx", **xlsx.read(file.name, lambda share: None)}
    return interpret(tables)
