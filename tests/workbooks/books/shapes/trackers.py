"""The spreadsheets that officers keep to chase a plan."""

from openpyxl import Workbook

from tests.workbooks.books.shapes.laying import (
    AMBER,
    GREEN,
    RED,
    Expected,
    act,
    acts,
    lay,
    one_sheet,
)  # fmt: skip

FIELDS = "reference title lead when rag_status progress"
HEADS = ["Theme", "Ref", "Action", "Owner", "Deadline", "RAG", "Progress to date"]
ROWS = [
    ["T1", "Offer coffee mornings in four languages", "Libraries Manager", "30/06/2028", "On target", "Two held"],
    ["T2", "Put hearing loops in each hall", "Halls Officer", "31/12/2028", "Slipped", "Supplier failed"],
    ["T3", "Sign the breastfeeding pledge", "Health Partnership", "31/03/2028", "Achieved", "Signed on 1 March"],
]  # fmt: skip
STATUSES = ["on_target", "slipped", "achieved"]


def found() -> list[dict]:
    made = acts(FIELDS, ROWS)
    for one, status in zip(made, STATUSES, strict=True):
        one["rag_status"] = status
    return made


def groups() -> list[tuple]:
    one, two, three = found()
    return [("", "Welcome", [one, two]), ("", "Health", [three])]


def group_named_once_and_blank_below():
    rows = [["Welcome", *ROWS[0]], [None, *ROWS[1]], ["Health", *ROWS[2]]]
    return one_sheet([HEADS, *rows], "Tracker"), Expected(groups(), ["actions"])


def group_merged_down():
    rows = [["Welcome", *ROWS[0]], [None, *ROWS[1]], ["Health", *ROWS[2]]]
    book = one_sheet([HEADS, *rows], "Tracker", merges=["A2:A3"])
    return book, Expected(groups(), ["actions"])


def group_filled_down():
    rows = [["Welcome", *ROWS[0]], ["Welcome", *ROWS[1]], ["Health", *ROWS[2]]]
    return one_sheet([HEADS, *rows], "Tracker"), Expected(groups(), ["actions"])


def last_quarters_status_in_a_hidden_column():
    heads = [*HEADS[:5], "RAG Q1", "RAG Q2", "Progress to date"]
    rows = [["Welcome", *row[:4], before, *row[4:]]
            for row, before in zip(ROWS, ["Slipped", "On target", "On target"], strict=True)]  # fmt: skip
    book = one_sheet([heads, *rows], "Tracker", hidden_columns=["F"])
    return book, Expected([("", "Welcome", found())], ["actions"], notes=["hidden"])


def last_quarters_status_beside_this_quarters():
    heads = [*HEADS[:5], "Previous RAG", "Current RAG", "Progress to date"]
    rows = [["Welcome", *row[:4], before, *row[4:]]
            for row, before in zip(ROWS, ["Slipped", "On target", "On target"], strict=True)]  # fmt: skip
    return one_sheet([heads, *rows], "Tracker"), Expected(
        [("", "Welcome", found())], ["actions"]
    )


def directorate_and_officer_in_two_columns():
    heads = [
        "Action ID",
        "Directorate",
        "Responsible officer",
        "What we will do",
        "Completion date",
        "BRAG status",
        "Update",
    ]
    rows = [
        ["EQ-01", "Place", "Planning Policy Manager", "Consult on the local plan in parks", "May 2029", "On target", "Three parks visited"],
        ["EQ-02", "People", "Head of Adult Care", "Pay for sitters at meetings", "July 2029", "Some slippage", "Budget found"],
        ["EQ-03", "Place", "Planning Policy Manager", "Caption our films", "August 2029", "Not started", None],
    ]  # fmt: skip
    made = acts("reference directorate lead title when rag_status progress",
                [[cell or "" for cell in row] for row in rows])  # fmt: skip
    for one, status in zip(made, ["on_target", "some_slippage", "not_started"], strict=True):  # fmt: skip
        one["rag_status"] = status
    return one_sheet([heads, *rows], "Log"), Expected([("", None, made)], ["actions"])


MEASURES = ["Ref", "Action", "Measure of success", "Lead", "Target date", "Status"]


