"""Tables of Word documents become the words and colours that a person sees in them."""

import zipfile

import pytest

from equality_tracker.imports.reading import read_workbook
from equality_tracker.workbooks import Refused, limits
from equality_tracker.workbooks.docx import body, metering
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


def sheet_of(path) -> dict:
    (sheet,) = read(path)["sheets"]
    return sheet


def rows_of(path) -> list[list[str]]:
    """The words of each row, blank columns between as ""."""
    found = []
    for _number, cells in sheet_of(path)["rows"]:
        words = {one[0]: one[1] for one in cells if len(one) > 1}
        found.append([words.get(column, "") for column in range(1, max(words) + 1)])
    return found


def one_cell(path, *blocks: str, **options) -> str:
    document(path, table(row(cell(*blocks, **options), "beside")))
    return rows_of(path)[0][0]


def fill_of(path, *blocks: str, properties: str = "", **options) -> str:
    document(path, table(row(cell(*blocks, **options), "x"), properties=properties))
    first = sheet_of(path)["rows"][0][1][0]
    return first[2] if len(first) > 2 else ""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "plan.docx"


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


def test_cells_have_the_colour_that_is_seen(path):
    assert fill_of(path, "x", fill="00B050") == "00B050"
    assert fill_of(path, "x", fill="FFFFFF") == ""
    assert fill_of(path, "x", fill="auto") == ""
    assert fill_of(path, run_paragraph("x", '<w:highlight w:val="red"/>')) == "FF0000"
    assert fill_of(path, run_paragraph("x", '<w:shd w:fill="FFC000"/>')) == "FFC000"
    assert (
        fill_of(path, "x", more='<w:shd w:val="solid" w:color="FF0000"/>') == "FF0000"
    )
    assert (
        fill_of(
            path, "x", more='<w:shd w:val="pct50" w:color="FF0000" w:fill="FFFFFF"/>'
        )
        == "FF8080"
    )
    assert fill_of(path, "x", properties='<w:tblStyle w:val="Grey"/>') == "D9D9D9"
    assert (
        fill_of(path, "x", fill="FF0000", properties='<w:tblStyle w:val="Grey"/>')
        == "FF0000"
    )


def run_paragraph(text: str, properties: str) -> str:
    return paragraph(run(text, properties))


def test_colour_before_a_tracked_change_is_not_the_cells(path):
    changed = '<w:tcPrChange><w:tcPr><w:shd w:val="clear" w:fill="FF0000"/></w:tcPr></w:tcPrChange>'

    assert fill_of(path, "x", fill="00B050", more=changed) == "00B050"
    assert fill_of(path, "x", more=changed) == ""


def test_colour_of_one_word_among_others_is_not_the_cells(path):
    words = paragraph(run("one", '<w:highlight w:val="red"/>'), "two")

    assert fill_of(path, words) == ""


def test_merged_cells_keep_their_columns(path):
    document(
        path,
        table(
            row(cell("Banner", span=3)),
            row(cell("tall", merge="restart"), "b", "c"),
            row(cell("", merge="continue"), "d", "e"),
            row("f", cell("wide", span=2)),
        ),
    )

    assert rows_of(path) == [
        ["Banner"],
        ["tall", "b", "c"],
        ["", "d", "e"],
        ["f", "wide"],
    ]
    assert sorted(sheet_of(path)["merges"]) == [
        [1, 1, 1, 3],
        [2, 1, 3, 1],
        [4, 2, 4, 3],
    ]


def test_edges_that_differ_by_a_hair_are_one_column(path):
    widths = (2000, 60, 1940, 3000)
    heading = row(cell("A"), cell("B", span=2), cell("C"))
    below = row(cell("a", span=2), cell("b"), cell("c"))
    document(path, table(heading, below, widths=widths))

    assert rows_of(path) == [["A", "B", "C"], ["a", "b", "c"]]


