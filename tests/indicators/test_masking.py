"""What is hidden of small groups: whoever reads all that is shown, and knows the rule, cannot work out a count under ten.

The attackers here know how the product decides. The thorough one lists every table there can be and looks for those
that would have been shown just so; the quick one reasons with totals, as a reader with a pencil would.
"""

import datetime
from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.gaps.masking import Group, Whole, hide, is_few

YEAR = (datetime.date(2029, 4, 1), datetime.date(2030, 3, 31))
QUARTERS = [
    (datetime.date(2029, 4, 1), datetime.date(2029, 6, 30)),
    (datetime.date(2029, 7, 1), datetime.date(2029, 9, 30)),
]


def whole_of(
    counts, *, bases=None, total=None, base=None, key="r", days=(None, None), extra=()
):
    """A result with one characteristic, and others in `extra`; its groups are keyed by place."""
    tables = [("first", counts, bases), *extra]
    groups = {
        name: [
            Group((key, name, place), f"Group {place}", count, theirs and theirs[place])
            for place, count in enumerate(row)
        ]
        for name, row, theirs in tables
    }  # fmt: skip
    return Whole(key, groups, total, base, *days)


def shown(wholes):
    """All that a reader sees: each result's people, each group's, and which are hidden."""
    hidden = hide(wholes)
    page = []
    for whole in wholes:
        page.append(None if whole.key in hidden.wholes else (whole.count, whole.base))
        for groups in whole.groups.values():
            page += [
                None if g.key in hidden.groups else (g.count, g.base) for g in groups
            ]
    return tuple(page)  # fmt: skip


def secrets(wholes):
    """Every hidden count and base under ten, by its place."""
    hidden = hide(wholes)
    found = {}
    for whole in wholes:
        for groups in whole.groups.values():
            for one in groups:
                for name, number in (("count", one.count), ("base", one.base)):
                    if one.key in hidden.groups and is_few(number):
                        found[one.key, name] = number
        if whole.key in hidden.wholes and is_few(whole.count):
            found[whole.key, "total"] = whole.count
    return found


def assert_nothing_can_be_worked_out(tables):
    """Group every table there can be by what is shown of it: no secret is the same in all of one group."""
    worlds = defaultdict(list)
    for wholes in tables:
        worlds[shown(wholes)].append(secrets(wholes))
    for page, possible in worlds.items():
        for place in possible[0]:
            known = {one.get(place) for one in possible}
            assert len(known) > 1, (page, place, possible[0])


def adding_up_to(most, places):
    """Every row of so many counts whose total is at most `most`: for each total, all there are."""
    if not places:
        return [()]
    return [
        (first, *rest)
        for first in range(most + 1)
        for rest in adding_up_to(most - first, places - 1)
    ]


def test_of_three_groups_no_small_one_can_be_worked_out():
    assert_nothing_can_be_worked_out(
        [whole_of(counts, total=sum(counts))] for counts in adding_up_to(30, 3)
    )


def test_where_some_belong_to_no_group_no_small_one_can_be_worked_out():
    assert_nothing_can_be_worked_out(
        [whole_of((a, b), total=a + b + rest)] for a, b, rest in adding_up_to(30, 3)
    )


def test_the_total_of_another_characteristic_gives_nothing_away():
    def tables():
        for total in range(28):
            for a, b in product(range(total + 1), repeat=2):
                yield [
                    whole_of(
                        (a, total - a), extra=[("second", (b, total - b), None)]
                    )
                ]  # fmt: skip

    assert_nothing_can_be_worked_out(tables())


def test_the_bases_of_groups_give_nothing_away():
    bases_of_all = [row for row in adding_up_to(22, 2) if 0 not in row]

    assert_nothing_can_be_worked_out(
        [whole_of(counts, bases=bases, total=sum(counts), base=sum(bases))]
        for bases in bases_of_all
        for counts in product(*(range(0, base + 1, 2) for base in bases))
    )


