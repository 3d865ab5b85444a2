"""A last set, built without a look at the reader and read once before anything was changed for it."""

from openpyxl import Workbook

from tests.workbooks.books.shapes.laying import (
    AMBER,
    GREEN,
    GREY,
    RED,
    Expected,
    act,
    acts,
    lay,
    one_sheet,
)

TRIO = "reference title lead when"


def strategy_with_commitments_and_how_we_will_do_it():
    book = one_sheet([
        ["Equal Chances: strategy for 2033-2037"], [],
        ["Our commitment", "How we will do it", "Who is responsible", "Timescales", "How we will know we have made a difference"],
        ["Welcome everybody", "Paint clear signs", "Facilities", "Year 1", "Visitors find their way"],
        [None, "Greet in five languages", "Reception", "Year 2", "Fewer complaints"],
        ["Pay fairly", "Publish bands", "HR", "Year 1", "Bands on the website"]])  # fmt: skip
    names = "title lead when measures"
    one = [
        ["Paint clear signs", "Facilities", "Year 1", ["Visitors find their way"]],
        ["Greet in five languages", "Reception", "Year 2", ["Fewer complaints"]],
    ]
    two = [["Publish bands", "HR", "Year 1", ["Bands on the website"]]]
    return book, Expected(
        [
            ("", "Welcome everybody", acts(names, one)),
            ("", "Pay fairly", acts(names, two)),
        ],
        ["actions"],
    )


def tracker_with_workstream_lead_and_action_lead():
    heads = [
        "Workstream",
        "Workstream Lead",
        "Action Ref",
        "Action",
        "Action Lead",
        "Baseline date",
        "Target Date",
        "Revised date",
        "RAG",
        "Reason for change",
    ]
    book = one_sheet([heads,
        ["Data", "Insight Head", "D1", "Ask at each visit", "Desk Lead", "1 May 2031", "1 June 2031", None, "Green", None],
        ["Data", "Insight Head", "D2", "Publish yearly", "Web Lead", "1 May 2031", "1 July 2031", "1 August 2031", "Amber", "Staff left"]])  # fmt: skip
    made = [
        act(
            "Ask at each visit",
            "D1",
            lead=None,
            when="1 June 2031",
            rag_status="on_target",
        ),
        act(
            "Publish yearly",
            "D2",
            lead=None,
            when="1 July 2031",
            rag_status="some_slippage",
        ),
    ]
    for one, lead in zip(made, ["Desk Lead", "Web Lead"], strict=True):
        one["lead"] = f"Insight Head\n{lead}"
    return book, Expected([("", "Data", made)], ["actions"])


def outcomes_with_numbered_actions_and_blank_spacer_rows():
    book = one_sheet([
        ["Outcome 1", None, None, None], ["Older people are less lonely", None, None, None], [],
        ["Ref", "Action", "Lead", "When"], ["1.1", "Ring weekly", "Callers", "May 2031"], [], ["1.2", "Drive to clubs", "Drivers", "June 2031"], [], [],
        ["Outcome 2", None, None, None], ["Children are safe", None, None, None], [],
        ["Ref", "Action", "Lead", "When"], ["2.1", "Walk to school", "Wardens", "July 2031"]])  # fmt: skip
    groups = [("1", "Older people are less lonely", acts(TRIO, [["1.1", "Ring weekly", "Callers", "May 2031"], ["1.2", "Drive to clubs", "Drivers", "June 2031"]])),
              ("2", "Children are safe", acts(TRIO, [["2.1", "Walk to school", "Wardens", "July 2031"]]))]  # fmt: skip
    return book, Expected(groups, ["actions", "actions"])


def action_in_a_wide_merge_over_several_columns():
    book = one_sheet([
        ["No", "Action", None, None, "Lead", "By"], ["1", "Mend the lift in the old hall", None, None, "Halls", "May 2031"], ["2", "Mark the steps", None, None, "Halls", "June 2031"]],
        merges=["B1:D1", "B2:D2", "B3:D3"])  # fmt: skip
    return book, Expected(
        [
            (
                "",
                None,
                acts(
                    TRIO,
                    [
                        ["1", "Mend the lift in the old hall", "Halls", "May 2031"],
                        ["2", "Mark the steps", "Halls", "June 2031"],
                    ],
                ),
            )
        ],
        ["actions"],
    )


