"""Registers as invented boroughs and counties keep them."""

from datetime import date

from tests.assessments.importing.registers.laying import Expected, eia, eias
from tests.workbooks.books.shapes.laying import GREY, one_sheet


def borough_with_a_banner_and_stages_in_words():
    heads = ["Ref No", "Policy / Service / Function", "Directorate", "Lead Officer", "Status", "Date Approved", "Review Date"]  # fmt: skip
    book = one_sheet(
        [
            ["MARROWBY BOROUGH COUNCIL"],
            ["Register of Equality Impact Assessments - updated 31 January 2032"],
            [],
            heads,
            ["EIA 01", "Library opening hours", "Communities", "Priya Anand", "Completed", date(2031, 5, 14), date(2032, 5, 14)],
            ["EIA 02", "Allotment lettings policy", "Environment", "Tom Beckwith", "In progress", None, None],
            ["EIA 03", "Car park charges", "Environment", "Tom Beckwith", "Screening", None, None],
            ["EIA 04", "Hate crime reporting centres", "Communities", "Lena Okoro", "Awaiting sign off", None, None],
            ["EIA 05", "Taxi licensing policy", "Regulatory Services", "Samir Patel", "Not started", None, None],
        ],
        title="EIA register",
        merges=["A1:G1", "A2:G2"],
        fills={"A1": GREY},
    )  # fmt: skip
    rows = eias("reference title directorate lead stage approved review", [
        ["EIA 01", "Library opening hours", "Communities", "Priya Anand", "approved", "2031-05-14", "2032-05-14"],
        ["EIA 02", "Allotment lettings policy", "Environment", "Tom Beckwith", "full", None, None],
        ["EIA 03", "Car park charges", "Environment", "Tom Beckwith", "screening", None, None],
        ["EIA 04", "Hate crime reporting centres", "Communities", "Lena Okoro", "sign_off", None, None],
        ["EIA 05", "Taxi licensing policy", "Regulatory Services", "Samir Patel", "planned", None, None]])  # fmt: skip
    return book, Expected(rows)


def county_in_a_text_file_with_semicolons():
    lines = """Marlshire County Council: EqIA log;;;;;;;;
;;;;;;;;
EqIA number;Name of proposal;Department;Service area;Responsible officer;Start date;Sign-off date;Publication date;Next review
2031-007;Rural bus subsidies;Place;Transport;Fiona Grieve;03.02.2031;21.04.2031;12.05.2031;12.05.2033
2031-008;Closure of Elm Lodge day centre;Adults;Day services;Bernard Tull;17.02.2031;30.09.2031;;30.09.2032
2031-009;"Fees for adult learning; all sites";Children;Adult learning;Ola Svensson;01.12.2031;;;
"""
    rows = eias("reference title directorate service lead begun approved published review stage", [
        ["2031-007", "Rural bus subsidies", "Place", "Transport", "Fiona Grieve", "2031-02-03", "2031-04-21", "2031-05-12", "2033-05-12", "published"],
        ["2031-008", "Closure of Elm Lodge day centre", "Adults", "Day services", "Bernard Tull", "2031-02-17", "2031-09-30", None, "2032-09-30", "approved"],
        ["2031-009", "Fees for adult learning; all sites", "Children", "Adult learning", "Ola Svensson", "2031-12-01", None, None, None, "full"]])  # fmt: skip
    return lines.encode("cp1252"), Expected(rows)


