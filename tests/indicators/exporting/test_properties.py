"""Whatever figure stands, its words go out and come back, and mean what they meant."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from equality_tracker.organisation.models import Characteristic
from equality_tracker.workbooks.cells import Cell, clean
from indicators.exporting import groups, naming
from indicators.exporting.contents import Line
from indicators.models import Breakdown, Result
from indicators.tables import cells
from indicators.tables.breakdowns import without_bounds
from indicators.tables.columns import read_column
from indicators.words import characteristics, times, values
from indicators.words.readings import BLANK, SEVERAL, plain
from tests.indicators.exporting.out_and_back import (
    figure,
    indicator,
    understood,
    written,
)

KINDS = st.sampled_from(list(naming.STRETCHES))
DAYS = st.dates(datetime.date(2001, 1, 1), datetime.date(2060, 12, 31))
NUMBERS = st.decimals(-10_000_000, 10_000_000, places=2).map(lambda one: f"{one.normalize():f}")  # fmt: skip
WHOLES = st.integers(0, 99_999)
UNITS = st.sampled_from(["", "%", "count", "days", "GBP", "per 100,000 population", "percentage points"])  # fmt: skip
REASONS = st.sampled_from([
    "TBC", "N/A", "No target - baseline year", "Baseline to be set", "New indicator", "No survey", "Not yet available", "Withdrawn",
    "Pending", "-", "*", "[c]", "Top quartile", "Level 3", "To be established", "Good progress was made in all areas",
])  # fmt: skip
FIGURES = st.one_of(
    NUMBERS,
    NUMBERS.map("{}%".format),
    WHOLES.map("{:,}".format),
    WHOLES.map("£{:,}".format),
    st.builds("{} {}".format, WHOLES, st.sampled_from(["days", "people", "per 1,000 residents"])),
    st.builds("{} {}%".format, st.sampled_from(["at least", "less than", "<", ">=", "about", "up to", "over"]), WHOLES),
    st.builds("{}-{}%".format, st.integers(1, 40), st.integers(41, 99)),
    st.builds("{} by {}%{}".format, st.sampled_from(["Increase", "Reduce"]), st.integers(1, 50), st.sampled_from(["", " on baseline"])),
    st.builds("{}% ({}% good or better)".format, st.integers(50, 100), st.integers(1, 50)),
    st.builds("{} out of {}".format, st.integers(0, 20), st.integers(21, 900)),
    WHOLES.map("{}% (provisional)".format),
    WHOLES.map("+{} points".format),
    REASONS,
)  # fmt: skip
ANYTHING = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60)  # fmt: skip
WORDS = st.one_of(FIGURES, st.builds("{}{}".format, st.sampled_from("=+-@ '"), FIGURES), ANYTHING)  # fmt: skip


def kept(text):
    """Words as they can be stored of a cell: what is seen of them; one cell, one figure."""
    text = clean(text)
    return text if values.read(text).kind not in (BLANK, SEVERAL) else ""


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["baseline", "target", "result"]), WORDS, min_size=1), UNITS, KINDS, DAYS)  # fmt: skip
def test_a_figure_comes_back_as_it_went(words, unit, kind, end):
    words = {name: kept(text) for name, text in words.items() if kept(text)}
    line = Line(indicator(unit=unit), "A-1")
    line.figures = {(name, (kind, end)): text for name, text in words.items() if name != "baseline"}  # fmt: skip
    if "baseline" in words:
        line.baseline = figure("baseline", words["baseline"], kind, end)

    (entry,) = understood(written([line], {(kind, end): naming.period(kind, end)}))["indicators"]  # fmt: skip

    places = {"target": entry["targets"], "result": entry["results"]}
    for name, text in words.items():
        (back,) = places.get(name, [entry["baseline"]])
        meant = cells.with_unit(cells.read(Cell(1, text), read_column(1, name, "")), unit)  # fmt: skip
        expected = meant.as_dict()
        expected.pop("period", None)
        assert {**back, **expected} == back
        assert (back["period_kind"], back["end"]) == (kind, end.isoformat())


@given(KINDS, DAYS, st.text(max_size=60))
def test_a_time_is_always_read_again_from_its_words(kind, end, said):
    words = naming.period(kind, end, [said])

    found = times.read(words)
    assert (found.kind, found.end) == (kind, end)
    for field in naming.NAMES:
        column = read_column(1, field, naming.heading(field, words))
        assert (column.time.kind, column.time.end) == (kind, end)


COUNTS = st.none() | st.integers(0, 5000)


@settings(max_examples=40, deadline=None)
@given(WORDS, COUNTS, st.none() | st.integers(1, 900), UNITS, st.sampled_from(["Sex", "Race", "Carers", "Low income"]), ANYTHING)  # fmt: skip
def test_a_group_comes_back_as_it_went(text, count, more, unit, characteristic, group):
    text, group = kept(text) or "45%", clean(group) or "Women"
    base = None if count is None or more is None else count + more
    one = Breakdown(
        result=Result(period_kind="survey", period="Survey 2030", end=datetime.date(2030, 12, 31)),
        characteristic=Characteristic(name=characteristic), group=group, text=text, count=count, base=base,
    )  # fmt: skip
    line = Line(indicator(unit=unit), "A-1")

    listed = [groups._row(one, line.indicator, hidden=False)]
    (entry,) = understood(written([line], {}, listed))["indicators"]

    (time,) = entry["groups"]
    (back,) = time["breakdowns"]
    meant = cells.with_unit(without_bounds(values.read(text)), unit)
    assert (time["period_kind"], time["end"]) == ("survey", "2030-12-31")
    assert (back["characteristic"], back["group"], back["text"]) == (characteristic, characteristics.tidy(group), text)  # fmt: skip
    assert (back["value"], back["reason"] or "") == (plain(meant.value), meant.reason)
    assert (back["count"], back["base"]) == (count, base)


@settings(max_examples=40, deadline=None)
@given(ANYTHING)
def test_a_title_comes_back_as_it_went(title):
    title = " ".join(clean(title).split()) or "Staff"
    line = Line(indicator(title=title), "A-1")

    (entry,) = understood(written([line], {}))["indicators"]

    assert (entry["code"], entry["title"]) == ("EQ 1", title)
