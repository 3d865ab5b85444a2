"""Who may do what in a framework: the table, written by hand."""

import datetime

import pytest

from assessments.framework.access import Right, rights_in
from tests.factories import HoldingFactory

TODAY = datetime.date(2026, 11, 23)
WRITE, JUDGE, SET_UP = Right.WRITE, Right.JUDGE, Right.SET_UP
TABLE = {
    "reader": set(),
    "officer": {WRITE},
    "officer_of_another_directorate": set(),
    "manager": {WRITE, JUDGE},
    "manager_of_another_directorate": set(),
    "admin": {WRITE, JUDGE, SET_UP},
    "leaver": set(),
}


@pytest.mark.parametrize("who", TABLE)
def test_each_may_what_the_table_says(who, request, area):
    assert rights_in(request.getfixturevalue(who), area, TODAY) == TABLE[who]


@pytest.mark.parametrize("who", TABLE)
def test_where_nobody_leads_an_admin_alone_may_anything(who, request, area):
    area.lead = None
    area.save()

    expected = TABLE[who] if who == "admin" else set()
    assert rights_in(request.getfixturevalue(who), area, TODAY) == expected


def test_a_manager_of_elsewhere_who_holds_the_post_judges(
    area, manager_of_another_directorate
):
    HoldingFactory(lead=area.lead, user=manager_of_another_directorate)

    assert JUDGE in rights_in(manager_of_another_directorate, area, TODAY)


def test_whoever_held_the_post_until_yesterday_writes_no_longer(area, officer):
    area.lead.holdings.update(ends=TODAY)

    assert rights_in(officer, area, TODAY) == set()
