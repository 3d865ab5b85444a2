"""Results by characteristic and group, in the layouts that councils keep them in."""

from tests.indicators.layouts.books import (
    YEAR,
    groups,
    named,
    numbers,
    said,
    understand,
    workbook,
)


def test_groups_as_rows_under_their_indicator():
    found = named(understand(workbook(Workforce=[
        ["Ref", "Indicator", "Baseline 2028/29", "Target 2030/31", "Result 2030/31"],
        ["W1", "Staff who feel treated fairly", "70%", "80%", "76%"],
        [None, "Women", None, None, "78%"],
        [None, "Men", None, None, "73%"],
        [None, "BME", None, None, "64%"],
        [None, "Disabled", None, None, "61%"],
        ["W2", "Applicants shortlisted", "20%", "25%", "24%"],
        [None, "Women", None, None, "26%"],
        [None, "Men", None, None, "Not collected"],
    ])))  # fmt: skip

    assert list(found) == ["W1", "W2"]
    assert numbers(found["W1"]) == {
        (YEAR, "Sex", "Women"): 78, (YEAR, "Sex", "Men"): 73,
        (YEAR, "Race", "BME"): 64, (YEAR, "Disability", "Disabled"): 61,
    }  # fmt: skip
    assert numbers(found["W2"])[YEAR, "Sex", "Men"] == "not_reported"


def test_groups_as_indented_rows_under_the_names_of_characteristics():
    found = named(understand(workbook(Survey=[
        ["Residents' survey", None, None],
        ["Question", "2028", "2030"],
        ["People who feel they can influence decisions", "31%", "34%"],
        ["By gender", None, None],
        ["   Women", "30%", "33%"],
        ["   Men", "32%", "35%"],
        ["Age", None, None],
        ["   18 to 34", "22%", "25%"],
        ["   35 to 64", "34%", "36%"],
        ["   65 and over", "40%", "41%"],
        ["Ethnic group", None, None],
        ["   White British", "32%", "34%"],
        ["   All other groups", "26%", "31%"],
        ["People satisfied with the area", "81%", "80%"],
        ["By gender", None, None],
        ["   Women", "82%", "81%"],
        ["   Men", "80%", "79%"],
    ])))  # fmt: skip

    assert list(found) == [
        "People who feel they can influence decisions",
        "People satisfied with the area",
    ]
    influence = numbers(found["People who feel they can influence decisions"])
    assert len(influence) == 14
    assert influence["2030-12-31", "Age", "18 to 34"] == 25
    assert influence["2028-12-31", "Race", "All other groups"] == 26
    assert influence["2030-12-31", "Sex", "Men"] == 35
    assert len(numbers(found["People satisfied with the area"])) == 4


def test_groups_as_columns_under_their_characteristic():
    found = named(understand(workbook(
        Profile=[
            ["Code", "Indicator", "Period", "All", "Sex", None, "Ethnicity", None, "Disability", None],
            [None, None, None, None, "Women", "Men", "White", "BME", "Disabled", "Not disabled"],
            ["P1", "Staff promoted", "2030/31", "6.0%", "6.4%", "5.5%", "6.3%", "4.1%", "3.0%", "6.2%"],
            ["P2", "Staff who left", "2030/31", "9.0%", "9.2%", "8.7%", "8.8%", "N/A", "11.0%", "8.9%"],
        ],
        merged={"Profile": ["E1:F1", "G1:H1", "I1:J1"]},
    )))  # fmt: skip

    assert [said(one) for one in found["P1"]["results"]] == [6]
    assert numbers(found["P1"]) == {
        (YEAR, "Sex", "Women"): 6.4, (YEAR, "Sex", "Men"): 5.5,
        (YEAR, "Race", "White"): 6.3, (YEAR, "Race", "BME"): 4.1,
        (YEAR, "Disability", "Disabled"): 3, (YEAR, "Disability", "Not disabled"): 6.2,
    }  # fmt: skip
    assert numbers(found["P2"])[YEAR, "Race", "BME"] == "not_applicable"


def test_groups_as_columns_that_name_no_characteristic():
    found = named(understand(workbook(Workforce_profile=[
        ["Measure", "Year", "All staff", "Female", "Male", "BAME", "Disabled", "LGB", "Aged under 25"],
        ["Share of starters who completed probation", "2029/30", "92%", "93%", "91%", "88%", "90%", "95%", "85%"],
        ["Share of starters who completed probation", "2030/31", "94%", "95%", "93%", "92%", "91%", "94%", "89%"],
    ])))  # fmt: skip

    entry = found["Share of starters who completed probation"]
    assert [said(one) for one in entry["results"]] == [92, 94]
    assert numbers(entry)["2030-03-31", "Sexual orientation", "LGB"] == 95
    assert numbers(entry)[YEAR, "Age", "Aged under 25"] == 89
    assert len(numbers(entry)) == 12


def test_a_long_list_with_counts_and_bases():
    found = named(understand(workbook(Breakdown=[
        ["Indicator code", "Period", "Characteristic", "Group", "Count", "Base", "Percentage"],
        ["EQ4", "2030/31", "All", "All", 120, 400, "30.0%"],
        ["EQ4", "2030/31", "Sex", "Women", 70, 210, "33.3%"],
        ["EQ4", "2030/31", "Sex", "Men", 50, 190, "26.3%"],
        ["EQ4", "2030/31", "Race", "Asian or Asian British", 12, 50, "24.0%"],
        ["EQ4", "2030/31", "Carers", "Unpaid carers", 9, 40, "22.5%"],
        ["EQ5", "2030/31", "Disability", "Disabled people", 8, 20, "40%"],
    ])))  # fmt: skip

    assert list(found) == ["EQ4", "EQ5"]
    assert [said(one) for one in found["EQ4"]["results"]] == [30]
    assert groups(found["EQ4"])[YEAR, "Sex", "Women"] == (33.3, 70, 210)
    assert groups(found["EQ4"])[YEAR, "Carers", "Unpaid carers"] == (22.5, 9, 40)
    assert groups(found["EQ5"]) == {
        (YEAR, "Disability", "Disabled people"): (40, 8, 20)
    }
    assert found["EQ5"]["results"] == []


