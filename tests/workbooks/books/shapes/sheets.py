"""What else stands in a workbook beside the plan's table."""

from openpyxl import Workbook

from tests.workbooks.books.shapes.laying import Expected, act, acts, lay, one_sheet

FIELDS = "reference title lead when rag_status progress"
HEADS = ["Ref", "Action", "Lead", "Timescale", "Status", "Progress"]
ROWS = [
    ["1.1", "Plant benches on the high street", "Parks Manager", "May 2029", "On target", "Six of ten planted"],
    ["1.2", "Lengthen green lights", "Signals Engineer", "June 2029", "Achieved", "All lengthened"],
    ["2.1", "Read meters for the blind", "Billing Team", "July 2029", "Slipped", "No staff"],
]  # fmt: skip


def made() -> list[dict]:
    found = acts(FIELDS, ROWS)
    for one, status in zip(found, ["on_target", "achieved", "slipped"], strict=True):
        one["rag_status"] = status
    return found


def one_group(title=None) -> list[tuple]:
    return [("", title, made())]


def cover_guidance_lists_and_summary_around_the_plan():
    book = Workbook()
    lay(book, "Cover", [["Aldermoor Council"], ["Equality and Inclusion Action Plan"], ["April 2028 to March 2031"], [],
                        ["Version", "0.4"], ["Owner", "Inclusion Lead"], ["Last updated", "1 May 2028"]])  # fmt: skip
    lay(book, "Guidance", [
        ["How to fill in this tracker"], [], ["Column", "What to write"],
        ["Action", "Say what will be done. Start with a verb."], ["Lead", "The post, not the person's name."],
        ["Timescale", "Month and year."], ["Status", "Choose from the list."], ["Progress", "One sentence."]])  # fmt: skip
    lay(book, "Action plan", [HEADS, *ROWS])
    lay(book, "Summary", [
        ["Status summary"], ["Directorate", "Number of actions", "Achieved", "On target", "Slipped"],
        ["Place", 2, 1, 1, 0], ["People", 1, 0, 0, 1], ["Total", 3, 1, 1, 1]])  # fmt: skip
    lay(book, "Lists", [["Status", "Directorate", "Lead"], ["On target", "Place", "Parks Manager"],
                        ["Achieved", "People", "Billing Team"], ["Slipped", None, "Signals Engineer"]])  # fmt: skip
    plan = {"title": "Equality and Inclusion Action Plan", "start": "2028-04-01", "end": "2031-03-31"}  # fmt: skip
    return book, Expected(one_group(), plan=plan)


def dashboard_that_counts_actions():
    book = Workbook()
    lay(book, "Dashboard", [
        ["Progress at a glance"], [],
        ["Priority", "Actions", "Red", "Amber", "Green", "% complete"],
        ["Access", 4, 1, 1, 2, 0.5], ["Voice", 6, 0, 2, 4, 0.6], ["Total", 10, 1, 3, 6, 0.56]])  # fmt: skip
    lay(book, "Actions", [HEADS, *ROWS])
    return book, Expected(one_group())


def lookup_lists_with_the_plans_headings():
    book = Workbook()
    lay(book, "Actions", [HEADS, *ROWS])
    lay(book, "Dropdowns", [
        ["Lead", "Timescale", "RAG status"], ["Parks Manager", "Q1", "Red"], ["Billing Team", "Q2", "Amber"],
        ["Signals Engineer", "Q3", "Green"], [None, "Q4", "Complete"]])  # fmt: skip
    return book, Expected(one_group())


def sheet_for_each_directorate():
    book = Workbook()
    for name, row in zip(["Place", "Highways", "Resources"], ROWS, strict=True):
        lay(book, name, [HEADS, row])
    one, two, three = made()
    groups = [("", "Place", [one]), ("", "Highways", [two]), ("", "Resources", [three])]
    return book, Expected(groups, ["actions"] * 3)


def sheet_for_each_directorate_named_above_the_table():
    book = Workbook()
    for name, row in zip(["Place Directorate", "Directorate of Finance", "People Services"], ROWS, strict=True):  # fmt: skip
        lay(book, name.split()[0], [[f"Directorate: {name}"], [], HEADS, row])
    names = ["Place Directorate", "Directorate of Finance", "People Services"]
    found = [
        {**one, "directorate": name} for one, name in zip(made(), names, strict=True)
    ]
    return book, Expected(
        [("", name, [one]) for one, name in zip(found, names, strict=True)]
    )


def hidden_and_very_hidden_sheets():
    book = Workbook()
    lay(book, "Plan", [HEADS, *ROWS])
    lay(
        book,
        "Old",
        [HEADS, ["9", "Old promise", "Nobody", "2019", "Slipped", ""]],
        state="hidden",
    )
    lay(
        book,
        "Older",
        [HEADS, ["8", "Older promise", "Nobody", "2018", "Slipped", ""]],
        state="veryHidden",
    )
    notes = ["“Old” is hidden", "“Older” is hidden"]
    return book, Expected(one_group(), ["actions"], notes=notes)


