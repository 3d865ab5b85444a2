"""The gap of a group to the whole and between groups, in words, and whether it narrows."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from indicators import gaps
from indicators.charts.groups import bar, trend_chart
from indicators.gaps import adding_up
from indicators.gaps.masking import Group


class Row(SimpleNamespace):
    def __hash__(self):
        return self.pk


DISABILITY = Row(pk=1, position=1, name="Disability")


def result_of(
    value,
    *groups,
    unit="%",
    direction="higher",
    year=2029,
    numerator=None,
    denominator=None,
):
    """A result and its breakdowns, (group, value, count, base) each; none of it in a database."""
    indicator = SimpleNamespace(unit=unit, direction=direction)
    result = Row(
        pk=year, unit="", indicator=indicator, value=value and Decimal(value), text=str(value), start=None,
        numerator=numerator, denominator=denominator, end=datetime.date(year + 1, 3, 31),
        period=f"{year}/{(year + 1) % 100}", period_kind="financial_year",
    )  # fmt: skip
    found = [
        Row(
            pk=year * 100 + place, result=result, result_id=year, characteristic=DISABILITY, characteristic_id=1,
            group=group, text=str(number), value=None if number is None else Decimal(number), count=count, base=base,
        )
        for place, (group, number, count, base) in enumerate(groups)
    ]  # fmt: skip
    return result, found


def table_of(*args, **options):
    result, found = result_of(*args, **options)
    (table,) = gaps.tables_of(result, found, gaps.hidden_among(found))
    return table


def away(table):
    return [row.away for row in table.rows]


def test_percentages_are_points_apart():
    table = table_of("40", ("Disabled", "33.5", 67, 200), ("Others", "41", 410, 1000))

    assert away(table) == [
        "6.5 points below the whole: worse",
        "1 point above the whole: better",
    ]
    assert (
        table.gap
        == "7.5 points between the highest and the lowest group: Others (41%) and Disabled (33.5%)."
    )


def test_rates_are_so_many_times_the_whole():
    table = table_of(
        "55", ("With", "142", 398, 2803), ("Without", "38", 537, 14197), unit="per 1,000", direction="lower"
    )  # fmt: skip

    assert away(table) == [
        "2.58 times the whole: worse",
        "0.69 times the whole: better",
    ]
    assert table.gap.startswith("3.74 times between")


def test_bare_counts_are_not_compared():
    table = table_of(
        "60", ("With", "20", 20, None), ("Without", "40", 40, None), unit="count"
    )

    assert (away(table), table.gap) == (["33% of the whole", "67% of the whole"], "")


def test_counts_with_a_base_are_compared_as_shares():
    table = table_of(
        "60", ("With", "20", 20, 100), ("Without", "40", 40, 400), unit="count", numerator=60, denominator=500
    )  # fmt: skip

    assert away(table)[0] == "8 points above the whole: better"


@pytest.mark.parametrize("direction", ["", "unknown"])
def test_nobody_is_better_or_worse_off_before_a_person_says_which_way_is_better(
    direction,
):
    table = table_of(
        "40", ("A", "33", 66, 200), ("B", "41", 410, 1000), direction=direction
    )

    assert away(table) == ["7 points below the whole", "1 point above the whole"]
    assert table.furthest_behind is None


@pytest.mark.parametrize(("direction", "worst"), [("higher", "A"), ("lower", "B")])
def test_the_group_furthest_behind_is_named(direction, worst):
    table = table_of(
        "40", ("A", "33", 66, 200), ("B", "49", 490, 1000), direction=direction
    )

    assert table.furthest_behind.group == worst


def test_people_of_whom_it_is_not_known_are_no_group_between_which_there_is_a_gap():
    table = table_of(
        "40", ("A", "38", 76, 200), ("B", "41", 410, 1000), ("Prefer not to say", "10", 10, 100)
    )  # fmt: skip

    assert table.gap.startswith(
        "3 points between the highest and the lowest group: B (41%) and A (38%)"
    )
    assert table.rows[2].away == "30 points below the whole"
    assert table.furthest_behind.group == "A"


def test_a_group_as_the_whole_is_neither_better_nor_worse():
    assert (
        away(table_of("40", ("A", "40", 80, 200), ("B", "39", 390, 1000)))[0]
        == "As the whole"
    )


def test_a_hidden_group_tells_nothing_and_the_gap_is_said_of_those_shown():
    table = table_of(
        "42", ("A", "45", 450, 1000), ("B", "30", 60, 200), ("C", "41", 41, 100), ("D", "20", 4, 20)
    )  # fmt: skip

    hidden = [row for row in table.rows if row.is_masked]
    assert [row.group for row in hidden] == ["C", "D"]
    assert {(row.figure, row.people, row.away, row.compared) for row in hidden} == {
        (gaps.MASKED, "", "", None)
    }
    assert table.gap.startswith(
        "15 points between the highest and the lowest group that are shown"
    )


def test_a_percentage_of_a_known_base_gives_a_small_count_away_and_is_hidden():
    table = table_of(
        "42", ("A", "45", None, 1000), ("B", "3", None, 200), ("C", "41", None, 100)
    )

    assert [row.is_masked for row in table.rows] == [True, True, False]


def hidden_groups(*args, **options):
    return [row.group for row in table_of(*args, **options).rows if row.is_masked]


def test_a_percentage_that_can_be_of_nine_people_at_most_is_hidden():
    """2% of a part of 200 people are four at most; 60% may be of any number."""
    groups = ("A", "60", None, None), ("B", "38", None, None), ("C", "2", None, None)

    assert hidden_groups("42", *groups, denominator=200) == ["B", "C"]
    assert hidden_groups("42", *groups, denominator=20000) == []


def test_shares_of_those_counted_are_of_no_more_than_them():
    groups = ("A", "60", None, None), ("B", "30", None, None), ("C", "10", None, None)

    assert hidden_groups("2", *groups, numerator=60, denominator=3000) == ["B", "C"]


@pytest.mark.parametrize(("base", "hidden"), [(100, []), (2000, ["A", "B"])])
def test_nought_per_cent_is_nobody_unless_it_may_be_rounded(base, hidden):
    groups = ("A", "45", 450, 1000), ("B", "0", None, base), ("C", "30", 300, 1000)

    assert hidden_groups("40", *groups) == hidden


@pytest.mark.parametrize("words", ["<5", "fewer than 10", "*", "[c]"])
def test_a_group_that_was_published_as_few_counts_as_small(words):
    result, found = result_of(
        "42", ("A", "45", 450, 1000), ("B", "30", 60, 200), ("C", None, None, None)
    )
    found[2].text = words

    assert {found[1].pk, found[2].pk} <= gaps.hidden_among(found).groups


def trend_of(*results):
    pairs = list(results)
    hidden = gaps.hidden_among([one for _result, found in pairs for one in found])
    (trend,) = gaps.trends_of(pairs, hidden)
    return trend


def two(low, high, year):
    return result_of(
        "40",
        ("A", low, int(low) * 10, 1000),
        ("B", high, int(high) * 10, 1000),
        year=year,
    )


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (("20", "40"), ("30", "42"), "narrowed from 20 points in 2027/28 to 12 points in 2029/30."),
        (("30", "42"), ("20", "40"), "widened from 12 points in 2027/28 to 20 points in 2029/30."),
        (("30", "40"), ("35", "45"), "was the same in 2027/28 and 2029/30: 10 points."),
    ],
)  # fmt: skip
def test_whether_the_gap_narrows_is_said(before, now, words):
    trend = trend_of(two(*before, 2027), two(*now, 2029))

    assert trend.in_words == f"The gap between the highest and the lowest group {words}"


def test_the_trend_is_of_the_groups_shown_both_times():
    first = result_of(
        "40",
        ("A", "20", 200, 1000),
        ("B", "40", 400, 1000),
        ("C", "90", 900, 1000),
        year=2027,
    )

    assert (
        "(of those shown both times) narrowed from 20 points"
        in trend_of(first, two("30", "42", 2029)).in_words
    )


def test_one_time_alone_says_nothing_of_a_trend():
    assert "cannot be said yet" in trend_of(two("20", "40", 2029)).in_words


@pytest.mark.parametrize(
    ("groups", "count", "base", "words"),
    [
        ([(40, 100), (60, 200)], 100, 300, ""),
        ([(40, 100), (50, 200)], 100, 300, "counts of these groups add up to 90 and the result counts 100: 10 people"),
        ([(40, 100), (60, 210)], 100, 300, "bases of these groups add up to 310 and the result is out of 300: somebody"),
        ([(40, 120), (60, 120)], None, 120, "counts of these groups add up to 100 and their base is 120: 20 people"),
        ([(40, 100)], 100, 300, ""),
        ([(None, 100), (60, 150)], 100, 250, ""),
    ],
)  # fmt: skip
def test_groups_that_do_not_add_up_to_the_whole_are_remarked(
    groups, count, base, words
):
    made = [Group(n, str(n), *each) for n, each in enumerate(groups)]

    said = adding_up.remark(made, count, base)

    assert words in said if words else said == ""


def small(year):
    return result_of(
        "42", ("A", "45", 450, 1000), ("B", "31", 62, 200), ("C", "37", 37, 100), ("D", "23", 3, 13), year=year
    )  # fmt: skip


def test_a_chart_and_its_words_hold_nothing_of_what_is_hidden():
    picture = trend_chart(trend_of(small(2027), small(2029)))

    assert "A: 2027/28 45%, 2029/30 45%" in picture
    for hidden in ("37", "23%", "3 of 13", "37 of 100"):
        assert f"{hidden}%" not in picture
        assert f" {hidden}" not in picture
    assert f"D: 2027/28 {gaps.MASKED}" not in picture


def test_a_row_is_drawn_beside_the_whole_and_a_hidden_one_is_not():
    result, found = small(2029)
    (table,) = gaps.tables_of(result, found, gaps.hidden_among(found))

    drawn = [bool(bar(row, table)) for row in table.rows]

    assert drawn == [True, True, False, False]
