"""Workbooks of sixteen invented councils, each written before the reader was tried on it."""

import datetime

from tests.indicators.layouts.books import (
    YEAR,
    figures,
    groups,
    named,
    numbers,
    said,
    understand,
    workbook,
)


def test_an_annual_report_with_the_change_since_last_year():
    found = named(understand(workbook(Annex_B=[
        ["Annex B: how we did"],
        [None],
        ["PI ref", "What we measure", "Last year (2029/30)", "This year (2030/31)", "Direction of travel", "Target 2030/31", "Did we meet it?"],
        ["CW 1", "Carers assessed within 28 days", "71%", "78%", "Up", "80%", "No"],
        ["CW 2", "Adults with a learning disability in paid work", "6.1%", "6.4%", "Up", "6.5%", "Nearly"],
        ["CW 3", "Translation requests met the same day", "n/a", "88%", "", "not set", ""],
    ])))  # fmt: skip

    assert list(found) == ["CW 1", "CW 2", "CW 3"]
    assert figures(found["CW 1"], "results") == {"2030-03-31": 71, YEAR: 78}
    assert figures(found["CW 1"], "targets") == {YEAR: 80}
    assert figures(found["CW 3"], "results")["2030-03-31"] == "not_applicable"


def test_three_years_of_targets_ahead_of_three_years_of_results():
    found = named(understand(workbook(
        Targets=[
            ["Equality objective", "Indicator", "Results", None, None, "Targets", None, None],
            [None, None, "2028/29", "2029/30", "2030/31", "2031/32", "2032/33", "2033/34"],
            ["Fair employment", "Women among the top 5% of earners", "41%", "43%", "44.5%", "46%", "48%", "50%"],
            ["Fair employment", "Gender pay gap", "8.1%", "7.4%", "6.9%", "6%", "5%", "TBC"],
        ],
        merged={"Targets": ["C1:E1", "F1:H1", "A3:A4"]},
    )))  # fmt: skip

    gap = found["Gender pay gap"]
    assert figures(gap, "results") == {"2029-03-31": 8.1, "2030-03-31": 7.4, YEAR: 6.9}
    assert figures(gap, "targets") == {
        "2032-03-31": 6,
        "2033-03-31": 5,
        "2034-03-31": "to_be_confirmed",
    }


def test_calendar_years_across_with_a_unit_for_each_row():
    found = named(understand(workbook(Housing=[
        ["Measure", "Unit", 2027, 2028, 2029, 2030],
        ["Households in temporary homes, headed by a woman", "No.", 210, 198, 201, 187],
        ["Average wait for an adapted home", "Weeks", 34, 33.5, 31, 30],
        ["Rate of evictions", "per 1,000 tenancies", 2.1, 1.9, 1.9, 1.7],
    ])))  # fmt: skip

    wait = found["Average wait for an adapted home"]
    assert figures(wait, "results") == {
        "2027-12-31": 34, "2028-12-31": 33.5, "2029-12-31": 31, "2030-12-31": 30,
    }  # fmt: skip
    assert [one["unit"] for one in found.values()] == [
        "count",
        "Weeks",
        "per 1,000 tenancies",
    ]


def test_half_a_page_of_groups_with_dashes_under_each_indicator():
    found = named(understand(workbook(Access=[
        ["No", "Indicator", "2029/30", "2030/31"],
        ["A1", "Service users satisfied with our buildings", "80%", "82%"],
        [None, "- disabled", "65%", "70%"],
        [None, "- not disabled", "83%", "84%"],
        [None, "- aged 65 and over", "77%", "80%"],
        ["A2", "Calls answered by text relay", 340, 402],
        [None, "of which: women", 200, 240],
        [None, "of which: men", 140, 162],
    ])))  # fmt: skip

    assert list(found) == ["A1", "A2"]
    assert numbers(found["A1"])[YEAR, "Disability", "disabled"] == 70
    assert numbers(found["A1"])["2030-03-31", "Age", "aged 65 and over"] == 77
    assert sorted(value for (_e, _c, _g), value in numbers(found["A2"]).items()) == [
        140,
        162,
        200,
        240,
    ]


def test_one_indicator_with_its_groups_across_and_years_down():
    found = named(understand(workbook(Pay=[
        ["Median hourly pay by group"],
        ["Year", "All", "Women", "Men", "BME", "White", "Disabled", "Not disabled"],
        ["2028/29", "£14.10", "£13.60", "£14.90", "£13.20", "£14.20", "£13.50", "£14.15"],
        ["2029/30", "£14.60", "£14.20", "£15.30", "£13.90", "£14.70", "£14.00", "£14.65"],
    ])))  # fmt: skip

    (entry,) = found.values()
    assert entry["title"] == "Median hourly pay by group"
    assert [said(one) for one in entry["results"]] == [14.1, 14.6]
    assert numbers(entry)["2030-03-31", "Race", "BME"] == 13.9
    assert len(numbers(entry)) == 12


