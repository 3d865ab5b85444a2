"""Rows that are no actions, and actions that are more than a row."""

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from tests.workbooks.books.shapes.laying import Expected, act, acts, one_sheet

FIELDS = "reference title lead when"
HEADS = ["Ref", "Action", "Lead", "Timescale"]
ROWS = [
    ["1.1", "Teach staff to sign", "Learning Lead", "May 2030"],
    ["1.2", "Buy a second loop", "Halls Officer", "June 2030"],
    ["2.1", "Pay for taxis to panels", "Panels Officer", "July 2030"],
    ["2.2", "Meet in the evening", "Panels Officer", "August 2030"],
]
FUNDED = ["1.1", "Teach staff to sign*", "Learning Lead", "May 2030"]


def groups(title=None) -> list[tuple]:
    return [("", title, acts(FIELDS, ROWS))]


def totals_and_subtotals():
    book = one_sheet([
        HEADS, *ROWS[:2], ["Subtotal", 2], *ROWS[2:], ["Sub-total", None, None, 2],
        ["Total", 4], ["Number of actions: 4"], ["% complete", None, None, 0.25]])  # fmt: skip
    return book, Expected(groups(), ["actions"])


def totals_above_the_headings():
    book = one_sheet([
        ["Inclusion plan 2029/30"], ["Number of actions:", 4], ["% complete", "25%"], ["Date of last update", "1 May 2029"], [],
        HEADS, *ROWS])  # fmt: skip
    return book, Expected(
        groups(), ["actions"], plan={"title": "Inclusion plan 2029/30"}
    )


def totals_in_other_words():
    book = one_sheet([
        HEADS, *ROWS[:2], [None, "Total actions in this priority", None, "2"], *ROWS[2:],
        [None, "Grand total", None, "4"], [None, "Count of actions", None, 4], ["Totals:", "4"]])  # fmt: skip
    return book, Expected(groups(), ["actions"])


def footnotes_beneath_the_table():
    book = one_sheet([
        HEADS, FUNDED, *ROWS[1:], [], ["* funded by the lottery"], ["Note: dates may move."],
        ["Source: panel minutes, 4 May"], ["1 Subject to budget."], ["NB All leads are posts."]])  # fmt: skip
    found = acts(FIELDS, [FUNDED, *ROWS[1:]])
    return book, Expected([("", None, found)], ["actions"])


def footnotes_close_beneath_the_table():
    book = one_sheet([
        HEADS, *ROWS, ["* funded by the lottery"], ["Notes"], ["Dates may move when the budget is set."],
        ["Last updated 4 May 2030"], ["Page 2 of 2"]])  # fmt: skip
    return book, Expected(groups(), ["actions"])


def blank_rows_and_columns_within_the_table():
    spread = [
        [row[0], None, row[1], row[2], None, None, row[3]] for row in [HEADS, *ROWS]
    ]
    book = one_sheet(
        [
            spread[0],
            [],
            spread[1],
            [],
            [],
            spread[2],
            [None, " "],
            spread[3],
            [],
            spread[4],
        ]
    )
    return book, Expected(groups(), ["actions"])


def hidden_rows_within_the_table():
    book = one_sheet(
        [HEADS, *ROWS[:2], ["9.9", "Dropped promise", "Nobody", "2020"], *ROWS[2:]],
        hidden_rows=[4],
    )
    return book, Expected(groups(), ["actions"], notes=["hidden"])


def lead_and_deadline_merged_over_several_actions():
    rows = [ROWS[0], [*ROWS[1][:2]], ROWS[2], [*ROWS[3][:2]]]
    book = one_sheet([HEADS, *rows], merges=["C2:C3", "D2:D3", "C4:C5", "D4:D5"])
    found = acts(FIELDS, ROWS)
    for over, under in ((0, 1), (2, 3)):
        found[under].update(lead=found[over]["lead"], when=found[over]["when"])
    return book, Expected([("", None, found)], ["actions"])


def comments_and_rich_text():
    book = one_sheet([HEADS, *ROWS])
    sheet = book.active
    sheet["B2"] = CellRichText(
        "Teach ", TextBlock(InlineFont(b=True), "staff"), " to sign"
    )
    sheet["C3"].comment = Comment("Ask Jo about this", "Sam")
    return book, Expected(groups(), ["actions"], notes=["comment"])


def banners_with_counts():
    book = one_sheet([
        HEADS, ["Priority 1: Staff (2 actions)"], *ROWS[:2], ["Priority 2: Panels (2 actions)"], *ROWS[2:]],
        merges=["A2:D2", "A5:D5"])  # fmt: skip
    found = acts(FIELDS, ROWS)
    return book, Expected([("1", None, found[:2]), ("2", None, found[2:])], ["actions"])


