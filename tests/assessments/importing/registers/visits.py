"""Registers of a fourth look, as invented bodies keep them."""

from tests.assessments.importing.registers.laying import Expected, eias
from tests.workbooks.books.shapes.laying import one_sheet


def town_council_whose_stages_are_numbered():
    heads = [
        "EIA Reference",
        "Title of proposal / policy",
        "Dept",
        "Officer name",
        "Stage reached",
        "Approved (date)",
        "Uploaded to website (date)",
        "Next review",
    ]
    book = one_sheet(
        [
            ["Town Council equality impact assessment tracker"],
            heads,
            [
                "T1",
                "Bins in flats",
                "Waste",
                "P. Low",
                "Stage 3: signed off",
                "12/02/2031",
                "01/03/2031",
                "12/02/2034",
            ],
            [
                "T2",
                "Bowling greens",
                "Parks",
                "Q. Mee",
                "Stage 2: drafting",
                "",
                "",
                "",
            ],
            [
                "T3",
                "Town hall hire",
                "Halls",
                "R. Nye",
                "Stage 1: screening",
                "",
                "",
                "",
            ],
        ]
    )
    return book, Expected(
        eias(
            "reference title directorate lead stage approved published review",
            [
                [
                    "T1",
                    "Bins in flats",
                    "Waste",
                    "P. Low",
                    "published",
                    "2031-02-12",
                    "2031-03-01",
                    "2034-02-12",
                ],
                ["T2", "Bowling greens", "Parks", "Q. Mee", "full", None, None, None],
                [
                    "T3",
                    "Town hall hire",
                    "Halls",
                    "R. Nye",
                    "screening",
                    None,
                    None,
                    None,
                ],
            ],
        )
    )


def fire_service_with_yes_and_no_in_letters():
    heads = [
        "No",
        "Function / policy",
        "Lead Officer",
        "Date of initial screening",
        "Full EIA required Y/N",
        "Date full EIA completed",
        "Date of publication",
        "Date for review",
    ]
    book = one_sheet(
        [
            ["Fire and Rescue Service"],
            ["Equality Impact Assessment Register 2030-2032"],
            heads,
            [1, "Hose training", "A. Burn", "04/03/2031", "N", "", "", ""],
            [
                2,
                "Recruitment",
                "B. Coal",
                "05/03/2031",
                "Y",
                "01/07/2031",
                "20/07/2031",
                "01/07/2033",
            ],
            [3, "Fleet", "C. Dart", "", "", "", "", ""],
        ]
    )
    return book, Expected(
        eias(
            "reference title lead begun stage approved published review",
            [
                [
                    "1",
                    "Hose training",
                    "A. Burn",
                    "2031-03-04",
                    "screened_out",
                    None,
                    None,
                    None,
                ],
                [
                    "2",
                    "Recruitment",
                    "B. Coal",
                    "2031-03-05",
                    "published",
                    "2031-07-01",
                    "2031-07-20",
                    "2033-07-01",
                ],
                ["3", "Fleet", "C. Dart", None, "planned", None, None, None],
            ],
        )
    )


def trust_that_calls_it_an_analysis():
    text = "Equality analysis register;;;;;\nTitle;Directorate;Completed by;Status;Date approved by committee;Review date\nSleep clinic;Medicine;U. Voe;Ratified;03/05/2031;May 2034\nMeals;Facilities;W. Xen;Awaiting approval;;\nVisiting;Nursing;Y. Zed;In development;;\n"
    return text.encode(), Expected(
        eias(
            "title directorate lead stage approved review",
            [
                [
                    "Sleep clinic",
                    "Medicine",
                    "U. Voe",
                    None,
                    "2031-05-03",
                    "2034-05-31",
                ],
                ["Meals", "Facilities", "W. Xen", "sign_off", None, None],
                ["Visiting", "Nursing", "Y. Zed", "full", None, None],
            ],
        ),
        notes=["ratified"],
    )


def district_with_a_work_programme_by_quarter():
    heads = [
        "Service",
        "EIAs to be completed 2031/32",
        "Responsible Officer",
        "Target completion",
        "Progress to date",
    ]
    book = one_sheet(
        [
            ["District Council: EIA work programme 2031/32"],
            heads,
            ["Housing", "Choice based lettings", "D. East", "Quarter 1", "Completed"],
            [
                "Housing",
                "Private rented enforcement",
                "E. West",
                "Quarter 3",
                "Draft prepared",
            ],
            ["Leisure", "Swimming prices", "F. North", "Quarter 4", "Not started"],
        ]
    )
    return book, Expected(
        eias(
            "service title lead due stage",
            [
                [
                    "Housing",
                    "Choice based lettings",
                    "D. East",
                    "2031-06-30",
                    "approved",
                ],
                [
                    "Housing",
                    "Private rented enforcement",
                    "E. West",
                    "2031-12-31",
                    "full",
                ],
                ["Leisure", "Swimming prices", "F. North", "2032-03-31", "planned"],
            ],
        )
    )
