"""docs/importing.md says what the code does."""

import re
from pathlib import Path

from django.conf import settings

from equality_tracker.imports.forms.upload import UploadForm
from equality_tracker.workbooks import limits

DOCS = Path(settings.BASE_DIR) / "docs"
PAGE = (DOCS / "importing.md").read_text(encoding="utf-8")


def test_every_picture_is_there_and_each_is_shown():
    shown = set(re.findall(r"\]\((images/[^)]+)\)", PAGE))

    assert {one for one in shown if not (DOCS / one).is_file()} == set()
    there = {f"images/{one.name}" for one in (DOCS / "images").glob("import-*.png")}
    assert there == shown


def test_the_limits_are_those_of_the_reader():
    for number in (limits.SHEETS, limits.ROWS, limits.COLUMNS, limits.CELLS):
        assert f"{number:,} " in PAGE
    assert f"{limits.FILE_BYTES // 1024 // 1024} MB" in PAGE
    assert f"{limits.SECONDS} seconds" in PAGE


def test_every_kind_of_file_that_the_upload_offers_is_explained():
    kinds = UploadForm.base_fields["file"].widget.attrs["accept"].split(",")

    assert {kind for kind in kinds if f"`{kind}`" not in PAGE} == set()


def test_every_contents_line_leads_to_its_heading():
    headings = {
        re.sub(r"[^a-z -]", "", line[3:].lower()).replace(" ", "-")
        for line in PAGE.splitlines()
        if line.startswith("## ")
    }

    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) == headings
