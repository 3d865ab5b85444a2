"""Each file that cannot be read is refused with one sentence and its remedy."""

import resource
import time

import pytest

from equality_tracker.imports.reading import read_tables
from equality_tracker.workbooks import Refused
from tests.workbooks.books import faults

REFUSED = [
    (faults.not_a_workbook, "not a workbook"),
    (faults.random_bytes, "neither a spreadsheet nor a text table"),
    (faults.empty, "empty"),
    (faults.no_cells, "no words"),
    (faults.no_table, "No table"),
    (faults.password_protected, "password"),
    (faults.old_excel, "old Excel workbook (.xls)"),
    (faults.web_page, "web page"),
    (faults.zip_bomb, "200 MB"),
    (faults.many_parts, "no spreadsheet program"),
    (faults.overlapping_parts, "no spreadsheet program"),
    (faults.lying_size, "200 MB"),
    (faults.merged_whole_sheet, "merged over A1:XFD1048576"),
    (faults.far_cell, "XFD1048576"),
    (faults.many_sheets, "51 sheets"),
    (faults.many_rows, "20,000 rows"),
    (faults.many_cells, "400,000 cells"),
    (faults.long_cell, "32,767 characters"),
    (faults.text_bomb, "32,767 characters"),
    (faults.truncated, "cut off"),
    (faults.entity_bomb, "no spreadsheet program"),
    (faults.outside_entity, "no spreadsheet program"),
    (faults.duplicate_part, "no spreadsheet program"),
    (faults.climbing_name, "no spreadsheet program"),
    (faults.absolute_name, "no spreadsheet program"),
    (faults.not_xml, "damaged"),
    (faults.missing_sheet, "damaged"),
    (faults.deep_xml, "damaged"),
    (faults.word_document, "no words"),
    (faults.open_document, "no words"),
    (faults.other_zip, "not a workbook"),
    (faults.unclosed_quote, "quotation mark"),
]


@pytest.mark.parametrize(
    ("build", "words"), REFUSED, ids=lambda one: getattr(one, "__name__", "")
)
def test_file_is_refused_with_its_remedy_in_seconds_and_little_memory(
    tmp_path, build, words
):
    path = build(tmp_path / "plan.xlsx")
    started = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(Refused) as refused:
        read_tables(path, name="plan.xlsx")

    sentence = str(refused.value)
    assert words in sentence
    assert sentence.endswith(".")
    assert "Traceback" not in sentence
    assert time.monotonic() - started < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_file_over_twenty_megabytes_is_refused(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b"Action,Lead\n" * 2_000_000)

    with pytest.raises(Refused, match="larger than 20 MB"):
        read_tables(path, name="plan.csv")