def measured() -> list[tuple]:
    loop = act("Put loops in each hall", "A1", measures=["Loops fitted", "Complaints fall", "Staff trained"],
               lead="Halls Officer", when="June 2028", rag_status="on_target")  # fmt: skip
    film = act("Caption our films", "A2", measures=["Films captioned"], lead="Web Team", when="May 2028", rag_status="achieved")  # fmt: skip
    return [("", None, [loop, film])]


def a_row_for_each_measure_with_the_reference_repeated():
    book = one_sheet([
        MEASURES,
        ["A1", "Put loops in each hall", "Loops fitted", "Halls Officer", "June 2028", "On target"],
        ["A1", "Put loops in each hall", "Complaints fall", "Halls Officer", "June 2028", "On target"],
        ["A1", "Put loops in each hall", "Staff trained", "Halls Officer", "June 2028", "On target"],
        ["A2", "Caption our films", "Films captioned", "Web Team", "May 2028", "Achieved"],
    ])  # fmt: skip
    return book, Expected(measured(), ["actions"])


def a_row_for_each_measure_with_blanks_below():
    book = one_sheet([
        MEASURES,
        ["A1", "Put loops in each hall", "Loops fitted", "Halls Officer", "June 2028", "On target"],
        [None, None, "Complaints fall"], [None, None, "Staff trained"],
        ["A2", "Caption our films", "Films captioned", "Web Team", "May 2028", "Achieved"],
    ])  # fmt: skip
    return book, Expected(measured(), ["actions"])


def a_row_for_each_measure_with_the_action_merged():
    book = one_sheet([
        MEASURES,
        ["A1", "Put loops in each hall", "Loops fitted", "Halls Officer", "June 2028", "On target"],
        [None, None, "Complaints fall"], [None, None, "Staff trained"],
        ["A2", "Caption our films", "Films captioned", "Web Team", "May 2028", "Achieved"],
    ], merges=[f"{letter}2:{letter}4" for letter in "ABDEF"])  # fmt: skip
    return book, Expected(measured(), ["actions"])


def same_action_with_several_officers():
    book = one_sheet([
        ["No", "Action", "Lead officer", "Due date"],
        ["7", "Share data on falls", "Falls Nurse", "March 2029"],
        ["7", "Share data on falls", "Ambulance Trust", "March 2029"],
        ["8", "Map benches", "Parks Officer", "April 2029"],
    ])  # fmt: skip
    made = [
        act("Share data on falls", "7", lead="Falls Nurse\nAmbulance Trust", when="March 2029"),
        act("Map benches", "8", lead="Parks Officer", when="April 2029"),
    ]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


QUARTERS = [
    ["Ref", "Action", "Lead", "Q1 2026/27", "Q2 2026/27", "Q3 2026/27", "Q4 2026/27"],
    ["1", "Review uniform grants", "Schools Officer", "G", "A", None, None],
    ["2", "Fix the website's contrast", "Web Manager", "R", "A", "G", None],
    ["3", "Hold a Pride reception", "Events Officer", "G", None, None, None],
    ["4", "Buy a hoist", "Leisure Manager", None, None, None, None],
]
LETTERS = ["Key", "R = Slipped", "A = Some slippage", "G = On target"]


def quartered() -> list[tuple]:
    first, second = "2026-06-30", "2026-09-30"
    return [("", None, [
        act("Review uniform grants", "1", lead="Schools Officer", rag_status="some_slippage", earlier=[(first, "on_target")]),
        act("Fix the website's contrast", "2", lead="Web Manager", rag_status="on_target",
            earlier=[(first, "slipped"), (second, "some_slippage")]),
        act("Hold a Pride reception", "3", lead="Events Officer", rag_status="on_target"),
        act("Buy a hoist", "4", lead="Leisure Manager"),
    ])]  # fmt: skip


def a_column_for_each_quarter_with_letters_and_colours():
    book = one_sheet([*QUARTERS, [], LETTERS], fills={
        "D2": GREEN, "E2": AMBER, "D3": RED, "E3": AMBER, "F3": GREEN, "D4": GREEN,
        "B7": RED, "C7": AMBER, "D7": GREEN})  # fmt: skip
    return book, Expected(quartered(), ["actions"])


def quarters_below_a_heading_for_the_year():
    top = ["Ref", "Action", "Lead", "RAG 2026/27", None, None, None]
    below = [None, None, None, "Q1", "Q2", "Q3", "Q4"]
    book = one_sheet(
        [["Inclusion tracker"], [], top, below, *QUARTERS[1:]], merges=["D3:G3"]
    )
    return book, Expected(quartered(), ["actions"])


