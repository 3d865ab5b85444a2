"""Registers as invented trusts, colleges and services keep them."""

from datetime import date

from tests.assessments.importing.registers.laying import Expected, eia, eias
from tests.workbooks.books.shapes.laying import lay, one_sheet


def trust_with_screenings_and_whether_a_full_assessment_is_needed():
    heads = ["EIA Title", "Division", "Author", "Screening date", "Full EIA required?", "Reason if not required", "Date full EIA completed", "Link to published EIA"]  # fmt: skip
    book = one_sheet(
        [
            ["Saltmere Hospitals – Equality Impact Assessment screening log"],
            heads,
            ["Visiting hours policy", "Medicine", "Ruth Amadi", date(2031, 3, 4), "Yes", None, date(2031, 6, 2), "https://saltmere.example/eia/visiting"],
            ["Uniform policy", "Corporate", "Paul Ince", date(2031, 4, 9), "No", "The same for everybody, with exceptions on request", None, None],
            ["Discharge lounge", "Medicine", "Ruth Amadi", date(2031, 11, 20), "Y", None, None, None],
            ["Car leasing scheme", "Corporate", "Paul Ince", None, None, None, None, None],
        ],
    )  # fmt: skip
    rows = [
        eia("Visiting hours policy", service="Medicine", lead="Ruth Amadi", begun="2031-03-04", approved="2031-06-02", stage="published", address="https://saltmere.example/eia/visiting"),
        eia("Uniform policy", service="Corporate", lead="Paul Ince", begun="2031-04-09", stage="screened_out", reason="The same for everybody, with exceptions on request"),
        eia("Discharge lounge", service="Medicine", lead="Ruth Amadi", begun="2031-11-20", stage="full"),
        eia("Car leasing scheme", service="Corporate", lead="Paul Ince", stage="planned"),
    ]  # fmt: skip
    return book, Expected(rows)


def trust_whose_status_words_are_drafts_and_finals():
    heads = ["EqIA ID", "Title of policy", "Type", "Owner", "Department", "Status", "Last reviewed", "Next review"]  # fmt: skip
    book = one_sheet(
        [
            heads,
            ["P-101", "Dress code", "Policy", "HR Business Partner", "People", "Final", "10/10/2030", "10/10/2033"],
            ["P-102", "Chaplaincy", "Service", "Lead Chaplain", "Nursing", "Draft v2", None, None],
            ["P-103", "New car park", "Project", "Estates Manager", "Estates", "WIP", None, None],
            ["P-104", "Agile working", "Policy", "HR Business Partner", "People", "Archived", None, None],
            ["P-105", "Complaints", "Procedure", "Complaints Manager", "Nursing", "Approved", None, "2032"],
        ],
        title="EqIA log",
    )  # fmt: skip
    rows = eias("reference title kind lead directorate stage review", [
        ["P-101", "Dress code", "policy", "HR Business Partner", "People", "approved", "2033-10-10"],
        ["P-102", "Chaplaincy", "service", "Lead Chaplain", "Nursing", "full", None],
        ["P-103", "New car park", "project", "Estates Manager", "Estates", "full", None],
        ["P-104", "Agile working", "policy", "HR Business Partner", "People", None, None],
        ["P-105", "Complaints", None, "Complaints Manager", "Nursing", "approved", "2032-12-31"]])  # fmt: skip
    return book, Expected(rows, notes=["Archived", "Procedure"])


def council_of_budget_proposals():
    heads = ["Savings ref", "Budget proposal", "Directorate", "Head of Service", "EIA lead", "EIA stage", "EIA outcome", "Decision", "Meeting", "Date of decision"]  # fmt: skip
    book = one_sheet(
        [
            ["Budget 2032/33: Equality Impact Assessments of savings proposals"],
            [],
            heads,
            ["B1", "Reduce mobile library stops", "Culture", "Anil Rao", "Wendy Platt", "Full EIA completed", "Continue", "Stop six of thirty", "Cabinet", date(2032, 1, 14)],
            ["B2", "Charge for garden waste", "Environment", "Moira Todd", "Sid Byrne", "Signed off by Director", "No major change", "Charge from April", "Cabinet", date(2032, 1, 14)],
            ["B3", "Merge youth centres", "Children", "Pam Okafor", "Luke Finn", "Consultation under way", None, None, "Full Council", date(2032, 2, 25)],
            ["B4", "Cut grants to advice centres", "Culture", "Anil Rao", "Wendy Platt", "Initial screening", "Adjust the proposal", None, None, None],
        ],
        merges=["A1:J1"],
    )  # fmt: skip
    rows = eias("reference title directorate sponsor lead stage outcome decision meeting decided", [
        ["B1", "Reduce mobile library stops", "Culture", "Anil Rao", "Wendy Platt", "approved", "continue", "Stop six of thirty", "Cabinet", "2032-01-14"],
        ["B2", "Charge for garden waste", "Environment", "Moira Todd", "Sid Byrne", "approved", "no_change", "Charge from April", "Cabinet", "2032-01-14"],
        ["B3", "Merge youth centres", "Children", "Pam Okafor", "Luke Finn", "consultation", None, "", "Full Council", "2032-02-25"],
        ["B4", "Cut grants to advice centres", "Culture", "Anil Rao", "Wendy Platt", "screening", "adjust", "", "", None]])  # fmt: skip
    return book, Expected(rows)


