"""More workbooks from more desks of the same kind."""

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
)

TRIO = "reference title lead when"


def plan_with_status_columns_to_tick():
    heads = ["Action", "Lead", "Deadline", "Not started", "On target", "Achieved"]
    book = one_sheet([heads, ["Mend signs", "Signs", "May 2031", None, "x", None], ["Buy screens", "IT", "June 2031", None, None, "x"], ["Ask people", "Voice", "July 2031", "x", None, None]])  # fmt: skip
    made = acts("title lead when rag_status", [["Mend signs", "Signs", "May 2031", "on_target"], ["Buy screens", "IT", "June 2031", "achieved"], ["Ask people", "Voice", "July 2031", "not_started"]])  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def plan_with_percentages_beside_statuses():
    heads = ["ID", "Task", "Assigned To", "Start", "Finish", "% Complete", "Status"]
    book = one_sheet(
        [
            heads,
            [
                "1",
                "Mend signs",
                "Signs",
                "01/04/2031",
                "31/05/2031",
                0.5,
                "In progress",
            ],
            ["2", "Buy screens", "IT", "01/04/2031", "30/06/2031", 1, "Complete"],
        ]
    )
    made = acts(
        "reference title lead when rag_status",
        [
            ["1", "Mend signs", "Signs", "31/05/2031", "on_target"],
            ["2", "Buy screens", "IT", "30/06/2031", "achieved"],
        ],
    )
    return book, Expected([("", None, made)], ["actions"])


def plan_by_protected_characteristic_in_banners():
    heads = ["Action", "Lead", "Timescale", "Outcome"]
    book = one_sheet([["Equality action plan 2031-34"], heads,
        ["AGE"], ["Teach tablets to elders", "Digital Team", "May 2031", "Elders are online"],
        ["DISABILITY"], ["Fit ramps", "Property", "June 2031", "All get in"], ["Caption films", "Web", "July 2031", "All follow"]],
        merges=["A3:D3", "A5:D5"])  # fmt: skip
    names = "title lead when outcome"
    groups = [("", "AGE", acts(names, [["Teach tablets to elders", "Digital Team", "May 2031", "Elders are online"]])),
              ("", "DISABILITY", acts(names, [["Fit ramps", "Property", "June 2031", "All get in"], ["Caption films", "Web", "July 2031", "All follow"]]))]  # fmt: skip
    return book, Expected(groups, ["actions"])


def plan_with_colour_alone_for_each_quarter():
    rows = [["Ref", "Action", "Lead", "Q1 2031/32", "Q2 2031/32", "Q3 2031/32"], ["1", "Mend signs", "Signs", None, None, None], ["2", "Buy screens", "IT", None, None, None], [],
            ["Key", "On target", "Some slippage", "Slipped"]]  # fmt: skip
    book = one_sheet(
        rows,
        fills={
            "D2": GREEN,
            "E2": AMBER,
            "D3": RED,
            "E3": GREEN,
            "B5": GREEN,
            "C5": AMBER,
            "D5": RED,
        },
    )
    made = [act("Mend signs", "1", lead="Signs", rag_status="some_slippage", earlier=[("2031-06-30", "on_target")]),
            act("Buy screens", "2", lead="IT", rag_status="on_target", earlier=[("2031-06-30", "slipped")])]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def sheets_named_for_months_with_the_same_actions():
    book = Workbook()
    heads = ["Ref", "Action", "Lead", "RAG"]
    lay(
        book,
        "April 2031",
        [heads, ["1", "Ask", "A", "Red"], ["2", "Hear", "B", "Green"]],
    )
    lay(
        book,
        "July 2031",
        [
            heads,
            ["1", "Ask", "A", "Amber"],
            ["2", "Hear", "B", "Green"],
            ["3", "Act", "C", "Green"],
        ],
    )
    lay(
        book,
        "October 2031",
        [
            heads,
            ["1", "Ask", "A", None],
            ["2", "Hear", "B", None],
            ["3", "Act", "C", None],
        ],
    )
    made = [act("Ask", "1", lead="A", rag_status="some_slippage", earlier=[("2031-04-30", "slipped")]),
            act("Hear", "2", lead="B", rag_status="on_target", earlier=[("2031-04-30", "on_target")]), act("Act", "3", lead="C", rag_status="on_target")]  # fmt: skip
    return book, Expected([("", None, made)], notes=["October 2031", "July 2031"])