def banners_with_figures_beside_them():
    book = one_sheet([
        HEADS, ["Objective 1", "Staff are sure of themselves"], *ROWS[:2],
        ["Objective 2", "Panels are for everyone"], *ROWS[2:]])  # fmt: skip
    found = acts(FIELDS, ROWS)
    one, two = "Staff are sure of themselves", "Panels are for everyone"
    return book, Expected([("1", one, found[:2]), ("2", two, found[2:])], ["actions"])


def references_without_a_priority_but_with_sections():
    book = one_sheet([
        HEADS, ["1", "STAFF"], *ROWS[:2], ["2", "PANELS"], *ROWS[2:]])  # fmt: skip
    found = acts(FIELDS, ROWS)
    return book, Expected(
        [("1", "STAFF", found[:2]), ("2", "PANELS", found[2:])], ["actions"]
    )


def references_that_look_like_numbers():
    rows = [
        ["1.10", *ROWS[0][1:]],
        [1.1, *ROWS[1][1:]],
        ["01.02", *ROWS[2][1:]],
        [2, *ROWS[3][1:]],
    ]
    book = one_sheet([HEADS, *rows])
    wanted = [
        ["1.10", *ROWS[0][1:]],
        ["1.1", *ROWS[1][1:]],
        ["01.02", *ROWS[2][1:]],
        ["2", *ROWS[3][1:]],
    ]
    return book, Expected([("", None, acts(FIELDS, wanted))])


def an_action_on_two_rows_of_one_cell():
    book = one_sheet(
        [HEADS, ROWS[0], [None, "and write down what was learnt"], *ROWS[1:]]
    )
    found = acts(FIELDS, ROWS)
    found[0]["title"] = "Teach staff to sign\nand write down what was learnt"
    return book, Expected([("", None, found)], ["actions"])


def banners_of_two_levels():
    book = one_sheet([
        HEADS, ["Theme 1: People"], ["Objective 1.1: Staff"], *ROWS[:2], ["Objective 1.2: Panels"], *ROWS[2:]],
        merges=["A2:D2", "A3:D3", "A6:D6"])  # fmt: skip
    found = acts(FIELDS, ROWS)
    return book, Expected(
        [("1.1", "Staff", found[:2]), ("1.2", "Panels", found[2:])], ["actions"]
    )


def outcome_beneath_each_banner():
    book = one_sheet([
        ["Priority 1: Staff"], ["Outcome: staff are sure of themselves"], HEADS, *ROWS[:2], [],
        ["Priority 2: Panels"], ["Outcome: panels look like the town"], HEADS, *ROWS[2:]])  # fmt: skip
    found = acts(FIELDS, ROWS)
    said = [["staff are sure of themselves"], ["panels look like the town"]]
    return book, Expected(
        [("1", "Staff", found[:2]), ("2", "Panels", found[2:])], outcomes=said
    )


def an_action_without_words_for_it():
    book = one_sheet([HEADS, ROWS[0], ["1.3", None, "Somebody", "May 2031"], *ROWS[1:]])
    found = acts(FIELDS, ROWS)
    found.insert(1, act("", "1.3", lead="Somebody", when="May 2031"))
    return book, Expected(
        None, ["actions"], notes=["A3 this row has words but no action"]
    )


def deadlines_between_the_rows():
    book = one_sheet([
        ["Action", "Lead"], ["By March 2030"], ["Ask", "HR"], ["Tell", "IT"],
        ["By March 2031"], ["Mend", "Property"]])  # fmt: skip
    early = acts("title lead", [["Ask", "HR"], ["Tell", "IT"]], when="By March 2030")
    late = acts("title lead", [["Mend", "Property"]], when="By March 2031")
    return book, Expected([("", None, early + late)], ["actions"])


def outcomes_between_the_rows_of_one_priority():
    book = one_sheet([
        ["Priority 1: Words"], ["Ref", "Action", "Lead"], ["Outcome: clear letters"], ["1", "Write", "Print"],
        ["Outcome: clear films"], ["2", "Caption", "Web"]], merges=["A3:C3", "A5:C5"])  # fmt: skip
    found = [
        act("Write", "1", lead="Print", outcome="clear letters"),
        act("Caption", "2", lead="Web", outcome="clear films"),
    ]
    said = [["clear letters", "clear films"]]
    return book, Expected([("1", "Words", found)], outcomes=said)


def two_actions_crowded_into_one_row():
    book = one_sheet([HEADS, ["1.1\n1.2", "Ask\nTell", "HR", "May 2030"]])
    return book, Expected(None, ["actions"], notes=["several references"])
