"""Registers as invented bodies of other kinds keep them, written before anybody looked at how they are read."""

from datetime import date

from openpyxl import Workbook

from tests.assessments.importing.registers.laying import Expected, eia, eias
from tests.workbooks.books.shapes.laying import AMBER, GREEN, GREY, lay, one_sheet


def unitary_with_a_colour_key_and_officers_in_two_columns():
    heads = ["EIA Ref.", "Title of Policy, Service or Function", "Directorate & Service", "Lead Officer / Author", "Date EIA started", "Date EIA completed", "Signed off by (Head of Service)", "RAG", "Published? (Y/N)", "Next review date"]  # fmt: skip
    book = one_sheet(
        [
            ["Ashcombe Council – Central EIA Register"],
            ["Key: Green = complete, Amber = in progress"],
            heads,
            ["ASH-001", "Discretionary housing payments", "Revenues & Benefits", "C. Lamb", date(2030, 10, 1), date(2030, 12, 2), "M. Frost", "Green", "Y", date(2032, 12, 1)],
            ["ASH-002", "Gritting routes", "Highways", "D. Cole", date(2031, 9, 15), None, None, "Amber", "N", None],
            ["ASH-003", "Cemetery fees", "Bereavement", "E. Nye", None, None, None, None, "N", None],
        ],
        merges=["A1:J1"],
        fills={"H4": GREEN, "H5": AMBER},
    )  # fmt: skip
    rows = eias("reference title directorate lead begun approved review stage", [
        ["ASH-001", "Discretionary housing payments", "Revenues & Benefits", "C. Lamb", "2030-10-01", "2030-12-02", "2032-12-01", "published"],
        ["ASH-002", "Gritting routes", "Highways", "D. Cole", "2031-09-15", None, None, "full"],
        ["ASH-003", "Cemetery fees", "Bereavement", "E. Nye", None, None, None, "planned"]])  # fmt: skip
    return book, Expected(rows)


def police_with_a_list_by_month():
    heads = ["", "Policy title", "Policy owner", "EIA complete?", "Date of EIA", "Date due for review"]  # fmt: skip
    book = one_sheet(
        [
            ["Wendmere Constabulary"],
            ["Equality Impact Assessment schedule"],
            heads,
            [1, "Stop and search", "Chief Inspector Operations", "Yes", "Jan 2031", "Jan 2034"],
            [2, "Flexible working", "Head of People", "No", None, None],
            [3, "Custody", "Custody Inspector", "Yes", "14/11/2030", "14/11/2033"],
        ],
        title="Schedule",
    )  # fmt: skip
    rows = eias("title lead stage approved review", [
        ["Stop and search", "Chief Inspector Operations", "approved", "2031-01-31", "2034-01-31"],
        ["Flexible working", "Head of People", "planned", None, None],
        ["Custody", "Custody Inspector", "approved", "2030-11-14", "2033-11-14"]])  # fmt: skip
    return book, Expected(rows)


def comma_file_with_states_in_capitals():
    text = """EqIA Register,,,,,,
Ref,Proposal,Service Area,Assessing Officer,Current Stage,Approval Date,Web Link
EQ12,Library fines,Culture,J. Hope,COMPLETED - PUBLISHED,03/06/2031,https://pellworth.example/eq12.pdf
EQ13,Market tolls,Economy,K. Byrd,STAGE 1 SCREENING,,
EQ14,Grants policy,Communities,L. Moss,STAGE 2 FULL ASSESSMENT - DRAFT,,
EQ15,Office moves,Property,M. Pike,NO EQIA REQUIRED,11/07/2031,
EQ16,Parking zones,Economy,K. Byrd,PAUSED,,
"""
    rows = eias("reference title service lead stage approved address", [
        ["EQ12", "Library fines", "Culture", "J. Hope", "published", "2031-06-03", "https://pellworth.example/eq12.pdf"],
        ["EQ13", "Market tolls", "Economy", "K. Byrd", "screening", None, ""],
        ["EQ14", "Grants policy", "Communities", "L. Moss", "full", None, ""],
        ["EQ15", "Office moves", "Property", "M. Pike", "screened_out", "2031-07-11", ""],
        ["EQ16", "Parking zones", "Economy", "K. Byrd", None, None, ""]])  # fmt: skip
    return text.encode(), Expected(rows, notes=["PAUSED"])


