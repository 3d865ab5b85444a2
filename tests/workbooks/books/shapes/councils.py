"""Whole workbooks as invented councils, trusts and colleges keep them, several faults in each."""

from datetime import date

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


def borough_with_one_merged_title_and_objective_rows_in_grey():
    heads = [
        "No.",
        "Action",
        "Lead Officer",
        "Target Date",
        "Progress as at March 2031",
        "RAG",
    ]
    book = one_sheet(
        [
            ["LOWER HEXLEY BOROUGH COUNCIL - EQUALITY OBJECTIVES ACTION PLAN 2030-2034"],
            ["Updated: 31 March 2031"],
            heads,
            ["Objective 1: Improve how we collect and use data"],
            ["1a", "Add three questions to every survey", "Insight Manager", "30/09/2030", "Added to nine of eleven surveys.", "Amber"],
            ["1b", "Report to committee each spring", "Equalities Officer", "Annually", "First report made on 3 March.", "Green"],
            ["Objective 2: Be a fair employer"],
            ["2a", "Publish the pay gap by ethnicity", "Head of HR", "31/03/2031", "Published.", "Complete"],
        ],
        merges=["A1:F1", "A4:F4", "A7:F7"],
        fills={"A4": GREY, "A7": GREY, "F5": AMBER, "F6": GREEN},
    )  # fmt: skip
    one = acts("reference title lead when progress rag_status", [
        ["1a", "Add three questions to every survey", "Insight Manager", "30/09/2030", "Added to nine of eleven surveys.", "some_slippage"],
        ["1b", "Report to committee each spring", "Equalities Officer", "Annually", "First report made on 3 March.", "on_target"]])  # fmt: skip
    two = acts("reference title lead when progress rag_status", [
        ["2a", "Publish the pay gap by ethnicity", "Head of HR", "31/03/2031", "Published.", "achieved"]])  # fmt: skip
    groups = [
        ("1", "Improve how we collect and use data", one),
        ("2", "Be a fair employer", two),
    ]
    plan = {
        "title": "LOWER HEXLEY BOROUGH COUNCIL - EQUALITY OBJECTIVES ACTION PLAN 2030-2034",
        "start": "2030-04-01",
    }
    return book, Expected(groups, ["actions"], plan=plan)


def county_with_a_table_for_each_objective_and_a_description_above_it():
    heads = [
        "Ref",
        "What we will do",
        "Who will lead on this",
        "By when",
        "How we will know it has worked",
    ]
    book = one_sheet([
        ["Marlshire County Council"], ["Equality, Diversity and Inclusion Strategy Delivery Plan 2032 to 2036"], [],
        ["Objective One: Inclusive services"],
        ["We want every resident to be able to use our services whatever their circumstances."], [],
        heads,
        ["1.1", "Check every letter for plain words", "Communications Manager", "December 2032", "Fewer calls about letters"],
        ["1.2", "Open hubs on Saturdays", "Hubs Manager", "April 2033", "Visits on Saturdays"], [],
        ["Objective Two: Inclusive places"],
        ["Places should feel safe for women and girls at all times of day."], [],
        heads,
        ["2.1", "Walk each park after dark", "Parks Manager", "October 2032", "Walks done"],
    ])  # fmt: skip
    names = "reference title lead when measures"
    one = [["1.1", "Check every letter for plain words", "Communications Manager", "December 2032", ["Fewer calls about letters"]],
           ["1.2", "Open hubs on Saturdays", "Hubs Manager", "April 2033", ["Visits on Saturdays"]]]  # fmt: skip
    two = [
        [
            "2.1",
            "Walk each park after dark",
            "Parks Manager",
            "October 2032",
            ["Walks done"],
        ]
    ]
    groups = [
        ("1", "Inclusive services", acts(names, one)),
        ("2", "Inclusive places", acts(names, two)),
    ]
    return book, Expected(groups, ["actions", "actions"])


