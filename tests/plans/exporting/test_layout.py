"""A plan that was imported goes out again as its council knows it."""

import io

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from equality_tracker.imports.undoing import undo_run
from plans.models import Action, Plan, PlanLayout

from .there_and_back import Sheet, bring_in, send_out

pytestmark = pytest.mark.django_db

GREEN, AMBER, RED = "FF00B050", "FFFFC000", "FFFF0000"
HEADINGS = ("Item", "What will be done", "Budget", "Who", "By when", "RAG", "Comments")
ROWS = (
    (
        "1.1",
        "Open the desk",
        "£400",
        "Desk Manager",
        "By March 2027",
        "G",
        "Going well",
    ),
    ("1.10", "Answer calls", "none", "Call Team", "Ongoing", "A", "• one\n• two"),
    ("2.1", "Publish the pay gap", "", "Head of People", "June 2027", "R", "Late"),
)
WIDTHS = (7, 41, 12, 22, 18, 6, 50)


def council_file():
    """A council's own workbook: its headings, letters for statuses, a key in colours, banners, widths."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "EDI tracker"
    sheet.append(["Fair Northmere 2026 to 2029"])
    sheet.append([None])
    for column, (word, fill) in enumerate(
        (("Green: on target", GREEN), ("Amber: slipping", AMBER), ("Red", RED)), 2
    ):
        cell = sheet.cell(2, column, word)
        cell.fill = PatternFill("solid", fgColor=fill)
    sheet.append([])
    sheet.append(HEADINGS)
    for number, row in enumerate(ROWS):
        if number in (0, 2):
            sheet.append([f"Goal {row[0][0]}: {'Access' if number == 0 else 'Work'}"])
            place = sheet.max_row
            sheet.merge_cells(
                start_row=place, end_row=place, start_column=1, end_column=7
            )
            sheet.cell(place, 1).fill = PatternFill("solid", fgColor="FFCCDDEE")
        sheet.append(row)
    for cell in sheet[4]:
        cell.fill = PatternFill("solid", fgColor="FF660033")
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[chr(64 + column)].width = width
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
def imported(admin):
    return bring_in(council_file(), admin)


@pytest.fixture
def plan(imported):
    return imported.plan


def test_it_has_the_councils_sheet_headings_order_and_widths(plan):
    sheet = Sheet(send_out(plan).workbook)

    headings = [cell.value for cell in sheet.sheet[sheet.head]]
    assert sheet.sheet.title == "EDI tracker"
    assert headings[:7] == list(HEADINGS)
    assert headings[7:] == ["Row key (leave as it is)"]
    widths = [sheet.sheet.column_dimensions[chr(65 + n)].width for n in range(7)]
    assert widths == pytest.approx(WIDTHS, abs=0.8)


def test_its_banners_colours_and_title_are_the_councils(plan):
    sheet = Sheet(send_out(plan).workbook)

    banner = sheet.sheet.cell(sheet.row_of("Goal 1: Access"), 1)
    assert sheet.sheet["A1"].value == "Fair Northmere 2026 to 2029"
    assert banner.fill.fgColor.rgb == "FFCCDDEE"
    assert sheet.sheet.cell(sheet.head, 1).fill.fgColor.rgb == "FF660033"


def test_its_statuses_are_the_councils_words_in_the_list_and_the_key(plan):
    sheet = Sheet(send_out(plan).workbook)

    (choice,) = sheet.sheet.data_validations.dataValidation
    offered = choice.formula1.strip('"').split(",")
    assert {"G", "A", "R"} <= set(offered)
    key = {c.value: c.fill.fgColor.rgb for row in sheet.sheet["A1:I6"] for c in row}
    assert (key["G"], key["A"], key["R"]) == (GREEN, AMBER, RED)


def test_every_cell_says_what_the_council_wrote(plan):
    sheet = Sheet(send_out(plan).workbook)

    for row in ROWS:
        assert [value or "" for value in sheet.values(row[0])][:7] == list(row)


def test_a_cell_that_changed_here_says_what_stands_here(plan):
    Action.objects.filter(reference="1.1").update(title="Open two desks")

    sheet = Sheet(send_out(plan).workbook)

    values = sheet.values("1.1")
    assert values[1] == "Open two desks"
    assert values[2] == "£400"


def test_untouched_it_changes_nothing(plan, admin):
    went = send_out(plan)

    run = bring_in(Sheet(went.workbook).content, admin, plan)

    assert run.counts["unchanged"] == 3
    assert not run.changes.exists()


def test_what_officers_write_in_columns_of_no_field_goes_out_again(plan, admin):
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.10", "Budget", "£900")
    run = bring_in(sheet.content, admin, plan)

    again = Sheet(send_out(plan).workbook)

    assert again.values("1.10")[2] == "£900"
    assert again.values("1.1")[2] == "£400"
    undo_run(run, by=admin)
    assert Sheet(send_out(plan).workbook).values("1.10")[2] == "none"


def test_a_column_that_was_taken_out_of_the_file_is_not_forgotten(plan, admin):
    sheet = Sheet(send_out(plan).workbook)
    sheet.without_column("Budget")

    bring_in(sheet.content, admin, plan)

    assert Sheet(send_out(plan).workbook).values("1.1")[2] == "£400"


def test_an_import_that_is_undone_takes_the_layout_with_it(imported, admin):
    assert PlanLayout.objects.count() == 1

    undo_run(imported, by=admin)

    assert not PlanLayout.objects.exists()
    assert not Plan.objects.exists()


def test_an_action_added_here_goes_out_under_its_heading(plan):
    first = Action.objects.get(reference="1.1")
    Action.objects.create(
        plan=plan, priority=first.priority, title="Train the staff", position=9
    )

    sheet = Sheet(send_out(plan).workbook)

    above = sheet.row_of("Goal 2: Work")
    assert sheet.row_of("1.10") < sheet.row_of("Train the staff") < above
