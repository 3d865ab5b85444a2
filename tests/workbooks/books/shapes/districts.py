"""More whole workbooks, several faults in each."""

from openpyxl import Workbook

from tests.workbooks.books.shapes.laying import (
    Expected,
    act,
    acts,
    lay,
    one_sheet,
)


def city_with_headings_repeated_on_each_printed_page_and_page_numbers():
    heads = ["Ref", "Action", "Lead", "By when"]
    page = lambda n: [[f"Page {n} of 3"], ["Inclusion Plan 2031/32"], heads]  # noqa: E731
    book = one_sheet([
        *page(1), ["1", "Ask", "A Team", "May 2031"], ["2", "Listen", "A Team", "June 2031"], [],
        *page(2), ["3", "Act", "B Team", "July 2031"], [],
        *page(3), ["4", "Report", "B Team", "March 2032"]])  # fmt: skip
    made = acts("reference title lead when", [
        ["1", "Ask", "A Team", "May 2031"], ["2", "Listen", "A Team", "June 2031"],
        ["3", "Act", "B Team", "July 2031"], ["4", "Report", "B Team", "March 2032"]])  # fmt: skip
    return book, Expected([("", None, made)], plan={"title": "Inclusion Plan 2031/32"})


def board_with_a_column_of_quarters_under_a_merged_heading_and_words():
    book = one_sheet([
        ["Equality Outcomes: quarterly monitoring 2030/31"], [],
        ["Outcome", "Action", "Lead", "Progress", None, None, None],
        [None, None, None, "Q1", "Q2", "Q3", "Q4"],
        ["People are safe", "Open a reporting line", "Safety Officer", "Line ordered in May", "Line open since August", None, None],
        ["People are heard", "Pay panel members", "Voice Officer", "Rates agreed with panel", None, None, None]],
        merges=["D3:G3"])  # fmt: skip
    made = [
        act("Open a reporting line", outcome="People are safe", lead="Safety Officer", progress="Line open since August", earlier=[("2030-06-30", None, "Line ordered in May")]),
        act("Pay panel members", outcome="People are heard", lead="Voice Officer", progress="Rates agreed with panel"),
    ]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def trust_with_current_and_previous_quarter_in_two_levels():
    book = one_sheet([
        ["ID", "Action", "Owner", "Due", "Previous quarter", None, "Current quarter", None],
        [None, None, None, None, "RAG", "Comment", "RAG", "Comment"],
        ["1", "Mend the signs", "Signs Team", "May 2031", "Red", "No paint", "Green", "Painted half"],
        ["2", "Buy large screens", "IT", "June 2031", "Green", "Ordered", "Complete", "In use"]],
        merges=["E1:F1", "G1:H1"])  # fmt: skip
    made = [act("Mend the signs", "1", lead="Signs Team", when="May 2031", rag_status="on_target", progress="Painted half"),
            act("Buy large screens", "2", lead="IT", when="June 2031", rag_status="achieved", progress="In use")]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def council_with_lead_and_deadline_above_each_small_table():
    heads = ["Action", "Measure of success", "Progress"]
    book = one_sheet([
        ["Priority 1: Words"], ["Lead officer: Head of Communications"], ["Deadline: March 2032"], heads,
        ["Caption films", "Films captioned", "Six captioned"], [],
        ["Priority 2: Ramps"], ["Lead officer: Head of Property"], ["Deadline: June 2032"], heads,
        ["Build ramps", "Ramps built", "Two built"]])  # fmt: skip
    one = act(
        "Caption films",
        lead="Head of Communications",
        when="Deadline: March 2032",
        measures=["Films captioned"],
        progress="Six captioned",
    )
    two = act(
        "Build ramps",
        lead="Head of Property",
        when="Deadline: June 2032",
        measures=["Ramps built"],
        progress="Two built",
    )
    return book, Expected(
        [("1", "Words", [one]), ("2", "Ramps", [two])], ["actions", "actions"]
    )


def council_with_labels_and_values_in_two_columns_above_the_table():
    heads = ["Ref", "Key actions", "Lead", "Milestone date"]
    book = one_sheet([
        ["Plan title", "Inclusion action plan 2031-2033"], ["Directorate", "Neighbourhoods"], ["Completed by", "J. Bell"], ["Date", "1 May 2031"], [],
        heads, ["1", "Light the paths", "Lighting Engineer", "May 2032"], ["2", "Trim the hedges", "Parks Foreman", "June 2032"]])  # fmt: skip
    made = acts("reference title lead when", [["1", "Light the paths", "Lighting Engineer", "May 2032"], ["2", "Trim the hedges", "Parks Foreman", "June 2032"]], directorate="Neighbourhoods")  # fmt: skip
    return book, Expected([("", "Neighbourhoods", made)], ["actions"])


