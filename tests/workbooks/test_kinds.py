"""What a file is goes by its content, and each kind that cannot be read is told with the way out."""

import socket
import time
import tracemalloc
import zipfile

import pytest

from equality_tracker.workbooks import Refused
from equality_tracker.workbooks.formats import read
from tests.workbooks.books import documents, faults, kinds, open_sheets, plain
from tests.workbooks.books.kinds import holding, ole, zipped

WORD, OPEN = "word/document.xml", "content.xml"
XML = b'<?xml version="1.0"?>'
KINDS = {
    "old Excel": (ole("Workbook"), "old Excel workbook (.xls)"),
    "older Excel": (holding(b"\x09\x08\x08\x00\x00\x05\x10\x00" + b"\0" * 90), "old Excel workbook"),
    "binary Excel": (zipped(xl_workbook__bin="x"), "binary Excel workbook (.xlsb)"),
    "Excel as XML": (
        holding(XML + b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), "Excel 2003"),
    "old Word": (ole("WordDocument"), "old Word document (.doc)"),
    "Word as XML": (holding(XML + b'<?mso-application progid="Word.Document"?><w/>'), "written as XML"),
    "old slides": (ole("PowerPoint Document"), "slides"),
    "slides": (zipped(**{"[Content_Types]__xml": "<a/>", "ppt_presentation__xml": "<a/>"}), None),
    "locked": (ole("EncryptedPackage"), "password"),
    "other old": (ole("Contents"), "old Office file"),
    "Apple": (zipped(Index_Document__iwa="x"), "Apple Numbers"),
    "PDF": (holding(b"%PDF-1.7\n"), "This is a PDF"),
    "rich text": (holding(b"{\\rtf1\\ansi hello}"), "rich-text document (.rtf)"),
    "picture": (holding(b"\x89PNG\r\n\x1a\n"), "picture"),
    "program": (holding(b"MZ\x90\0\3\0"), "program"),
    "archive": (holding(b"\x1f\x8b\x08\0"), "archive"),
    "page": (holding(b"<!doctype html><table><tr><td>Action</td></tr></table>"), "web page"),
    "page of Excel": (
        holding(b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table/>'), "some systems export"),
    "wide page": (holding("<html><table>".encode("utf-16")), "web page"),
    "archived page": (holding(b"MIME-Version: 1.0\n"), "web page"),
    "open text": (zipped(mimetype="application/vnd.oasis.opendocument.text", content__xml="<a/>"), "(.odt)"),
    "open slides": (
        zipped(mimetype="application/vnd.oasis.opendocument.presentation", content__xml="<a/>"), "not a workbook"),
    "flat open sheet": (holding(XML + b"<office:document/>"), "flat OpenDocument"),
    "other zip": (zipped(holiday__txt="sun"), "not a workbook"),
    "empty zip": (holding(b"PK\5\6" + b"\0" * 18), "damaged"),
    "nothing": (holding(b""), "empty"),
    "letters that are none": (holding(b"Action\0\1\2\3" * 400), "neither a spreadsheet nor a text"),
}  # fmt: skip


@pytest.mark.parametrize(("build", "words"), KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("name", ["plan.xlsx", "plan.csv"])
def test_kind_is_told_by_content_with_the_way_out(tmp_path, build, words, name):
    path = build(tmp_path / name)

    with pytest.raises(Refused) as refused:
        read(path)

    assert (words or "not a workbook") in str(refused.value)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    "build", [plain.plan, documents.plan, open_sheets.plan], ids=lambda b: b.__module__
)
@pytest.mark.parametrize(
    "name", ["plan.csv", "plan.xls", "plan.docx", "plan", "plan.pdf"]
)
def test_name_of_a_sound_file_does_not_matter(tmp_path, build, name):
    found = read(build(tmp_path / name))

    assert [cell[1] for cell in found["sheets"][0]["rows"][0][1]] == plain.HEADINGS


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.xls", "plan.ods", "plan.docx"])
def test_text_table_is_one_whatever_its_name(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"Action,Lead\nAsk,HR\n")

    assert len(read(path)["sheets"][0]["rows"]) == 2


UNSAFE = "no spreadsheet program"
HOSTILE = {
    "pdf and zip": (kinds.behind(b"%PDF-1.7\n"), "PDF"),
    "picture and zip": (kinds.behind(b"GIF89a"), "picture"),
    "text and zip": (kinds.behind(b"Action,Lead\n" * 500), UNSAFE),
    "page and zip": (kinds.behind(b"<html>"), UNSAFE),
    "zip and zip": (kinds.two_packages, UNSAFE),
    "document behind bytes": (kinds.behind(b"x", documents.plan), UNSAFE),
    "lzma": (kinds.packed_by(zipfile.ZIP_LZMA), UNSAFE),
    "bzip2": (kinds.packed_by(zipfile.ZIP_BZIP2), UNSAFE),
    "bomb document": (kinds.bomb(documents.plan), "200 MB"),
    "bomb sheet": (kinds.bomb(open_sheets.plan), "200 MB"),
    "cut document": (kinds.cut(documents.plan), "cut off"),
    "cut sheet": (kinds.cut(open_sheets.plan), "cut off"),
    "cut at the end": (kinds.cut(documents.plan, 0.99), "cut off"),
    "unfinished document": (kinds.unfinished, "damaged"),
    "part twice": (kinds.with_part(documents.plan, WORD), UNSAFE),
    "part twice in a sheet": (kinds.with_part(open_sheets.plan, OPEN), UNSAFE),
    "climbing name": (kinds.with_part(documents.plan, "../../evil"), UNSAFE),
    "absolute name": (kinds.with_part(open_sheets.plan, "/etc/evil"), UNSAFE),
    "drive": (kinds.with_part(open_sheets.plan, "C:\\evil"), UNSAFE),
    "deep words": (kinds.words_of_a_document(2_000_000), "32,767 characters"),
    **{
        f"{name} in {part}": (kinds.with_type(build, part, declared), UNSAFE)
        for name, declared in (("bomb", kinds.BOMB), ("file", kinds.OUTSIDE), ("address", kinds.OUTSIDE_TYPE))
        for build, part in (
            (documents.plan, WORD),
            (documents.plan, "word/styles.xml"),
            (documents.plan, "word/numbering.xml"),
            (documents.plan, "_rels/.rels"),
            (open_sheets.plan, OPEN),
            (open_sheets.plan, "styles.xml"),
            (plain.plan, faults.SHEET),
            (plain.plan, "xl/theme/theme1.xml"),
            (plain.plan, "xl/styles.xml"),
            (plain.plan, "xl/workbook.xml"),
        )
    },
    **{
        f"letters nobody knows in {part}": (
            kinds.with_type(build, part, '<?xml version="1.0" encoding="b"?>'), "damaged")
        for build, part in ((documents.plan, WORD), (open_sheets.plan, OPEN), (plain.plan, faults.SHEET))
    },
    "undeclared entity": (kinds.with_entity(documents.plan, WORD, "</w:t>"), "damaged"),
    "undeclared entity in a sheet": (kinds.with_entity(open_sheets.plan, OPEN, "</text:p>"), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("build", "words"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_file_is_refused_at_once_and_in_little_memory(tmp_path, build, words):
    path = build(tmp_path / "plan.xlsx")
    started = time.process_time()
    tracemalloc.start()

    try:
        with pytest.raises(Refused) as refused:
            read(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert words in str(refused.value)
    assert time.process_time() - started < 20
    assert peak < 200 * faults.MEGABYTE


@pytest.mark.parametrize("build", [kinds.deep_document, kinds.deep_sheet])
def test_elements_in_elements_without_end_cost_little(tmp_path, build):
    started = time.process_time()

    found = read(build(tmp_path / "plan.docx"))

    assert not any(sheet["rows"] for sheet in found["sheets"])
    assert time.process_time() - started < 5


def test_links_to_elsewhere_are_never_followed(tmp_path, monkeypatch):
    def refuse(*_arguments):
        raise AssertionError("the reader went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    path = documents.document(
        tmp_path / "plan.docx",
        '<w:altChunk xmlns:r="r" r:id="x"/>',
        documents.table(documents.row("a", "b")),
    )
    outside = (
        f'<Relationships xmlns="{documents.RELATIONS}"><Relationship Id="x" TargetMode="External" '
        f'Type="{documents.KIND}/styles" Target="http://127.0.0.1:9/styles.xml"/></Relationships>'
    )
    kinds.repack(
        path, lambda name, data: outside if name.startswith("word/_rels") else data
    )

    assert len(read(path)["sheets"][0]["rows"]) == 1


def test_macros_of_a_document_are_ignored_and_said(tmp_path):
    path = kinds.with_part(documents.plan, "word/vbaProject.bin")(
        tmp_path / "plan.docm"
    )

    found = read(path)

    assert len(found["sheets"][0]["rows"]) == 4
    assert "macros" in found["problems"][0]["message"]
