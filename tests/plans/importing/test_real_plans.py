"""The real plans, each against what its tables say."""

import json
from collections import Counter

import pytest

from equality_tracker.imports.reading import read_workbook
from tests import real_plans

pytestmark = pytest.mark.real_plans

STATUSES = {
    "Achieved": "achieved",
    "On target": "on_target",
    "Some slippage": "some_slippage",
    "Slipped": "slipped",
}
TIMES = ("kind", "start", "due", "recurrence", "recurrence_first", "recurrence_until")


def truth(name: str) -> list[tuple[dict, dict]]:
    """Each action of a plan as its truth has it, with its priority."""
    plain = json.loads(
        (real_plans.folder() / "truth" / name).read_text(encoding="utf-8")
    )
    return [(one, action) for one in plain["priorities"] for action in one["actions"]]


def read(name: str) -> dict:
    return read_workbook(real_plans.folder() / "books" / name)


def actions(found: dict) -> list[dict]:
    return [action for one in found["priorities"] for action in one["actions"]]


def pairs(found: dict, name: str) -> list[tuple[dict, dict]]:
    return list(
        zip(actions(found), (action for _one, action in truth(name)), strict=True)
    )


def differing(found: dict, name: str, compare) -> list[int]:
    return [
        ours["row"]
        for ours, theirs in pairs(found, name)
        if not compare(ours, theirs["typed"])
    ]


def same_words(ours: dict, typed: dict) -> bool:
    given = (
        ours["title"],
        ours["outcome"],
        "\n".join(ours["measures"]),
        ours["evidence"],
        ours["steps"],
    )
    return given == (
        typed["title"],
        typed.get("outcome", ""),
        typed.get("success_measure", ""),
        typed.get("evidence") or "",
        typed.get("sub_actions", []),
    )


def same_dates(ours: dict, typed: dict) -> bool:
    time, wanted = ours["timescale"], typed["timescale"]
    steps = [
        (step["label"], step["due"], step["precision"]) for step in time["milestones"]
    ]
    wanted_steps = [
        (step["label"], step["date"], step["precision"])
        for step in wanted["milestones"]
    ]
    return (
        all(time[name] == wanted[name] for name in TIMES)
        and time["precision"] == wanted["due_precision"]
        and bool(time["event"]) == bool(wanted["event"])
        and time["ongoing"] == wanted["ongoing"]
        and steps == wanted_steps
    )


def same_leads(ours: dict, typed: dict) -> bool:
    return ours["leads"] == typed["leads"]


def same_status(ours: dict, typed: dict) -> bool:
    status = STATUSES.get(typed.get("status_in_workbook"))
    source = "key" if status else None
    flag = bool(typed.get("priority_monitoring"))
    given = ours["rag_status"], ours["status_from"], ours["priority_monitoring"]
    return given == (status, source, flag)


@pytest.mark.parametrize("book", ["plymouth.xlsx", "plymouth.csv", "plymouth.docx"])
def test_pages_fold_into_four_priorities_of_33_actions(book):
    found = read(book)

    counts = [len(one["actions"]) for one in found["priorities"]]
    titles = list(
        dict.fromkeys(one["title"] for one, _action in truth("plymouth.json"))
    )
    assert counts == [15, 9, 5, 4]
    assert [one["title"] for one in found["priorities"]] == titles
    assert found["plan"]["start"] == "2009-04-01"
    assert found["plan"]["end"] == "2012-03-31"


@pytest.mark.parametrize("book", ["plymouth.xlsx", "plymouth.csv", "plymouth.docx"])
def test_every_cells_words_and_every_date_are_the_plans(book):
    found = read(book)

    assert differing(found, "plymouth.json", same_words) == []
    assert differing(found, "plymouth.json", same_dates) == []


@pytest.mark.parametrize("book", ["plymouth.xlsx", "plymouth.docx"])
def test_every_status_and_flag_is_read_through_the_key(book):
    found = read(book)

    assert differing(found, "plymouth.json", same_status) == []
    assert sum(bool(action["rag_status"]) for action in actions(found)) == 29
    assert sum(action["priority_monitoring"] for action in actions(found)) == 3


def test_leads_are_split_and_the_sentence_is_kept_whole_and_flagged():
    found = read("plymouth.xlsx")

    assert differing(found, "plymouth.json", same_leads) == [71]
    flagged = [
        one["cell"] for one in found["problems"] if "rather than who" in one["message"]
    ]
    assert flagged == ["D71"]


def test_text_table_has_no_statuses_and_one_note_says_why():
    found = read("plymouth.csv")

    notes = [one for one in found["problems"] if one["severity"] == "note"]
    assert {action["rag_status"] for action in actions(found)} == {None}
    assert len(notes) == 1
    assert "no colours" in notes[0]["message"]


def test_every_table_on_every_sheet_is_listed():
    kinds = Counter(table["kind"] for table in read("plymouth.xlsx")["tables"])

    assert kinds == {"actions": 11, "key": 11, "programme": 1, "other": 4}


@pytest.mark.parametrize("book", ["plymouth.xlsx", "plymouth_eia.csv"])
def test_programme_of_assessments_is_recognised(book):
    programme = [
        table for table in read(book)["tables"] if table["kind"] == "programme"
    ]

    assert [table["rows"] for table in programme] == [5]
    assert set(programme[0]["columns"]) == {
        "directorate",
        "target",
        "completed",
        "percent",
    }


@pytest.mark.parametrize("book", ["leeds.xlsx", "leeds.csv"])
def test_all_61_actions_are_read_with_leads_and_the_date_of_the_heading(book):
    found = read(book)

    counts = [(one["number"], len(one["actions"])) for one in found["priorities"]]
    assert counts == [("1", 11), ("2", 11), ("3", 6), ("4", 26), ("5", 2), ("6", 5)]
    assert differing(found, "leeds.json", same_words) == []
    assert differing(found, "leeds.json", same_dates) == []
    assert differing(found, "leeds.json", same_leads) == []


@pytest.mark.parametrize("book", ["leeds.xlsx", "leeds.csv"])
def test_outcomes_stand_with_their_priority_wherever_their_list_is(book):
    found = read(book)

    wanted = {
        one["no"]: one["priority_outcomes"] for one, _action in truth("leeds.json")
    }
    assert [one["outcomes"] for one in found["priorities"]] == list(wanted.values())


@pytest.mark.parametrize("book", ["leeds.xlsx", "leeds.csv"])
def test_tables_of_indicators_are_recognised(book):
    tables = [table for table in read(book)["tables"] if table["kind"] == "indicators"]

    assert [table["rows"] for table in tables] == [7, 15, 2, 7, 1, 2]


def test_period_of_the_plan_is_read_from_its_cover():
    plan = read("leeds.xlsx")["plan"]

    assert (plan["start"], plan["end"]) == ("2010-04-01", "2011-03-31")
