"""A real delivery plan's indicator tables, entry by entry, against what the plan says."""

import json
import re

import pytest

from equality_tracker.imports.reading import read_workbook
from indicators.words import codes
from tests import real_plans

pytestmark = pytest.mark.real_plans
BOOKS = ["leeds.xlsx", "leeds.csv"]
REASONS = {
    "baseline to be set": "baseline_to_be_set",
    "no target - baseline year": "no_target_baseline_year",
    "new data return": "no_target_baseline_year",
    "baseline year": "no_target_baseline_year",
    "new indicator": "new_indicator",
    "not applicable": "not_applicable",
    "no survey": "no_survey",
    "no result": "no_survey",
    "not reported": "not_reported",
    "to be established": "to_be_established",
    "to be confirmed": "to_be_confirmed",
    "text": "in_words",
}
PLACES = {
    "baseline": ("baseline", 0),
    "target_2009": ("targets", 0),
    "result_2008_09": ("results", 0),
    "target_2011": ("targets", 1),
}


@pytest.fixture(scope="module", params=BOOKS)
def found(request):
    return read_workbook(real_plans.folder() / "books" / request.param)["indicators"]


def truth() -> list[dict]:
    """Every entry of the plan in its order, each part after its heading."""
    plan = json.loads((real_plans.folder() / "truth" / "leeds.json").read_text("utf-8"))
    return [
        {**entry, "priority": str(priority["no"]), "whole": whole}
        for priority in plan["priorities"]
        for whole in priority["indicators"]
        for entry in [whole, *whole["sub_indicators"]]
    ]


def words(text: str) -> str:
    return " ".join(text.split())


def figure(entry: dict, name: str) -> dict:
    place, index = PLACES[name]
    return entry[place] if place == "baseline" else entry[place][index]


def test_every_entry_is_there_in_its_order(found):
    wanted = truth()

    assert len(found) == len(wanted) == 37
    assert [one["parent"] for one in found].count(None) == 28
    assert sum(bool(one["results"]) for one in found) == 34


def test_each_entry_has_its_code_title_and_parent(found):
    wanted = [
        (
            one["code"] or "",
            one["key"] if one["code"] else "",
            words(re.sub(r"\nb\).*|\na\).*", "", one["title"], flags=re.S)),
            one["whole"]["key"] if one["whole"]["key"] != one["key"] else None,
            one["priority"],
        )
        for one in truth()
    ]

    assert [
        (one["code"], one["key"], one["title"], one["parent"], one["priority"])
        for one in found
    ] == wanted


def test_each_value_has_its_number_and_unit_or_a_reason(found):
    for one, entry in zip(truth(), found, strict=True):
        for name in PLACES if one["typed"] else ():
            said, typed = figure(entry, name), one["typed"][name]
            unit = typed["unit"] if typed["status"] == "value" else said["unit"]
            reason = REASONS.get(typed["status"])
            got = (said["value"], said["unit"], said["reason"])
            assert got == (typed["value"], unit, reason), (one["key"], name)


def test_the_words_stay_as_published(found):
    for one, entry in zip(truth(), found, strict=True):
        cells = list(one["cells"].values())[1:] if one["typed"] else []
        for name, text in zip(PLACES, cells, strict=False):
            assert words(figure(entry, name)["text"]) == words(text), one["key"]


def test_the_times_are_those_of_the_headings(found):
    measured = [one["targets"] + one["results"] for one in found if one["results"]]

    assert len(measured) == 34
    for figures in measured:
        assert [one["period"] for one in figures] == [
            "March 2009",
            "March 2011",
            "2008/09",
        ]
        assert [one["end"] for one in figures] == [
            "2009-03-31",
            "2011-03-31",
            "2009-03-31",
        ]


def test_no_direction_is_said_before_a_person_confirms_it(found):
    assert {entry["direction"] for entry in found} == {None}


def test_a_relative_target_and_a_second_measure_are_kept_apart(found):
    by_code = {codes.key(one["code"]): one for one in found if one["code"]}
    relative = by_code["ni3"]["targets"][1]
    doubled = [one for one in found if one["results"] and "second" in one["results"][0]]

    assert (relative["kind"], relative["operator"]) == ("relative", "+")
    assert [one["results"][0]["second"] for one in doubled] == [75]
    assert by_code["ni130"]["targets"][1]["unit"] == "%"
