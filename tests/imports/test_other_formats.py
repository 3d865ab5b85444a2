"""Plans that come as a Word document or an OpenDocument sheet go in as any workbook does."""

import pytest

from equality_tracker.workbooks import detached
from plans.models import Action
from tests.workbooks.books import documents, kinds, open_sheets

from .slow_reader import reader_with

pytestmark = pytest.mark.django_db


@pytest.mark.reading_process
@pytest.mark.parametrize(
    ("build", "name"), [(documents.plan, "plan.docx"), (open_sheets.plan, "plan.ods")]
)
def test_plan_is_imported_from_its_own_format(journey, tmp_path, build, name):
    journey.to_preview(build(tmp_path / name).read_bytes(), name=name)

    journey.apply()

    assert [one.reference for one in Action.objects.order_by("pk")] == [
        "1.1",
        "1.2",
        "1.3",
    ]


def test_rows_of_a_document_are_named_by_table_and_row(journey, tmp_path):
    path = documents.plan(tmp_path / "plan.docx")
    journey.upload(path.read_bytes(), name="plan.docx")

    columns = journey.page("columns").content.decode()
    journey.to_preview(path.read_bytes(), name="plan.docx")
    preview = journey.page("preview").content.decode()

    assert "Headings in table 1<" in columns
    assert "Table 1, row 2" in preview


@pytest.mark.reading_process
@pytest.mark.parametrize(
    ("build", "name", "words"),
    [
        (
            kinds.with_type(documents.plan, "word/document.xml", kinds.BOMB),
            "plan.docx",
            "not opened",
        ),
        (kinds.cut(open_sheets.plan), "plan.ods", "cut off"),
        (kinds.behind(b"%PDF-1.7\n"), "plan.pdf.xlsx", "PDF"),
        (kinds.ole("WordDocument"), "plan.doc", "old Word document"),
    ],
)
def test_hostile_file_is_a_sentence_on_the_page(journey, tmp_path, build, name, words):
    answer = journey.upload(build(tmp_path / "file").read_bytes(), name=name)

    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not Action.objects.exists()


@pytest.mark.reading_process
@pytest.mark.parametrize("way", ["SIGKILL", "SIGSEGV", "SIGXCPU"])
def test_reader_that_is_killed_takes_no_worker_with_it(journey, monkeypatch, way):
    dying = f"import os, signal; os.kill(os.getpid(), signal.{way})"
    monkeypatch.setattr(detached, "COMMAND", reader_with(dying))

    answer = journey.upload()

    words = "longer than 30 seconds" if way == "SIGXCPU" else "brought the reader down"
    assert words in answer.content.decode()
    assert journey.page("run_detail").status_code == 200
