"""What stands in cells as a spreadsheet keeps it: dates, figures, errors, odd marks."""

import datetime

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from equality_tracker.imports.reading import interpret
from equality_tracker.workbooks.formats import read
from tests.workbooks.books import plain

HEADINGS = ["Ref", "Action", "Measures", "Lead", "By when", "RAG", "Progress"]
ERRORS = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?"]


@pytest.fixture
def understood(tmp_path):
    """Read rows under HEADINGS; `change` may alter the sheet and its book before it is saved."""

    def build(*rows, change=lambda sheet: None, **options):
        path = tmp_path / "plan.xlsx"
        book = plain.workbook([HEADINGS, *rows])
        change(book.active)
        book.save(path)
        found = interpret({"file": "plan.xlsx", **read(path)}, **options)
        return [a for p in found["priorities"] for a in p["actions"]], found["problems"]

    return build


def row(**said) -> list:
    usual = {"Ref": "1", "Action": "Ask", "Lead": "HR", "By when": "May 2030"}
    return [(usual | said).get(heading) for heading in HEADINGS]


def in_1904(sheet) -> None:
    sheet.parent.epoch = CALENDAR_MAC_1904


@pytest.mark.parametrize("change", [lambda sheet: None, in_1904])
@pytest.mark.parametrize(
    ("value", "due"),
    [
        (datetime.date(2030, 3, 31), "2030-03-31"),
        (datetime.datetime(2030, 3, 31, 9, 30), "2030-03-31"),
        ("31/03/2030", "2030-03-31"),
        ("31\u00a0March\u20072030", "2030-03-31"),
        (2030, "2030-12-31"),
        ("2030", "2030-12-31"),
    ],
)
def test_date_is_read_however_it_is_kept(understood, value, due, change):
    found, problems = understood(row(**{"By when": value}), change=change)

    assert found[0]["timescale"]["due"] == due
    assert problems == []


def test_number_behind_a_date_without_its_format_is_read_and_flagged(understood):
    found, problems = understood(row(**{"By when": 47573}))

    assert found[0]["timescale"]["due"] == "2030-03-31"
    assert [one["cell"] for one in problems] == ["E2"]


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("kind", ["e", "s"])
def test_error_in_any_column_is_named_and_is_no_value(understood, error, kind):
    def break_cells(sheet):
        for column in "CDEFG":
            sheet[f"{column}2"] = error
            sheet[f"{column}2"].data_type = kind

    found, problems = understood(row(), row(Ref="2"), change=break_cells)

    assert found[0]["measures"] == found[0]["leads"] == []
    assert found[0]["timescale"]["due"] is None
    assert (found[0]["rag_status"], found[0]["progress"]) == (None, "")
    named = [one["cell"] for one in problems if one["severity"] == "error"]
    assert named == ["C2", "D2", "E2", "F2", "G2"]


def test_reference_that_became_a_date_is_left_out_and_said(understood):
    found, problems = understood(row(Ref=datetime.date(2030, 10, 1)))

    assert found[0]["reference"] == ""
    assert [one["cell"] for one in problems] == ["A2"]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1.1, "0.00", "1.10"),
        ("1.10", "General", "1.10"),
        (1.1, "General", "1.1"),
        (3, "000", "003"),
    ],
)
def test_reference_is_what_the_sheet_shows(understood, value, form, shown):
    def show(sheet):
        sheet["A2"].number_format = form

    found, _problems = understood(row(Ref=value), change=show)

    assert found[0]["reference"] == shown


@pytest.mark.parametrize("said", ["N/A", "-", "tbc", "TBC", "n/a", "–"])
def test_nothing_in_words_is_nothing(understood, said):
    found, problems = understood(row(Lead=said, RAG=said, **{"By when": said}))

    assert found[0]["leads"] == []
    assert found[0]["rag_status"] is None
    assert found[0]["timescale"]["due"] is None
    assert problems == []


def test_tbc_that_the_council_knows_is_a_lead(understood):
    found, _problems = understood(row(Lead="TBC"), known_leads=["TBC"])

    assert found[0]["leads"] == ["TBC"]


def test_long_words_and_odd_marks_are_kept_without_what_cannot_be_seen(understood):
    words = "“It’s”\u00a0done\u200b – " + "a" * 5_000
    found, _problems = understood(row(Progress=words))

    assert found[0]["progress"] == "“It’s” done – " + "a" * 5_000


def test_rhythm_that_an_action_cannot_keep_is_said(understood):
    found, problems = understood(
        row(**{"By when": "Every term"}), row(Ref="2", **{"By when": "Monthly"})
    )

    assert [one["timescale"]["recurrence"] for one in found] == ["termly", "monthly"]
    assert [(one["cell"], one["severity"]) for one in problems] == [("E2", "note")]
