"""Eight more workbooks of invented councils, written before the reader was tried on them."""

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


def test_a_scorecard_with_sections_for_each_characteristic():
    found = named(understand(workbook(Scorecard=[
        ["Ref", "Indicator", "2029/30 result", "2030/31 result", "2030/31 target"],
        ["Disability"],
        ["D1", "Adapted homes let to disabled tenants", "55%", "60%", "62%"],
        ["D2", "Parking bays for badge holders", 410, 422, 430],
        ["Race"],
        ["R1", "Staff from ethnic minorities", "10.1%", "10.9%", "12%"],
    ])))  # fmt: skip

    assert list(found) == ["D1", "D2", "R1"]
    assert figures(found["R1"], "results") == {"2030-03-31": 10.1, YEAR: 10.9}
    assert found["R1"]["group"] == "Race"
    assert all("breakdowns" not in one for one in found["D1"]["results"])


def test_a_gap_table_with_a_column_for_the_difference():
    found = named(understand(workbook(Gaps=[
        ["Indicator", "Year", "Women", "Men", "Gap"],
        ["Staff trained", "2029/30", "71%", "65%", "6 points"],
        ["Staff trained", "2030/31", "75%", "70%", "5 points"],
    ])))  # fmt: skip

    assert numbers(found["Staff trained"]) == {
        ("2030-03-31", "Sex", "Women"): 71, ("2030-03-31", "Sex", "Men"): 65,
        (YEAR, "Sex", "Women"): 75, (YEAR, "Sex", "Men"): 70,
    }  # fmt: skip
    assert found["Staff trained"]["results"] == []


def test_groups_as_rows_with_a_total_row_that_is_the_result():
    found = named(understand(workbook(Survey=[
        ["Measure", "2028/29", "2030/31"],
        ["Q4 Treated with respect by the council", None, None],
        ["Total", "66%", "69%"],
        ["Male", "65%", "68%"],
        ["Female", "67%", "70%"],
        ["BAME", "60%", "66%"],
    ])))  # fmt: skip

    (entry,) = found.values()
    assert [said(one) for one in entry["results"]] == [66, 69]
    assert numbers(entry)[YEAR, "Race", "BAME"] == 66


def test_a_list_with_the_characteristic_in_rows_of_its_own():
    found = named(understand(workbook(Applicants=[
        ["Applicants for jobs who were appointed"],
        ["Group", "2029/30", "2030/31"],
        ["Ethnicity"],
        ["White", "12%", "11%"],
        ["BME", "8%", "9%"],
        ["Not stated", "10%", "10%"],
        ["Religion"],
        ["Christian", "11%", "11%"],
        ["None", "12%", "12%"],
    ])))  # fmt: skip

    (entry,) = found.values()
    assert numbers(entry)[YEAR, "Race", "Not stated"] == 10
    assert numbers(entry)[YEAR, "Religion or belief", "None"] == 12
    assert len(numbers(entry)) == 10


def test_half_years_and_a_forecast():
    found = named(understand(workbook(Mid_year=[
        ["PI", "Performance indicator", "Outturn 2029/30", "Half year 2030/31", "Forecast 2030/31", "Target 2030/31"],
        ["1.1", "Calls answered in community languages", 1200, 640, 1280, 1300],
        ["1.2", "Days to answer an access request", 12, 11, 10, 10],
    ])))  # fmt: skip

    calls = found["1.1"]
    assert figures(calls, "targets") == {YEAR: 1300}
    assert figures(calls, "results")["2030-03-31"] == 1200
    assert 1280 not in [said(one) for one in calls["results"]]


def test_financial_years_written_with_dashes_and_full_second_years():
    found = named(understand(workbook(KPIs=[
        ["KPI", "2028-29", "2029-2030", "2030–31", "Target 2031-32"],
        ["Women among councillors (%)", 31, 33, 36, 40],
    ])))  # fmt: skip

    assert figures(found["Women among councillors (%)"], "results") == {
        "2029-03-31": 31, "2030-03-31": 33, YEAR: 36,
    }  # fmt: skip
    assert figures(found["Women among councillors (%)"], "targets") == {
        "2032-03-31": 40
    }


def test_codes_groups_and_counts_of_a_public_sector_duty_report():
    found = named(understand(workbook(PSED=[
        ["PSED report: workforce"],
        ["Indicator", "Protected characteristic", "Group", "Headcount", "% of workforce"],
        ["Staff in post", "Sex", "Female", 1300, "65%"],
        ["Staff in post", "Sex", "Male", 700, "35%"],
        ["Staff in post", "Sexual orientation", "LGB", 60, "3%"],
        ["Staff in post", "Age", "16-24", 90, "4.5%"],
    ])))  # fmt: skip

    entry = found["Staff in post"]
    assert groups(entry) == {
        (None, "Sex", "Female"): (65, 1300, None), (None, "Sex", "Male"): (35, 700, None),
        (None, "Sexual orientation", "LGB"): (3, 60, None), (None, "Age", "16-24"): (4.5, 90, None),
    }  # fmt: skip


def test_years_down_with_target_and_result_of_one_indicator():
    found = named(understand(workbook(Gap=[
        ["Gender pay gap (median)"],
        ["Year", "Target", "Result"],
        ["2028/29", "9%", "8.8%"],
        ["2029/30", "8%", "8.1%"],
        ["2030/31", "7%", "TBC"],
    ])))  # fmt: skip

    (entry,) = found.values()
    assert entry["title"] == "Gender pay gap (median)"
    assert figures(entry, "targets") == {"2029-03-31": 9, "2030-03-31": 8, YEAR: 7}
    assert figures(entry, "results")[YEAR] == "to_be_confirmed"
