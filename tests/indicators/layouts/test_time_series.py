"""Figures over time, in the layouts that councils keep them in."""

import datetime

from tests.indicators.layouts.books import figures, named, understand, workbook


def test_a_column_a_year_under_a_title_and_above_notes():
    found = named(understand(workbook(Corporate_measures=[
        ["Borough of Ashwell"],
        ["Equality measures: five years"],
        [],
        ["PI", "Description", "Unit", "2026/27", "2027/28", "2028/29", "2029/30", "2030/31", "Target 2031/32"],
        ["AW1", "Top earners who are women", "%", 31.2, 33, 34.5, 36, "not yet available", 40],
        ["AW2", "Racist incidents reported to schools", "Number", 112, 98, 121, "n/a", 90, "fewer than 90"],
        ["AW3", "Days lost to sickness", "Days", "9.1", "9.4", "8.8 (provisional)", 8.7, 8.5, 8],
        [],
        ["Source: personnel system, 31 March of each year"],
    ])))  # fmt: skip

    assert list(found) == ["AW1", "AW2", "AW3"]
    assert figures(found["AW1"], "results") == {
        "2027-03-31": 31.2, "2028-03-31": 33, "2029-03-31": 34.5, "2030-03-31": 36, "2031-03-31": "not_reported",
    }  # fmt: skip
    assert figures(found["AW2"], "results")["2030-03-31"] == "not_applicable"
    assert figures(found["AW2"], "targets") == {"2032-03-31": 90}
    assert found["AW2"]["targets"][0]["operator"] == "<"
    assert found["AW3"]["results"][2]["provisional"] is True
    assert [one["unit"] for one in found.values()] == ["%", "count", "Days"]


def test_a_column_a_quarter_under_the_year_that_is_merged_over_them():
    found = named(understand(workbook(
        Quarterly=[
            ["Ref", "Indicator", "2030/31", None, None, None, "2031/32", None, None, None],
            [None, None, "Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3", "Q4"],
            ["H1", "Homes adapted for disabled tenants", 12, 15, 11, 19, 14, 16, "TBC", None],
            ["H2", "Lets to tenants from ethnic minorities (%)", 18.5, 17, 19.5, 20, 21, 20.5, "TBC", None],
        ],
        merged={"Quarterly": ["C1:F1", "G1:J1", "A1:A2", "B1:B2"]},
    )))  # fmt: skip

    assert figures(found["H1"], "results") == {
        "2030-06-30": 12, "2030-09-30": 15, "2030-12-31": 11, "2031-03-31": 19,
        "2031-06-30": 14, "2031-09-30": 16, "2031-12-31": "to_be_confirmed",
    }  # fmt: skip
    assert {one["period_kind"] for one in found["H2"]["results"]} == {"quarter"}
    assert {one["unit"] for one in found["H2"]["results"][:6]} == {"%"}


def test_target_and_result_side_by_side_under_each_year_with_a_column_that_says_whether_it_was_met():
    found = named(understand(workbook(
        Scorecard=[
            ["Equality scorecard"],
            [],
            ["Measure", "Lead officer", "2028/29", None, None, "2029/30", None, None, "2030/31"],
            [None, None, "Target", "Outturn", "Met?", "Target", "Outturn", "Met?", "Target"],
            ["Staff who say they are carers", "Head of HR", "8%", "6.5%", "No", "9%", "9.4%", "Yes", "10%"],
            ["Complaints about access", "Customer manager", 30, 34, "No", 25, 25, "Yes", 20],
            ["Hate crimes reported", "Safety manager", "No target", 210, "", "Baseline year", 240, "", "5% increase"],
        ],
        merged={"Scorecard": ["C3:E3", "F3:H3"]},
    )))  # fmt: skip

    carers = found["Staff who say they are carers"]
    assert figures(carers, "targets") == {
        "2029-03-31": 8,
        "2030-03-31": 9,
        "2031-03-31": 10,
    }
    assert figures(carers, "results") == {"2029-03-31": 6.5, "2030-03-31": 9.4}
    crimes = found["Hate crimes reported"]
    assert figures(crimes, "targets")["2029-03-31"] == "no_target_baseline_year"
    assert crimes["targets"][2]["kind"] == "relative"
    assert carers["lead"] == "Head of HR"


