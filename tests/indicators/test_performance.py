"""Cases of every kind that the one place which decides performance is held to."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.performance import (
    Verdict,
    change_since,
    distance_travelled,
    judge,
    on_course,
)
from indicators.performance.measures import Measure, Tolerance
from indicators.words import values

MET, WITHIN, MISSED, UNKNOWN = "met", "within_tolerance", "missed", "unknown"
HIGHER, LOWER, UNSAID = "higher", "lower", ""
POINTS, PERCENT = "points", "percent"


def measure(text: str, end: str = "", change_in: str = "", unit: str = "") -> Measure:
    """A figure as its cell says it."""
    read = values.read(text)
    change = read.operator if read.kind == values.RELATIVE else ""
    return Measure(
        read.value, read.unit or unit, "" if change else read.operator, read.value_max, read.second,
        read.reason, change, change_in, date.fromisoformat(end) if end else None,
    )  # fmt: skip


def tolerance(text: str) -> Tolerance | None:
    return Tolerance(Decimal(text.rstrip("%")), "%" in text) if text else None


# result, target, direction, tolerance, verdict, a word of the reason
CASES = [
    ("45%", "45%", HIGHER, "", MET, "against a target of 45%"),
    ("45%", "45%", LOWER, "", MET, ""),
    ("45.0%", "45%", HIGHER, "", MET, ""),
    ("45.01%", "45%", HIGHER, "", MET, ""),
    ("44.99%", "45%", HIGHER, "", MISSED, ""),
    ("45.01%", "45%", LOWER, "", MISSED, ""),
    ("44.99%", "45%", LOWER, "", MET, ""),
    ("0%", "0%", LOWER, "", MET, ""),
    ("0", "0", HIGHER, "5%", MET, ""),
    ("1", "0", LOWER, "5%", MISSED, ""),
    ("-3", "-2", LOWER, "", MET, ""),
    ("-3", "-2", HIGHER, "", MISSED, ""),
    ("45%", "46%", UNSAID, "", UNKNOWN, "Nobody has confirmed"),
    ("46%", "46%", UNSAID, "", UNKNOWN, "Nobody has confirmed"),
    ("43%", "45%", HIGHER, "2", WITHIN, ""),
    ("42.9%", "45%", HIGHER, "2", MISSED, ""),
    ("47%", "45%", LOWER, "2", WITHIN, ""),
    ("47.1%", "45%", LOWER, "2", MISSED, ""),
    ("95", "100", HIGHER, "5%", WITHIN, ""),
    ("94", "100", HIGHER, "5%", MISSED, ""),
    ("105", "100", LOWER, "5%", WITHIN, ""),
    ("-95", "-100", LOWER, "5%", WITHIN, ""),
    ("-94", "-100", LOWER, "5%", MISSED, ""),
    ("100", "100", HIGHER, "5%", MET, ""),
    ("163", "30%", HIGHER, "", UNKNOWN, "not compared"),
    ("30%", "30", HIGHER, "", UNKNOWN, "not compared"),
    ("£4m", "£4,000,000", HIGHER, "", MET, ""),
    ("4 days", "5 days", LOWER, "", MET, ""),
    ("No survey", "45%", HIGHER, "", UNKNOWN, "no survey"),
    ("Partly accessible", "45%", HIGHER, "", UNKNOWN, "in words"),
    ("", "45%", HIGHER, "", UNKNOWN, "nothing was entered"),
    ("45%", "No target - baseline year", HIGHER, "", UNKNOWN, "no target"),
    ("45%", "TBC", LOWER, "", UNKNOWN, "to be confirmed"),
    ("45%", "", LOWER, "", UNKNOWN, "nothing was entered"),
    ("81%", "at least 81%", HIGHER, "", MET, ""),
    ("81%", "at least 81%", LOWER, "", UNKNOWN, "go against"),
    ("3%", "no more than 3%", LOWER, "", MET, ""),
    ("3%", "no more than 3%", HIGHER, "", UNKNOWN, "go against"),
    ("5%", "less than 5%", LOWER, "", MISSED, ""),
    ("5%", "less than 5%", LOWER, "1", WITHIN, ""),
    ("4.9%", "less than 5%", LOWER, "", MET, ""),
    ("5%", "more than 5%", HIGHER, "", MISSED, ""),
    ("98%", "approximately 98%", HIGHER, "", MET, ""),
    ("45%", "±5%", HIGHER, "", UNKNOWN, "margin"),
    ("17,500", "between 17,500 and 30,000", HIGHER, "", MET, ""),
    ("35,000", "between 17,500 and 30,000", HIGHER, "", MET, ""),
    ("17,499", "between 17,500 and 30,000", HIGHER, "", MISSED, ""),
    ("30,000", "between 17,500 and 30,000", LOWER, "", MET, ""),
    ("30,001", "between 17,500 and 30,000", LOWER, "", MISSED, ""),
    ("<5", "5", LOWER, "", MET, ""),
    ("<5", "less than 5", LOWER, "", MET, ""),
    ("<5", "4", LOWER, "", UNKNOWN, "only known"),
    ("<5", "5", HIGHER, "", MISSED, ""),
    ("<5", "4", HIGHER, "", UNKNOWN, "only known"),
    (">80%", "80%", HIGHER, "", MET, ""),
    (">80%", "85%", HIGHER, "", UNKNOWN, "only known"),
    (">80%", "85%", HIGHER, "5", UNKNOWN, "only known"),
    (">80%", "80%", LOWER, "", MISSED, ""),
    ("10 - 15", "10", HIGHER, "", MET, ""),
    ("10 - 15", "12", HIGHER, "", UNKNOWN, "only known"),
    ("10 - 15", "16", HIGHER, "", MISSED, ""),
    ("10 - 15", "16", LOWER, "", MET, ""),
    ("100% (65% fair or better)", "100% (65% fair or better)", HIGHER, "", MET, "Second figure"),
    ("100% (64% fair or better)", "100% (65% fair or better)", HIGHER, "", MISSED, "64%"),
    ("99% (80% fair or better)", "100% (65% fair or better)", HIGHER, "", MISSED, ""),
    ("100% (64% fair or better)", "100% (65% fair or better)", HIGHER, "1", WITHIN, ""),
    ("100%", "100% (65% fair or better)", HIGHER, "", UNKNOWN, "second figure"),
    ("99%", "100% (65% fair or better)", HIGHER, "", MISSED, ""),
    ("1 in 5", "1 in 4", LOWER, "", UNKNOWN, "not compared"),
    ("±3%", "3%", HIGHER, "", UNKNOWN, "only known to be ± 3%"),
    ("45%", "-", HIGHER, "", UNKNOWN, "There is no target"),
    ("0", "12", HIGHER, "", MISSED, "0, against a target of 12: missed."),
]  # fmt: skip

# result, target, how the change is meant, baseline, direction, verdict, a word of the reason
RELATIVE = [
    ("15.1%", "Increase of 4.1% on baseline", POINTS, "11%", HIGHER, MET, "15.1%"),
    ("15%", "Increase of 4.1% on baseline", POINTS, "11%", HIGHER, MISSED, ""),
    ("11.451%", "Increase of 4.1% on baseline", PERCENT, "11%", HIGHER, MET, "11.451%"),
    ("11.45%", "Increase of 4.1% on baseline", PERCENT, "11%", HIGHER, MISSED, ""),
    ("15.1%", "Increase of 4.1% on baseline", "", "11%", HIGHER, UNKNOWN, "Nobody has said"),
    ("15.1%", "Increase of 4.1% on baseline", POINTS, "TBC", HIGHER, UNKNOWN, "baseline"),
    ("15.1%", "Increase of 4.1% on baseline", POINTS, "11%", UNSAID, UNKNOWN, "Nobody has confirmed"),
    ("90", "Reduce by 10%", PERCENT, "100", LOWER, MET, ""),
    ("91", "Reduce by 10%", PERCENT, "100", LOWER, MISSED, ""),
    ("80", "Increase by 50", POINTS, "30", HIGHER, MET, ""),
    ("79", "Increase by 50", POINTS, "30", HIGHER, MISSED, ""),
    ("20%", "Reduce by 10", POINTS, "30%", LOWER, MET, ""),
    ("20%", "Increase by 10%", POINTS, "30%", LOWER, UNKNOWN, "(increase by 10%) go against"),
    ("20%", "Reduce by 10%", PERCENT, "30%", HIGHER, UNKNOWN, "(reduction by 10%) go against"),
    ("50%", "Increase by 4%", POINTS, "<45%", HIGHER, UNKNOWN, "only known to be less than 45%"),
    ("-90", "Increase by 10%", PERCENT, "-100", HIGHER, MET, ""),
    ("-91", "Increase by 10%", PERCENT, "-100", HIGHER, MISSED, ""),
    ("44%", "Increase by 4", POINTS, "40", HIGHER, UNKNOWN, "not compared"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("result", "target", "direction", "near", "verdict", "why"), CASES
)
def test_a_result_is_judged_against_its_target(
    result, target, direction, near, verdict, why
):
    found = judge(
        measure(result), measure(target), direction=direction, tolerance=tolerance(near)
    )

    assert (found.verdict, why in found.why) == (verdict, True), found.why


@pytest.mark.parametrize(
    ("result", "target", "meant", "baseline", "direction", "verdict", "why"), RELATIVE
)
def test_a_target_that_is_a_change_is_counted_from_the_baseline(
    result, target, meant, baseline, direction, verdict, why
):
    found = judge(
        measure(result), measure(target, change_in=meant), baseline=measure(baseline), direction=direction
    )  # fmt: skip

    assert (found.verdict, why in found.why) == (verdict, True), found.why


@pytest.mark.parametrize(
    ("result", "target", "why"),
    [
        (None, "45%", "No result has been entered yet."),
        (None, None, "No result has been entered yet."),
        ("45%", None, "There is no target for this time."),
        ("No survey", None, "There is no result: no survey."),
    ],
)
def test_without_a_result_or_a_target_it_is_said_which_is_missing(result, target, why):
    found = judge(
        result and measure(result), target and measure(target), direction=HIGHER
    )

    assert (found.verdict, found.why) == (UNKNOWN, why)


@pytest.mark.parametrize(
    ("result", "target", "direction", "near", "short"),
    [
        ("40", "50", HIGHER, "", "0.2"),
        ("40", "50", HIGHER, "10", "0.2"),
        ("50", "40", LOWER, "", "0.2"),
        ("0", "50", HIGHER, "", "1"),
        ("-50", "50", HIGHER, "", "2"),
        ("50", "50", HIGHER, "", None),
        ("TBC", "50", HIGHER, "", None),
    ],
)
def test_how_far_short_of_its_target_a_result_is_tells_the_worst(
    result, target, direction, near, short
):
    found = judge(
        measure(result), measure(target), direction=direction, tolerance=tolerance(near)
    )

    assert found.short_by == (short and Decimal(short))


def test_of_two_figures_the_worse_says_how_far_short_it_is():
    found = judge(measure("100% (50% good)"), measure("100% (80% good)"), direction=HIGHER)  # fmt: skip

    assert found.short_by == Decimal("0.375")


def test_the_rule_and_the_tolerance_stand_beside_the_verdict():
    found = judge(
        measure("43%"), measure("45%"), direction=HIGHER, tolerance=tolerance("2")
    )

    assert found.rule == (
        "Higher is better. Met at or above 45%; within tolerance to 43% (2 of its unit)."
    )


def test_that_no_tolerance_is_set_is_said():
    found = judge(measure("£3"), measure("£4"), direction=LOWER)

    assert found.rule == "Lower is better. Met at or below £4; no tolerance is set."


@pytest.mark.parametrize(
    ("baseline", "target", "result", "percent"),
    [
        ("40%", "50%", "45%", 50),
        ("50%", "40%", "45%", 50),
        ("40%", "50%", "50%", 100),
        ("40%", "50%", "55%", 150),
        ("40%", "50%", "38%", -20),
        ("20.60%", "21.60%", "28%", 740),
        ("40%", "40%", "40%", None),
        ("TBC", "50%", "45%", None),
        ("40%", "TBC", "45%", None),
        ("40%", "50%", "No survey", None),
        ("97.7", "30%", "163", None),
        ("40%", "50%", "<45%", None),
        ("0", "between 10 and 20", "5", 50),
    ],
)
def test_distance_travelled_from_baseline_to_target(baseline, target, result, percent):
    found = distance_travelled(measure(baseline), measure(target), measure(result))

    assert found.percent == percent
    assert bool(found.why) == (percent is None)


@pytest.mark.parametrize(
    ("baseline", "target", "direction", "percent"),
    [
        ("212", "230", LOWER, None),
        ("212", "200", LOWER, Decimal(-575)),
        ("40%", "35%", HIGHER, None),
        ("212", "230", "", Decimal("383.3")),
    ],
)  # fmt: skip
def test_getting_worse_towards_an_easier_target_is_no_way_travelled(
    baseline, target, direction, percent
):
    result = "281" if baseline == "212" else "37%"

    found = distance_travelled(
        measure(baseline), measure(target), measure(result), direction
    )

    assert (found.percent and round(found.percent, 1)) == percent


@pytest.mark.parametrize(
    ("last", "result", "direction", "amount", "better"),
    [
        ("40%", "45%", HIGHER, 5, True),
        ("40%", "45%", LOWER, 5, False),
        ("45%", "40%", LOWER, -5, True),
        ("45%", "40%", HIGHER, -5, False),
        ("45%", "45%", HIGHER, 0, None),
        ("40%", "45%", UNSAID, 5, None),
        ("40", "45%", HIGHER, None, None),
        ("No survey", "45%", HIGHER, None, None),
        ("40%", "<45%", HIGHER, None, None),
    ],
)
def test_change_since_the_last_period(last, result, direction, amount, better):
    found = change_since(measure(last), measure(result), direction)

    assert (found.amount, found.better) == (amount, better)


@pytest.mark.parametrize(
    ("result", "on_day", "direction", "on", "expected"),
    [
        ("45%", "2030-01-01", HIGHER, True, 45),
        ("44.9%", "2030-01-01", HIGHER, False, 45),
        ("46%", "2030-01-01", HIGHER, True, 45),
        ("50%", "2032-01-01", HIGHER, None, None),
        ("50%", "", HIGHER, None, None),
        ("45%", "2030-01-01", UNSAID, None, None),
        ("No survey", "2030-01-01", HIGHER, None, None),
    ],
)
def test_on_course_by_a_straight_line(result, on_day, direction, on, expected):
    baseline, target = measure("40%", "2029-01-01"), measure("50%", "2031-01-01")

    found = on_course(
        measure(result, on_day), target, baseline=baseline, direction=direction
    )

    assert (found.on, found.expected) == (on, expected)
    assert found.why or found.on is not None


@pytest.mark.parametrize(
    ("days", "why"),
    [
        (("", "2030-01-01", "2031-01-01"), "The baseline has no date."),
        (("2029-01-01", "", "2031-01-01"), "The result has no date."),
        (("2029-01-01", "2030-01-01", ""), "The target has no date."),
    ],
)
def test_what_has_no_date_is_named(days, why):
    baseline, result, target = map(measure, ("40%", "44%", "50%"), days)

    found = on_course(result, target, baseline=baseline, direction=HIGHER)

    assert (found.on, found.why) == (None, why)


@pytest.mark.parametrize(
    ("day", "expected"), [("02", "42.5"), ("04", "47.5"), ("05", "50")]
)
def test_the_line_rises_from_the_baseline_as_time_passes(day, expected):
    baseline, target = measure("40%", "2029-01-01"), measure("50%", "2029-01-05")
    result = measure(f"{expected}%", f"2029-01-{day}")

    found = on_course(result, target, baseline=baseline, direction=HIGHER)

    assert (found.on, found.expected) == (True, Decimal(expected))


def test_on_course_downwards():
    baseline, target = measure("50", "2029-01-01"), measure("40", "2031-01-01")
    half_way = measure("45", "2030-01-01")

    assert on_course(half_way, target, baseline=baseline, direction=LOWER).on is True
    late = measure("46", "2030-01-01")
    assert on_course(late, target, baseline=baseline, direction=LOWER).on is False


NUMBERS = st.decimals(-1000, 1000, places=2)


@given(NUMBERS, NUMBERS, st.decimals(0, 50, places=2))
def test_lower_is_better_is_higher_is_better_upside_down(result, target, near):
    near = Tolerance(near)

    up = judge(Measure(result), Measure(target), direction=HIGHER, tolerance=near)
    down = judge(Measure(-result), Measure(-target), direction=LOWER, tolerance=near)

    assert up.verdict == down.verdict


@given(NUMBERS, st.sampled_from([HIGHER, LOWER]))
def test_equal_to_target_is_met(number, direction):
    assert judge(Measure(number), Measure(number), direction=direction).verdict == MET


@given(NUMBERS, NUMBERS)
def test_nothing_is_good_or_bad_before_a_direction_is_confirmed(result, target):
    found = judge(Measure(result), Measure(target))

    assert found.verdict == Verdict.UNKNOWN
    assert change_since(Measure(target), Measure(result)).better is None