def health_board_with_gantt_marks_for_years():
    heads = ["Action", "Lead", "2030/31", "2031/32", "2032/33", "Status"]
    book = one_sheet([heads,
        ["Translate menus", "Catering", "X", None, None, "Complete"],
        ["Ask about faith food", "Catering", "X", "X", None, "On track"]])  # fmt: skip
    made = [act("Translate menus", lead="Catering", when="2030/31", rag_status="achieved"),
            act("Ask about faith food", lead="Catering", when="2030/31, 2031/32", rag_status="on_target")]  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def council_with_notes_between_actions_and_a_signature():
    heads = ["Ref", "Action", "Lead", "Timescale", "Status"]
    book = one_sheet([
        heads, ["1", "Buy a hoist", "Leisure", "May 2031", "Completed"],
        ["Note: the hoist was paid for by a grant."],
        ["2", "Hold swim hours for women", "Leisure", "June 2031", "On track"], [], [],
        ["Signed:", "A. Director", None, "Date:", "1 June 2031"]])  # fmt: skip
    made = acts("reference title lead when rag_status", [
        ["1", "Buy a hoist", "Leisure", "May 2031", "achieved"], ["2", "Hold swim hours for women", "Leisure", "June 2031", "on_target"]])  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def council_with_a_pivot_of_statuses_below_the_table():
    heads = ["Ref", "Action", "Lead", "Timescale", "RAG"]
    book = one_sheet([
        heads, ["1", "Buy a hoist", "Leisure", "May 2031", "Green"], ["2", "Mend a ramp", "Property", "June 2031", "Red"], [],
        ["RAG", "Number", "%"], ["Green", 1, 0.5], ["Red", 1, 0.5], ["Total", 2, 1]])  # fmt: skip
    made = acts("reference title lead when rag_status", [
        ["1", "Buy a hoist", "Leisure", "May 2031", "on_target"], ["2", "Mend a ramp", "Property", "June 2031", "slipped"]])  # fmt: skip
    return book, Expected([("", None, made)])


def plan_whose_action_column_is_called_objective():
    book = one_sheet([["Theme", "Objective", "Lead", "Deadline", "RAG"],
                      ["Work", "Hire ten apprentices", "Skills Team", "May 2031", "Amber"],
                      ["Home", "House ten families", "Housing Team", "June 2031", "Green"]])  # fmt: skip
    groups = [("", "Work", [act("Hire ten apprentices", lead="Skills Team", when="May 2031", rag_status="some_slippage")]),
              ("", "Home", [act("House ten families", lead="Housing Team", when="June 2031", rag_status="on_target")])]  # fmt: skip
    return book, Expected(groups, ["actions"])


def recommendations_with_management_responses():
    heads = [
        "Rec no.",
        "Recommendation",
        "Agreed action",
        "Responsible officer",
        "Implementation date",
        "Current position",
    ]
    book = one_sheet([["Inclusion audit: action plan"], heads,
        ["R1", "Data should be better", "Ask for data at each contact", "Insight Lead", "May 2031", "Form drafted"],
        ["R2", "Staff should be trained", "Train each team", "Learning Lead", "June 2031", "Two teams done"]])  # fmt: skip
    made = acts("reference title lead when progress", [
        ["R1", "Ask for data at each contact", "Insight Lead", "May 2031", "Form drafted"],
        ["R2", "Train each team", "Learning Lead", "June 2031", "Two teams done"]])  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def objectives_in_rows_with_their_own_outcome_and_actions_indented():
    book = one_sheet([
        ["", "Action", "Owner", "Deadline", "Outcome"],
        ["Objective 1 – Know our places", None, None, None, "We know who lives here"],
        [None, "Map who lives here", "Insight", "May 2031", None], [None, "Ask what they need", "Voice", "June 2031", None],
        ["Objective 2 – Fair money", None, None, None, "Nobody is poorer for using us"],
        [None, "Check each charge", "Finance", "July 2031", None]])  # fmt: skip
    one = acts(
        "title lead when",
        [
            ["Map who lives here", "Insight", "May 2031"],
            ["Ask what they need", "Voice", "June 2031"],
        ],
    )
    two = acts("title lead when", [["Check each charge", "Finance", "July 2031"]])
    said = [["We know who lives here"], ["Nobody is poorer for using us"]]
    return book, Expected(
        [("1", "Know our places", one), ("2", "Fair money", two)],
        ["actions"],
        outcomes=said,
    )


def several_actions_in_bullets_with_one_lead_and_date():
    book = one_sheet([["Objective", "Actions", "Lead", "Timescale"],
                      ["Safe streets", "Light the canal path:\n• order lamps\n• dig holes", "Highways", "May 2031"],
                      ["Safe homes", "Fit alarms", "Fire Link", "June 2031"]])  # fmt: skip
    groups = [("", "Safe streets", [act("Light the canal path:", lead="Highways", when="May 2031")]),
              ("", "Safe homes", [act("Fit alarms", lead="Fire Link", when="June 2031")])]  # fmt: skip
    return book, Expected(groups, ["actions"])