def ambulance_trust_with_domains_and_dates_as_dates():
    heads = [
        "EDS Domain",
        "Outcome",
        "Action",
        "Executive Lead",
        "Operational Lead",
        "Start Date",
        "End Date",
        "Status",
        "Comments",
    ]
    book = one_sheet([heads,
        ["Domain 1", "Patients can reach the service", "Send texts to deaf callers", "Chief Operating Officer", "Control Room Manager", date(2031, 4, 1), date(2031, 9, 30), "In progress", "Trial begun"],
        ["Domain 1", "Patients are heard", "Ask patients by phone", "Chief Nurse", "Patient Voice Lead", date(2031, 5, 1), date(2031, 12, 31), "Not started", None],
        ["Domain 2", "Staff are safe", "Record every assault", "People Director", "Safety Lead", date(2031, 4, 1), date(2032, 3, 31), "Complete", "Done early"]],
        title="EDS Action Plan")  # fmt: skip
    names = "title outcome lead when rag_status progress"
    one = [
        ["Send texts to deaf callers", "Patients can reach the service", None, "30 September 2031", "on_target", "Trial begun"],
        ["Ask patients by phone", "Patients are heard", None, "31 December 2031", "not_started", ""],
    ]  # fmt: skip
    two = [
        [
            "Record every assault",
            "Staff are safe",
            None,
            "31 March 2032",
            "achieved",
            "Done early",
        ]
    ]
    leads = [["Chief Operating Officer\nControl Room Manager", "Chief Nurse\nPatient Voice Lead"], ["People Director\nSafety Lead"]]  # fmt: skip
    for rows, names_of in ((one, leads[0]), (two, leads[1])):
        for row, lead in zip(rows, names_of, strict=True):
            row[2] = lead
    groups = [("1", None, acts(names, one)), ("2", None, acts(names, two))]
    return book, Expected(groups, ["actions"])


def college_with_columns_for_each_term():
    heads = [
        "Objective",
        "Action",
        "Responsibility",
        "Autumn 2031",
        "Spring 2032",
        "Summer 2032",
    ]
    book = one_sheet([heads,
        ["Welcome new learners", "Pair each learner with a guide", "Head of Students", "Guides chosen from year two", "All learners paired by January", None],
        [None, "Hold a fair on faiths", "Chaplain", "Date set for the fair in May", None, None]])  # fmt: skip
    made = [act("Pair each learner with a guide", lead="Head of Students", progress="All learners paired by January"),
            act("Hold a fair on faiths", lead="Chaplain", progress="Date set for the fair in May")]  # fmt: skip
    made[0]["earlier"] = [("2031-11-30", None, "Guides chosen from year two")]
    return book, Expected([("", "Welcome new learners", made)], ["actions"])


def fire_service_with_counts_beside_a_title_and_frozen_key():
    heads = [
        "Action Ref",
        "Action Description",
        "Action Owner",
        "Due By",
        "BRAG",
        "Update Narrative",
    ]
    book = one_sheet(
        [
            ["Inclusion Tracker", None, None, "Blue", "Complete"],
            ["As at 1 July 2030", None, None, "Red", "Slipped"],
            [None, None, None, "Amber", "Some slippage"],
            [None, None, None, "Green", "On target"],
            [],
            heads,
            ["INC1", "Open changing rooms to all", "Estates Manager", "Mar-31", "B", "Opened"],
            ["INC2", "Fit kit to women's bodies", "Stores Manager", "Sep-31", "A", "Sizes late"],
            ["INC3", "Pray room at each station", "Area Commander", "Dec-31", "G", "Four done"],
        ],
        "Tracker",
        fills={"D1": "FF0070C0", "D2": RED, "D3": AMBER, "D4": GREEN},
    )  # fmt: skip
    rows = [["INC1", "Open changing rooms to all", "Estates Manager", "Mar-31", "achieved", "Opened"],
            ["INC2", "Fit kit to women's bodies", "Stores Manager", "Sep-31", "some_slippage", "Sizes late"],
            ["INC3", "Pray room at each station", "Area Commander", "Dec-31", "on_target", "Four done"]]  # fmt: skip
    made = acts("reference title lead when rag_status progress", rows)
    return book, Expected([("", None, made)], ["actions"])


def housing_association_with_sections_numbered_in_the_margin():
    book = one_sheet([
        [None, "Our inclusion promises", None, None], [],
        ["", "What", "Who", "When"],
        ["A", "Our homes", None, None],
        [1, "Fit grab rails in a week", "Repairs Lead", "From May 2031"],
        [2, "Print rent letters large", "Rents Lead", "June 2031"],
        ["B", "Our people", None, None],
        [3, "Train every caretaker", "HR Lead", "July 2031"],
    ])  # fmt: skip
    groups = [
        ("A", "Our homes", acts("title lead when", [["Fit grab rails in a week", "Repairs Lead", "From May 2031"], ["Print rent letters large", "Rents Lead", "June 2031"]])),
        ("B", "Our people", acts("title lead when", [["Train every caretaker", "HR Lead", "July 2031"]])),
    ]  # fmt: skip
    for number, one in enumerate([one for *_rest, made in groups for one in made], 1):
        one["reference"] = str(number)
    return book, Expected(groups, ["actions"])


