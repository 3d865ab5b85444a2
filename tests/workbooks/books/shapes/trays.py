"""The rest of the last set."""

from tests.workbooks.books.shapes.laying import (
    Expected,
    act,
    acts,
    one_sheet,
)

TRIO = "reference title lead when"


def subheadings_in_capitals_without_merge_or_colour():
    book = one_sheet([["Action", "Lead", "Timescale", "Measure"], ["RECRUITMENT"], ["Widen adverts", "HR", "May 2031", "Adverts placed"], ["Train panels", "HR", "June 2031", "Panels trained"],
                      ["RETENTION"], ["Ask why staff leave", "HR", "July 2031", "Interviews held"]])  # fmt: skip
    names = "title lead when measures"
    groups = [("", "RECRUITMENT", acts(names, [["Widen adverts", "HR", "May 2031", ["Adverts placed"]], ["Train panels", "HR", "June 2031", ["Panels trained"]]])),
              ("", "RETENTION", acts(names, [["Ask why staff leave", "HR", "July 2031", ["Interviews held"]]]))]  # fmt: skip
    return book, Expected(groups, ["actions"])


def priority_objective_and_outcome_lines_stacked_above_a_table():
    book = one_sheet([
        ["PRIORITY 1: FAIR WORK"], ["Objective 1.1: Hire fairly"], ["Outcome: Shortlists look like the town"],
        ["Ref", "Action", "Lead", "Timescale"], ["1.1.1", "Hide names", "HR", "May 2031"], [],
        ["Objective 1.2: Pay fairly"], ["Outcome: No gap"], ["Ref", "Action", "Lead", "Timescale"], ["1.2.1", "Check bands", "Pay", "June 2031"]])  # fmt: skip
    groups = [
        ("1.1", "Hire fairly", acts(TRIO, [["1.1.1", "Hide names", "HR", "May 2031"]])),
        (
            "1.2",
            "Pay fairly",
            acts(TRIO, [["1.2.1", "Check bands", "Pay", "June 2031"]]),
        ),
    ]
    return book, Expected(
        groups,
        ["actions", "actions"],
        outcomes=[["Shortlists look like the town"], ["No gap"]],
    )


def update_columns_named_for_meetings():
    heads = [
        "Ref",
        "Action",
        "Lead",
        "Deadline",
        "RAG",
        "Update 12 May 2031",
        "Update 8 September 2031",
    ]
    book = one_sheet(
        [
            heads,
            [
                "1",
                "Mend the lift",
                "Halls",
                "May 2032",
                "Green",
                "Asked for prices",
                "Order placed",
            ],
            ["2", "Mark steps", "Halls", "June 2032", "Amber", "Paint bought", None],
        ]
    )
    made = [act("Mend the lift", "1", lead="Halls", when="May 2032", rag_status="on_target", progress="Order placed", earlier=[("2031-05-12", None, "Asked for prices")]),
            act("Mark steps", "2", lead="Halls", when="June 2032", rag_status="some_slippage", progress="Paint bought")]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def actions_grouped_under_indicators_with_targets():
    book = one_sheet([
        ["Priority 2: Health"], [], ["Performance indicator", "Baseline 2030/31", "Target 2031/32", "Target 2032/33"], ["Health checks taken up", "40%", "45%", "50%"], [],
        ["Key actions", "Lead officer", "Completion date", "Update"], ["Visit hostels", "Nurse Lead", "May 2032", "Two visited"]])  # fmt: skip
    made = [
        act("Visit hostels", lead="Nurse Lead", when="May 2032", progress="Two visited")
    ]
    return book, Expected([("2", "Health", made)], ["indicators", "actions"])


def plan_with_completed_actions_listed_below_under_a_line():
    heads = ["Ref", "Action", "Lead", "Due", "Status"]
    book = one_sheet(
        [
            ["Live actions"],
            heads,
            ["1", "Mend the lift", "Halls", "May 2032", "On track"],
            [],
            ["Completed actions"],
            heads,
            ["2", "Mark steps", "Halls", "June 2031", "Complete"],
        ]
    )
    groups = [("", "Live actions", acts(TRIO + " rag_status", [["1", "Mend the lift", "Halls", "May 2032", "on_target"]])),
              ("", "Completed actions", acts(TRIO + " rag_status", [["2", "Mark steps", "Halls", "June 2031", "achieved"]]))]  # fmt: skip
    return book, Expected(groups, ["actions", "actions"])


def welsh_plan_with_well_being_objectives():
    heads = [
        "Equality Objective",
        "Steps we will take",
        "Responsible Head of Service",
        "Completion date",
        "What will success look like?",
    ]
    book = one_sheet([["Strategic Equality Plan 2032 – 2036"], [], heads,
        ["Objective 1: Everyone can take part", "Hold meetings at several times", "Head of Democratic Services", "March 2033", "More people come"],
        ["Objective 1: Everyone can take part", "Stream meetings", "Head of Democratic Services", "March 2034", "More people watch"],
        ["Objective 2: Fair schools", "Log bullying", "Head of Schools", "September 2033", "Logs kept"]])  # fmt: skip
    names = "title lead when measures"
    one = [
        [
            "Hold meetings at several times",
            "Head of Democratic Services",
            "March 2033",
            ["More people come"],
        ],
        [
            "Stream meetings",
            "Head of Democratic Services",
            "March 2034",
            ["More people watch"],
        ],
    ]
    two = [["Log bullying", "Head of Schools", "September 2033", ["Logs kept"]]]
    return book, Expected(
        [
            ("1", "Everyone can take part", acts(names, one)),
            ("2", "Fair schools", acts(names, two)),
        ],
        ["actions"],
    )


def table_with_a_total_column_and_percent_row():
    book = one_sheet([["Ref", "Action", "Lead", "Timescale", "RAG"], ["1", "Mend the lift", "Halls", "May 2032", "Green"], ["2", "Mark steps", "Halls", "June 2032", "Red"],
                      ["% on target", None, None, None, "50%"], ["Actions complete:", None, None, None, "0"], ["Number of actions overdue", None, None, None, 1]])  # fmt: skip
    made = acts(
        TRIO + " rag_status",
        [
            ["1", "Mend the lift", "Halls", "May 2032", "on_target"],
            ["2", "Mark steps", "Halls", "June 2032", "slipped"],
        ],
    )
    return book, Expected([("", None, made)], ["actions"])


def urgency_in_a_column_called_priority():
    book = one_sheet([
        ["Ref", "Objective", "Action", "Priority", "Lead", "By when"],
        ["1", "Fair work", "Hide names", "High", "HR", "May 2031"], ["2", "Fair work", "Check bands", "Low", "Pay", "June 2031"]])  # fmt: skip
    made = acts(
        TRIO,
        [
            ["1", "Hide names", "HR", "May 2031"],
            ["2", "Check bands", "Pay", "June 2031"],
        ],
    )
    return book, Expected([("", "Fair work", made)], ["actions"])


def urgency_as_the_only_priority():
    book = one_sheet(
        [
            ["Priority", "Action", "Lead", "By when"],
            ["H", "Hide names", "HR", "May 2031"],
            ["L", "Check bands", "Pay", "June 2031"],
            ["M", "Ask why", "HR", "July 2031"],
        ]
    )
    made = acts(
        "title lead when",
        [
            ["Hide names", "HR", "May 2031"],
            ["Check bands", "Pay", "June 2031"],
            ["Ask why", "HR", "July 2031"],
        ],
    )
    return book, Expected([("", None, made)], ["actions"])
