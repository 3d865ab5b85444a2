"""Indicator tables in the shapes that councils keep them, each a small sheet of an invented council."""

from tests.indicators.laying import read, understood


def figures(entry: dict, name: str) -> list[tuple]:
    """(time, number, unit) of each target or result; the reason where there is no number."""
    return [
        (one["period"], one["value"] if one["reason"] is None else one["reason"], one["unit"])
        for one in entry[name]
    ]  # fmt: skip


def names(entries: list[dict]) -> list[tuple]:
    return [(one["code"], one["title"], one["parent"]) for one in entries]


def asked(*rows, **words) -> list[str]:
    return [one["cell"] for one in understood(*rows, **words)["problems"]]


def test_a_column_a_year_is_a_result_a_year():
    (first, second) = read(
        ["Indicator", "2027/28", "2028/29", "2029/30"],
        ["EQ1 - % of staff who are disabled", ("4.1%", 0.041), ("4.50%", 0.045), "N/A"],
        ["EQ2 - Number of incidents", 12, 15, "TBC"],
    )

    assert figures(first, "results") == [
        ("2027/28", 4.1, "%"), ("2028/29", 4.5, "%"), ("2029/30", "not_applicable", None),
    ]  # fmt: skip
    assert figures(second, "results")[1:] == [
        ("2028/29", 15, "count"), ("2029/30", "to_be_confirmed", None),
    ]  # fmt: skip
    assert [one["end"] for one in first["results"]] == [
        "2028-03-31", "2029-03-31", "2030-03-31",
    ]  # fmt: skip


def test_years_stored_as_numbers_are_headings_too():
    (entry,) = read(
        ["Performance indicator", 2028, 2029, "Target 2030"],
        ["Share of tenants satisfied", "45%", "47%", "50%"],
    )

    assert figures(entry, "results") == [("2028", 45, "%"), ("2029", 47, "%")]
    assert figures(entry, "targets") == [("2030", 50, "%")]


def test_target_and_actual_under_each_year():
    (entry,) = read(
        ["Ref", "Indicator", "2028/29", None, "2029/30", None],
        [None, None, "Target", "Actual", "Target", "Actual"],
        ["EQ1", "Staff who are disabled (%)", 4, 3.9, 5, 4.8],
    )

    assert figures(entry, "targets") == [("2028/29", 4, "%"), ("2029/30", 5, "%")]
    assert figures(entry, "results") == [("2028/29", 3.9, "%"), ("2029/30", 4.8, "%")]


def test_quarters_with_a_target_for_the_year():
    (first, second) = read(
        ["Code", "Measure", "Good is", "Target 2029/30", "Q1", "Q2", "Q3", "Comments"],
        ["EQ1", "Staff trained (%)", "Higher", 80, 40, 55, "Not yet available", "Slow"],
        ["EQ2", "Days to reply", "Lower", "5 days", 7, 6, 5],
    )

    assert figures(first, "results") == [
        ("Q1", 40, "%"), ("Q2", 55, "%"), ("Q3", "not_reported", None),
    ]  # fmt: skip
    assert (first["direction"], first["direction_said"]) == (None, "Higher")
    assert first["comment"] == "Slow"
    assert figures(second, "targets") == [("2029/30", 5, "days")]


def test_numerator_and_denominator_go_with_their_result():
    (entry,) = read(
        ["Indicator", "Numerator 2029/30", "Denominator 2029/30", "Result 2029/30", "Target 2030/31"],
        ["% of staff trained", 12, 15, ("80%", 0.8), "85%"],
    )  # fmt: skip

    (result,) = entry["results"]
    assert (result["value"], result["numerator"], result["denominator"]) == (80, 12, 15)


def test_a_row_a_year_is_one_indicator():
    found = read(
        ["Ref", "Indicator", "Year", "Target", "Actual"],
        ["EQ1", "Satisfaction", "2028/29", "50%", "48%"],
        [None, None, "2029/30", "55%", "57%"],
        ["EQ2", "Complaints", "2028/29", 10, 8],
        ["EQ1", "Satisfaction", "2030/31", "60%", "TBC"],
        merges=[(2, 1, 3, 1), (2, 2, 3, 2)],
    )

    assert [one["code"] for one in found] == ["EQ1", "EQ2"]
    assert [one[:2] for one in figures(found[0], "results")] == [
        ("2028/29", 48), ("2029/30", 57), ("2030/31", "to_be_confirmed"),
    ]  # fmt: skip


def test_columns_in_any_order_and_a_provisional_outturn():
    (entry,) = read(
        ["Target 2031", "Outturn 2029/30 (provisional)", "Indicator description", "PI No", "Baseline 2027"],
        ["60%", "52%", "People who feel safe", "BV2a", "48%"],
    )  # fmt: skip

    assert (entry["code"], entry["baseline"]["value"], entry["baseline"]["end"]) == (
        "BV2a", 48, "2027-12-31",
    )  # fmt: skip
    assert figures(entry, "targets") == [("2031", 60, "%")]
    assert entry["results"][0]["provisional"] is True