def test_years_down_the_rows_and_indicators_across():
    found = named(understand(workbook(Trend=[
        ["Workforce trends"],
        ["Year", "Staff who are women (%)", "Staff who are disabled (%)", "Number of grievances about discrimination"],
        ["2027/28", 61.2, 3.9, 14],
        ["2028/29", 61.8, 4.4, 9],
        ["2029/30", 62.5, "Not collected", 11],
    ])))  # fmt: skip

    assert list(found) == [
        "Staff who are women (%)", "Staff who are disabled (%)", "Number of grievances about discrimination",
    ]  # fmt: skip
    disabled = found["Staff who are disabled (%)"]
    assert figures(disabled, "results") == {
        "2028-03-31": 3.9, "2029-03-31": 4.4, "2030-03-31": "not_reported",
    }  # fmt: skip
    assert disabled["unit"] == "%"
    assert found["Number of grievances about discrimination"]["unit"] == "count"


def test_quarters_down_the_rows_and_coded_indicators_across():
    found = named(understand(workbook(Data=[
        ["Quarter", "EQ1 - Staff trained in equality (%)", "EQ2 - Interpreters booked", "EQ3 - Days to adapt a home"],
        ["Q1 2030/31", "40%", 310, 84],
        ["Q2 2030/31", "52%", 295, 80],
        ["Q3 2030/31", "61%", 340, 77],
        ["Q4 2030/31", "70%", 355, 71],
        ["Target 2030/31", "75%", None, 70],
    ])))  # fmt: skip

    assert list(found) == ["EQ1", "EQ2", "EQ3"]
    assert figures(found["EQ1"], "results") == {
        "2030-06-30": 40, "2030-09-30": 52, "2030-12-31": 61, "2031-03-31": 70,
    }  # fmt: skip
    assert figures(found["EQ3"], "targets") == {"2031-03-31": 70}
    assert found["EQ2"]["targets"] == []


def test_a_row_for_each_indicator_and_period():
    found = named(understand(workbook(Returns=[
        ["Indicator code", "Indicator name", "Period", "Target", "Actual", "Numerator", "Denominator", "Comments"],
        ["E1", "Looked-after children with a health check", "2028/29", "90%", "88%", 44, 50, "Two moved away"],
        ["E2", "Excluded pupils", "2028/29", 20, 23, None, None, None],
        ["E1", "Looked-after children with a health check", "2029/30", "92%", "95%", 57, 60, None],
        ["E2", "Excluded pupils", "2029/30", 18, "Awaiting data", None, None, "School return late"],
        ["E1", "Looked-after children with a health check", "2030/31", "95%", None, None, None, None],
    ])))  # fmt: skip

    assert list(found) == ["E1", "E2"]
    assert figures(found["E1"], "results") == {"2029-03-31": 88, "2030-03-31": 95}
    assert figures(found["E1"], "targets") == {
        "2029-03-31": 90,
        "2030-03-31": 92,
        "2031-03-31": 95,
    }
    assert [
        (one["numerator"], one["denominator"]) for one in found["E1"]["results"]
    ] == [(44, 50), (57, 60)]
    assert figures(found["E2"], "results")["2030-03-31"] == "to_be_established"


def test_a_sheet_a_year_whose_name_is_the_time():
    understood = understand(workbook(**{
        "2029-30": [
            ["Ref", "Performance indicator", "Target", "Result"],
            ["L1", "Library members with a disability", 400, 385],
            ["L2", "Events for Black History Month", 12, 14],
        ],
        "2030-31": [
            ["Ref", "Performance indicator", "Target", "Result"],
            ["L1", "Library members with a disability", 420, 431],
            ["L2", "Events for Black History Month", 12, "TBC"],
        ],
    }))  # fmt: skip
    found = {}
    for one in understood["indicators"]:
        found.setdefault(one["code"], {}).update(figures(one, "results"))

    assert found["L1"] == {"2030-03-31": 385, "2031-03-31": 431}
    assert found["L2"] == {"2030-03-31": 14, "2031-03-31": "to_be_confirmed"}


def test_months_across_that_the_spreadsheet_holds_as_dates():
    months = [datetime.date(2030, month, 1) for month in (4, 5, 6, 7)]
    found = named(understand(workbook(Monthly=[
        ["Measure", "Unit", *months, "YTD"],
        ["Calls that used the language line", "Number", 41, 39, 52, 47, 179],
        ["Website pages that pass the access check", "%", 0.91, 0.915, 0.94, 0.94, 0.93],
    ])))  # fmt: skip

    calls = found["Calls that used the language line"]
    assert figures(calls, "results") | {} == {
        "2030-04-30": 41, "2030-05-31": 39, "2030-06-30": 52, "2030-07-31": 47, "YTD": 179,
    }  # fmt: skip
    pages = found["Website pages that pass the access check"]
    assert figures(pages, "results")["2030-05-31"] == 91.5
    assert {one["unit"] for one in pages["results"]} == {"%"}
