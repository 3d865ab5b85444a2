"""The templates that councils publish their plans in."""

from openpyxl import Workbook

from tests.workbooks.books.shapes.laying import (
    AMBER,
    BLUE,
    GREEN,
    RED,
    Expected,
    act,
    acts,
    lay,
    one_sheet,
)  # fmt: skip

WHAT = ["What will we do?", "Why are we doing it?", "How will we know we have succeeded?",
        "Who will lead?", "When will it be done?", "Priority and progress"]  # fmt: skip
OBJECTIVES = ["No.", "Action relating to", "Outcomes", "Measures", "Lead", "Timescale"]


def coloured_cells_with_a_key_under_them():
    rows = [
        ("Train every receptionist in deaf awareness", "Deaf residents are served as well as anybody",
         "All desks signed off", "Head of Customer Care", "June 2028"),
        ("Write to carers once a year", "Carers know what they may ask for",
         "Replies from one in five", "Carers Officer", "September 2028"),
        ("Repair the ramp at Mill House", "Everybody uses the front door",
         "Ramp open", "Property Manager", "By end of March 2029"),
    ]  # fmt: skip
    book = one_sheet(
        [["Aldermoor Borough Council Equality Scheme 2028-2031"], [],
         ["Priority 1: Services that anybody can use"], WHAT,
         *[[*row, None] for row in rows], [],
         ["Key", "Achieved", "On target", "Some slippage", "Slipped"]],
        fills={"F5": GREEN, "F6": AMBER, "F7": RED,
               "B9": GREEN, "C9": BLUE, "D9": AMBER, "E9": RED},
    )  # fmt: skip
    statuses = ["achieved", "some_slippage", "slipped"]
    found = [
        act(what, outcome=why, measures=[know], lead=who, when=when, rag_status=status)
        for (what, why, know, who, when), status in zip(rows, statuses, strict=True)
    ]
    groups = [("1", "Services that anybody can use", found)]
    return book, Expected(groups, ["actions"])


def coloured_cells_with_a_key_above_and_words_in_them():
    heads = ["What", "Why", "How will we know?", "Who", "When", "Progress"]
    rows = [
        ["Open a hate crime desk", "People report what happens", "Reports up a fifth", "Safer Streets Team", "2028/29", "Desk opened in May"],
        ["Meet the mosque committee", "Trust grows", "Four meetings", "Faith Link Officer", "Quarterly", "Two of four held"],
    ]  # fmt: skip
    book = one_sheet(
        [["Key to colours"], ["Achieved"], ["On target"], ["Slipped"], [],
         ["Objective 2 - Safer neighbourhoods"], heads, *rows],
        fills={"A2": GREEN, "A3": AMBER, "A4": RED, "F8": GREEN, "F9": AMBER},
    )  # fmt: skip
    found = acts("title outcome measures lead when progress", rows)
    for one, status in zip(found, ["achieved", "on_target"], strict=True):
        one.update(measures=[one["measures"]], rag_status=status)
    return book, Expected([("2", "Safer neighbourhoods", found)], ["actions"])


def objective_missing_after_a_page_break():
    book = Workbook()
    lay(book, "Page 1", [
        ["Objective 1: Fair work"], OBJECTIVES,
        ["1.1", "Recruitment", "Shortlists look like the town", "• Share of disabled applicants\n• Share appointed", "HR Manager", "April 2027"],
        ["1.2", "Pay", "No gap by 2030", "• Gap published each year", "Pay Officer", "Annually"],
    ], merges=["A1:F1"])  # fmt: skip
    lay(book, "Page 2", [
        OBJECTIVES,
        ["1.3", "Training", "Staff are sure of themselves", "• 90% trained", "Learning Lead", "December 2027"],
        ["Objective 2: Fair homes"],
        ["2.1", "Lettings", "Homes go to those who need them", "• Lettings by ethnicity", "Lettings Manager", "March 2028"],
    ], merges=["A3:F3"])  # fmt: skip
    first = [
        act("Recruitment", "1.1", outcome="Shortlists look like the town",
            measures=["Share of disabled applicants", "Share appointed"], lead="HR Manager", when="April 2027"),
        act("Pay", "1.2", outcome="No gap by 2030", measures=["Gap published each year"], lead="Pay Officer", when="Annually"),
        act("Training", "1.3", outcome="Staff are sure of themselves", measures=["90% trained"], lead="Learning Lead", when="December 2027"),
    ]  # fmt: skip
    second = [act("Lettings", "2.1", outcome="Homes go to those who need them", measures=["Lettings by ethnicity"],
                  lead="Lettings Manager", when="March 2028")]  # fmt: skip
    groups = [("1", "Fair work", first), ("2", "Fair homes", second)]
    return book, Expected(groups, ["actions", "actions"])


