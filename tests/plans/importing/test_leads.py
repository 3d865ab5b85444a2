"""Who is responsible is split only where the file gives a reason to."""

import csv
from pathlib import Path

import pytest

from plans.importing.leads import Leads


def names(cell: str, *others: str, known=()) -> list[str]:
    return Leads([cell, *others], known).read(cell).names


@pytest.mark.parametrize(
    ("cell", "leads"),
    [
        ("Arts Officer; Parks Manager", ["Arts Officer", "Parks Manager"]),
        ("Arts Officer\nParks Manager", ["Arts Officer", "Parks Manager"]),
        ("Arts Officer/Parks Manager", ["Arts Officer", "Parks Manager"]),
        ("Arts Officer and Parks Manager", ["Arts Officer", "Parks Manager"]),
        ("HR, Legal, Finance", ["HR", "Legal", "Finance"]),
        (
            "Arts Officer with the Friends of the Park",
            ["Arts Officer", "the Friends of the Park"],
        ),
        ("Arts and Heritage Team", ["Arts and Heritage Team"]),
        ("Housing and Adult Care", ["Housing and Adult Care"]),
        ("Parks & Trees", ["Parks & Trees"]),
        ("Head of HR & OD", ["Head of HR & OD"]),
        ("Arts Officer..", ["Arts Officer"]),
        ("• Arts Officer\n• Parks Manager", ["Arts Officer", "Parks Manager"]),
        ("Parks Board, accountable to the Council of Friends", ["Parks Board"]),
        ("TBC", []),
        ("", []),
        ("n/a", []),
    ],
)
def test_cell_is_split_into_the_leads_it_names(cell, leads):
    assert names(cell) == leads


def test_name_that_stands_alone_elsewhere_is_one_lead():
    cell = "Trees, Parks and Rivers and Harbour Trust"

    assert names(
        cell, "Trees, Parks and Rivers", "Trees, Parks and Rivers", "Harbour Trust"
    ) == [
        "Trees, Parks and Rivers",
        "Harbour Trust",
    ]


def test_known_name_wins_over_splitting():
    cell = "Arts Officer and Parks Manager"

    assert names(cell, known=[cell]) == [cell]


def test_abbreviation_defined_once_names_the_lead_everywhere():
    leads = Leads(
        ["Arts and Parks Officer (A&PO) and HM", "A&PO.", "Arts and Parks Officer"]
    )

    assert leads.shortened == {"A&PO": "Arts and Parks Officer"}
    assert leads.read("Arts and Parks Officer (A&PO) and HM").names == ["A&PO", "HM"]
    assert leads.read("A&PO.").names == ["A&PO"]
    assert leads.read("Arts and Parks Officer").names == ["A&PO"]


def test_sentence_is_kept_whole_and_marked():
    read = Leads([]).read(
        "Wardens to visit each hall and report what they find by letter."
    )

    assert read.is_sentence
    assert len(read.names) == 1


def test_ten_thousand_different_cells_take_little_time():
    cells = [f"Officer {number} and Team {number}, Parks" for number in range(10_000)]

    leads = Leads(cells)

    assert leads.read(cells[0]).names


def wordings() -> list[dict]:
    """Invented lead cells; "~" stands before a sentence that is kept whole and flagged."""
    path = Path(__file__).with_name("wordings_of_leads.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", wordings(), ids=lambda row: row["cell"])
def test_invented_cell_holds_the_names_a_person_sees_in_it(row):
    listed = {name: list(filter(None, row[name].split(";"))) for name in row}
    sentence = row["names"].startswith("~")

    read = Leads([row["cell"], *listed["others"]], listed["known"]).read(row["cell"])

    assert read.names == ([row["names"][1:]] if sentence else listed["names"])
    assert read.is_sentence == sentence


@pytest.mark.parametrize("cell", ["As above", "Ditto", "see above"])
def test_cell_that_points_elsewhere_names_nobody_and_says_so(cell):
    read = Leads([cell]).read(cell)

    assert read.names == []
    assert read.elsewhere


def test_tbc_that_is_an_organisations_name_is_a_lead_where_it_is_known():
    assert names("TBC", known=["TBC"]) == ["TBC"]
    assert names("TBC / HR", known=["TBC"]) == ["TBC", "HR"]
