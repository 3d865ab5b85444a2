"""Files that nobody should send: a clear sentence for each, and nothing half-saved."""

import pytest

from equality_tracker.imports.models import ImportRun
from plans.models import Action
from tests.plans.importing.dumps import dump

from . import workbooks

pytestmark = pytest.mark.django_db

BAD = {
    "not a workbook": (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "plan.xlsx", "workbook"),
    "password-protected": (workbooks.protected, "plan.xlsx", "password"),
    "empty": (b"", "plan.xlsx", "empty"),
    "no table": (
        lambda: workbooks.workbook([], headings=["Hello"]),
        "plan.xlsx",
        "No table",
    ),
    "200 MB of zeros": (workbooks.zeros, "plan.xlsx", "200"),
    "a far cell": (workbooks.far_cell, "plan.xlsx", "XFD1048576"),
}


@pytest.mark.reading_process
@pytest.mark.parametrize(("content", "name", "words"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_in_a_sentence_and_nothing_is_kept(
    journey, content, name, words
):
    before = dump()

    answer = journey.upload(content() if callable(content) else content, name=name)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert words in page
    assert "There is a problem" in page
    assert dump() == before
    assert (journey.run.state, journey.run.file.name) == ("refused", "")
    assert journey.run.error in journey.page("run_detail").content.decode()


def test_the_macros_of_a_workbook_are_left_where_they_are(journey):
    content = workbooks.with_part(workbooks.workbook(), "xl/vbaProject.bin", b"macro")

    answer = journey.upload(content, name="plan.xlsm")

    assert answer.status_code == 302
    assert journey.run.understood["priorities"][0]["actions"]


def test_a_file_over_the_limit_is_not_read(journey, settings):
    settings.IMPORT_MAX_MB = 0

    answer = journey.upload()

    assert "larger than 0 MB" in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_one_wrong_row_in_five_hundred_is_named_and_stops_all(journey):
    rows = [(f"1.{n}", f"Action {n}", "", "", "", "", "") for n in range(1, 501)]
    rows[399] = ("1.1", *rows[399][1:])
    journey.to_preview(workbooks.workbook(rows))
    before = dump()

    answer = journey.apply()

    page = answer.content.decode()
    assert "One row has an error (Plan row 403)" in page
    assert "used more than once" in page
    assert dump() == before


def test_the_wrong_row_is_left_out_when_the_admin_says_so(journey):
    rows = [("1.1", "A", "", "", "", "", ""), ("1.1", "B", "", "", "", "", "")]
    journey.to_preview(workbooks.workbook(rows))

    journey.apply({"rest-leave_out": "on"})

    assert [str(one) for one in Action.objects.all()] == ["1.1 A"]
    assert journey.run.counts["left_out"] == 1


def test_an_uploaded_file_is_kept_under_a_name_of_our_own(journey):
    journey.upload(name="../../passwd.xlsx")

    assert journey.run.file.name.startswith("imports/")
    assert ".." not in journey.run.file.name
    assert journey.run.name == "passwd.xlsx"
