"""Headings in odd places, in two levels, renamed and reordered."""

from tests.workbooks.books.shapes.laying import GREY, Expected, act, acts, one_sheet

FIELDS = "reference title outcome lead when"
HEADS = ["Ref", "Action", "Outcome", "Lead", "Timescale"]
ROWS = [
    ["1.1", "Ring people who miss visits", "Nobody is forgotten", "Visits Team", "May 2031"],
    ["1.2", "Offer evening visits", "Workers are seen", "Visits Team", "June 2031"],
    ["1.10", "Count who was missed", "Gaps are known", "Data Analyst", "July 2031"],
]  # fmt: skip


def plain_groups() -> list[tuple]:
    return [("", None, acts(FIELDS, ROWS))]


def headings_in_row_seven_and_column_c():
    lead_in = [["Northmere Council"], ["Equality action plan 2030/31"], [], ["Prepared by the inclusion team"], [], []]  # fmt: skip
    rows = [[None, None, *row] for row in [HEADS, *ROWS]]
    plan = {"title": "Equality action plan 2030/31"}
    return one_sheet([*lead_in, *rows]), Expected(
        plain_groups(), ["actions"], plan=plan
    )


def lead_and_progress_in_two_levels():
    book = one_sheet([
        ["Ref", "Action", "Lead", None, "Timescale", "Progress", None],
        [None, None, "Officer", "Directorate", None, "RAG", "Commentary"],
        ["1", "Ring people who miss visits", "Visits Manager", "Adult Care", "May 2031", "On target", "Calls begun"],
        ["2", "Offer evening visits", "Rota Officer", "Adult Care", "June 2031", "Slipped", "Rota not agreed"],
    ], merges=["C1:D1", "F1:G1", "A1:A2", "B1:B2", "E1:E2"])  # fmt: skip
    made = [
        act("Ring people who miss visits", "1", lead="Visits Manager", directorate="Adult Care", when="May 2031", rag_status="on_target", progress="Calls begun"),
        act("Offer evening visits", "2", lead="Rota Officer", directorate="Adult Care", when="June 2031", rag_status="slipped", progress="Rota not agreed"),
    ]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def group_headings_above_plain_headings():
    book = one_sheet([
        ["What we promised", None, None, "Who", "Monitoring", None],
        [*HEADS[:3], "Lead officer", "Status", "Latest position"],
        ["1", "Ring people who miss visits", "Nobody is forgotten", "Visits Team", "Achieved", "All rung"],
        ["2", "Offer evening visits", "Workers are seen", "Visits Team", "On target", "Pilot runs"],
    ], merges=["A1:C1", "E1:F1"])  # fmt: skip
    made = [
        act("Ring people who miss visits", "1", outcome="Nobody is forgotten", lead="Visits Team", rag_status="achieved", progress="All rung"),
        act("Offer evening visits", "2", outcome="Workers are seen", lead="Visits Team", rag_status="on_target", progress="Pilot runs"),
    ]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def start_and_end_below_timescale():
    book = one_sheet([
        ["No.", "Key action", "Timescales", None, "Responsible"],
        [None, None, "Start date", "End date", None],
        ["1", "Ring people who miss visits", "April 2031", "May 2031", "Visits Team"],
        ["2", "Offer evening visits", "May 2031", "June 2031", "Visits Team"],
    ], merges=["C1:D1"])  # fmt: skip
    made = acts("reference title - when lead", [
        ["1", "Ring people who miss visits", 0, "May 2031", "Visits Team"],
        ["2", "Offer evening visits", 0, "June 2031", "Visits Team"]])  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def renamed(heads: list[str], fields: str, rows: list[list], title=None) -> tuple:
    """A plan of one group under other headings; `measures` cells become a list of one."""
    made = acts(fields, rows)
    for one in made:
        one["measures"] = [one["measures"]] if one["measures"] else []
    return one_sheet([heads, *rows]), Expected([("", title, made)], ["actions"])


def owner_completion_date_and_success_measure():
    book, expected = renamed(
        ["Objective", "Owner", "Completion date", "Success measure", "Ref.", "Latest position", "Activity"],
        "- lead when measures reference progress title",
        [["Good homes", "Lettings Manager", "1 May 2031", "Fewer refusals", "GH1", "Talks held", "Look again at refusals"],
         ["Good homes", "Repairs Manager", "1 June 2031", "Faster repairs", "GH2", "Van bought", "Mend ramps first"]],
        "Good homes",
    )  # fmt: skip
    return book, expected


def action_number_theme_and_what_success_looks_like():
    return renamed(
        ["Action no.", "Theme", "Action required", "What success looks like", "Accountable officer", "Target date", "Commentary"],
        "reference - title measures lead when progress",
        [["1", "Data", "Ask for ethnicity at each contact", "Nine in ten records are full", "Head of Insight", "Summer 2031", "Form redrawn"],
         ["2", "Data", "Publish what we find", "Yearly report", "Head of Insight", "Winter 2031", "Draft written"]],
        "Data",
    )  # fmt: skip


