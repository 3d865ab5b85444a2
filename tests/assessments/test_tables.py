"""Programme tables of a file: what each directorate promised, completed, and what was printed of it."""

import pytest

from equality_tracker.imports.reading import interpret, read_workbook
from tests import real_plans
from tests.indicators.laying import sheet

HEADINGS = ("Directorate", "EIAs planned", "EIAs completed", "% completed")


def read(*rows):
    return interpret({"file": "eia.xlsx", "sheets": [sheet(*rows, name="EIA")]})


def test_counts_are_read_with_the_year_that_stands_above_them():
    found = read(
        ("EIA programme 2025/26",),
        (),
        HEADINGS,
        ("Housing", 12, 9, 75),
        ("Parks", 4, 4, 100),
    )

    assert found["programme"] == [
        {"sheet": "EIA", "row": 4, "cell": "A4", "directorate": "Housing", "year": 2026,
         "target": 12, "completed": 9, "printed": 75},
        {"sheet": "EIA", "row": 5, "cell": "A5", "directorate": "Parks", "year": 2026,
         "target": 4, "completed": 4, "printed": 100},
    ]  # fmt: skip


def test_a_percentage_printed_otherwise_is_kept_and_said():
    found = read(("EIA programme 2025/26",), HEADINGS, ("Housing", 22, 13, 60))

    assert found["programme"][0]["printed"] == 60
    said = [one for one in found["problems"] if "prints 60%" in one["message"]]
    assert [(one["cell"], "59%" in one["message"]) for one in said] == [("D3", True)]


def test_a_total_is_no_directorate_and_is_held_against_the_rows():
    found = read(
        ("EIA programme 2025/26",),
        HEADINGS,
        ("Housing", 12, 9, 75),
        ("Parks", 4, 4, 100),
        ("Total", 17, 13, 76),
    )

    assert len(found["programme"]) == 2
    said = [one for one in found["problems"] if one["message"].startswith("The total")]
    assert [one["cell"] for one in said] == ["B5"]


def test_words_in_place_of_a_count_are_left_out_and_named():
    found = read(("EIA programme 2025/26",), HEADINGS, ("Housing", 12, "tbc", ""))

    assert found["programme"][0]["completed"] is None
    assert "“tbc” is no whole number" in str(found["problems"])


@pytest.mark.reading_process
def test_a_real_programme_is_read_as_its_council_printed_it():
    path = real_plans.folder() / "books" / "plymouth_eia.csv"

    found = read_workbook(path)
    rows = found["programme"]
    otherwise = {one["cell"] for one in found["problems"] if "prints" in one["message"]}

    assert len(rows) == 5
    assert {one["year"] for one in rows} == {2009}
    assert (sum(one["target"] for one in rows), sum(one["completed"] for one in rows)) == (103, 110)  # fmt: skip
    assert [one["printed"] for one in rows] == [100, 134, 60, 100, 125]
    assert otherwise == {"D6", "D7"}


def test_a_programme_whose_headings_would_also_head_titles_is_known_by_its_counts():
    found = read(
        ("EIA programme 2025/26",),
        ("Directorate", "EIAs to be completed", "EIAs completed"),
        ("Housing", 12, 9),
        ("Parks", 4, 4),
    )

    assert [one["target"] for one in found["programme"]] == [12, 4]
    assert found["assessments"] == []