def parish_group_that_keeps_three_tables_on_a_sheet():
    heads = ["Name of policy", "Who is responsible", "When will it be done", "Progress"]  # fmt: skip
    book = one_sheet(
        [
            ["Equality Impact Assessments – three year programme"],
            [],
            ["Year 1: 2030/31"],
            heads,
            ["Hall hire", "Clerk", "June 2030", "Completed"],
            ["Volunteers", "Clerk", "September 2030", "Completed"],
            [],
            ["Year 2: 2031/32"],
            heads,
            ["Grants to groups", "Deputy Clerk", "December 2031", "Draft with working group"],
            ["Play areas", "Deputy Clerk", "February 2032", "Not yet started"],
            [],
            ["Year 3: 2032/33"],
            heads,
            ["Burial rules", "Clerk", "May 2032", None],
        ],
    )  # fmt: skip
    rows = [
        *eias("title lead due stage", [
            ["Hall hire", "Clerk", "2030-06-30", "approved"],
            ["Volunteers", "Clerk", "2030-09-30", "approved"]]),
        *eias("title lead due stage", [
            ["Grants to groups", "Deputy Clerk", "2031-12-31", "full"],
            ["Play areas", "Deputy Clerk", "2032-02-29", "planned"],
            ["Burial rules", "Clerk", "2032-05-31", None]]),
    ]  # fmt: skip
    return book, Expected(rows, notes=[""])


def transport_body_with_merged_directorates_and_relevance():
    heads = ["Directorate", "Function", "Relevance to equality (H/M/L)", "EIA lead", "Screening completed", "Full assessment due", "Status of EIA"]  # fmt: skip
    book = one_sheet(
        [
            ["Transport for Eldmoor: EIA forward plan 2031-2032", None, None, None, None, None, None],
            heads,
            ["Buses", "Fares", "H", "Nina Holt", "Yes", "30 November", "Full assessment started"],
            [None, "Shelters", "M", "Omar Dean", "Yes", "31 January", "Full assessment not started"],
            [None, "Branding", "L", "Pia Rudd", "Yes", None, "No full assessment required"],
            ["Trams", "Platforms", "H", "Quin Sear", "No", "28 February", "Screening not yet done"],
        ],
        merges=["A1:G1", "A3:A5"],
        fills={"A3": GREY},
    )  # fmt: skip
    rows = eias("directorate title lead due stage", [
        ["Buses", "Fares", "Nina Holt", "2031-11-30", "full"],
        ["Buses", "Shelters", "Omar Dean", "2032-01-31", None],
        ["Buses", "Branding", "Pia Rudd", None, "screened_out"],
        ["Trams", "Platforms", "Quin Sear", "2032-02-28", None]])  # fmt: skip
    return book, Expected(rows, notes=["full assessment not started"])


def health_board_with_two_sheets_of_different_headings():
    book = Workbook()
    lay(book, "Completed EQIAs", [
        ["EQIA title", "Lead author", "Date signed off", "Weblink"],
        ["Car parking at three sites", "S. Vane", "2 February 2031", "https://board.example/parking"],
        ["Interpreters", "T. Wyn", "9 March 2031", None]])  # fmt: skip
    lay(book, "EQIAs in development", [
        ["EQIA title", "Lead author", "Service", "Expected completion date"],
        ["Maternity hub", "U. Xu", "Maternity", "31 March 2032"],
        ["Night clinics", "V. Yale", "Outpatients", "Summer 2032"]])  # fmt: skip
    rows = [
        eia("Car parking at three sites", lead="S. Vane", approved="2031-02-02", address="https://board.example/parking", stage="approved"),
        eia("Interpreters", lead="T. Wyn", approved="2031-03-09", stage="approved"),
        eia("Maternity hub", lead="U. Xu", service="Maternity", due="2032-03-31", stage="planned"),
        eia("Night clinics", lead="V. Yale", service="Outpatients", due="2032-08-31", stage="planned"),
    ]  # fmt: skip
    return book, Expected(rows)