def objective_missing_above_repeated_headings():
    heads = ["Number", "Action", "Outcome", "Measure", "Lead officer", "Timescale"]
    rows = [
        ["3.1", "Map bus routes to clinics", "Nobody misses a clinic", "Map published", "Transport Planner", "May 2027"],
        ["3.2", "Ask drivers to lower ramps", "Wheelchair users board", "Spot checks", "Bus Liaison", "June 2027"],
    ]  # fmt: skip
    book = one_sheet(
        [["Objective 3: Getting about"], heads, rows[0], [], heads, rows[1]]
    )
    found = acts("reference title outcome measures lead when", rows)
    for one in found:
        one["measures"] = [one["measures"]]
    return book, Expected([("3", "Getting about", found)])


def deadline_in_the_heading_above():
    book = Workbook()
    for number, name, actions in [
        (1, "Voice", [("Hold a youth assembly", "Youth Service"), ("Pay travel costs", "Finance")]),
        (2, "Safety", [("Light the canal path", "Highways and Lighting")]),
    ]:  # fmt: skip
        lay(book, f"Priority {number}", [
            [f"Priority {number}: {name}"], [], ["Outcomes"],
            [f"• People trust {name.lower()} work"], ["• Groups that were quiet are heard"], [],
            ["Indicator", "Baseline 2025/26", "Target 2026/27", "Result 2026/27"],
            [f"EQ {number}a Share who agree", "41%", "50%", "47%"], [],
            ["Actions to be completed by March 2027"], ["Action", "Lead"],
            *[list(one) for one in actions],
        ])  # fmt: skip
    when = "Actions to be completed by March 2027"
    groups = [
        ("1", "Voice", [act("Hold a youth assembly", lead="Youth Service", when=when),
                        act("Pay travel costs", lead="Finance", when=when)]),
        ("2", "Safety", [act("Light the canal path", lead="Highways and Lighting", when=when)]),
    ]  # fmt: skip
    said = [
        [f"People trust {name} work", "Groups that were quiet are heard"]
        for name in ("voice", "safety")
    ]
    kinds = ["indicators", "actions", "indicators", "actions"]
    return book, Expected(groups, kinds, outcomes=said)


def two_deadlines_in_headings_of_one_priority():
    book = one_sheet([
        ["Westmarsh delivery plan 2026/27"], [],
        ["Priority 4: Skills"], ["Outcome: Everyone can learn here"], [],
        ["Actions to be completed by March 2027"], ["Action", "Lead directorate"],
        ["Run evening English classes", "Adult Learning"], [],
        ["Actions to be completed by March 2028"], ["Action", "Lead directorate"],
        ["Open a learning bus", "Libraries"], ["Lend laptops", "Libraries"],
    ])  # fmt: skip
    found = [
        act("Run evening English classes", lead="Adult Learning", when="Actions to be completed by March 2027"),
        act("Open a learning bus", lead="Libraries", when="Actions to be completed by March 2028"),
        act("Lend laptops", lead="Libraries", when="Actions to be completed by March 2028"),
    ]  # fmt: skip
    return book, Expected([("4", "Skills", found)], ["actions", "actions"])


def grouped_by_directorate_in_bullets():
    heads = ["Outcome", "Supporting priorities", "Equality objectives", "Measures"]
    book = one_sheet([
        ["Single Equality Plan 2027 to 2030"], heads,
        ["Children and Learning Directorate"],
        ["Every child is safe", "• Train foster carers\n• Visit new arrivals", "• Reduce exclusions of boys", "• Exclusion rate\n• Carers trained"],
        ["Every child enjoys school", "• Fund breakfast clubs", "• Close the gap at five", "• Gap at age five"],
        ["Environment Directorate"],
        ["Streets are for all", "• Drop kerbs on ten streets\n• Move bins off pavements", "• Disabled people get about", "• Streets done"],
    ], merges=["A3:D3", "A6:D6"])  # fmt: skip
    one = ["Exclusion rate", "Carers trained"]
    learning, places = "Children and Learning Directorate", "Environment Directorate"
    groups = [
        ("", learning, [
            act("Train foster carers", outcome="Every child is safe", measures=one, directorate=learning),
            act("Visit new arrivals", outcome="Every child is safe", measures=one, directorate=learning),
            act("Fund breakfast clubs", outcome="Every child enjoys school", measures=["Gap at age five"], directorate=learning),
        ]),
        ("", places, [
            act("Drop kerbs on ten streets", outcome="Streets are for all", measures=["Streets done"], directorate=places),
            act("Move bins off pavements", outcome="Streets are for all", measures=["Streets done"], directorate=places),
        ]),
    ]  # fmt: skip
    return book, Expected(groups, ["actions"], notes=["without a lead"])