def test_narrow_columns_stay_apart(path):
    document(path, table(row("a", "b", "c"), widths=(2000, 100, 3000)))

    assert rows_of(path) == [["a", "b", "c"]]


def test_cells_begin_where_the_row_begins(path):
    document(
        path, table(row("a", "b"), row("c", properties='<w:gridBefore w:val="1"/>'))
    )

    assert rows_of(path) == [["a", "b"], ["", "c"]]


def test_table_that_goes_on_after_a_page_break_goes_on_in_its_columns(path):
    first = table(
        row("Ref", cell("Action", span=2), "Lead"), row("1", cell("a", span=2), "x")
    )
    document(path, first, "<w:p/>", table(row("2", "b", "y")))

    sheet = sheet_of(path)

    assert [number for number, _cells in sheet["rows"]] == [1, 2, 3]
    assert rows_of(path)[2] == ["2", "b", "y"]


def test_table_under_the_next_heading_stands_in_the_columns_of_the_last(path):
    first = table(row("Ref", cell("Action", span=2), "Lead"), row("1", "a", "b", "x"))
    document(path, first, "<w:p/>", paragraph("Next"), table(row("2", "c", "d", "y")))

    assert rows_of(path)[-1] == ["2", "c", "d", "y"]


@pytest.mark.parametrize(
    ("style", "blank", "gap"), [("", "", 1), ("", "<w:p/>", 2), ("Kop1", "<w:p/>", 1)]
)
def test_line_stands_just_above_the_table_it_heads(path, style, blank, gap):
    document(path, paragraph("Listen", style=style), blank, table(row("a", "b")))

    first, second = [number for number, _cells in sheet_of(path)["rows"]]

    assert second - first == gap


def test_table_of_other_columns_is_known_to_begin_anew(path):
    plan = table(row("Ref", "Action", "Lead"), row("1", "a", "x"))
    more, names = table(row("2", "b", "y")), table(row("Signed", "Date"))
    document(path, plan, paragraph("Next"), more, "<w:p/>", names)

    sheet = sheet_of(path)

    assert [number for number, _cells in sheet["rows"]] == [1, 2, 4, 5, 7]
    assert sheet["breaks"] == [7]