def test_a_census_like_list_by_ethnic_group_alone():
    found = named(understand(workbook(Ethnicity=[
        ["Ref", "Indicator", "Reporting year", "Ethnic group", "Result", "Base number"],
        ["R1", "Pupils excluded", "2029/30", "White British", "0.6%", 8000],
        ["R1", "Pupils excluded", "2029/30", "Black Caribbean", "1.9%", 420],
        ["R1", "Pupils excluded", "2029/30", "Gypsy or Irish Traveller", "4.0%", 25],
        ["R1", "Pupils excluded", "2029/30", "All pupils", "0.8%", 9900],
    ])))  # fmt: skip

    assert groups(found["R1"]) == {
        ("2030-03-31", "Race", "White British"): (0.6, None, 8000),
        ("2030-03-31", "Race", "Black Caribbean"): (1.9, None, 420),
        ("2030-03-31", "Race", "Gypsy or Irish Traveller"): (4, None, 25),
    }  # fmt: skip
    assert [said(one) for one in found["R1"]["results"]] == [0.8]


def test_a_list_whose_names_stand_once_over_merged_rows():
    found = named(understand(workbook(
        Detail=[
            ["Code", "Measure", "Characteristic", "Group", "2029/30", "2030/31"],
            ["D1", "Staff who had an appraisal", "Gender", "Female", "88%", "91%"],
            [None, None, None, "Male", "85%", "88%"],
            [None, None, "Disability", "Yes", "80%", "84%"],
            [None, None, None, "No", "88%", "91%"],
            ["D2", "Staff who were promoted", "Gender", "Female", "5%", "6%"],
            [None, None, None, "Male", "6%", "6%"],
        ],
        merged={"Detail": ["A2:A5", "B2:B5", "C2:C3", "C4:C5", "A6:A7", "B6:B7", "C6:C7"]},
    )))  # fmt: skip

    assert list(found) == ["D1", "D2"]
    assert numbers(found["D1"])[YEAR, "Disability", "Yes"] == 84
    assert numbers(found["D1"])["2030-03-31", "Sex", "Male"] == 85
    assert len(numbers(found["D1"])) == 8
    assert len(numbers(found["D2"])) == 4


def test_periods_with_a_day_that_ends_them():
    found = named(understand(workbook(Quarterly_return=[
        ["Indicator ID", "Indicator", "Quarter ending 30 June 2030", "Quarter ending 30 September 2030", "Year ending 31 March 2031 target"],
        ["Q-01", "Staff who completed equality training", "55%", "63%", "90%"],
        ["Q-02", "Complaints about discrimination", 4, 7, "fewer than 20"],
    ])))  # fmt: skip

    assert figures(found["Q-01"], "results") == {"2030-06-30": 55, "2030-09-30": 63}
    assert {one["period_kind"] for one in found["Q-01"]["results"]} == {"quarter"}
    assert figures(found["Q-02"], "targets") == {YEAR: 20}
    assert found["Q-02"]["targets"][0]["period_kind"] == "financial_year"


def test_a_csv_dump_of_a_performance_system():
    found = named(understand(workbook(Export=[
        ["PI Code", "PI Title", "Period Covered", "Value", "Target", "Status", "Numerator", "Denominator", "Notes"],
        ["HR_12", "Disabled staff", "2028/29", "4.4%", "5.0%", "Red", 88, 2000, ""],
        ["HR_12", "Disabled staff", "2029/30", "4.9%", "5.5%", "Amber", 98, 2000, "New form"],
        ["HR_13", "Staff from ethnic minorities", "2029/30", "11.2%", "12.0%", "Amber", 224, 2000, ""],
    ])))  # fmt: skip

    assert list(found) == ["HR_12", "HR_13"]
    assert figures(found["HR_12"], "results") == {"2029-03-31": 4.4, "2030-03-31": 4.9}
    assert found["HR_12"]["results"][1]["numerator"] == 98
    assert figures(found["HR_13"], "targets") == {"2030-03-31": 12}