def register_of_assessments_with_a_plan_like_set_of_headings():
    book = one_sheet([
        ["Equality Impact Assessments 2031/32"], [],
        ["No.", "Proposal", "Directorate", "Lead officer", "EqIA required?", "Date of decision", "Status", "Link"],
        ["1", "Close two car parks", "Place", "Parking Lead", "Yes", "May 2031", "Complete", "On website"],
        ["2", "Raise burial fees", "Place", "Burials Lead", "No", "June 2031", "Screened out", None]], "EqIA")  # fmt: skip
    return book, Expected([], ["assessments"])


def programme_of_assessments_with_target_and_achieved_by_department():
    book = Workbook()
    lay(book, "EIA targets", [
        ["EIA programme 2031/32"], ["Department", "EIAs planned", "EIAs completed", "% complete"],
        ["Adults", 4, 2, 0.5], ["Children", 6, 6, 1], ["Total", 10, 8, 0.8]])  # fmt: skip
    return book, Expected([], ["programme"])


def framework_with_levels_and_plan_on_the_next_sheet():
    book = Workbook()
    lay(book, "Self assessment", [
        ["Equality Framework for Local Government 2021"], [],
        ["Theme", "Statement", "Developing", "Achieving", "Excellent", "Our level", "Evidence"],
        ["Leadership", "Leaders speak of equality", "x", None, None, "Developing", "Speeches"],
        ["Workforce", "Staff reflect the town", None, "x", None, "Achieving", "HR report"]])  # fmt: skip
    lay(book, "Improvement plan", [
        ["Area", "Action", "Lead", "By when"],
        ["Leadership", "Brief leaders monthly", "Equalities Officer", "May 2031"], ["Workforce", "Widen adverts", "HR", "June 2031"]])  # fmt: skip
    found = acts(
        "title lead when",
        [
            ["Brief leaders monthly", "Equalities Officer", "May 2031"],
            ["Widen adverts", "HR", "June 2031"],
        ],
    )
    return book, Expected(
        [("", "Leadership", found[:1]), ("", "Workforce", found[1:])],
        ["framework", "actions"],
    )


def letters_with_a_meaning_of_their_own():
    book = one_sheet([
        ["Ref", "Action", "Lead", "When", "Status"],
        ["1", "Ask", "A Team", "May 2031", "C"], ["2", "Listen", "B Team", "June 2031", "B"], ["3", "Act", "C Team", "July 2031", "O"], [],
        ["Status key:"], ["C = Completed"], ["B = Behind schedule"], ["O = On track"]])  # fmt: skip
    made = acts("reference title lead when rag_status", [
        ["1", "Ask", "A Team", "May 2031", "achieved"], ["2", "Listen", "B Team", "June 2031", "some_slippage"], ["3", "Act", "C Team", "July 2031", "on_target"]])  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])


def directorates_in_banners_with_leads_and_dates():
    heads = ["Action", "Lead officer", "Timescale", "Outcome"]
    book = one_sheet([
        heads, ["CHIEF EXECUTIVE'S DEPARTMENT"], ["Publish data", "Insight Lead", "May 2031", "People can see"],
        ["PLACE DIRECTORATE"], ["Mend paths", "Paths Lead", "June 2031", "People can walk"],
        ["Lengthen lights", "Lights Lead", "July 2031", "People can cross"]],
        merges=["A2:D2", "A4:D4"])  # fmt: skip
    one = act(
        "Publish data",
        lead="Insight Lead",
        when="May 2031",
        outcome="People can see",
        directorate="CHIEF EXECUTIVE'S DEPARTMENT",
    )
    rest = acts("title lead when outcome", [["Mend paths", "Paths Lead", "June 2031", "People can walk"], ["Lengthen lights", "Lights Lead", "July 2031", "People can cross"]], directorate="PLACE DIRECTORATE")  # fmt: skip
    return book, Expected(
        [("", "CHIEF EXECUTIVE'S DEPARTMENT", [one]), ("", "PLACE DIRECTORATE", rest)],
        ["actions"],
    )


def two_header_rows_of_questions_and_small_print():
    book = one_sheet([
        ["What will we do?", "Why will we do it?", "Who will do it?", "When will we do it?", "How are we doing?"],
        ["(the action)", "(the outcome we want)", "(lead officer)", "(deadline)", "(progress)"],
        ["Buy a hoist", "All can swim", "Leisure", "May 2031", "Ordered"], ["Mend a ramp", "All can enter", "Property", "June 2031", "Half built"]])  # fmt: skip
    made = acts("title outcome lead when progress", [
        ["Buy a hoist", "All can swim", "Leisure", "May 2031", "Ordered"], ["Mend a ramp", "All can enter", "Property", "June 2031", "Half built"]])  # fmt: skip
    return book, Expected([("", None, made)], ["actions"])
