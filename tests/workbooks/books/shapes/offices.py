"""More workbooks from more desks: what an equality lead is sent, and has not chosen."""

from openpyxl import Workbook

from tests.workbooks.books.shapes.laying import (
    GREEN,
    RED,
    Expected,
    act,
    acts,
    lay,
    one_sheet,
)

TRIO = "reference title lead when"


def university_with_objectives_as_numbered_headings_in_one_cell():
    heads = [
        "",
        "Action",
        "Owner",
        "Completion Date",
        "Success Measure",
        "RAG",
        "Update (Dec 2032)",
    ]
    book = one_sheet([
        ["Silverdale University Race Equality Charter Action Plan 2032-2037"], heads,
        ["1. Recruitment"],
        ["1.1", "Hold panels of three", "HR Director", "Sept 2033", "All panels of three", "Green", "Begun in two faculties"],
        ["1.2", "Write adverts anew", "Adverts Lead", "Dec 2033", "Adverts checked", "Amber", "Half checked"],
        ["2. Degree awarding"],
        ["2.1", "Mark without names", "Registrar", "June 2034", "Gap halves", "Red", "Software late"]])  # fmt: skip
    names = "reference title lead when measures rag_status progress"
    one = [["1.1", "Hold panels of three", "HR Director", "Sept 2033", ["All panels of three"], "on_target", "Begun in two faculties"],
           ["1.2", "Write adverts anew", "Adverts Lead", "Dec 2033", ["Adverts checked"], "some_slippage", "Half checked"]]  # fmt: skip
    two = [
        [
            "2.1",
            "Mark without names",
            "Registrar",
            "June 2034",
            ["Gap halves"],
            "slipped",
            "Software late",
        ]
    ]
    return book, Expected(
        [
            ("1", "Recruitment", acts(names, one)),
            ("2", "Degree awarding", acts(names, two)),
        ],
        ["actions"],
    )


def council_with_action_and_status_for_each_year():
    heads = ["Ref", "Action", "Lead", "Status 2030/31", "Status 2031/32", "Comments"]
    book = one_sheet([heads,
        ["A", "Mend the lift", "Halls", "On track", "Achieved", "Lift runs"],
        ["B", "Hold a fair", "Events", "Slipped", "On track", "Date set"]])  # fmt: skip
    made = [act("Mend the lift", "A", lead="Halls", rag_status="achieved", progress="Lift runs", earlier=[("2031-03-31", "on_target")]),
            act("Hold a fair", "B", lead="Events", rag_status="on_target", progress="Date set", earlier=[("2031-03-31", "slipped")])]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def trust_with_the_plan_split_over_sheets_of_one_table():
    book = Workbook()
    heads = ["Ref", "Action", "Lead", "Timescale"]
    lay(
        book,
        "Action plan",
        [["Aim 1 - Better access"], heads, ["1.1", "Ask", "A", "May 2031"]],
    )
    lay(book, "Action plan (2)", [heads, ["1.2", "Hear", "B", "June 2031"], ["Aim 2 - Better care"], ["2.1", "Mend", "C", "July 2031"]], merges=["A3:D3"])  # fmt: skip
    groups = [("1", "Better access", acts(TRIO, [["1.1", "Ask", "A", "May 2031"], ["1.2", "Hear", "B", "June 2031"]])),
              ("2", "Better care", acts(TRIO, [["2.1", "Mend", "C", "July 2031"]]))]  # fmt: skip
    return book, Expected(groups)


def council_with_a_table_of_contents_and_roles():
    book = Workbook()
    lay(
        book,
        "Contents",
        [["Contents", "Page"], ["Foreword", 1], ["Our plan", 2], ["Glossary", 9]],
    )
    lay(
        book,
        "Roles",
        [
            ["Role", "Responsibility"],
            ["Cabinet", "Agrees the plan"],
            ["Panel", "Checks the plan"],
            ["Officers", "Do the work"],
        ],
    )
    rows = [
        ["5.1", "Swings for all", "Parks", "May 2031"],
        ["5.2", "Ramps to slides", "Parks", "June 2031"],
    ]
    lay(
        book,
        "Plan",
        [["Objective 5: Play"], ["Ref", "Action", "Lead", "Timescale"], *rows],
    )
    lay(
        book,
        "Glossary",
        [
            ["Term", "Meaning"],
            ["EIA", "Equality impact assessment"],
            ["PSED", "Public sector equality duty"],
        ],
    )
    return book, Expected([("5", "Play", acts(TRIO, rows))])  # fmt: skip


