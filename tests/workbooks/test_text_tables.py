"""Text tables are read in whatever letters, separators and line ends they come."""

import pytest

from equality_tracker.workbooks.text_tables import read

ROWS = [["Action", "Lead"], ["Ask “everyone”, twice", "Café team"], ["One\ntwo", "HR"]]


def text(separator: str, end: str) -> str:
    return end.join(
        separator.join('"' + field.replace("\n", end) + '"' for field in row)
        for row in ROWS
    )


def read_rows(path) -> list[list[str]]:
    return [
        [cell[1] for cell in row]
        for _number, row in read(path, lambda _share: None)["sheets"][0]["rows"]
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_table_is_read_as_it_was_written(tmp_path, encoding, separator, end):
    path = tmp_path / "plan.csv"
    path.write_bytes(text(separator, end).encode(encoding))

    assert read_rows(path) == ROWS


def test_rows_keep_the_numbers_that_a_spreadsheet_shows(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b'"a\nb",c\n\nd,e\n')

    rows = read(path, lambda _share: None)["sheets"][0]["rows"]

    assert [number for number, _cells in rows] == [1, 3]


def test_apostrophe_of_an_export_is_taken_away(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b"'=2+3,-5 %\n")

    assert read_rows(path) == [["=2+3", "-5 %"]]


def test_noughts_are_left_out(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b"Action,Lead\n" + b"a,b\n" * 600 + b"c\x00d,e\n")

    assert read_rows(path)[-1] == ["cd", "e"]