def a_table_of_indicators_beside_the_actions():
    beside = [
        ["Indicator", "Baseline", "Target", "Result"],
        ["Benches", "4", "10", "6"],
        ["Lights", "0", "8", "8"],
    ]
    rows = [
        [*left, None, *right]
        for left, right in zip([HEADS, *ROWS[:2]], beside, strict=True)
    ]
    book = one_sheet([*rows, ROWS[2]])
    return book, Expected(one_group(), ["actions", "indicators"])


def two_tables_of_actions_side_by_side():
    heads = ["Ref", "Action", "Lead", "By when"]
    left = [["1", "Ask", "Asker", "May 2029"], ["2", "Answer", "Answerer", "June 2029"]]
    right = [
        ["3", "Build", "Builder", "July 2029"],
        ["4", "Mend", "Mender", "August 2029"],
    ]
    book = one_sheet([
        ["Priority 1: Voice", None, None, None, None, "Priority 2: Places"],
        [*heads, None, *heads], *[[*a, None, *b] for a, b in zip(left, right, strict=True)],
    ])  # fmt: skip
    fields = "reference title lead when"
    groups = [("1", "Voice", acts(fields, left)), ("2", "Places", acts(fields, right))]
    return book, Expected(groups, ["actions", "actions"])


def a_key_beside_the_table():
    key = [["Key"], ["Achieved"], ["On target"], ["Slipped"]]
    rows = [[*row, None, *side] for row, side in zip([HEADS, *ROWS], key, strict=True)]
    fills = {"H2": "FF00B050", "H3": "FF92D050", "H4": "FFFF0000"}
    return one_sheet(rows, fills=fills), Expected(one_group(), ["actions"])


def a_table_of_versions_above_the_plan():
    book = Workbook()
    lay(book, "Document control", [
        ["Document control"], ["Version", "Date", "Author", "Changes"], ["0.1", "01/02/2028", "J. Bell", "First draft"],
        ["0.2", "01/03/2028", "J. Bell", "Comments from panel"], ["1.0", "01/04/2028", "Panel", "Approved"]])  # fmt: skip
    lay(book, "Plan", [HEADS, *ROWS])
    return book, Expected(one_group())


def a_risk_register_beside_the_plan():
    book = Workbook()
    lay(book, "Plan", [HEADS, *ROWS])
    lay(book, "Risks", [
        ["Risk ref", "Risk", "Likelihood", "Impact", "Score", "Mitigation", "Risk owner"],
        ["R1", "Money runs out", 3, 4, 12, "Ask early", "Finance Director"],
        ["R2", "Staff leave", 2, 4, 8, "Train two", "HR Director"]])  # fmt: skip
    return book, Expected(one_group(), notes=["Risks"])


def completed_actions_on_a_sheet_of_their_own():
    book = Workbook()
    lay(book, "Live actions", [HEADS, ROWS[0], ROWS[2]])
    lay(book, "Completed actions", [HEADS, ROWS[1]])
    one, two, three = made()
    return book, Expected([("", None, [one, three, two])], ["actions"] * 2)


def a_contacts_list_beside_the_plan():
    book = Workbook()
    lay(book, "Plan", [HEADS, *ROWS])
    lay(book, "Contacts", [["Lead", "Name", "Telephone", "E-mail"], ["Parks Manager", "A. Bell", "01234", "a@example.org"],
                           ["Billing Team", "B. Cole", "01235", "b@example.org"]])  # fmt: skip
    return book, Expected(one_group())


def a_sheet_for_each_objective_with_the_title_repeated():
    book = Workbook()
    for number, (name, row) in enumerate(
        zip(["Streets", "Lights", "Bills"], ROWS, strict=True), 1
    ):
        lay(book, f"Obj {number}", [["Westmarsh Equality Plan 2028-2032"], [f"Objective {number}: {name}"],
                                    ["Why this matters: people told us so in the survey of 2027."], [], HEADS, row])  # fmt: skip
    one, two, three = made()
    groups = [("1", "Streets", [one]), ("2", "Lights", [two]), ("3", "Bills", [three])]
    return book, Expected(
        groups, ["actions"] * 3, plan={"title": "Westmarsh Equality Plan 2028-2032"}
    )


def priority_named_only_by_the_sheet():
    book = Workbook()
    for name, row in zip(["1. Streets", "2. Lights", "3. Bills"], ROWS, strict=True):
        lay(book, name, [HEADS, row])
    one, two, three = made()
    groups = [("1", "Streets", [one]), ("2", "Lights", [two]), ("3", "Bills", [three])]
    return book, Expected(groups)


def nothing_but_notes_on_the_first_sheet():
    book = Workbook()
    lay(
        book,
        "Notes",
        [
            ["Notes of the meeting"],
            [],
            ["Present: the panel."],
            ["Actions are on the next sheet."],
        ],
    )
    lay(book, "Plan", [HEADS, *ROWS])
    return book, Expected([("", None, [act(**one) for one in made()])], ["actions"])