def police_with_one_sheet_for_each_strand_and_an_index():
    book = Workbook()
    lay(
        book,
        "Index",
        [
            ["Strand", "Sheet", "Number of actions"],
            ["Race", "Race", 2],
            ["Sex", "Sex", 1],
        ],
    )
    heads = [
        "Objective",
        "Activity",
        "Owner",
        "Timescale",
        "Success measures",
        "Current status",
    ]
    lay(book, "Race", [["Race Action Plan"], [], heads,
                       ["Trust", "Publish stop figures monthly", "Performance Unit", "Monthly", "Figures out on time", "On track"],
                       ["Trust", "Film every stop", "Response Command", "By June 2031", "Films kept", "Delayed"]])  # fmt: skip
    lay(book, "Sex", [["Sex Equality Action Plan"], [], heads,
                      ["Safety", "Train on stalking", "Learning Unit", "By May 2031", "Officers trained", "Completed"]])  # fmt: skip
    one = [act("Publish stop figures monthly", lead="Performance Unit", when="Monthly", measures=["Figures out on time"], rag_status="on_target"),
           act("Film every stop", lead="Response Command", when="By June 2031", measures=["Films kept"], rag_status="some_slippage")]  # fmt: skip
    two = [act("Train on stalking", lead="Learning Unit", when="By May 2031", measures=["Officers trained"], rag_status="achieved")]  # fmt: skip
    return book, Expected([("", "Trust", one), ("", "Safety", two)])


def district_with_evidence_under_each_action_and_ticks():
    heads = ["Ref", "Action", "Lead", "Deadline", "Done?"]
    book = one_sheet([heads,
        ["1", "Put a bench at each stop", "Streets Team", "May 2030", "✓"],
        [None, "Evidence: photographs of nine benches"],
        ["2", "Mend the lift", "Halls Officer", "June 2030", "x"],
        [None, "Evidence: none yet"]])  # fmt: skip
    made = [act("Put a bench at each stop", "1", lead="Streets Team", when="May 2030", evidence="photographs of nine benches", rag_status="achieved"),
            act("Mend the lift", "2", lead="Halls Officer", when="June 2030", evidence="none yet")]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def parish_with_no_headings_but_what_who_when():
    book = one_sheet(
        [
            ["What?", "Who?", "When?"],
            ["Ramp at the hall", "Clerk", "Spring 2031"],
            ["Loop at meetings", "Chair", "Summer 2031"],
        ]
    )
    made = acts(
        "title lead when",
        [
            ["Ramp at the hall", "Clerk", "Spring 2031"],
            ["Loop at meetings", "Chair", "Summer 2031"],
        ],
    )
    return book, Expected([("", None, made)], ["actions"])


def unitary_with_the_priority_repeated_in_a_merged_first_column():
    heads = ["Priority", "Objective", "Action", "Lead Service", "Timeline", "KPI / Measure", "RAG", "Comments"]  # fmt: skip
    book = one_sheet(
        [heads,
         ["Fair work", "Recruit fairly", "Hide names on forms", "HR", "2031/32", "Share of interviews", "Green", "In place"],
         [None, None, "Interview in pairs", "HR", "2031/32", "Pairs used", "Amber", "Half the services"],
         [None, "Promote fairly", "Publish grades", "HR", "2032/33", "Grades out", "Red", "No data"],
         ["Fair homes", "Let fairly", "Explain each refusal", "Lettings", "2031/32", "Refusals explained", "Green", "Done weekly"]],
        merges=["A2:A4", "B2:B3"],
    )  # fmt: skip
    names = "title lead when measures rag_status progress"
    one = [["Hide names on forms", "HR", "2031/32", ["Share of interviews"], "on_target", "In place"],
           ["Interview in pairs", "HR", "2031/32", ["Pairs used"], "some_slippage", "Half the services"],
           ["Publish grades", "HR", "2032/33", ["Grades out"], "slipped", "No data"]]  # fmt: skip
    two = [
        [
            "Explain each refusal",
            "Lettings",
            "2031/32",
            ["Refusals explained"],
            "on_target",
            "Done weekly",
        ]
    ]
    return book, Expected(
        [("", "Fair work", acts(names, one)), ("", "Fair homes", acts(names, two))]
    )
