"""The tables of a workbook become priorities and actions, row by row."""

from equality_tracker.imports.reading import guess_columns, interpret
from equality_tracker.workbooks.formats import read
from tests.plans.importing.rows.understood import actions, book, understood
from tests.workbooks.books import faults, plain


def test_action_names_its_sheet_row_and_cells(path):
    action = actions(understood(plain.plan(path)))[0]

    assert (action["sheet"], action["row"], action["reference"]) == ("Plan", 2, "1.1")
    assert action["cells"]["title"] == "B2"
    assert action["cells"]["timescale"] == "E2"
    assert action["timescale"]["due"] == "2030-03-31"
    assert (action["rag_status"], action["status_from"]) == ("on_target", "word")


def test_status_by_colour_comes_through_the_key_alone(path):
    found = actions(understood(plain.with_key(path)))

    assert [action["rag_status"] for action in found] == [
        "achieved", "some_slippage", "slipped", None, None, None,
    ]  # fmt: skip
    assert [action["priority_monitoring"] for action in found].index(True) == 3
    assert found[4]["colour"] == "123456"


def test_colour_that_no_key_names_is_said_and_can_be_chosen(path):
    tables = {"file": "plan.xlsx", **read(plain.with_key(path))}
    entry = guess_columns(tables)[0]
    choices = {entry["id"]: {"key": {"123456": "withdrawn"}}}

    said = [
        one["cell"]
        for one in interpret(tables)["problems"]
        if "no key" in one["message"]
    ]
    chosen = actions(interpret(tables, choices=choices))

    assert said == ["F6"]
    assert {"colour": "123456", "word": "", "status": ""} in entry["key"]
    assert chosen[4]["rag_status"] == "withdrawn"


def test_page_break_repeats_headings_and_the_objective_goes_on(path):
    found = understood(plain.repeated_headers(path))

    assert [
        (one["number"], one["title"], len(one["actions"]))
        for one in found["priorities"]
    ] == [
        ("1", "Listen to people", 3),
        ("2", "Open our doors", 1),
    ]
    assert found["plan"] == {
        "title": "Northmere Equality Action Plan 2029/31",
        "start": "2029-04-01",
        "end": "2031-03-31",
    }


def test_evidence_on_a_row_of_its_own_joins_its_action(path):
    found = actions(understood(plain.evidence_rows(path)))

    assert len(found) == 2
    assert found[0]["evidence"] == "minutes of May"
    assert found[0]["more_rows"] == [3]


def test_mess_around_a_table_is_no_action(path):
    found = understood(plain.messy(path))

    assert [(one["reference"], one["title"]) for one in actions(found)] == [
        ("1.10", "Visit each “hall”"),
        ("1.2", "Ask residents about step 2"),
    ]
    assert (
        found["priorities"][0]["directorate"]
        == "Housing and Neighbourhoods Directorate"
    )
    said = " ".join(one["message"] for one in found["problems"])
    assert "Old plan" in said
    assert "Hidden row 8" in said


def test_errors_and_uncalculated_formulas_are_named_by_cell(path):
    found = understood(faults.errors_and_formulas(path))

    said = {
        one["cell"]: one["message"]
        for one in found["problems"]
        if one["severity"] == "error"
    }
    assert "never calculated" in said["G2"]
    assert "#REF!" in said["G3"]
    assert len(actions(found)) == 3


def test_one_row_wrong_in_five_hundred_is_named_and_the_rest_are_read(path):
    rows = [plain.row(number) for number in range(1, 501)]
    rows[249] = plain.row(250, Action=None)
    found = understood(book(path, [plain.HEADINGS, *rows]))

    assert len(actions(found)) == 499
    assert [one["cell"] for one in found["problems"]] == ["A251"]


def test_priority_named_once_is_filled_down(path):
    headings = ["Objective", "Action", "Lead", "By when"]
    rows = [
        ["1. Listen", "Ask", "Arts Officer", "May 2030"],
        [None, "Answer", "Arts Officer", "June 2030"],
        ["2. Open doors", "Build a ramp", "Parks Manager", "July 2030"],
    ]
    found = understood(book(path, [headings, *rows]))

    assert [
        (one["number"], one["title"], len(one["actions"]))
        for one in found["priorities"]
    ] == [
        ("1", "Listen", 2),
        ("2", "Open doors", 1),
    ]


def test_deadline_in_the_heading_holds_for_the_actions_below(path):
    rows = [
        ["Priority One: Listen"],
        ["Outcomes"],
        ["People are heard"],
        [],
        ["By May 2030:"],
        ["Action", "Lead directorate"],
        ["Ask", "Housing"],
        ["Answer", "Libraries"],
    ]
    found = understood(book(path, rows), known_directorates=["Housing", "Libraries"])

    priority = found["priorities"][0]
    assert priority["outcomes"] == ["People are heard"]
    assert priority["deadline"] == "By May 2030:"
    assert [one["timescale"]["due"] for one in priority["actions"]] == [
        "2030-05-31"
    ] * 2
    assert [one["directorate"] for one in priority["actions"]] == [
        "Housing",
        "Libraries",
    ]


def test_plan_by_directorate_makes_an_action_of_each_supporting_priority(path):
    rows = [
        ["Outcome", "Supporting priorities", "Equality objectives", "Measures"],
        ["Housing Directorate"],
        [
            "Homes for all",
            "• Ask tenants\n• Repair lifts",
            "• Fairness",
            "• Lifts at work\n• Replies",
        ],
    ]
    found = understood(book(path, rows))

    assert found["priorities"][0]["directorate"] == "Housing Directorate"
    assert [one["title"] for one in actions(found)] == ["Ask tenants", "Repair lifts"]
    assert actions(found)[0]["measures"] == ["Lifts at work", "Replies"]
    assert actions(found)[0]["aims"] == ["Fairness"]
    assert actions(found)[0]["timescale"]["due"] is None


def test_equal_problems_have_equal_words(path):
    rows = [
        plain.HEADINGS,
        *(plain.row(number, Timescale="whenever") for number in range(3)),
    ]
    found = understood(book(path, rows))

    assert len({one["message"] for one in found["problems"]}) == 1
    assert [one["cell"] for one in found["problems"]] == ["E2", "E3", "E4"]


def test_reference_on_two_actions_is_said(path):
    rows = [["Ref", "Action", "Lead"], ["1", "Ask", "HR"], ["1", "Answer", "HR"]]
    found = understood(book(path, rows))

    assert len(actions(found)) == 2
    assert [(one["cell"], one["severity"]) for one in found["problems"]] == [
        ("A3", "warning")
    ]