def test_a_long_list_beside_the_sheet_of_its_indicators():
    understood = understand(workbook(
        Indicators=[
            ["Ref", "Indicator", "Result 2029/30", "Result 2030/31", "Target 2030/31"],
            ["EQ1", "Tenants satisfied with repairs", "81%", "83%", "85%"],
            ["EQ2", "Tenants who report harassment", 40, 38, 30],
        ],
        Equality_data=[
            ["Ref", "Year", "Protected characteristic", "Group", "%", "No. of responses"],
            ["EQ1", "2030/31", "Disability", "Disabled tenants", "76%", 150],
            ["EQ1", "2030/31", "Disability", "Tenants who are not disabled", "85%", 600],
            ["EQ1", "2029/30", "Disability", "Disabled tenants", "75%", 140],
        ],
    ))  # fmt: skip
    found = named(understood)

    assert list(found) == ["EQ1", "EQ2"]
    assert groups(found["EQ1"]) == {
        (YEAR, "Disability", "Disabled tenants"): (76, None, 150),
        (YEAR, "Disability", "Tenants who are not disabled"): (85, None, 600),
        ("2030-03-31", "Disability", "Disabled tenants"): (75, None, 140),
    }  # fmt: skip
    assert "groups" not in found["EQ1"]
    assert found["EQ1"]["results"][1]["breakdowns"][0]["sheet"] == "Equality data"


def test_suppressed_and_rounded_figures_make_up_no_number():
    found = named(understand(workbook(Groups=[
        ["Indicator", "Period", "Characteristic", "Group", "Result", "Count", "Base"],
        ["Appeals upheld", "2030/31", "Religion or belief", "Muslim", "*", "*", 30],
        ["Appeals upheld", "2030/31", "Religion or belief", "Christian", "<5%", "<5", 90],
        ["Appeals upheld", "2030/31", "Religion or belief", "No religion", "[c]", None, 70],
        ["Appeals upheld", "2030/31", "Religion or belief", "Jewish", "40-45%", None, None],
        ["Appeals upheld", "2030/31", "Religion or belief", "Hindu", "12%", "six", 50],
    ])))  # fmt: skip

    assert groups(found["Appeals upheld"]) == {
        (YEAR, "Religion or belief", "Muslim"): ("not_reported", None, 30),
        (YEAR, "Religion or belief", "Christian"): ("in_words", None, 90),
        (YEAR, "Religion or belief", "No religion"): ("not_reported", None, 70),
        (YEAR, "Religion or belief", "Jewish"): ("in_words", None, None),
        (YEAR, "Religion or belief", "Hindu"): (12, None, 50),
    }  # fmt: skip


def test_a_doubtful_group_is_asked_about_and_never_guessed():
    understood = understand(workbook(Workforce=[
        ["Ref", "Indicator", "Result 2030/31"],
        ["W1", "Staff who had an appraisal", "88%"],
        [None, "Women", "90%"],
        [None, "Other", "70%"],
        [None, "Prefer not to say", "75%"],
        [None, "Grade 5 and above", "95%"],
    ]))  # fmt: skip
    found = named(understood)

    assert list(found) == ["W1"]
    assert numbers(found["W1"]) == {(YEAR, "Sex", "Women"): 90}
    asked = {one["cell"] for one in understood["problems"]}
    assert {"B4", "B5", "B6"} <= asked


def test_groups_of_children_by_academic_year():
    found = named(understand(workbook(Schools=[
        ["Attainment at 16: five good passes"],
        ["Pupil group", "2028/29 academic year", "2029/30 academic year"],
        ["All pupils", "58%", "61%"],
        ["Girls", "63%", "65%"],
        ["Boys", "53%", "57%"],
        ["Pupils with SEN", "21%", "24%"],
        ["Traveller children", "n/a", "*"],
    ])))  # fmt: skip

    (entry,) = found.values()
    assert entry["title"] == "Attainment at 16: five good passes"
    assert [said(one) for one in entry["results"]] == [58, 61]
    assert [one["end"] for one in entry["results"]] == ["2029-08-31", "2030-08-31"]
    assert numbers(entry)["2030-08-31", "Sex", "Girls"] == 65
    assert numbers(entry)["2030-08-31", "Race", "Traveller children"] == "not_reported"


def test_a_number_and_a_share_for_each_group():
    found = named(understand(workbook(
        Recruitment=[
            ["Indicator", "Year", "Women", None, "Men", None, "Total", None],
            [None, None, "Number", "%", "Number", "%", "Number", "%"],
            ["People appointed", "2029/30", 60, "55%", 49, "45%", 109, "100%"],
            ["People appointed", "2030/31", 66, "60%", 44, "40%", 110, "100%"],
        ],
        merged={"Recruitment": ["C1:D1", "E1:F1", "G1:H1"]},
    )))  # fmt: skip

    assert groups(found["People appointed"])[YEAR, "Sex", "Women"] == (60, 66, None)
    assert groups(found["People appointed"])["2030-03-31", "Sex", "Men"] == (
        45,
        49,
        None,
    )