def fire_service_with_headings_of_two_rows():
    book = one_sheet(
        [
            ["Equality Impact Assessments", None, None, "Screening", None, "Full EIA", None, "Publication", None],
            ["Ref", "Title", "Department", "Date", "Result", "Started", "Completed", "Date", "Link"],
            ["FR1", "Home safety visits", "Prevention", "02/03/2031", "Full EIA", "01/04/2031", "30/06/2031", "15/07/2031", "www.fire.example/fr1"],
            ["FR2", "Shift patterns", "Response", "10/09/2031", "Full EIA", "01/10/2031", None, None, None],
            ["FR3", "Fleet renewal", "Fleet", "11/09/2031", "Screened out", None, None, None, None],
        ],
        merges=["A1:C1", "D1:E1", "F1:G1", "H1:I1"],
    )  # fmt: skip
    rows = eias("reference title directorate begun approved published address stage", [
        ["FR1", "Home safety visits", "Prevention", "2031-03-02", "2031-06-30", "2031-07-15", "https://www.fire.example/fr1", "published"],
        ["FR2", "Shift patterns", "Response", "2031-09-10", None, None, "", "full"],
        ["FR3", "Fleet renewal", "Fleet", "2031-09-11", None, None, "", "screened_out"]])  # fmt: skip
    return book, Expected(rows)


def college_that_numbers_its_stages():
    heads = ["EIA no", "Name of activity", "Faculty", "Activity owner", "Stage", "Date of sign off", "Date of next review"]  # fmt: skip
    book = one_sheet(
        [
            ["Brackwater College – Equality Impact Assessments"],
            ["Stages: 1 – Screening, 2 – Full assessment, 3 – Consultation, 4 – Approved, 5 – Published"],
            heads,
            ["E1", "Timetable changes", "Science", "Dean of Science", "Stage 2 – Full assessment", None, None],
            ["E2", "Bursary rules", "Registry", "Registrar", "Stage 5 - Published", "1st May 2031", "1st May 2034"],
            ["E3", "Halls of residence", "Estates", "Estates Director", "Stage 1 – Screening", None, None],
            ["E4", "Lecture capture", "Registry", "Registrar", "Stage 4 - Approved", "12th Dec 2031", "Dec 2034"],
        ],
    )  # fmt: skip
    rows = eias("reference title directorate lead stage approved review", [
        ["E1", "Timetable changes", "Science", "Dean of Science", "full", None, None],
        ["E2", "Bursary rules", "Registry", "Registrar", "published", "2031-05-01", "2034-05-01"],
        ["E3", "Halls of residence", "Estates", "Estates Director", "screening", None, None],
        ["E4", "Lecture capture", "Registry", "Registrar", "approved", "2031-12-12", "2034-12-31"]])  # fmt: skip
    return book, Expected(rows)


def partnership_that_ticks_how_far_each_has_got():
    heads = ["Equality Impact Assessment", "Lead department", "Contact", "Screened", "Full EIA done", "Signed off", "Published", "Comments"]  # fmt: skip
    book = one_sheet(
        [
            ["Riverside Partnership EIA tracker"],
            heads,
            ["Dementia friendly high street", "Town Centre", "Una Clay", "✓", "✓", "✓", "✓", None],
            ["Street lighting", "Highways", "Bob Lister", "Yes", "Yes", "No", "No", "Waiting for the lighting study"],
            ["Public toilets", "Highways", "Bob Lister", "x", None, None, None, None],
            ["Market days", "Town Centre", "Una Clay", "Yes", "N/A", "Yes", None, "Screened out"],
            ["Cycle lanes", "Highways", "Bob Lister", None, None, None, None, None],
        ],
    )  # fmt: skip
    rows = eias("title directorate lead stage", [
        ["Dementia friendly high street", "Town Centre", "Una Clay", "published"],
        ["Street lighting", "Highways", "Bob Lister", "sign_off"],
        ["Public toilets", "Highways", "Bob Lister", None],
        ["Market days", "Town Centre", "Una Clay", "screened_out"],
        ["Cycle lanes", "Highways", "Bob Lister", "planned"]])  # fmt: skip
    return book, Expected(rows, notes=["“x”"])


def joint_board_with_a_key_sheet_and_blank_rows():
    from openpyxl import Workbook

    book = Workbook()
    lay(book, "Guidance", [["How to fill in this register"], ["Every proposal that goes to the Board needs an Equality Impact Assessment."]])  # fmt: skip
    lay(book, "EIA Register", [
        [],
        [None, "Unique reference", "Description of proposal", "Lead directorate", "Team", "Responsible person", "Date commenced", "Current position", "Date EIA approved", "Date EIA published", "Date for review"],
        [None, "JB/2031/1", "Shared parking permits", "Environment", "Parking", "Dawn Hart", "1/4/31", "EIA approved and published", "30/5/31", "15/6/31", "30/5/32"],
        [],
        [None, "JB/2031/2", "Joint bus passes", "Transport", "Passes", "Eli Stone", "2/5/31", "EIA being drafted", None, None, None],
        [None, "JB/2031/3", "Waste calendar in one format", "Environment", "Waste", "Dawn Hart", None, "EIA not yet begun", None, None, None],
        [],
        [None, "Total: 3"]])  # fmt: skip
    rows = eias("reference title directorate service lead begun stage approved published review", [
        ["JB/2031/1", "Shared parking permits", "Environment", "Parking", "Dawn Hart", "2031-04-01", "published", "2031-05-30", "2031-06-15", "2032-05-30"],
        ["JB/2031/2", "Joint bus passes", "Transport", "Passes", "Eli Stone", "2031-05-02", "full", None, None, None],
        ["JB/2031/3", "Waste calendar in one format", "Environment", "Waste", "Dawn Hart", None, "planned", None, None, None]])  # fmt: skip
    return book, Expected(rows)