def test_groups_as_columns_with_the_year_over_them():
    found = named(understand(workbook(
        Survey=[
            ["Survey question", "2028", None, None, "2030", None, None],
            [None, "Total", "Men", "Women", "Total", "Men", "Women"],
            ["I feel safe after dark", "61%", "70%", "52%", "64%", "72%", "56%"],
            ["I can find someone to talk to", "88%", "85%", "91%", "87%", "84%", "90%"],
        ],
        merged={"Survey": ["B1:D1", "E1:G1"]},
    )))  # fmt: skip

    safe = found["I feel safe after dark"]
    assert figures(safe, "results") == {"2028-12-31": 61, "2030-12-31": 64}
    assert numbers(safe) == {
        ("2028-12-31", "Sex", "Men"): 70, ("2028-12-31", "Sex", "Women"): 52,
        ("2030-12-31", "Sex", "Men"): 72, ("2030-12-31", "Sex", "Women"): 56,
    }  # fmt: skip


def test_a_year_in_the_title_of_a_table_of_results():
    found = named(understand(workbook(Sheet1=[
        ["Performance results 2030/31"],
        ["Ref", "Indicator", "Target", "Actual"],
        ["T1", "Buses with a ramp", "95%", "97%"],
        ["T2", "Stops with a raised kerb", 400, 388],
    ])))  # fmt: skip

    assert figures(found["T1"], "results") == {YEAR: 97}
    assert figures(found["T2"], "targets") == {YEAR: 400}


def test_words_of_a_plan_are_no_groups_and_columns_of_ticks_no_figures():
    understood = understand(workbook(Action_plan=[
        ["Ref", "Action", "Lead", "Timescale", "Race", "Disability", "Gender", "Age"],
        ["1.1", "Offer interpreters at each desk", "Head of Customer Services", "March 2031", "X", "", "", ""],
        ["1.2", "Fit induction loops", "Head of Property", "June 2031", "", "X", "", "X"],
    ]))  # fmt: skip

    assert understood["indicators"] == []
    assert sum(len(one["actions"]) for one in understood["priorities"]) == 2


def test_counts_alone_become_shares_of_their_base_among_percentages():
    found = named(understand(workbook(Monitoring=[
        ["Indicator", "Unit", "Year", "Characteristic", "Group", "Number", "Out of"],
        ["Tenants offered a transfer", "%", "2030/31", "Disability", "All", 90, 300],
        ["Tenants offered a transfer", "%", "2030/31", "Disability", "Disabled", 30, 80],
        ["Tenants offered a transfer", "%", "2030/31", "Disability", "Not disabled", 60, 220],
    ])))  # fmt: skip

    entry = found["Tenants offered a transfer"]
    assert groups(entry) == {
        (YEAR, "Disability", "Disabled"): (37.5, 30, 80),
        (YEAR, "Disability", "Not disabled"): (27.3, 60, 220),
    }  # fmt: skip
    assert [(one["value"], one["text"]) for one in entry["results"]] == [
        (30, "90 out of 300")
    ]


def test_months_down_and_measures_across_with_dates_as_the_spreadsheet_has_them():
    found = named(understand(workbook(Log=[
        ["Month", "Hate incidents recorded", "Victims offered support (%)"],
        [datetime.date(2030, 4, 1), 12, "92%"],
        [datetime.date(2030, 5, 1), 9, "100%"],
        [datetime.date(2030, 6, 1), 15, "87%"],
    ])))  # fmt: skip

    incidents = found["Hate incidents recorded"]
    assert figures(incidents, "results") == {
        "2030-04-30": 12,
        "2030-05-31": 9,
        "2030-06-30": 15,
    }
    assert figures(found["Victims offered support (%)"], "results")["2030-05-31"] == 100


def test_baseline_with_its_year_in_a_column_beside_it():
    found = named(understand(workbook(Outcomes=[
        ["Outcome measure", "Baseline", "Baseline year", "Milestone", "Target 2033/34", "Latest result"],
        ["Adults with caring duties who are in work", "58%", "2027/28", "60% by 2030", "65%", "59%"],
        ["Rough sleepers counted in one night", 41, "2028/29", "", "under 10", 28],
    ])))  # fmt: skip

    work = found["Adults with caring duties who are in work"]
    assert (work["baseline"]["value"], work["baseline"]["end"]) == (58, "2028-03-31")
    assert figures(work, "targets")["2034-03-31"] == 65


def test_groups_whose_figures_were_held_back_here_say_nothing():
    found = named(understand(workbook(Groups=[
        ["Code", "Indicator", "Period", "Characteristic", "Group", "Result", "Count", "Base"],
        ["G1", "Appeals upheld", "2030/31", "Sex", "Women", "Not shown: small numbers", None, None],
        ["G1", "Appeals upheld", "2030/31", "Sex", "Men", "40%", 20, 50],
    ])))  # fmt: skip

    (time,) = found["G1"]["groups"]
    assert [one.get("masked", False) for one in time["breakdowns"]] == [True, False]
