"""Cells of OpenDocument sheets become the words, dates and colours that a person sees in them."""

import time

import pytest

from equality_tracker.workbooks.formats import read
from tests.workbooks.books import open_sheets, plain
from tests.workbooks.books.open_sheets import cell, fill_style, row, sheet, spreadsheet
from tests.workbooks.ods.seen import rows_of

DAY = (
    '<number:date-style style:name="D1"><number:day/><number:month/><number:year/></number:date-style>'
    '<number:date-style style:name="D2"><number:month/><number:year/></number:date-style>'
    '<number:number-style style:name="N2"><number:number number:decimal-places="2"/></number:number-style>'
    '<number:currency-style style:name="M2"><number:currency-symbol>£</number:currency-symbol>'
    '<number:number number:decimal-places="0" number:grouping="true"/></number:currency-style>'
    '<number:percentage-style style:name="P1"><number:number number:decimal-places="1"/></number:percentage-style>'
)
SHOWN = "".join(
    f'<style:style style:name="c{name}" style:family="table-cell" style:parent-style-name="Default" '
    f'style:data-style-name="{name}"/>'
    for name in ("D1", "D2", "M2", "N2", "P1")
)


def first(path, one: str) -> list:
    """The first cell of a sheet that holds it alone, without its column."""
    spreadsheet(path, sheet(row(one)), styles=DAY + SHOWN)
    rows = read(path)["sheets"][0]["rows"]
    return rows[0][1][0][1:] if rows else []


def test_plan_in_an_open_sheet_is_read_as_from_a_workbook(path):
    open_sheets.plan(path)

    rows = [[c[1] for c in cells] for cells in rows_of(path).values()]

    assert rows == [plain.HEADINGS, *(plain.row(n) for n in (1, 2, 3))]


def test_tail_of_a_million_rows_costs_nothing(path):
    started = time.process_time()
    open_sheets.plan(path)
    tails = [
        row(cell(number_columns_repeated=16384), number_rows_repeated=999_999_999)
    ] * 50
    coloured = row(
        cell(number_columns_repeated=16384, style_name="green"),
        number_rows_repeated=1_048_576,
    )
    styles = fill_style("green", "#00ff00")
    spreadsheet(path, sheet(row("a", "b"), *tails, coloured), styles=styles)

    assert list(rows_of(path)) == [1]
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        (cell("31/03/30", kind="date", **{"office:date-value": "2030-03-31", "style_name": "cD1"}),
         ["31 March 2030", "", "d", "2030-03-31"]),
        (cell("03/30", kind="date", **{"office:date-value": "2030-03-01T09:30:00", "style_name": "cD2"}),
         ["March 2030", "", "d", "2030-03-01"]),
        (cell("soon", kind="date", **{"office:date-value": "never"}), ["soon"]),
        (cell("47573", kind="float", **{"office:value": "47573", "style_name": "cD1"}),
         ["31 March 2030", "", "d", "2030-03-31"]),
        (cell("1.10", kind="float", **{"office:value": "1.1", "style_name": "cN2"}), ["1.10", "", "n", 1.1]),
        (cell("0.3", kind="float", **{"office:value": "0.30000000000000004"}),
         ["0.3", "", "n", 0.30000000000000004]),
        (cell("74.5%", kind="percentage", **{"office:value": "0.745", "style_name": "cP1"}),
         ["74.5%", "", "n", 0.745]),
        (cell("74%", kind="percentage", **{"office:value": "0.74"}), ["74%", "", "n", 0.74]),
        (cell("£5.00", kind="currency", **{"office:value": "5", "style_name": "cN2"}), ["5.00", "", "n", 5.0]),
        (cell("£1,234", kind="currency", **{"office:value": "1234", "style_name": "cM2"}), ["£1,234", "", "n", 1234.0]),
        (cell("WAHR", kind="boolean", **{"office:boolean-value": "true"}), ["TRUE", "", "b"]),
        (cell("#REF!", kind="string", formula="of:=A1", **{"calcext:value-type": "error"}), ["#REF!", "", "e"]),
        (cell("Err:502", kind="string", formula="of:=A1"), ["Err:502", "", "e"]),
        (cell("5", kind="float", formula="of:=2+3", **{"office:value": "5"}), ["5", "", "n", 5.0]),
        (cell(formula="of:=2+3"), ["", "", "f"]),
        (cell("one", "two"), ["one\ntwo"]),
        (cell("<text:p>a<text:s text:c='1000000000'/>b<text:tab/>c<text:line-break/>d</text:p>"), ["a b c\nd"]),
        (cell("<text:p>a<text:span>b</text:span><text:a>c</text:a></text:p>"), ["abc"]),
        (cell("<office:annotation><text:p>said</text:p></office:annotation>", "seen"), ["seen"]),
        (cell("<draw:frame><text:p>drawn</text:p></draw:frame>", "seen"), ["seen"]),
        (cell("seen<text:note/>"), ["seen<text:note/>"]),
        (cell("nan", kind="float", **{"office:value": "NaN"}), ["nan", "", "e"]),
        (cell("1e999", kind="float", **{"office:value": "1e999"}), ["1e999", "", "e"]),
        (cell("x", kind="float", **{"office:value": "x"}), ["x"]),
        (cell("09:30", kind="time", **{"office:time-value": "PT09H30M"}), ["09:30"]),
    ],
)  # fmt: skip
def test_cell_is_read_as_it_is_shown(path, one, shown):
    assert first(path, one) == shown