def test_comments_are_left_out_and_said(path):
    documents.plan(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/comments.xml", "<a/>")

    assert "comments" in read(path)["problems"][0]["message"]


def test_headings_between_tables_are_rows_set_apart(path):
    document(
        path,
        paragraph("Our plan"),
        paragraph("Objective 1 ........ 4", style="TOC1"),
        paragraph("Listen", list_id=3),
        table(row("a", "b")),
        paragraph("Open doors", list_id=3),
        table(row("c", "d")),
    )

    assert rows_of(path) == [
        ["Our plan"],
        ["Objective 1: Listen"],
        ["a", "b"],
        ["Objective 2: Open doors"],
        ["c", "d"],
    ]
    assert [number for number, _cells in sheet_of(path)["rows"]] == [2, 4, 5, 7, 8]


def test_table_in_a_cell_gives_its_words_as_lines(path):
    inner = table(row("one", "two"), row("three", "four"))
    document(path, table(row(cell("Steps", inner), "beside")))

    assert rows_of(path) == [["Steps\none\ntwo\nthree\nfour", "beside"]]


def test_table_that_frames_another_is_opened(path):
    inner = table(row("one", "two"), row("three", "four"))
    document(path, table(row(cell("Title", inner, "Note"))))

    assert rows_of(path) == [["Title"], ["one", "two"], ["three", "four"], ["Note"]]


def test_strict_documents_and_other_part_names_are_read(path):
    spaces = documents.SPACES.replace(documents.MAIN, documents.STRICT)
    document(path, table(row("a", "b")), spaces=spaces, main="word/document2.xml")

    assert rows_of(path) == [["a", "b"]]


def test_elements_of_other_namespaces_are_not_words(path):
    other = (
        '<x:t xmlns:x="urn:other">no</x:t><x:shd xmlns:x="urn:other" x:fill="FF0000"/>'
    )

    assert one_cell(path, paragraph(f"<w:r>{other}<w:t>yes</w:t></w:r>")) == "yes"


def test_headers_and_footers_are_left_out(path):
    documents.plan(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(
            "word/header1.xml",
            f"<w:hdr {documents.SPACES}>{table(row('Header', 'b'))}</w:hdr>",
        )

    assert rows_of(path)[0] == plain.HEADINGS


def test_objective_goes_on_over_a_page_break_to_the_next(path):
    heading = row(*plain.HEADINGS)
    document(
        path,
        paragraph("Northmere Equality Action Plan 2029/31", style="Heading1"),
        paragraph("Objective 1: Listen to people"),
        table(heading, row(*plain.row(1))),
        "<w:p/>",
        table(heading, row(*plain.row(2))),
        "<w:p/>",
        table(row(*plain.row(3))),
        paragraph("Objective 2: Open our doors"),
        table(heading, row(*plain.row(4))),
    )

    found = read_workbook(path)

    counts = [(one["title"], len(one["actions"])) for one in found["priorities"]]
    assert counts == [("Listen to people", 3), ("Open our doors", 1)]


def test_other_tables_below_a_plan_are_none_of_its_actions(path):
    heading = row(*plain.HEADINGS)
    document(
        path,
        paragraph("Objective 1: Listen to people"),
        table(heading, row(*plain.row(1))),
        table(row("Signed", "Post"), row("A. Councillor", "Chair")),
        paragraph("Objective 2: Open our doors"),
        table(heading, row(*plain.row(2))),
        table(row("Who to ask", "Telephone"), row("Ruth", "01234")),
    )

    found = read_workbook(path)

    assert [len(one["actions"]) for one in found["priorities"]] == [1, 1]
    assert [one["kind"] for one in found["tables"]] == ["actions", "other"] * 2


def test_places_are_told_by_table_and_row(path):
    heading = row(*plain.HEADINGS)
    late = plain.row(2, Timescale="31 September 2030")
    document(
        path,
        paragraph("Plan"),
        table(heading, row(*plain.row(1))),
        table(heading, row(*late)),
    )

    found = read_workbook(path)

    places = [a["place"] for one in found["priorities"] for a in one["actions"]]
    assert places == ["table 1, row 2", "table 2, row 2"]
    assert [one["place"] for one in found["problems"]] == ["table 2, row 2, column 5"]


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ([table(row(*["x"] * 201))], "200 columns"),
        ([table(row("x" * 40_000, "y"))], "32,767 characters"),
        (["<w:tbl><w:tr><w:tc>" * 30 + "</w:tc></w:tr></w:tbl>" * 30], "inside tables"),
    ],
)
def test_limits_are_told_in_words(path, blocks, words):
    document(path, *blocks)

    with pytest.raises(Refused) as refused:
        read(path)

    assert words in str(refused.value)
    assert "Sheet" not in str(refused.value)


def test_rows_and_cells_are_counted_to_their_limits(path, monkeypatch):
    """With smaller limits, since so many rows take seconds to read."""
    document(path, table(*[row("x", "y")] * 51))
    assert (
        (metering.ROWS, body.CELLS) == (limits.ROWS, limits.CELLS) == (20_000, 400_000)
    )

    monkeypatch.setattr(metering, "ROWS", 50)
    with pytest.raises(Refused, match="more than 50 rows"):
        read(path)

    monkeypatch.setattr(body, "CELLS", 101)
    with pytest.raises(Refused, match="more than 400,000 cells"):
        read(path)


def test_wide_and_empty_cells_cost_nothing(path):
    document(path, table(row(cell("a", span=9_999_999), "b"), row(cell("c"), "d")))

    assert rows_of(path)[0][0] == "a"