def grouped_by_directorate_with_the_outcome_merged_down():
    heads = [
        "Outcomes",
        "Supporting priorities",
        "Equality objectives",
        "Performance measures",
    ]
    book = one_sheet([
        heads, ["Directorate of Housing"],
        ["Homes are warm", "Insulate terraces", "Older people are warm", "Homes insulated"],
        [None, "Advise on bills", "Poorer people are warm", "Calls taken"],
        ["Homes are safe", "Fit alarms", "Deaf people are warned", "Alarms fitted"],
        ["Directorate of Culture"],
        ["Culture is shared", "Lend instruments", "Children take part", "Loans"],
    ], merges=["A2:D2", "A3:A4", "A6:D6"])  # fmt: skip
    housing, culture = "Directorate of Housing", "Directorate of Culture"
    groups = [
        ("", housing, [
            act("Insulate terraces", outcome="Homes are warm", measures=["Homes insulated"], directorate=housing),
            act("Advise on bills", outcome="Homes are warm", measures=["Calls taken"], directorate=housing),
            act("Fit alarms", outcome="Homes are safe", measures=["Alarms fitted"], directorate=housing)]),
        ("", culture, [act("Lend instruments", outcome="Culture is shared", measures=["Loans"], directorate=culture)]),
    ]  # fmt: skip
    return book, Expected(groups, ["actions"], notes=["without a lead"])


def health_trust_workforce_standard():
    heads = [
        "WRES indicator",
        "Objective",
        "Action/s",
        "Timescales",
        "Lead/s",
        "Why",
        "Progress",
    ]
    rows = [
        ["Indicator 2", "Fair shortlisting", "Train panel chairs", "31/03/2028", "Head of Resourcing", "Gap of 1.6", "First cohort booked"],
        ["Indicator 3", "Fair discipline", "Review each case at 30 days", "30/09/2028", "Deputy Director of People", "Gap of 1.2", "Not begun"],
    ]  # fmt: skip
    book = one_sheet(
        [
            ["Vale of Orme NHS Trust: race equality action plan 2027/28"],
            [],
            heads,
            *rows,
        ]
    )
    groups = [
        ("", "Fair shortlisting", [act("Train panel chairs", when="31/03/2028", lead="Head of Resourcing", progress="First cohort booked", outcome="Gap of 1.6", measures=["Indicator 2"])]),
        ("", "Fair discipline", [act("Review each case at 30 days", when="30/09/2028", lead="Deputy Director of People", progress="Not begun", outcome="Gap of 1.2", measures=["Indicator 3"])]),
    ]  # fmt: skip
    return book, Expected(groups, ["actions"])


def scottish_equality_outcomes():
    heads = [
        "Actions we will take",
        "Protected characteristics",
        "Part of the general duty",
        "How we will measure success",
        "Lead service",
        "Timescale",
    ]
    book = one_sheet([
        ["Glenvarra Council"], ["Equality Outcomes 2029-2033"], [],
        ["Equality Outcome 1: Pupils who are bullied are helped sooner"], heads,
        ["Train two staff in each school", "Race, Disability", "Eliminate discrimination", "Survey of pupils", "Education Service", "By August 2030"],
        ["Record bullying by its cause", "All", "Eliminate discrimination", "Records kept", "Education Service", "By June 2029"],
        ["Equality Outcome 2: Women feel safe at night"], heads,
        ["Walk the town centre with women's groups", "Sex", "Foster good relations", "Walks held", "Community Safety", "Each autumn"],
    ])  # fmt: skip
    fields = "title - - measures lead when"
    first = [
        ["Train two staff in each school", 0, 0, ["Survey of pupils"], "Education Service", "By August 2030"],
        ["Record bullying by its cause", 0, 0, ["Records kept"], "Education Service", "By June 2029"],
    ]  # fmt: skip
    second = [["Walk the town centre with women's groups", 0, 0, ["Walks held"], "Community Safety", "Each autumn"]]  # fmt: skip
    groups = [
        ("1", "Pupils who are bullied are helped sooner", acts(fields, first)),
        ("2", "Women feel safe at night", acts(fields, second)),
    ]
    plan = {"start": "2029-04-01", "end": "2033-03-31"}
    return book, Expected(groups, ["actions", "actions"], plan=plan)


def two_languages_in_each_heading():
    heads = [
        "Cyf / Ref",
        "Cam gweithredu / Action",
        "Canlyniad / Outcome",
        "Swyddog arweiniol / Lead officer",
        "Erbyn pryd / By when",
        "Statws / Status",
    ]
    rows = [
        ["1.1", "Translate tenancy letters", "Tenants read their letters", "Welsh Language Officer", "March 2029", "On target"],
        ["1.2", "Count sign language users", "Needs are known", "Data Officer", "June 2029", "Not started"],
    ]  # fmt: skip
    book = one_sheet(
        [
            ["Cyngor Cwm Tawel Council"],
            [],
            ["Amcan 1 / Objective 1: Clear words"],
            heads,
            *rows,
        ]
    )
    found = acts("reference title outcome lead when rag_status", rows)
    for one, status in zip(found, ["on_target", "not_started"], strict=True):
        one["rag_status"] = status
    groups = [("1", None, found)]
    return book, Expected(groups, ["actions"])