def test_days_are_counted_from_the_files_own_first(path):
    settings = (
        '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/>'
        "</table:calculation-settings>"
    )
    day = cell("x", kind="float", style_name="cD1", **{"office:value": "1"})
    spreadsheet(path, sheet(row(day)), styles=DAY + SHOWN, before=settings)

    assert rows_of(path)[1][0][1] == "2 January 1904"


def test_fill_comes_from_the_cell_its_row_its_column_or_a_parent(path):
    styles = (
        fill_style("green", "#00b050")
        + fill_style("child", "", parent="named").replace(' fo:background-color=""', "")
        + fill_style("none", "transparent", parent="named")
        + fill_style("white", "#ffffff", parent="named")
    )
    columns = (
        '<table:table-column table:default-cell-style-name="green" table:number-columns-repeated="2"/>'
        '<table:table-column table:number-columns-repeated="1000000"/>'
    )
    rows = [
        row("a", cell("b", style_name="child"), "c"),
        row("a", cell("b", style_name="white"), "c", default_cell_style_name="named"),
        row(cell("a", style_name="none"), cell("b", style_name="unknown"), "c"),
    ]
    spreadsheet(
        path,
        sheet(*rows, columns=columns),
        styles=styles,
        named=fill_style("named", "#ffc000", ""),
    )

    fills = [
        [c[2] if len(c) > 2 else "" for c in cells] for cells in rows_of(path).values()
    ]

    assert fills == [["00B050", "FFC000", ""], ["FFC000", "", "FFC000"], ["", "", ""]]


def test_default_style_holds_where_no_other_speaks(path):
    default = (
        '<style:default-style style:family="table-cell"><style:table-cell-properties '
        'fo:background-color="#d9d9d9"/></style:default-style>'
        '<style:style style:name="Default" style:family="table-cell"/>'
    )
    spreadsheet(
        path,
        sheet(row("a", cell("b", style_name="x"))),
        named=default,
        styles=fill_style("x", "#ff0000"),
    )

    assert [c[2] for c in rows_of(path)[1]] == ["D9D9D9", "FF0000"]


def test_repeated_rows_and_cells_are_each_there(path):
    spreadsheet(
        path,
        sheet(
            row(cell("a", number_columns_repeated=2), "b", number_rows_repeated=3),
            row("c"),
        ),
    )

    assert rows_of(path) == {n: [[1, "a"], [2, "a"], [3, "b"]] for n in (1, 2, 3)} | {
        4: [[1, "c"]]
    }


def test_colour_of_a_whole_row_costs_nothing(path):
    tail = cell(number_columns_repeated=16_000, style_name="green")
    status = cell(number_columns_repeated=2, style_name="green")
    rows = [row("a", status, "b", tail, number_rows_repeated=19_000)]
    spreadsheet(path, sheet(*rows), styles=fill_style("green", "#00b050"))

    assert rows_of(path)[19_000] == [
        [1, "a"],
        [2, "", "00B050"],
        [3, "", "00B050"],
        [4, "b"],
    ]
