"""Charts that read without colour and under a strict Content Security Policy."""

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equality_tracker.dashboards.figures import Figure
from equality_tracker.dashboards.standing import STATUSES, Line, Part
from equality_tracker.dashboards.templatetags import charts
from plans.models.status import SHAPES


def line(*counts):
    parts = [
        Part(status, Figure("", count, ""), 0)
        for status, count in zip(STATUSES, counts, strict=True)
    ]
    return Line("Housing <b>", "", parts, Figure("", sum(counts), ""))


def drawn(*counts, longest=None):
    return ElementTree.fromstring(charts.status_bar(line(*counts), "bar", longest))


def share(picture):
    return sum(float(one.get("width").rstrip("%")) for one in picture.iter("rect"))


@given(st.lists(st.integers(0, 400), min_size=7, max_size=7))
def test_a_bar_is_as_wide_as_its_counts_and_well_formed(counts):
    picture = drawn(*counts)

    assert share(picture) == pytest.approx(100 if sum(counts) else 0, abs=0.01)


def test_bars_of_one_scale_have_one_unit():
    assert share(drawn(1, 0, 0, 0, 0, 0, 1, longest=8)) == 25


def test_each_status_that_has_room_shows_its_shape():
    shapes = [one.text for one in drawn(1, 1, 1, 1, 1, 1, 1).iter("text")]

    assert shapes == [SHAPES[status] for status in STATUSES]


def test_a_bar_says_its_counts_in_words():
    picture = drawn(2, 0, 0, 3, 0, 0, 1)

    assert picture.find("desc").text == "Achieved 2, Slipped 3, No status given 1"
    assert picture.get("aria-labelledby") == "bar-title bar-desc"
    assert picture.get("role") == "img"


def test_no_picture_holds_a_style_or_a_script():
    for picture in (charts.status_bar(line(*range(7)), "bar"), charts.chart_patterns()):
        assert "style" not in picture
        assert "script" not in picture


def contrast(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4
        for one in channels
    ]
    weights = (0.2126, 0.7152, 0.0722)
    light = sum(weight * one for weight, one in zip(weights, linear, strict=True))
    return 1.05 / (light + 0.05)


@pytest.mark.parametrize(
    "fill", [one for one in charts.FILLS.values() if one.startswith("#")]
)
def test_each_fill_stands_out_from_the_white_gaps(fill):
    assert contrast(fill) >= 3