def report_with_exceptions_above_and_the_plan_below():
    book = one_sheet([
        ["Quarter 2 report 2031/32"], [], ["Summary"], ["Status", "This quarter", "Last quarter"], ["Green", 2, 1], ["Amber", 0, 1], ["Total", 2, 2], [],
        ["Detailed progress"], ["Ref", "Action", "Lead", "Deadline", "RAG", "Commentary"],
        ["1", "Mend the lift", "Halls", "May 2032", "Green", "Parts came"], ["2", "Mark steps", "Halls", "June 2032", "Green", "Paint bought"]])  # fmt: skip
    made = acts(
        TRIO + " rag_status progress",
        [
            ["1", "Mend the lift", "Halls", "May 2032", "on_target", "Parts came"],
            ["2", "Mark steps", "Halls", "June 2032", "on_target", "Paint bought"],
        ],
    )
    return book, Expected([("", None, made)])


def plan_with_column_letters_and_a_blank_row_below_the_headings():
    book = one_sheet(
        [
            ["A", "B", "C", "D"],
            ["Ref", "Action", "Owner", "Due date"],
            [],
            ["1", "Mend the lift", "Halls", "May 2032"],
            ["2", "Mark steps", "Halls", "June 2032"],
        ]
    )
    return book, Expected(
        [
            (
                "",
                None,
                acts(
                    TRIO,
                    [
                        ["1", "Mend the lift", "Halls", "May 2032"],
                        ["2", "Mark steps", "Halls", "June 2032"],
                    ],
                ),
            )
        ],
        ["actions"],
    )


def coloured_title_cells_that_only_decorate():
    book = one_sheet([["Ref", "Action", "Lead", "Timescale", "Progress"], ["1", "Mend the lift", "Halls", "May 2032", "Parts came"], ["2", "Mark steps", "Halls", "June 2032", "Paint bought"]],
                     fills={"A2": GREY, "B2": GREY, "C2": GREY, "D2": GREY, "E2": GREY, "A1": GREEN, "B1": GREEN})  # fmt: skip
    made = acts(
        TRIO + " progress",
        [
            ["1", "Mend the lift", "Halls", "May 2032", "Parts came"],
            ["2", "Mark steps", "Halls", "June 2032", "Paint bought"],
        ],
    )
    return book, Expected([("", None, made)], ["actions"])


def two_plans_of_two_years_on_two_sheets():
    book = Workbook()
    lay(
        book,
        "2031-32",
        [
            ["Ref", "Action", "Lead", "RAG"],
            ["1", "Mend the lift", "Halls", "Complete"],
            ["2", "Mark steps", "Halls", "Complete"],
        ],
    )
    lay(
        book,
        "2032-33",
        [
            ["Ref", "Action", "Lead", "RAG"],
            ["1", "Open a hub", "Hubs", "On track"],
            ["2", "Hire guides", "Guides", "Late"],
        ],
    )
    groups = [("", "2031-32", acts("reference title lead rag_status", [["1", "Mend the lift", "Halls", "achieved"], ["2", "Mark steps", "Halls", "achieved"]])),
              ("", "2032-33", acts("reference title lead rag_status", [["1", "Open a hub", "Hubs", "on_target"], ["2", "Hire guides", "Guides", "slipped"]]))]  # fmt: skip
    return book, Expected(groups)


def plan_with_key_on_a_sheet_of_its_own():
    book = Workbook()
    lay(
        book,
        "Key",
        [
            ["Colour", "Meaning"],
            [None, "Achieved"],
            [None, "On target"],
            [None, "Slipped"],
        ],
        fills={"A2": GREEN, "A3": AMBER, "A4": RED},
    )
    lay(book, "Plan", [["Ref", "Action", "Lead", "Timescale", "Status"], ["1", "Mend the lift", "Halls", "May 2032"], ["2", "Mark steps", "Halls", "June 2032"], ["3", "Ring bells", "Bells", "July 2032"]],
        fills={"E2": GREEN, "E3": AMBER, "E4": RED})  # fmt: skip
    made = acts(
        TRIO + " rag_status",
        [
            ["1", "Mend the lift", "Halls", "May 2032", "achieved"],
            ["2", "Mark steps", "Halls", "June 2032", "on_target"],
            ["3", "Ring bells", "Bells", "July 2032", "slipped"],
        ],
    )
    return book, Expected([("", None, made)])
