"""The charts of indicators: they break where they should, read without colour, and say in words what they show."""

import xml.etree.ElementTree as ElementTree
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.charts.groups import APART, FRAME, spread
from indicators.charts.marks import MARKS
from indicators.charts.scale import Frame, Scale, ticks
from indicators.charts.series import chart
from indicators.models import Baseline, Indicator, Result, Target
from indicators.standing import Standing

figures = st.decimals(-1000, 10**7, places=2)


def standing(*results, targets=(), baseline=None, unit="%", **options):
    """An indicator with yearly results ("45", None for no survey, ("30", "%") in another unit), in no database."""
    indicator = Indicator(pk=1, unit=unit, **options)
    loaded = {"results": [], "targets": [], "baselines": []}
    for kind, model, values in (
        ("results", Result, results),
        ("targets", Target, targets),
    ):
        for place, value in enumerate(values):
            other = value[1] if isinstance(value, tuple) else ""
            value = value[0] if isinstance(value, tuple) else value
            loaded[kind].append(
                model(
                    pk=place, indicator=indicator, text=value or "No survey", value=value and Decimal(value), unit=other,
                    reason="" if value else "no_survey", period=f"{2020 + place}/{21 + place}", period_kind="financial_year",
                    end=date(2021 + place, 3, 31),
                )
            )  # fmt: skip
    if baseline:
        loaded["baselines"] = [
            Baseline(pk=1, indicator=indicator, text=baseline, value=Decimal(baseline), end=date(2020, 3, 31))
        ]  # fmt: skip
    indicator._prefetched_objects_cache = {
        name: _Loaded(rows) for name, rows in loaded.items()
    }
    return Standing(indicator)


class _Loaded(list):
    def all(self):
        return self


def parts_of(picture, name):
    return [one for one in ElementTree.fromstring(picture).iter() if one.tag == name]


def words_of(picture):
    return parts_of(picture, "desc")[0].text


def pictured(found):
    """The chart of the first line."""
    return chart(found, found.lines[0])


def test_a_line_breaks_where_a_time_has_no_figure():
    picture = pictured(standing("40", "41", None, "42", "43"))

    assert len(parts_of(picture, "polyline")) == 2
    assert "The line breaks at 2022/23: no survey." in words_of(picture)


def test_a_line_breaks_where_the_unit_changed():
    found = standing("98", "99", ("30", "%"), ("31", "%"), unit="per 1,000")

    assert found.units == ["", "%"]
    pictures = [chart(found, line) for line in found.lines]
    assert [len(parts_of(one, "polyline")) for one in pictures] == [1, 1]
    assert "2022/23: 30%; 2023/24: 31%" in words_of(pictures[1])


def test_results_and_targets_are_told_apart_by_their_marks():
    picture = pictured(standing("40", "41", targets=("39", "42"), baseline="38"))

    assert (len(parts_of(picture, "circle")), len(parts_of(picture, "rect"))) == (2, 2)
    dashed = [one.get("stroke-dasharray") for one in parts_of(picture, "polyline")]
    assert sorted(dashed, key=str) == ["6 5", None]
    assert "Targets: 2020/21: 39%; 2021/22: 42%. Baseline: 38%." in words_of(picture)


def test_the_line_ends_where_the_indicator_was_withdrawn():
    picture = pictured(standing("40", "41", withdrawn_on=date(2022, 3, 31)))

    assert "Withdrawn" in [one.text for one in parts_of(picture, "text")]
    assert words_of(picture).endswith("Withdrawn on 31 March 2022.")


@given(st.lists(st.one_of(st.none(), figures), min_size=1, max_size=40).filter(any))
def test_every_figure_lies_inside_the_picture(values):
    found = standing(*(None if value is None else str(value) for value in values))
    picture = chart(found, found.lines[0])

    drawn = found.lines[0].drawn
    places = parts_of(picture, "circle")
    assert len(places) == len(drawn)
    for place in places:
        assert 0 <= float(place.get("cx")) <= 860
        assert 0 <= float(place.get("cy")) <= 300


@given(figures, figures, st.booleans())
def test_the_lines_behind_are_a_few_round_numbers(one, other, is_whole):
    low, high = sorted((one, other))
    if is_whole:
        low, high = Decimal(int(low)), Decimal(int(high))
    scale = Scale([date(2030, 1, 1)], [low, high], Frame(100, 100, 10, 10))

    found = ticks(scale.low, scale.high, scale.is_whole)

    assert len(found) <= 6
    assert all(scale.low <= value <= scale.high for value in found)
    assert all(value == int(value) for value in found) or not scale.is_whole


@given(st.lists(st.floats(12, 236), min_size=1, max_size=7))
def test_names_at_the_ends_of_lines_never_lie_on_each_other(places):
    scale = Scale([date(2030, 1, 1)], [Decimal(0), Decimal(1)], FRAME)

    found = sorted(spread(places, scale))

    assert all(
        second - first >= APART - 0.11
        for first, second in zip(found, found[1:], strict=False)
    )


@pytest.mark.parametrize("place", range(len(MARKS)))
def test_each_group_has_a_shape_and_dashes_of_its_own(place):
    others = [mark for mark in MARKS if mark is not MARKS[place]]

    assert MARKS[place].path not in {mark.path for mark in others}
    assert MARKS[place].dashes not in {mark.dashes for mark in others}
