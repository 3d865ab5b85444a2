"""Percentages that come from counts by one stated rule."""

from hypothesis import given
from hypothesis import strategies as st

from equality_tracker.dashboards.figures import percentages

counts = st.lists(st.integers(0, 5000), min_size=1, max_size=8)


@given(counts)
def test_percentages_add_up_to_a_hundred_whatever_the_counts(counts):
    assert sum(percentages(counts)) == (100 if sum(counts) else 0)


@given(counts)
def test_no_percentage_is_a_whole_point_from_the_exact_one(counts):
    total = sum(counts) or 1

    for count, percent in zip(counts, percentages(counts), strict=True):
        assert abs(percent - count * 100 / total) < 1


def test_the_missing_point_goes_to_the_largest_remainder():
    assert percentages([1, 1, 1]) == [34, 33, 33]
    assert percentages([5, 1, 1]) == [72, 14, 14]


def test_what_nobody_has_is_no_per_cent():
    assert percentages([0, 7, 0]) == [0, 100, 0]
