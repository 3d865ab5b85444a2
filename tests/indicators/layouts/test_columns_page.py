"""What the columns page offers for tables of indicators: sent as it stands, nothing that was understood is lost."""

import pytest

from equality_tracker.imports.forms.columns import ColumnsForm
from equality_tracker.imports.reading import guess_columns, interpret
from tests.indicators.laying import sheet

LIST = (
    ["Code", "Period", "Characteristic", "Group", "Count", "Base", "Percentage"],
    ["EQ4", "2030/31", "Sex", "Women", 70, 210, "33.3%"],
    ["EQ4", "2030/31", "Sex", "Men", 50, 190, "26.3%"],
)
ON_ITS_SIDE = (
    ["Year", "Staff who are women (%)", "Grievances"],
    ["2028/29", 61.2, 14],
    ["2029/30", 61.8, 9],
)
ONE_BY_GROUP = (
    ["Median pay"],
    ["Year", "All", "Women", "Men"],
    ["2028/29", "£14.10", "£13.60", "£14.90"],
)
ONE = (["Pay gap"], ["Year", "Target", "Result"], ["2028/29", "9%", "8.8%"])


@pytest.mark.parametrize("rows", [LIST, ON_ITS_SIDE, ONE_BY_GROUP, ONE])
def test_a_page_that_is_sent_as_it_stands_changes_nothing(rows):
    plain = {"file": "measures.xlsx", "sheets": [sheet(*rows)]}
    shown = ColumnsForm(guess_columns(plain), {})
    sent = {
        field.html_name: field.value() or ""
        for table in shown.tables
        for field in table
    }

    form = ColumnsForm(guess_columns(plain), {}, sent)

    assert form.is_valid(), [table.errors for table in form.tables]
    before = interpret(plain)["indicators"]
    assert before
    assert interpret(plain, choices=form.choices())["indicators"] == before