def timetable_of_assessments_alone():
    book = one_sheet([["Equality analysis timetable 2031-34"], [],
        ["Policy / service to be assessed", "Service area", "Assessor", "Start date", "Completion date", "Published"],
        ["Taxi licences", "Licensing", "Licensing Lead", "April 2031", "June 2031", "No"], ["Parks byelaws", "Parks", "Parks Lead", "July 2031", "Sept 2031", "No"]], "Timetable")  # fmt: skip
    return book, Expected([], ["assessments"])


def self_assessment_with_improvement_actions():
    book = one_sheet([["EFLG peer challenge: self-assessment"], [],
        ["Module", "Criteria", "Level (developing / achieving / excellent)", "Evidence", "Gaps"],
        ["Leadership", "Leaders know the duty", "Achieving", "Training log", "New councillors"], ["Data", "We know our places", "Developing", "Census", "No data on faith"]])  # fmt: skip
    return book, Expected([], ["framework"])


def actions_below_a_long_introduction_in_merged_cells():
    words = (
        "This plan says what the council will do in the next three years so that everybody is treated fairly. "
        * 6
    )
    book = one_sheet([["Fair Westmarsh: our plan 2031-2034"], [words], [], ["Our commitments"], [],
                      ["Commitment", "What we will do", "Responsible service", "Date"],
                      ["Listen", "Hold ten forums", "Voice Service", "May 2032"], ["Act", "Report each year", "Policy Service", "Each May"]],
                     merges=["A1:D1", "A2:D2"])  # fmt: skip
    groups = [
        ("", "Listen", [act("Hold ten forums", lead="Voice Service", when="May 2032")]),
        ("", "Act", [act("Report each year", lead="Policy Service", when="Each May")]),
    ]
    return book, Expected(
        groups, ["actions"], plan={"title": "Fair Westmarsh: our plan 2031-2034"}
    )


def lead_with_a_row_for_each_partner_beneath():
    book = one_sheet([["Ref", "Action", "Lead and partners", "Deadline"],
        ["1", "Share data", "Insight Lead", "May 2031"], [None, None, "Police", None], [None, None, "Health Board", None], ["2", "Map need", "Insight Lead", "June 2031"]])  # fmt: skip
    made = acts(
        TRIO,
        [
            ["1", "Share data", "Insight Lead\nPolice\nHealth Board", "May 2031"],
            ["2", "Map need", "Insight Lead", "June 2031"],
        ],
    )
    return book, Expected([("", None, made)], ["actions"])


def plan_with_nothing_filled_in_but_the_actions():
    book = one_sheet(
        [
            ["Ref", "Action", "Lead", "Timescale", "RAG", "Progress"],
            ["1", "Share data"],
            ["2", "Map need"],
            ["3", "Train"],
        ]
    )
    made = acts(
        "reference title", [["1", "Share data"], ["2", "Map need"], ["3", "Train"]]
    )
    return book, Expected([("", None, made)], ["actions"])


def plan_with_one_column_of_actions_in_groups():
    book = one_sheet([["Inclusion plan 2031"], [], ["Priority 1: Words"], ["Actions", "Lead"], ["Caption films", "Web"], ["Write plainly", "Print"], [],
                      ["Priority 2: Ramps"], ["Fit ramps", "Property"]])  # fmt: skip
    groups = [
        (
            "1",
            "Words",
            acts("title lead", [["Caption films", "Web"], ["Write plainly", "Print"]]),
        ),
        ("2", "Ramps", acts("title lead", [["Fit ramps", "Property"]])),
    ]
    return book, Expected(groups, ["actions"])