def status_and_words_for_each_quarter():
    heads = [
        "Ref",
        "Action",
        "Lead",
        "Quarter 1 RAG (Apr-Jun 2027)",
        "Quarter 1 update",
        "Quarter 2 RAG (Jul-Sep 2027)",
        "Quarter 2 update",
    ]
    book = one_sheet([heads,
        ["1", "Ask tenants about repairs", "Repairs Manager", "On target", "Questions agreed", "Some slippage", "Printer broke"],
        ["2", "Train wardens", "Wardens Lead", "Slipped", "No trainer", None, None],
    ])  # fmt: skip
    made = [
        act("Ask tenants about repairs", "1", lead="Repairs Manager", rag_status="some_slippage",
            progress="Printer broke", earlier=[("2027-06-30", "on_target", "Questions agreed")]),
        act("Train wardens", "2", lead="Wardens Lead", rag_status="slipped", progress="No trainer"),
    ]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def status_at_dates():
    heads = ["Ref", "Action", "Owner", "Status at 30/09/2027", "Status at 31/12/2027"]
    book = one_sheet([heads,
        ["1", "Hire an interpreter", "Contact Centre", "Not started", "On target"],
        ["2", "Print large type", "Print Room", "On target", "Achieved"]])  # fmt: skip
    made = [
        act("Hire an interpreter", "1", lead="Contact Centre", rag_status="on_target", earlier=[("2027-09-30", "not_started")]),
        act("Print large type", "2", lead="Print Room", rag_status="achieved", earlier=[("2027-09-30", "on_target")]),
    ]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def words_for_each_month():
    heads = [
        "Action",
        "Lead",
        "Deadline",
        "RAG",
        "April 2027 update",
        "July 2027 update",
    ]
    book = one_sheet([heads,
        ["Hire an interpreter", "Contact Centre", "May 2028", "On target", "Advert placed", "Interviews held"]])  # fmt: skip
    made = act("Hire an interpreter", lead="Contact Centre", when="May 2028", rag_status="on_target",
               progress="Interviews held", earlier=[("2027-04-30", None, "Advert placed")])  # fmt: skip
    return book, Expected([("", None, [made])], ["actions"])


def sheet_for_each_quarter_with_the_same_actions():
    heads = ["Ref", "Action", "Lead", "Timescale", "RAG", "Update"]
    book = Workbook()
    stages = [("Q1 2028-29", "On target", "Begun"), ("Q2 2028-29", "Some slippage", "Late"), ("Q3 2028-29", "Achieved", "Done")]  # fmt: skip
    for name, status, update in stages:
        lay(book, name, [["Inclusion plan 2028/29"], heads,
            ["1.1", "Open a quiet room", "Facilities", "March 2029", status, update],
            ["1.2", "Ask why people leave", "HR", "March 2029", "On target", f"{update} {name[:2]}"]])  # fmt: skip
    earlier = [
        ("2028-06-30", "on_target", "Begun"),
        ("2028-09-30", "some_slippage", "Late"),
    ]
    other = [
        ("2028-06-30", "on_target", "Begun Q1"),
        ("2028-09-30", "on_target", "Late Q2"),
    ]
    made = [
        act("Open a quiet room", "1.1", lead="Facilities", when="March 2029", rag_status="achieved", progress="Done", earlier=earlier),
        act("Ask why people leave", "1.2", lead="HR", when="March 2029", rag_status="on_target", progress="Done Q3", earlier=other),
    ]  # fmt: skip
    return book, Expected([("", None, made)], notes=["Q3 2028-29"])


def status_and_comment_below_each_quarter():
    book = one_sheet([
        ["Ref", "Action", "Lead", "Quarter 1", None, "Quarter 2", None],
        [None, None, None, "RAG", "Comment", "RAG", "Comment"],
        ["1", "Ask", "HR", "Slipped", "No room", "On target", "Room found"],
        ["2", "Tell", "IT", "On target", "Begun", None, None],
    ], "2026-27", merges=["D1:E1", "F1:G1"])  # fmt: skip
    made = [
        act("Ask", "1", lead="HR", rag_status="on_target", progress="Room found", earlier=[("2026-06-30", "slipped", "No room")]),
        act("Tell", "2", lead="IT", rag_status="on_target", progress="Begun"),
    ]  # fmt: skip
    return book, Expected([("", "Actions", made)], ["actions"])
