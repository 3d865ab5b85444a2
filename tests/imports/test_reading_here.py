"""What tests take for the answer of the reading process is its answer."""

import pytest

from equality_tracker.workbooks import Refused
from equality_tracker.workbooks.runner import read_in_child
from tests.workbooks.books import documents, faults, open_sheets, plain

from .reading_here import read_tables_here

FORMATS = {
    "xlsx": plain.messy,
    "docx": documents.plan,
    "ods": open_sheets.plan,
}


@pytest.mark.parametrize(("kind", "build"), FORMATS.items(), ids=FORMATS)
def test_it_is_what_the_process_answers(tmp_path, kind, build):
    path = build(tmp_path / f"plan.{kind}")
    told, told_here = [], []

    found = read_tables_here(path, told_here.append)

    assert found == read_in_child(path, told.append)
    assert told_here == told


def test_a_file_read_before_is_given_anew(tmp_path):
    path = plain.plan(tmp_path / "plan.xlsx")
    read_tables_here(path)["sheets"].clear()

    assert read_tables_here(path)["sheets"]


def test_a_refusal_is_the_same_sentence(tmp_path):
    path = faults.truncated(tmp_path / "plan.xlsx")

    with pytest.raises(Refused) as by_the_process:
        read_in_child(path)
    with pytest.raises(Refused) as by_the_test:
        read_tables_here(path)

    assert str(by_the_test.value) == str(by_the_process.value)
