"""The tests of a file are given to one process of a run, but for the large ones that are named."""

import os

import pytest

from scripts.places import ROOT
from tests.sharing_out import BY_DAY, IN_PARTS, LONGEST, PARTS, place_of, unit_of


@pytest.mark.parametrize("number", range(8))
def test_this_file_is_with_one_process(number, tmp_path_factory):
    mine = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    together = tmp_path_factory.getbasetemp().parent if mine != "alone" else None
    place = (together or tmp_path_factory.getbasetemp()) / "process-of-this-file"

    with place.open("a") as file:
        file.write(f"{mine}\n")

    assert set(place.read_text().split()) == {mine}


@pytest.mark.parametrize("path", [*IN_PARTS, BY_DAY])
def test_a_file_that_is_given_out_in_parts_is_there(path):
    assert (ROOT / path).is_file()


@pytest.mark.parametrize("beginning", LONGEST)
def test_what_begins_first_is_there(beginning):
    folder, _, name = beginning.rpartition("/")

    assert list((ROOT / folder).glob(f"{name}*"))


def test_the_tests_of_a_file_are_one_unit():
    units = {unit_of(f"tests/plans/test_rounds.py::test_{n}") for n in range(100)}

    assert units == {"tests/plans/test_rounds.py"}


def test_a_large_file_is_given_out_in_parts():
    units = {unit_of(f"{IN_PARTS[0]}::test_page[{n}]") for n in range(1000)}

    assert len(units) == PARTS


def test_the_demonstration_is_given_out_by_the_day_it_is_loaded_for():
    first, again, other = (
        unit_of(f"{BY_DAY}::{test}")
        for test in ("test_a[2028-02-29]", "test_b[2028-02-29]", "test_a[2029-01-01]")
    )

    assert first == again != other


def test_what_takes_longest_comes_before_what_is_not_named():
    assert place_of(LONGEST[-1]) < place_of("tests/plans/test_rounds.py")