def city_with_a_banner_for_each_directorate():
    heads = ["EIA ref", "EIA title", "Lead officer", "EIA status", "Date signed off", "Published on website", "Review due"]  # fmt: skip
    book = one_sheet(
        [
            ["City of Harrowmouth – Equality Impact Assessment Register"],
            heads,
            ["Adult Social Care"],
            ["ASC/11", "Direct payments policy", "Jo Marsh", "Signed off", "14/02/2031", "28/02/2031", "February 2034"],
            ["ASC/12", "Telecare charges", "Imran Shah", "Draft", None, None, None],
            ["Housing and Neighbourhoods"],
            ["HN/03", "Allocations scheme", "Grace Oduya", "Published", "3 March 2031", "1 April 2031", "March 2032"],
            ["HN/04", "Tenancy strategy", "Grace Oduya", "Out to consultation", None, None, None],
            ["Resources"],
            ["R/20", "Remote working policy", "Ed Quill", "Not required", "9 June 2031", None, None],
        ],
        title="Register",
        merges=["A1:G1", "A3:G3", "A6:G6", "A9:G9"],
        fills={"A3": GREY, "A6": GREY, "A9": GREY},
    )  # fmt: skip
    rows = eias("reference title lead stage approved published review directorate", [
        ["ASC/11", "Direct payments policy", "Jo Marsh", "published", "2031-02-14", "2031-02-28", "2034-02-28", "Adult Social Care"],
        ["ASC/12", "Telecare charges", "Imran Shah", "full", None, None, None, "Adult Social Care"],
        ["HN/03", "Allocations scheme", "Grace Oduya", "published", "2031-03-03", "2031-04-01", "2032-03-31", "Housing and Neighbourhoods"],
        ["HN/04", "Tenancy strategy", "Grace Oduya", "consultation", None, None, None, "Housing and Neighbourhoods"],
        ["R/20", "Remote working policy", "Ed Quill", "screened_out", "2031-06-09", None, None, "Resources"]])  # fmt: skip
    return book, Expected(rows)


def district_with_a_timetable_of_days_without_years():
    heads = ["Directorate", "Policy, function or service to be assessed", "Responsible officer", "Quarter", "Due date"]  # fmt: skip
    book = one_sheet(
        [
            ["Fenwold District Council"],
            ["Equality Impact Assessment timetable 2031/32"],
            heads,
            ["Planning and Growth", "Statement of community involvement", "Head of Planning", "Q1", "30 June"],
            [None, "Conservation area reviews", "Heritage Officer", "Q4", "12 March"],
            [None, "Enforcement plan", "Enforcement Manager", "Q2", None],
            ["Leisure", "Concessions for carers", "Leisure Manager", "Q3", "5 November"],
            [None, "Playing pitch strategy", "Leisure Manager", "Q4", "TBC"],
        ],
        merges=["A4:A6", "A7:A8"],
    )  # fmt: skip
    rows = eias("directorate title lead due", [
        ["Planning and Growth", "Statement of community involvement", "Head of Planning", "2031-06-30"],
        ["Planning and Growth", "Conservation area reviews", "Heritage Officer", "2032-03-12"],
        ["Planning and Growth", "Enforcement plan", "Enforcement Manager", "2031-09-30"],
        ["Leisure", "Concessions for carers", "Leisure Manager", "2031-11-05"],
        ["Leisure", "Playing pitch strategy", "Leisure Manager", "2032-03-31"]], stage="planned")  # fmt: skip
    return book, Expected(rows)


def council_of_two_years_with_a_sheet_each():
    from openpyxl import Workbook

    from tests.workbooks.books.shapes.laying import lay

    heads = ["No.", "Name of EIA", "Service", "Completed by", "Target date", "Progress"]  # fmt: skip
    book = Workbook()
    lay(book, "2030-31", [
        ["EIAs 2030-31"], heads,
        [1, "Blue badge parking", "Parking", "K. Doyle", "September 2030", "Complete"],
        [2, "Street trading", "Licensing", "A. Mbeki", "Winter 2030", "Complete and published"]])  # fmt: skip
    lay(book, "2031-32", [
        ["EIAs 2031-32"], heads,
        [1, "Grass verges", "Streets", "K. Doyle", "March 2032", "Ongoing"],
        [2, "Customer contact centre", "Customers", "N. Reyes", "To be confirmed", "On hold"]])  # fmt: skip
    rows = [
        eia("Blue badge parking", "1", service="Parking", lead="K. Doyle", due="2030-09-30", stage="approved"),
        eia("Street trading", "2", service="Licensing", lead="A. Mbeki", due="2031-02-28", stage="published"),
        eia("Grass verges", "1", service="Streets", lead="K. Doyle", due="2032-03-31", stage="full"),
        eia("Customer contact centre", "2", service="Customers", lead="N. Reyes", stage=None),
    ]  # fmt: skip
    return book, Expected(rows, notes=["On hold"])
