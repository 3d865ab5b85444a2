"""What the bench makes of its figures."""

import pytest

from equality_tracker.dashboards.bench import assessment_pages, indicator_pages
from equality_tracker.dashboards.bench.bounds import Bound, Results, page_bounds
from equality_tracker.dashboards.bench.pages import PAGES
from equality_tracker.dashboards.bench.timing import Measured

BY_KEY = {
    page.key: page
    for area in (assessment_pages, indicator_pages)
    for page in area.PAGES
}
BY_KEY |= {page.key: page for page in PAGES}


def measured(key, size, *milliseconds, queries=5):
    seconds = [each / 1000 for each in milliseconds]
    return Measured(BY_KEY[key], size, seconds, queries)


def bound(results, label):
    return next(each for each in page_bounds(Results(results)) if each.label == label)


def test_a_list_is_compared_with_a_bare_page_of_the_same_size():
    results = [
        measured("bare", 1000, 4),
        measured("list", 1000, 20),
        measured("bare", 100_000, 5),
        measured("list", 100_000, 45),
    ]

    found = bound(results, "Action list: of a bare page")

    assert found.found == 9
    assert found.verdict == "MISSED"


def test_growth_is_from_a_thousand_actions_to_a_hundred_thousand():
    results = [measured("plan", 1000, 20), measured("plan", 100_000, 30)]

    found = bound(results, "Plan page: 100,000 actions against 1,000")

    assert found.found == 1.5
    assert found.verdict == "reached"


def test_the_worst_size_counts_for_queries():
    results = [
        measured("list", 1000, 1, queries=7),
        measured("list", 10_000, 1, queries=13),
    ]

    assert bound(results, "Action list: queries").verdict == "MISSED"


def test_what_was_not_measured_is_neither_reached_nor_missed():
    assert bound([], "CSV of 10,000 rows").verdict == "not measured"


def test_the_median_and_the_95th_percentile():
    runs = measured("list", 1000, *range(1, 21))

    assert runs.median == pytest.approx(0.0105)
    assert runs.p95 == 0.02


def test_a_bound_that_is_just_kept_is_reached():
    assert Bound("", "×", 2.0, 2.0).verdict == "reached"


def indicator_bound(results, label):
    found = indicator_pages.INDICATORS.bounds(Results(results))
    return next(each for each in found if each.label == label)


def test_the_list_of_indicators_is_held_against_a_bare_page_and_its_twin():
    results = [
        measured("bare", 500, 4),
        measured("indicator list", 500, 36),
        measured("plain indicator list", 500, 18),
    ]

    of_bare = indicator_bound(results, "Indicator list: of a bare page")
    of_twin = indicator_bound(results, "Indicator list: of the same by hand")

    assert (of_bare.found, of_bare.verdict) == (9, "MISSED")
    assert (of_twin.found, of_twin.verdict) == (2, "MISSED")


def test_growth_of_indicators_is_from_five_hundred_to_five_thousand():
    results = [measured("indicator", 500, 20), measured("indicator", 5000, 30)]

    found = indicator_bound(results, "Indicator page: 5,000 indicators against 500")

    assert (found.found, found.verdict) == (1.5, "reached")


def test_the_register_is_held_against_a_bare_page_at_its_worst_size():
    results = [
        measured("bare", 1000, 4),
        measured("register", 1000, 20),
        measured("bare", 20_000, 4),
        measured("register", 20_000, 40),
    ]

    found = {each.label: each for each in assessment_pages.ASSESSMENTS.bounds(Results(results))}  # fmt: skip

    assert found["Register of assessments: of a bare page"].found == 10
    assert found["Register of assessments: 20,000 assessments against 1,000"].found == 2
