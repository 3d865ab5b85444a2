"""Text tables are read in whatever letters, separators and line ends they come."""

import pytest

from equality_tracker.workbooks import Refused, limits
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


def test_line_that_names_the_separator_is_no_row(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b"sep=;\r\nAction;Lead, or team\r\nAsk, then act;HR\r\n")

    assert read_rows(path) == [["Action", "Lead, or team"], ["Ask, then act", "HR"]]


def test_unicode_with_a_few_foreign_bytes_stays_unicode(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes("Café – “hall”,Zoë\n".encode() + b"It\x92s here,HR\n")

    assert read_rows(path) == [["Café – “hall”", "Zoë"], ["It’s here", "HR"]]


def test_letters_of_an_old_mac_are_read(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes("Action,Lead\rIt’s “open”,HR\r".encode("mac-roman"))

    assert read_rows(path) == [["Action", "Lead"], ["It’s “open”", "HR"]]


def test_quotation_marks_closed_badly_keep_the_words(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b'Action,Lead\n"Ask "all" of us",HR\n5" pipe,Works\n')

    rows = read_rows(path)

    assert rows[1][-1] == "HR"
    assert rows[2] == ['5" pipe', "Works"]


def test_quotation_mark_that_is_never_closed_is_told_with_its_row(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b'Action,Lead\nAsk,HR\n"Visit,HR\nTell,HR\n')

    with pytest.raises(Refused, match="near row 3"):
        read_rows(path)


def test_last_row_may_have_lines_in_its_cells(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b'Action,Lead\n"Visit\nand ask",HR')

    assert read_rows(path)[-1] == ["Visit\nand ask", "HR"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a,b\n" * 20_001, "20,000 rows"),
        (b"a" + b",a" * 200, "200 columns"),
        ((b"a" + b",a" * 199 + b"\n") * 2_001, "400,000 cells"),
        (b'a,"' + b"b" * 40_000 + b'"', "32,767 characters"),
    ],
)
def test_limits_are_told_in_words(tmp_path, content, words):
    path = tmp_path / "plan.csv"
    path.write_bytes(content)

    with pytest.raises(Refused) as refused:
        read_rows(path)

    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("a,b\n" * (limits.ROWS + 1), "The text table has more than 20,000 rows."),
        ("a" + "," * 200 + "b", "The text table has something in cell GS1, which"),
    ],
)
def test_a_limit_of_a_text_table_names_no_sheet(tmp_path, table, sentence):
    path = tmp_path / "plan.csv"
    path.write_text(table)

    with pytest.raises(Refused) as refused:
        read_rows(path)

    assert sentence in str(refused.value)
    assert "heet" not in str(refused.value)