def strategic_priority_milestone_and_accountable():
    return renamed(
        ["Strategic priority", "Protected characteristic(s)", "Milestone", "Accountable", "By when", "Progress to date"],
        "- - title lead when progress",
        [["Work", "Age", "Set up a returners' club", "Jobs Adviser", "Oct 2031", "Room booked"],
         ["Work", "Disability", "Meet ten employers", "Jobs Adviser", "Nov 2031", "Four met"]],
        "Work",
    )  # fmt: skip


def item_deliverable_and_timeframe():
    return renamed(
        ["Item", "Deliverable", "Workstream", "Service lead", "Timeframe", "KPI", "Position statement"],
        "reference title - lead when measures progress",
        [["1", "An easy-read guide", "Words", "Print Manager", "Q3 2031/32", "Copies taken", "Text agreed"],
         ["2", "A film with signing", "Words", "Web Manager", "Q4 2031/32", "Views", "Signer booked"]],
        "Words",
    )  # fmt: skip


def aim_intended_outcome_and_action_owner():
    return renamed(
        ["Aim", "Intended outcome", "Actions to be taken", "Action owner", "Date for completion", "Evidence of progress"],
        "- outcome title lead when evidence",
        [["Fair pay", "No gap", "Regrade cleaners", "Pay Manager", "April 2031", "Panel has met"]],
        "Fair pay",
    )  # fmt: skip


def headings_with_marks_and_line_breaks():
    return renamed(
        ["REF\nNO.", "ACTION*", "LEAD\n(officer)", "TIMESCALE (by when?)", "PROGRESS:\nwhat has been done"],
        "reference title lead when progress",
        [["1", "Offer evening visits", "Visits Team", "June 2031", "Pilot runs"],
         ["2", "Ring people who miss visits", "Visits Team", "May 2031", "Begun"]],
    )  # fmt: skip


def an_instructions_row_beneath_the_headings():
    hints = ["Unique number", "Describe the specific action to be taken", "What will be different?", "Name and job title", "Please use dd/mm/yyyy"]  # fmt: skip
    return one_sheet([HEADS, hints, *ROWS]), Expected(plain_groups(), notes=["row 2"])


def an_example_row_beneath_the_headings():
    example = ["e.g.", "Example: train all managers", "Managers are confident", "A. Person", "31/03/2020"]  # fmt: skip
    return one_sheet([HEADS, example, *ROWS]), Expected(
        plain_groups(), notes=["example"]
    )


def column_numbers_beneath_the_headings():
    return one_sheet([HEADS, [1, 2, 3, 4, 5], *ROWS]), Expected(plain_groups())


def headings_repeated_in_other_case():
    again = ["REF", "Action ", "OUTCOME", "lead", "Timescale:"]
    return one_sheet([HEADS, *ROWS[:2], again, ROWS[2]]), Expected(plain_groups())


def trailing_columns_that_are_only_coloured():
    book = one_sheet([HEADS, *ROWS])
    sheet = book.active
    for row in range(1, 400):
        for column in (6, 7, 30):
            sheet.cell(row, column).fill = book_fill()
    sheet.cell(300, 60, " ")
    return book, Expected(plain_groups(), ["actions"])


def book_fill():
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=GREY)


def plain_banner_below_the_title():
    book = one_sheet(
        [
            ["Northmere Equality Action Plan 2030/31"],
            [],
            ["Getting around safely"],
            HEADS,
            *ROWS,
        ]
    )
    groups = [("", "Getting around safely", acts(FIELDS, ROWS))]
    plan = {"title": "Northmere Equality Action Plan 2030/31"}
    return book, Expected(groups, ["actions"], plan=plan)


def plain_banners_with_no_title():
    book = one_sheet(
        [
            ["Getting around safely"],
            HEADS,
            *ROWS[:2],
            ["Knowing our places"],
            HEADS,
            ROWS[2],
        ]
    )
    found = acts(FIELDS, ROWS)
    groups = [
        ("", "Getting around safely", found[:2]),
        ("", "Knowing our places", found[2:]),
    ]
    return book, Expected(groups)


def banner_in_the_second_column():
    book = one_sheet(
        [HEADS, [None, "Theme A: Visits"], *ROWS[:2], [None, "Theme B: Data"], ROWS[2]]
    )
    found = acts(FIELDS, ROWS)
    return book, Expected(
        [("A", "Visits", found[:2]), ("B", "Data", found[2:])], ["actions"]
    )


def banner_that_spans_only_some_columns():
    book = one_sheet([["Priority One – Visits"], HEADS, *ROWS[:2], ["Priority Two – Data"], ROWS[2]],
                     merges=["A1:E1", "A5:C5"])  # fmt: skip
    found = acts(FIELDS, ROWS)
    return book, Expected(
        [("1", "Visits", found[:2]), ("2", "Data", found[2:])], ["actions"]
    )
