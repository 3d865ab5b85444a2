"""Which assessment here a row without a reference may be: the quick way finds what comparing each with every one finds."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.importing import matching, nearness
from assessments.importing.matching import Known, Matching
from assessments.importing.nearness import AS_NEAR, MOST_OFFERED, NEAR, Titles, ways
from assessments.importing.outcome import Row
from assessments.tables.standing import Standing
from plans.importing.nearness import pieces

WORDS = (
    "library", "libraries", "closure", "review", "charges", "parking", "of", "the", "housing", "allocations", "policy", "2026/27",
    "school", "transport", "strategy", "north", "south", "phase", "two", "reablement",
)  # fmt: skip
PLACES = {"Housing": SimpleNamespace(pk=1), "Roads": SimpleNamespace(pk=2)}
NAMES = SimpleNamespace(directorate=PLACES.get)


def known(*titles):
    return [Known(pk, f"EIA/{pk}", *one) for pk, one in enumerate(titles, start=1)]


def row(number, title, directorate=""):
    said = {"title": title, "directorate": directorate, "sheet": "EIAs", "row": number}
    return Row(said, f"EIAs!{number}", Standing(None))


def in_common(one, other):
    """The most letters that both have in the same order: by the table that textbooks draw."""
    above = [0] * (len(other) + 1)
    for letter in one:
        now = [0]
        for at, another in enumerate(other):
            now.append(above[at] + 1 if letter == another else max(now[-1], above[at + 1]))  # fmt: skip
        above = now
    return above[-1]


def likeness(one, other):
    pairs = [pair for pair in zip(ways(one), ways(other), strict=True) if any(pair)]
    return max((2 * in_common(a, b) / (len(a) + len(b)) for a, b in pairs), default=0.0)


class EachWithEvery:
    """The plain way: each title is compared with every one here."""

    def __init__(self, here):
        self.here = list(here)

    def near(self, title, directorate=None):
        own = pieces(ways(title)[0])
        sharing = [one for one in self.here if own & pieces(ways(one.title)[0])]
        told = [(likeness(title, one.title), one) for one in sharing]
        best = max((share for share, _one in told), default=0.0)
        near = [pair for pair in told if pair[0] >= max(NEAR, best - AS_NEAR)]
        near.sort(key=lambda pair: (pair[1].directorate_id != directorate, -pair[0], pair[1].pk))  # fmt: skip
        return [one for _share, one in near[:MOST_OFFERED]]


def matched(here, rows):
    found = Matching(here, NAMES, {}).match(rows)
    return found, {one.key: [each.pk for each in one.candidates] for one in rows}


titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
places = st.sampled_from(["", *PLACES])


@st.composite
def edited(draw, title):
    """A title as somebody else writes it: as it is, with its words in another order, one of them left out or put in, or a slip of the hand."""
    words, at = title.split(), draw(st.integers(0, 5))
    how = draw(st.sampled_from(["as it is", "order", "left out", "put in", "slip"]))
    if how == "order":
        return " ".join(draw(st.permutations(words)))
    if how == "left out":
        return " ".join(words[:at] + words[at + 1 :]) or title
    if how == "put in":
        return " ".join([*words[:at], draw(st.sampled_from(WORDS)), *words[at:]])
    return title[:at] + title[at + 1 :] or title if how == "slip" else title


@st.composite
def registers(draw):
    """What is here and the rows of a file: some of them new, some of them what is here in other words, some twice."""
    here = draw(st.lists(st.tuples(titles, st.sampled_from([1, 2, None])), max_size=10))
    said = [draw(edited(title)) for title, _place in here if draw(st.booleans())]
    said += draw(st.lists(titles, max_size=4))
    return known(*here), [(title, draw(places)) for title in said]


@settings(max_examples=150, deadline=None)
@given(registers())
def test_the_quick_way_and_the_plain_way_agree(register):
    here, said = register
    quick = [row(at, *one) for at, one in enumerate(said)]
    plain = [row(at, *one) for at, one in enumerate(said)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "Titles", EachWithEvery)
        by_every_one = matched(here, plain)

    assert matched(here, quick) == by_every_one


@settings(max_examples=300, deadline=None)
@given(one=titles, other=titles)
def test_letters_in_common_are_counted_as_by_the_textbook(one, other):
    assert nearness.Words(one).likeness(ways(other)) == likeness(one, other)


OLD = ("Grants to the voluntary sector", "Car park charges", "Library opening hours", "Housing allocations policy", "Home care for adults")  # fmt: skip


@pytest.fixture(scope="module")
def many():
    """Three hundred titles of a few words each, so that most share most of their words."""
    return known(*[(f"{one} {year}/{year - 1999} part {part}", 1) for one in OLD for year in range(2005, 2025) for part in "abc"])  # fmt: skip


@pytest.mark.parametrize("at", [0, 77, 151, 299])
@pytest.mark.parametrize(
    "reworded",
    [
        lambda title: title.replace("a", "e", 1),
        lambda title: " ".join(reversed(title.split())),
        lambda title: f"Review: {title}",
        lambda title: title.upper(),
        lambda title: title.replace("part", "pt"),
    ],
)
def test_among_many_alike_the_one_that_was_reworded_is_offered_first(at, reworded, many):  # fmt: skip
    title = reworded(many[at].title)

    assert Titles(many).near(title, 1)[0] == EachWithEvery(many).near(title, 1)[0]


def test_a_row_is_compared_with_few_however_many_are_here(many, monkeypatch):
    compared = []
    way = nearness.Words.likeness
    monkeypatch.setattr(
        nearness.Words, "likeness", lambda *asked: compared.append(1) or way(*asked)
    )

    Titles(many).near("Grants to the voluntary sectors 2012/13 part b", 1)

    assert 0 < len(compared) <= nearness.MOST_COMPARED


def test_two_directorates_with_one_title_are_both_offered_the_named_one_first():
    here = known(("Review of charges", 1), ("Review of charges", 2))

    rows = [row(1, "Reviews of charges", "Roads")]
    matched(here, rows)

    assert [one.pk for one in rows[0].candidates] == [2, 1]


def test_words_in_another_order_are_asked_about():
    rows = [row(1, "Libraries: closure of branch")]
    matched(known(("Closure of branch libraries", None)), rows)

    assert [one.pk for one in rows[0].candidates] == [1]


@pytest.mark.parametrize("title", ["Home care for adults", "", "X", "Car", "Charges"])
def test_other_words_are_not_asked_about(title):
    assert Titles(known(("Car park charges", 1))).near(title, 1) == []


def test_what_is_offered_does_not_depend_on_the_order_of_what_is_here(many):
    there = Titles(reversed(many)).near("Library opening hour 2011/12 part c", 1)

    assert there == Titles(many).near("Library opening hour 2011/12 part c", 1)
