"""Registers of assessments, their programmes and timetables, and self-assessments."""

from openpyxl import Workbook

from tests.workbooks.books.shapes.laying import Expected, acts, lay, one_sheet

PLAN = ["Ref", "Action", "Lead", "Timescale"]
ROWS = [
    ["1", "Mend the lift", "Halls Officer", "May 2030"],
    ["2", "Hold a fair", "Events", "June 2030"],
]


def groups() -> list[tuple]:
    return [("", None, acts("reference title lead when", ROWS))]


def with_plan(title: str, rows, kinds: list[str]) -> tuple:
    book = Workbook()
    lay(book, "Plan", [PLAN, *ROWS])
    lay(book, title, rows)
    return book, Expected(groups(), kinds)


def register_of_assessments_beside_a_plan():
    return with_plan("EIA register", [
        ["Equality Impact Assessment register"], [],
        ["EIA ref", "Policy or service", "Directorate", "Assessing officer", "Date completed", "Stage", "Review date"],
        ["E1", "Parking charges", "Place", "Parking Manager", "01/05/2029", "Full", "01/05/2030"],
        ["E2", "Library hours", "People", "Libraries Manager", None, "Screening", None],
    ], ["actions", "assessments"])  # fmt: skip


def register_of_assessments_alone():
    book = one_sheet([
        ["EqIA log 2029"], [],
        ["Ref", "Name of policy / function", "Service area", "Lead officer", "Screening or full EqIA", "Date approved", "Published?"],
        ["1", "Council tax support", "Finance", "Revenues Manager", "Full", "May 2029", "Yes"],
        ["2", "Grants to clubs", "Culture", "Grants Officer", "Screening", "June 2029", "No"],
    ], "Log")  # fmt: skip
    return book, Expected([], ["assessments"])


def programme_of_assessments_by_directorate():
    return with_plan("EIA programme", [
        ["Equality impact assessment programme"], [],
        ["Directorate", "Number of EIAs planned 2029/30", "Number completed 2029/30", "Number planned 2030/31"],
        ["Place", 12, 9, 10], ["People", 8, 8, 6], ["Total", 20, 17, 16],
    ], ["actions", "programme"])  # fmt: skip


def timetable_of_assessments():
    return with_plan("Timetable", [
        ["EIA timetable 2029-2032"], [],
        ["Service / policy", "Directorate", "Lead officer", "Year of assessment", "Quarter"],
        ["Waste collection", "Place", "Waste Manager", "2029/30", "Q2"],
        ["Home care charges", "People", "Care Manager", "2030/31", "Q1"],
    ], ["actions", "assessments"])  # fmt: skip


def timetable_with_a_column_for_each_year():
    return with_plan("EIAs", [
        ["Three year programme of equality impact assessments"], [],
        ["Function", "Directorate", "2029/30", "2030/31", "2031/32"],
        ["Waste collection", "Place", "X", None, None],
        ["Home care charges", "People", None, "X", None],
        ["Grants", "People", None, None, "X"],
    ], ["actions", "assessments"])  # fmt: skip


def self_assessment_against_the_framework():
    return with_plan("EFLG", [
        ["Equality Framework for Local Government self-assessment"], [],
        ["Module", "Theme", "Current level", "Target level", "Evidence", "By when"],
        ["Understanding your communities", "Collecting data", "Developing", "Achieving", "Needs report", "March 2030"],
        ["Leadership", "Political voice", "Achieving", "Excellent", "Minutes", "March 2031"],
    ], ["actions", "framework"])  # fmt: skip