def test_lettered_rows_are_parts_of_the_row_above():
    found = read(
        ["Indicator", "Baseline", "Target", "Result"],
        ["NI195 - Cleanliness"],
        ["a) Litter", "10%", "7%", "8%"],
        ["b) Paint", "5%", "4%", "4%"],
        ["LKI-EQ9 - Other", "1", "2", "3"],
    )

    assert names(found) == [
        ("NI 195", "Cleanliness", None),
        ("NI 195", "a) Litter", "NI 195"),
        ("NI 195", "b) Paint", "NI 195"),
        ("LKI-EQ9", "Other", None),
    ]
    assert [one["key"] for one in found] == ["NI 195", "NI 195a", "NI 195b", "LKI-EQ9"]


def test_a_part_with_a_code_of_its_own_keeps_it():
    found = read(
        ["Ref", "Indicator", "Baseline", "Target", "Result"],
        ["NI195", "Cleanliness"],
        ["NI195a", "a) Litter", "10%", "7%", "8%"],
        ["NI195", "b) Paint", "5%", "4%", "4%"],
    )

    assert [(one["code"], one["key"], one["parent"]) for one in found] == [
        ("NI 195", "NI 195", None),
        ("NI 195a", "NI 195a", "NI 195"),
        ("NI 195", "NI 195b", "NI 195"),
    ]


def test_lettered_lines_of_one_cell_are_parts_with_a_line_of_each_figure():
    found = read(
        ["Indicator", "Baseline", "Target 2031"],
        ["EQ4 - % of top earners who are:\n• women\n• disabled", "36%\n5%", "TBC"],
    )

    assert names(found)[1:] == [("EQ4", "women", "EQ4"), ("EQ4", "disabled", "EQ4")]
    assert [one["key"] for one in found] == ["EQ4", "EQ4a", "EQ4b"]
    assert [one["baseline"]["value"] for one in found] == [None, 36, 5]
    assert [one[1] for one in figures(found[2], "targets")] == ["to_be_confirmed"]


def test_figures_that_do_not_fit_the_parts_are_asked_about_and_given_to_none():
    rows = (
        ["Indicator", "Baseline", "Target 2031"],
        ["EQ5 - % of:\na) men\nb) women\nc) others", "1%\n2%", "5%"],
    )

    assert asked(*rows) == ["B2", "C2"]
    assert all(not one["targets"] for one in read(*rows))


def test_a_table_ends_at_a_line_of_its_own_after_a_gap():
    found = read(
        ["Indicator", "Baseline", "Target", "Result"],
        ["Complaints upheld", "1", "2", "3"],
        [],
        ["Complaints by text", "4", "5", "6"],
        [],
        ["Source: the complaints log"],
        ["Something else", "7", "8", "9"],
    )

    assert [one["title"] for one in found] == [
        "Complaints upheld",
        "Complaints by text",
    ]


def test_totals_are_no_indicators_and_banners_name_their_priority():
    found = read(
        ["Ref", "Indicator", "Baseline", "Target", "Result"],
        [None, "Priority 2: Fair work"],
        ["W1", "Apprentices from minority ethnic groups", "5", "10", "7"],
        ["Total", None, "5", "10", "7"],
    )

    assert [(one["code"], one["priority"], one["group"]) for one in found] == [
        ("W1", "2", "Priority 2: Fair work")
    ]


def test_codes_without_a_mark_are_taken_where_most_titles_have_one():
    with_codes = [[f"EQ{n} Satisfaction of group {n}", "1%", "2%"] for n in (1, 2, 3)]

    found = read(["Indicator", "Baseline", "Target"], *with_codes)
    lone = read(
        ["Indicator", "Baseline", "Target"], ["PM10 Levels in the air", "1", "2"]
    )

    assert [one["code"] for one in found] == ["EQ1", "EQ2", "EQ3"]
    assert [one["code"] for one in lone] == [""]


def test_a_fraction_among_percentages_is_kept_as_written_and_asked_about():
    rows = (["Indicator", "Unit", "Baseline", "Target"], ["Carers", "%", 0.45, "50%"])

    assert read(*rows)[0]["baseline"]["value"] == 0.45
    assert asked(*rows) == ["C2"]


def test_a_figure_in_another_unit_keeps_its_own_and_is_asked_about():
    rows = (
        ["Indicator", "Result 2029/30", "Target 2031"],
        ["Clients per 100,000 residents", 163, "30%"],
    )

    (entry,) = read(*rows)
    assert (entry["unit"], entry["results"][0]["unit"], entry["targets"][0]["unit"]) == (
        "per 100,000 residents", "per 100,000 residents", "%",
    )  # fmt: skip
    assert asked(*rows) == ["C2"]


def test_figures_without_an_indicator_are_asked_about():
    rows = (
        ["Ref", "Indicator", "Target", "Result"],
        ["W1", "Apprentices", "5", "4"],
        [None, None, "9", "8"],
    )

    assert len(read(*rows)) == 1
    assert asked(*rows) == ["C3"]


def test_headings_of_a_council_are_read_once_an_admin_added_them():
    rows = (["Yardstick", "Baseline", "Destination"], ["EQ1 - Carers", "1%", "2%"])
    words = {"indicators": {"title": ["Yardstick"], "target": ["Destination"]}}

    assert read(*rows, headings=words)[0]["targets"][0]["value"] == 2
