"""Registers laid after the first were read, to see how others would be: as invented councils of other habits keep them."""

from datetime import date

from openpyxl import Workbook

from tests.assessments.importing.registers.laying import Expected, eias
from tests.workbooks.books.shapes.laying import lay, one_sheet


def metropolitan_council_with_a_long_form_of_every_heading():
    heads = ["Ref. No.", "Name of policy/service/function being assessed", "Directorate / Service Area", "Name of officer completing the EIA", "Date assessment commenced", "Date assessment completed", "Has the EIA been signed off? (Yes/No)", "Date published on the website", "Date of next review"]  # fmt: skip
    book = one_sheet(
        [
            ["Corporate Equality Impact Assessment Register"],
            heads,
            ["001/31", "Home care charging", "Adult Services", "H. Moor", date(2031, 1, 6), date(2031, 3, 3), "Yes", date(2031, 3, 20), date(2033, 3, 3)],
            ["002/31", "Gypsy and Traveller sites", "Housing", "J. Wain", date(2031, 2, 3), date(2031, 6, 9), "Yes", None, date(2033, 6, 9)],
            ["003/31", "School admissions", "Children", "L. Peel", date(2031, 10, 6), None, "No", None, None],
        ],
        title="Register",
    )  # fmt: skip
    rows = eias("reference title directorate lead begun approved published review stage", [
        ["001/31", "Home care charging", "Adult Services", "H. Moor", "2031-01-06", "2031-03-03", "2031-03-20", "2033-03-03", "published"],
        ["002/31", "Gypsy and Traveller sites", "Housing", "J. Wain", "2031-02-03", "2031-06-09", None, "2033-06-09", "approved"],
        ["003/31", "School admissions", "Children", "L. Peel", "2031-10-06", None, None, None, "full"]])  # fmt: skip
    return book, Expected(rows)


def island_council_with_a_status_of_many_words():
    heads = ["EqIA", "Lead service", "Contact person", "Where are we with it?", "Deadline"]  # fmt: skip
    book = one_sheet(
        [
            ["Equality Impact Assessments 2031/32"],
            heads,
            ["Ferry concessions", "Transport", "Morag Sinclair", "Approved by Committee 12 June 2031", "30 June"],
            ["School hostels", "Education", "Iain Rae", "First draft with legal", "30 November"],
            ["Peat management", "Environment", "Ailsa Bain", "Scoping", "31 March"],
            ["Gaelic signs", "Culture", "Iain Rae", "No full EqIA needed", "31 May"],
        ],
        title="EqIAs 2031-32",
    )  # fmt: skip
    rows = eias("title directorate lead stage due", [
        ["Ferry concessions", "Transport", "Morag Sinclair", "approved", "2031-06-30"],
        ["School hostels", "Education", "Iain Rae", "full", "2031-11-30"],
        ["Peat management", "Environment", "Ailsa Bain", None, "2032-03-31"],
        ["Gaelic signs", "Culture", "Iain Rae", "screened_out", "2031-05-31"]])  # fmt: skip
    return book, Expected(rows, notes=["scoping"])


def housing_association_in_tabs_of_a_text_file():
    text = (
        "EIA Log\n\n"
        "ID\tPolicy or procedure\tOwner\tTeam\tEIA status\tEIA date\tReview due\n"
        "1\tLettings\tHead of Lettings\tHousing\tComplete\t2031-04-02\t2034-04-02\n"
        "2\tPets\tTenancy Manager\tHousing\tNot started\t\t\n"
        "3\tRepairs\tHead of Assets\tAssets\tIn draft\t\t\n"
    )
    rows = eias("reference title lead service stage approved review", [
        ["1", "Lettings", "Head of Lettings", "Housing", "approved", "2031-04-02", "2034-04-02"],
        ["2", "Pets", "Tenancy Manager", "Housing", "planned", None, None],
        ["3", "Repairs", "Head of Assets", "Assets", "full", None, None]])  # fmt: skip
    return text.encode(), Expected(rows)


def county_with_budget_assessments_and_sums():
    heads = ["Proposal No.", "Proposal", "Type", "Portfolio", "Responsible Director", "Saving 2032/33", "EIA required?", "EIA complete?", "Cabinet date"]  # fmt: skip
    book = Workbook()
    lay(book, "Budget EIAs", [
        ["2032/33 Budget proposals - Equality Impact Assessments"],
        heads,
        ["CYP1", "Reduce play grants", "Budget saving", "Children and Young People", "Director of Children", 120000, "Yes", "Yes", date(2032, 1, 20)],
        ["CYP2", "Review of school crossings", "Budget saving", "Children and Young People", "Director of Children", 45000, "Yes", "No", date(2032, 1, 20)],
        ["RES1", "Cheaper paper", "Budget saving", "Resources", "Director of Resources", 9000, "No", None, None]])  # fmt: skip
    rows = eias("reference title kind directorate sponsor stage decided", [
        ["CYP1", "Reduce play grants", "budget", "Children and Young People", "Director of Children", "approved", "2032-01-20"],
        ["CYP2", "Review of school crossings", "budget", "Children and Young People", "Director of Children", "full", "2032-01-20"],
        ["RES1", "Cheaper paper", "budget", "Resources", "Director of Resources", "screened_out", None]])  # fmt: skip
    return book, Expected(rows)


def national_park_with_notes_below_and_a_total():
    heads = ["Policy / project", "Screening (date)", "Full EIA (date)", "Approved by Board", "Web page"]  # fmt: skip
    book = one_sheet(
        [
            ["National Park Authority"],
            ["Register of equality impact assessments (EIAs)"],
            [],
            heads,
            ["Visitor centres", "Feb 2031", "May 2031", "3 July 2031", "https://park.example/visitors"],
            ["Cycle hire", "Sept 2031", None, None, None],
            ["Woodland grants", None, None, None, None],
            [],
            ["Note: screening is done by the policy team."],
            ["Total", 3],
        ],
    )  # fmt: skip
    rows = eias("title begun approved address stage", [
        ["Visitor centres", "2031-02-28", "2031-07-03", "https://park.example/visitors", "approved"],
        ["Cycle hire", "2031-09-30", None, "", "screening"],
        ["Woodland grants", None, None, "", "planned"]])  # fmt: skip
    return book, Expected(rows)