def officer_with_a_filter_row_and_group_subtotals():
    heads = ["Directorate", "Ref", "Action", "Officer", "Due", "Status"]
    book = one_sheet([heads,
        ["Adults", "1", "Visit at home", "Care Manager", "May 2031", "Complete"],
        ["Adults", "2", "Ring weekly", "Care Manager", "June 2031", "On target"], ["Adults Total", None, None, None, None, 2],
        ["Children", "3", "Fund a club", "Youth Manager", "July 2031", "Overdue"], ["Children Total", None, None, None, None, 1],
        ["Grand Total", None, None, None, None, 3]])  # fmt: skip
    names = "directorate reference title lead when rag_status"
    made = acts(names, [["Adults", "1", "Visit at home", "Care Manager", "May 2031", "achieved"], ["Adults", "2", "Ring weekly", "Care Manager", "June 2031", "on_target"],
                        ["Children", "3", "Fund a club", "Youth Manager", "July 2031", "slipped"]])  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def plan_with_success_measures_in_their_own_rows_and_merged_actions():
    book = one_sheet([
        ["Objective", "Action", "Success measures", "Responsible", "By"],
        ["Fair work", "Advertise widely", "Adverts in ten places", "HR", "May 2031"], [None, None, "Share of applicants", None, None],
        [None, "Shortlist fairly", "Panels trained", "HR", "June 2031"], ["Fair pay", "Check grades", "Grades checked", "Pay", "July 2031"]],
        merges=["A2:A4", "B2:B3", "D2:D3", "E2:E3"])  # fmt: skip
    one = [act("Advertise widely", measures=["Adverts in ten places", "Share of applicants"], lead="HR", when="May 2031"),
           act("Shortlist fairly", measures=["Panels trained"], lead="HR", when="June 2031")]  # fmt: skip
    two = [
        act("Check grades", measures=["Grades checked"], lead="Pay", when="July 2031")
    ]
    return book, Expected([("", "Fair work", one), ("", "Fair pay", two)], ["actions"])


def council_with_red_amber_green_written_in_a_legend_beside_letters():
    book = one_sheet([
        ["RAG rating: R – slipped; A – some slippage; G – on target; B – achieved"], [],
        ["No", "What are we going to do?", "Who?", "By when?", "RAG"],
        ["1", "Map toilets", "Maps", "May 2031", "G"], ["2", "Open toilets", "Toilets", "June 2031", "R"], ["3", "Clean toilets", "Toilets", "July 2031", "B"]],
        fills={"E4": GREEN, "E5": RED})  # fmt: skip
    made = acts(
        TRIO + " rag_status",
        [
            ["1", "Map toilets", "Maps", "May 2031", "on_target"],
            ["2", "Open toilets", "Toilets", "June 2031", "slipped"],
            ["3", "Clean toilets", "Toilets", "July 2031", "achieved"],
        ],
    )
    return book, Expected([("", None, made)], ["actions"])


def action_log_from_a_meeting():
    heads = [
        "Action number",
        "Date raised",
        "Agenda item",
        "Action",
        "Assigned to",
        "Due date",
        "Open / closed",
        "Notes",
    ]
    book = one_sheet([["Inclusion board: action log"], heads,
        ["12/1", "4 May 2031", "Data", "Bring figures on pay", "Pay Lead", "1 June 2031", "Open", "Figures asked for"],
        ["12/2", "4 May 2031", "Events", "Book the hall", "Events Lead", "8 May 2031", "Closed", "Booked"]], "Log")  # fmt: skip
    made = [act("Bring figures on pay", "12/1", lead="Pay Lead", when="1 June 2031", progress="Figures asked for", rag_status=None),
            act("Book the hall", "12/2", lead="Events Lead", when="8 May 2031", progress="Booked", rag_status="achieved")]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def plan_with_strategic_level_above_objectives_in_columns():
    heads = [
        "Strategic priority",
        "Objective",
        "Ref",
        "Action",
        "Accountable officer",
        "Completion date",
        "BRAG",
        "Progress commentary",
    ]
    book = one_sheet([heads,
        ["People first", "Hear people", "P1", "Run forums", "Voice Lead", "May 2031", "Green", "Two run"],
        [None, None, "P2", "Pay for time", "Voice Lead", "June 2031", "Green", "Rates set"],
        [None, "Serve people", "P3", "Open late", "Hubs Lead", "July 2031", "Amber", "Trial on"],
        ["Places first", "Mend places", "P4", "Fix paths", "Paths Lead", "May 2032", "Blue", "Done"]])  # fmt: skip
    names = "reference title lead when rag_status progress"
    one = [["P1", "Run forums", "Voice Lead", "May 2031", "on_target", "Two run"], ["P2", "Pay for time", "Voice Lead", "June 2031", "on_target", "Rates set"],
           ["P3", "Open late", "Hubs Lead", "July 2031", "some_slippage", "Trial on"]]  # fmt: skip
    two = [["P4", "Fix paths", "Paths Lead", "May 2032", "achieved", "Done"]]
    return book, Expected(
        [
            ("", "People first", acts(names, one)),
            ("", "Places first", acts(names, two)),
        ],
        ["actions"],
    )
