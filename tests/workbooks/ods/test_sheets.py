"""OpenDocument sheets: what is merged, hidden, coloured by rules, remembered, too large or locked."""

import zipfile
from xml.sax.saxutils import quoteattr

import pytest

from equality_tracker.workbooks import Refused
from equality_tracker.workbooks.formats import read
from tests.workbooks.books import open_sheets
from tests.workbooks.books.open_sheets import cell, fill_style, row, sheet, spreadsheet
from tests.workbooks.ods.seen import rows_of


def test_merged_cells_keep_their_columns_and_hide_what_they_cover(path):
    covered = (
        "<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>"
    )
    spreadsheet(
        path,
        sheet(
            row(cell("wide", number_columns_spanned=2), covered, "c"),
            row(cell("tall", number_rows_spanned=2), "d"),
            row(covered, "e"),
        ),
    )

    assert rows_of(path) == {
        1: [[1, "wide"], [3, "c"]],
        2: [[1, "tall"], [2, "d"]],
        3: [[2, "e"]],
    }
    assert read(path)["sheets"][0]["merges"] == [[1, 1, 1, 2], [2, 1, 3, 1]]


def test_hidden_rows_columns_and_sheets_are_left_out_and_said(path):
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    group = f'<table:table-row-group table:display="false">{row("g", "h", "i")}</table:table-row-group>'
    rows = [
        f"<table:table-header-rows>{row('a', 'b', 'c')}</table:table-header-rows>",
        row("d", "e", "f", visibility="collapse"),
        row("d", "e", "f", visibility="filter"),
        group,
        row("j", "k", "l"),
    ]
    away = (
        '<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    other = "<table:table table:name=\"'file:///x.ods'#$S\"><table:table-source/></table:table>"
    spreadsheet(
        path,
        sheet(*rows, columns=columns),
        sheet(row("x"), name="Old", style="away"),
        other,
        styles=away,
    )

    found = read(path)

    assert rows_of(path) == {1: [[1, "a"], [3, "c"]], 5: [[1, "j"], [3, "l"]]}
    assert found["hidden_sheets"] == ["Old"]
    assert len(found["sheets"]) == 1
    assert [one["message"][:30] for one in found["problems"]] == [
        "3 hidden rows were left out (2",
        "Hidden columns were left out (",
    ]


def test_the_keys_of_a_file_that_comes_back_are_read_though_they_are_hidden(path):
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    rows = [
        row("Action", "Row key (leave as it is)"),
        row("Open the desk", "EQ-aaaabbbbcccc-1", visibility="filter"),
    ]
    spreadsheet(path, sheet(*rows, columns=columns))

    found = read(path)

    assert rows_of(path) == {
        1: [[1, "Action"], [2, "Row key (leave as it is)"]],
        2: [[1, "Open the desk"], [2, "EQ-aaaabbbbcccc-1"]],
    }
    assert not found["problems"]


def rules(*conditions: tuple[str, str, str]) -> str:
    """Conditional formatting: (where, what, style) of each."""
    found = "".join(
        f"<calcext:conditional-format calcext:target-range-address={quoteattr(where)}>"
        f"<calcext:condition calcext:apply-style-name={quoteattr(style)} calcext:value={quoteattr(what)}/>"
        "</calcext:conditional-format>"
        for where, what, style in conditions
    )
    return f"<calcext:conditional-formats>{found}</calcext:conditional-formats>"


def test_rules_of_conditional_formatting_give_their_colours(path):
    named = "".join(
        fill_style(f"r_{name}", colour).replace(
            f'"r_{name}"', f'"r_{name}" style:display-name="{name}"'
        )
        for name, colour in (
            ("Go", "#00b050"),
            ("Wait", "#ffc000"),
            ("Stop", "#ff0000"),
        )
    )
    said = rules(
        ("'My plan'.B1:'My plan'.B9", '="G"', "Go"),
        ("$'My plan'.$B$1:.$B$9", 'formula-is([.$A1]="late")', "Stop"),
        ("Plan.B1:Plan.B9", 'contains-text("m")', "Wait"),
        ("Plan.C1:Plan.C9 Plan.D1", ">=50", "Go"),
        ("Plan.E1:Plan.E9", "formula-is(ISODD(ROW()))", "Go"),
    )
    figure = cell("50", kind="float", **{"office:value": "50"})
    rows = [
        row("on time", "G", figure),
        row("late", "x", number_rows_repeated=2),
        row("a", "am"),
    ]
    spreadsheet(path, sheet(*rows, said), named=named)

    found = read(path)
    fills = [
        [c[2] if len(c) > 2 else "" for c in cells] for cells in rows_of(path).values()
    ]

    assert fills == [
        ["", "00B050", "00B050"],
        ["", "FF0000"],
        ["", "FF0000"],
        ["", "FFC000"],
    ]
    assert [one["cell"] for one in found["problems"]] == ["E1"]


def test_changes_remembered_by_the_file_are_not_its_words(path):
    changes = "<table:tracked-changes><table:deletion><table:table-cell><text:p>old</text:p></table:table-cell></table:deletion></table:tracked-changes>"
    spreadsheet(path, sheet(row("new")), before=changes)

    assert rows_of(path) == {1: [[1, "new"]]}


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([sheet(row("x", number_rows_repeated=20_001))], "20,000 rows"),
        ([sheet(row(cell("x", number_columns_repeated=201)))], "200 columns"),
        (
            [
                sheet(
                    row(
                        cell("x", number_columns_repeated=200),
                        number_rows_repeated=2_001,
                    )
                )
            ],
            "400,000 cells",
        ),
        ([sheet(row("x" * 32_768))], "32,767 characters"),
        (
            [
                sheet(
                    row(
                        cell(
                            "x",
                            number_columns_spanned=16384,
                            number_rows_spanned=1048576,
                        )
                    )
                )
            ],
            "the whole sheet",
        ),
        ([sheet(row("x"), name=str(n)) for n in range(60)], "60 sheets"),
    ],
)
def test_limits_are_told_in_words(path, parts, words):
    spreadsheet(path, *parts)

    with pytest.raises(Refused) as refused:
        read(path)

    assert words in str(refused.value)


@pytest.mark.parametrize("part", ["META-INF/manifest.xml", "encrypted-package"])
def test_locked_file_is_refused_with_the_way_out(path, part):
    open_sheets.plan(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(part, "<manifest:encryption-data/>")

    with pytest.raises(Refused, match="password"):
        read(path)
