"""What councils write over their columns, above their tables and before their list items."""

import pytest

from plans.importing import banners, times
from plans.importing.columns import ACTIONS

HEADINGS = """
lead: Owner | Responsible officer | Accountable | Service lead | Lead Officer / Team | Who is going to do it? | Assigned to | Lead for action
timescale: Completion date | Target date | By when | Deadline | Timeframe | When will it be completed by? | Due | Finish date
measures: Milestone | Success measure | What success looks like | Outcome measure | KPIs | How will we measure it?
rag_status: RAG | BRAG | Status | RAG (Red, Amber, Green) | RAG Status (Q3)
previous_status: Previous RAG | RAG last quarter | Last quarter's RAG status
progress: Progress to date | Latest position | Update | Commentary | Progress as at 31 March 2026 | Quarter 3 Update | How are we doing?
reference: Ref | No. | Action no. | S/N | Action ID
priority: Objective | Theme | Aim | Workstream | Strategic priority | Area for improvement
characteristics: Protected characteristic(s) | Equality strand | Which protected characteristics does this affect?
title: What are we going to do? | Action to be taken | Cam gweithredu / Action | Actions/Activities
outcome: What difference will it make? | Why will we do it? | Intended outcome / impact | What impact will this have?
directorate: Directorate / Service | Dept | Service area
"""
PAIRS = [
    (heading.strip(), name)
    for line in HEADINGS.strip().splitlines()
    for name, _colon, rest in [line.partition(":")]
    for heading in rest.split("|")
]


@pytest.mark.parametrize(("heading", "name"), PAIRS)
def test_heading_is_known_in_the_words_councils_use(heading, name):
    assert ACTIONS.match(heading)[0][1] == name


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Objective 1: Fair work", "1", "Fair work"),
        ("OBJECTIVE ONE - FAIR WORK", "1", "FAIR WORK"),
        ("Equality Objective 1 (Work): Fair work", "1", "Fair work"),
        ("Theme 1 | Fair work", "1", "Fair work"),
        ("Objective (1) Fair work", "1", "Fair work"),
        ("Amcan 1 / Objective 1: Fair work", "1", "Fair work"),
        ("Priority 2: Fair work (4 actions)", "2", "Fair work"),
        ("Well-being objective iv) Fair work", "4", "Fair work"),
        ("Ambition: Fair work", "", "Fair work"),
        ("EO1 – Fair work", "EO1", "Fair work"),
        ("3. Fair work", "3", "Fair work"),
        ("A better place to work", "", "A better place to work"),
    ],
)
def test_banner_gives_its_number_and_title(line, number, title):
    assert banners.read_banner(line) == banners.Banner(number, title)


@pytest.mark.parametrize(
    "line",
    [
        "Actions to be completed by March 2027", "By the end of March 2027 we will:",
        "To be achieved by 31 March 2027", "What we will do by March 2027",
        "Short term (by March 2027)", "Deadline - March 2027",
    ],
)  # fmt: skip
def test_line_with_a_date_and_no_other_matter_is_a_deadline(line):
    assert banners.is_deadline(line)


@pytest.mark.parametrize("line", ["2026/27", "Actions for 2026/27", "Ongoing actions"])
def test_date_alone_is_a_deadline_only_just_above_a_table(line):
    assert banners.is_deadline(line, above_table=True)
    assert not banners.is_deadline(line)


@pytest.mark.parametrize(
    "line", ["Equality action plan 2026/27", "Agreed by cabinet in March 2027", "Page 2027"]
)  # fmt: skip
def test_line_with_other_matter_is_no_deadline(line):
    assert not banners.is_deadline(line, above_table=True)


@pytest.mark.parametrize(
    "text",
    ["• one x\n• two y", "- one x\n- two y", "o one x\no two y", "1. one x\n2. two y", "a) one x\nb) two y",
     "i. one x\nii. two y", "\uf0b7 one x\n\uf0b7 two y", "➢ one x\n➢ two y"],
)  # fmt: skip
def test_list_is_taken_apart_however_its_items_begin(text):
    assert banners.bullets(text) == ["one x", "two y"]


@pytest.mark.parametrize("text", ["one x\ntwo y", "1. one x\n7. two y", "well-known x"])
def test_lines_that_are_no_list_stay_whole(text):
    assert banners.bullets(text) == [text]


@pytest.mark.parametrize(
    ("heading", "as_at"),
    [
        ("Q1 2026/27", "2026-06-30"), ("Quarter 4 26/27 RAG", "2027-03-31"),
        ("Q2 (Jul-Sep 2026)", "2026-09-30"), ("Status at 30/09/2027", "2027-09-30"),
        ("Update 5 May 2027", "2027-05-05"), ("Apr-27", "2027-04-30"), ("2027-06-30", "2027-06-30"),
        ("Autumn 2031", "2031-11-30"), ("Year end 2026/27", "2027-03-31"),
        ("Mid-year 2026/27 update", "2026-09-30"), ("RAG 2026/27: Q3", "2026-12-31"),
    ],
)  # fmt: skip
def test_heading_of_a_time_is_read_to_its_last_day(heading, as_at):
    assert times.read(1, heading).as_at.isoformat() == as_at


@pytest.mark.parametrize("heading", ["Q1", "March update", "Mid-year RAG"])
def test_time_without_a_year_has_no_date_unless_the_year_is_known(heading):
    assert times.read(1, heading).as_at is None
    assert times.read(1, heading, 2026).as_at is not None


@pytest.mark.parametrize(
    "heading", ["Action", "Market research", "Decision maker", "Status"]
)
def test_heading_without_a_time_names_none(heading):
    assert times.read(1, heading) is None
