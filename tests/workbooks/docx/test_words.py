"""The words of a Word document's tables are those that a person sees in them."""

import pytest

from equality_tracker.workbooks.formats import read
from tests.workbooks.books import documents, plain
from tests.workbooks.books.documents import (
    cell,
    document,
    paragraph,
    row,
    run,
    table,
)
from tests.workbooks.docx.seen import one_cell, rows_of


def test_plan_in_a_document_is_read_as_from_a_workbook(path):
    documents.plan(path)

    assert rows_of(path) == [plain.HEADINGS, *(plain.row(n) for n in (1, 2, 3))]


def test_paragraphs_of_a_cell_are_its_lines(path):
    assert (
        one_cell(path, "Visit  each\xa0hall", "", "and ask")
        == "Visit each hall\nand ask"
    )


def test_bullets_are_written_as_a_person_types_them(path):
    bullets = [
        paragraph("by list", list_id=1),
        paragraph("by style", style="Bulleted"),
        paragraph("by a style based on it", style="Mine"),
    ]

    words = one_cell(path, "Ways:", *bullets, paragraph(list_id=1))

    assert words == "Ways:\n• by list\n• by style\n• by a style based on it"


def test_numbers_that_word_counts_are_written(path):
    numbered = [
        paragraph("one", list_id=2),
        paragraph("deeper", list_id=2, depth=1),
        paragraph("deeper", list_id=2, depth=1),
        paragraph("two", list_id=2),
        paragraph("deeper", list_id=2, depth=1),
    ]

    words = one_cell(path, *numbered)

    assert words == "1. one\n1.a) deeper\n1.b) deeper\n2. two\n2.a) deeper"


def test_reference_that_word_counts_stands_in_its_cell(path):
    lines = [row(cell(paragraph(list_id=2)), f"Action {n}") for n in (1, 2)]
    document(path, table(*lines))

    assert rows_of(path) == [["1.", "Action 1"], ["2.", "Action 2"]]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:ins><w:r><w:t>new</w:t></w:r></w:ins>", "new"),
        ("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", ""),
        ("<w:del><w:r><w:t>old</w:t></w:r></w:del>", ""),
        ("<w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom>", ""),
        ("<w:moveTo><w:r><w:t>new</w:t></w:r></w:moveTo>", "new"),
        ('<w:hyperlink w:anchor="a"><w:r><w:t>link</w:t></w:r></w:hyperlink>', "link"),
        ("<w:smartTag><w:r><w:t>tag</w:t></w:r></w:smartTag>", "tag"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>kept</w:t></w:r></w:sdtContent></w:sdt>", "kept"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r>"
         "</w:sdtContent></w:sdt>", ""),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
         '<w:r><w:t>March</w:t></w:r>', "March"),
        ('<w:r><w:footnoteReference w:id="1"/></w:r>', ""),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>", ""),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>', "seen"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>", "a b\nc-"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>', "✓"),
        ("<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>", ""),
        ("<w:r><mc:AlternateContent><mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t>"
         "</mc:Fallback></mc:AlternateContent></w:r>", ""),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", ""),
        ('<w:r><w:fldChar><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/>'
         '<w:listEntry w:val="Green"/></w:ddList></w:ffData></w:fldChar></w:r>', "Green"),
    ],
)  # fmt: skip
def test_words_are_those_that_are_seen(path, inside, words):
    assert one_cell(path, paragraph(inside + run("!"))) == words + "!"


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<w:sdt><w:sdtPr/><w:sdtContent>{row('a', 'b')}</w:sdtContent></w:sdt>",
        f"<w:tr><w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt>{cell('b')}</w:tr>",
        f"<w:customXml>{row('a', 'b')}</w:customXml>",
    ],
)
def test_rows_and_cells_in_content_controls_are_read(path, wrapped):
    document(path, table(wrapped, row("c", "d")))

    assert rows_of(path) == [["a", "b"], ["c", "d"]]


def test_bullets_pasted_without_their_font_are_bullets(path):
    assert one_cell(path, "Ways:", "\uf0b7 by foot", "\uf0a7by bus\uf099") == (
        "Ways:\n• by foot\n•by bus"
    )


def test_deleted_paragraph_mark_joins_two(path):
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("half ") + "</w:p>"

    assert one_cell(path, first, "whole") == "half whole"


def test_deleted_rows_are_left_out(path):
    gone = row("gone", "gone", properties="<w:del/>")
    document(path, table(row("a", "b"), gone, row("c", "d")))

    assert rows_of(path) == [["a", "b"], ["c", "d"]]


def test_hidden_rows_are_left_out_and_said(path):
    document(path, table(row("a", "b"), row("c", "d", properties="<w:hidden/>")))

    found = read(path)

    assert len(found["sheets"][0]["rows"]) == 1
    assert "table 1, row 2" in found["problems"][0]["message"]