def test_the_shares_of_one_whole_give_nothing_away():
    assert_nothing_can_be_worked_out(
        [whole_of(counts, bases=(sum(counts),) * 3, base=sum(counts))]
        for counts in adding_up_to(30, 3)
        if sum(counts)
    )


def test_a_year_does_not_give_away_its_quarters():
    def tables():
        for a, b, c, d in product(range(0, 22, 3), repeat=4):
            quarters = [
                whole_of(row, total=sum(row), key=place, days=QUARTERS[place])
                for place, row in enumerate([(a, b), (c, d)])
            ]
            year = whole_of((a + c, b + d), total=a + b + c + d, key="y", days=YEAR)
            yield [*quarters, year]

    assert_nothing_can_be_worked_out(tables())


def pencil(whole, hidden):
    """For each hidden count, the lowest and highest that a reader can show it to be from totals and 1 to 9."""
    for groups in whole.groups.values():
        kept = [one for one in groups if one.key in hidden.groups]
        left = whole.count - sum(one.count for one in groups if one not in kept)
        for one in kept:
            if is_few(one.count):
                yield one, 1, left - (len(kept) - 1)


@given(
    st.lists(st.lists(st.integers(0, 400), min_size=2, max_size=9), min_size=1, max_size=3),
    st.integers(0, 30),
)  # fmt: skip
def test_totals_leave_every_small_count_open_from_one_to_nine(rows, unlisted):
    total = max(sum(row) for row in rows) + unlisted
    padded = [[*row, total - sum(row)] for row in rows]
    whole = whole_of(
        padded[0], total=total,
        extra=[(f"c{place}", row, None) for place, row in enumerate(padded[1:])],
    )  # fmt: skip

    hidden = hide([whole])

    if whole.key not in hidden.wholes:
        for _one, low, high in pencil(whole, hidden):
            assert low <= 1
            assert high >= 9


@given(st.lists(st.integers(0, 400), min_size=1, max_size=9))
def test_every_count_under_ten_is_hidden_and_nought_is_shown(counts):
    whole = whole_of(counts, total=sum(counts) + 500)

    hidden = hide([whole])

    for group in whole.groups["first"]:
        if is_few(group.count):
            assert group.key in hidden.groups
        if group.count == 0:
            assert group.key not in hidden.groups


def test_nothing_is_hidden_where_nobody_is_few():
    assert hide([whole_of((40, 0, 10), total=50)]).groups == set()


def test_the_group_before_a_small_one_is_hidden_whatever_its_size():
    hidden = hide([whole_of((20, 400, 4, 300), total=724)])

    assert hidden.groups == {("r", "first", 1), ("r", "first", 2)}


def test_people_of_whom_it_is_not_known_are_hidden_before_a_group():
    groups = [
        Group(1, "A", 60),
        Group(2, "B", 4),
        Group(3, "C", 70),
        Group(4, "Not known", 30, not_known=True),
    ]

    assert hide([Whole("r", {"first": groups}, 164)]).groups == {2, 4}


def test_beside_a_small_first_group_the_last_is_hidden():
    hidden = hide([whole_of((4, 400, 300), total=704)])

    assert hidden.groups == {("r", "first", 0), ("r", "first", 2)}


def test_a_result_of_few_people_shows_none_of_its_groups():
    hidden = hide([whole_of((3, 0), total=3)])

    assert hidden.wholes == {"r"}
    assert len(hidden.groups) == 2


def test_a_group_without_a_figure_is_left_as_it_is():
    groups = {
        "first": [Group(1, "A", 4), Group(2, "B", has_figure=False), Group(3, "C", 60)]
    }

    assert hide([Whole("r", groups, 64)]).groups == {1, 3}


@pytest.mark.parametrize(
    "few", [Group(1, "A", base=6), Group(1, "A", 0, 6), Group(1, "A", few=True)]
)
def test_a_small_base_or_words_for_few_hide_a_group(few):
    groups = {"first": [few, Group(2, "B", 60, 200), Group(3, "C", 70, 200)]}

    assert 1 in hide([Whole("r", groups, 140, 460)]).groups
