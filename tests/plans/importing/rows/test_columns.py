"""Columns of a plan's table: those a person chose, those guessed, and several of one kind."""

from equality_tracker.imports.reading import guess_columns, interpret
from equality_tracker.workbooks.formats import read
from tests.plans.importing.rows.understood import actions, book, understood
from tests.workbooks.books import plain


def test_persons_choice_of_columns_holds_for_each_table_with_the_same_headings(path):
    page = [
        ["Thing", "Deed", "Person"],
        ["a", "Ask", "Arts Officer"],
        ["b", "Answer", "HR"],
    ]
    tables = {"file": "p", **read(book(path, [*page, [], *page]))}
    entry = guess_columns(tables)[0]
    choices = {entry["id"]: {"kind": "actions", "columns": {"2": "title", "3": "lead"}}}

    found = interpret(tables, choices=choices)

    assert entry["kind"] == "other"
    assert [one["title"] for one in actions(found)][:2] == ["Ask", "Answer"]
    assert actions(found)[0]["other"] == {"Thing": "a"}


def test_councils_own_heading_words_are_known(path):
    rows = [["Deed", "Doer", "Moment"], ["Ask", "Arts Officer", "May 2030"]]
    words = {
        "headings": {
            "actions": {"title": ["Deed"], "lead": ["Doer"], "timescale": ["Moment"]}
        }
    }

    found = understood(book(path, rows), words=words)

    assert actions(found)[0]["leads"] == ["Arts Officer"]


def test_columns_are_guessed_with_three_samples(path):
    tables = {"file": "p", **read(plain.repeated_headers(path))}

    (entry,) = guess_columns(tables)

    title = next(one for one in entry["columns"] if one["field"] == "title")
    assert entry["kind"] == "actions"
    assert len(entry["places"]) == 3
    assert (title["letter"], title["heading"], len(title["samples"])) == (
        "B",
        "Action",
        3,
    )


def test_last_quarters_status_is_not_the_current_one(path):
    rows = [
        ["Action", "Last quarter RAG", "RAG"],
        ["Ask", "Red", "Green"],
        ["Answer", "Red", None],
    ]
    found = actions(understood(book(path, rows)))

    assert [one["rag_status"] for one in found] == ["on_target", None]
    assert found[0]["other"] == {"Last quarter RAG": "Red"}


def test_of_a_status_for_each_quarter_the_last_one_filled_is_current(path):
    rows = [
        ["Action", "Lead", "Q1 2030/31", "Q2 2030/31", "Q3 2030/31"],
        ["Ask", "HR", "R", "A", None],
        ["Answer", "HR", "A", "G", None],
    ]
    found = actions(understood(book(path, rows)))

    assert [one["rag_status"] for one in found] == ["some_slippage", "on_target"]
    assert found[0]["status_from"] == "letter"
    (earlier,) = found[0]["earlier_statuses"]
    assert (earlier["as_at"], earlier["rag_status"]) == ("2030-06-30", "slipped")
    assert found[0]["status_as_at"] == "2030-09-30"


def test_reference_stored_as_a_number_gets_its_nought_back(path):
    rows = [
        ["Ref", "Action", "Lead"],
        *([float(f"1.{n}"), f"Ask {n}", "HR"] for n in range(1, 12)),
    ]
    found = understood(book(path, rows))

    assert [one["reference"] for one in actions(found)][8:] == ["1.9", "1.10", "1.11"]
    assert [one["cell"] for one in found["problems"]] == ["A11"]


def test_one_row_for_each_measure_is_one_action(path):
    rows = [
        ["Ref", "Action", "Lead", "Measures"],
        ["1", "Ask", "HR", "Letters sent"],
        ["1", "Ask", "HR", "Replies read"],
        ["2", "Answer", "HR", "Replies sent"],
    ]
    found = actions(understood(book(path, rows)))

    assert [one["title"] for one in found] == ["Ask", "Answer"]
    assert found[0]["measures"] == ["Letters sent", "Replies read"]
    assert found[0]["lead"] == "HR"
