"""A framework of twenty areas, of twenty criteria each way, asks no more of the database than one of one; no page more than twelve times."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    ActionFactory,
    AwardFactory,
    CriterionFactory,
    FrameworkAreaFactory,
    LeadFactory,
)
from tests.factories.frameworks import level

MAY = datetime.date(2026, 5, 4)
MOST = 12


@pytest.fixture
def whole(criterion, manager):
    """One of everything: an area with a judged criterion, and a result that somebody gave."""
    judge(criterion, 2, manager)
    return criterion, AwardFactory(framework=criterion.area.framework, on=MAY)


def judge(criterion, position, by):
    at = level(criterion.area.framework, position)
    criterion.judge(level=at, why="As it is.", by=by, on=MAY)


def grow(framework, area, manager, officer):
    """Nineteen areas more, each with a lead and a criterion, and nineteen criteria more in the first, judged, proposed and shown; results too."""
    areas = [FrameworkAreaFactory(framework=framework, number=number, lead=LeadFactory()) for number in range(2, 21)]  # fmt: skip
    for one in [*areas, *[area] * 19]:
        criterion = CriterionFactory(area=one, wanted=2)
        judge(criterion, 1, manager)
        criterion.propose(level=level(framework, 2), why="So.", by=officer, on=MAY)
        criterion.evidence.create(kind="action", action=ActionFactory(), added_by=officer)  # fmt: skip
    for month in range(6, 12):
        AwardFactory(framework=framework, on=MAY.replace(month=month))


def address(name, *args):
    return reverse(f"assessments:framework_{name}", args=args)


PAGES = {
    "list": lambda criterion, award: address("list"),
    "begin": lambda criterion, award: address("begin"),
    "detail": lambda criterion, award: address("detail", award.framework.key),
    "criteria": lambda criterion, award: address("criteria", award.framework.key),
    "word": lambda criterion, award: address("word", award.framework.key),
    "edit": lambda criterion, award: address("edit", award.framework.key),
    "close": lambda criterion, award: address("close", award.framework.key),
    "area": lambda criterion, award: address("area", criterion.area.pk),
    "area_edit": lambda criterion, award: address("area_edit", criterion.area.pk),
    "criterion": lambda criterion, award: address("criterion", criterion.pk),
    "criterion_edit": lambda criterion, award: address("criterion_edit", criterion.pk),
    "judge": lambda criterion, award: address("judge", criterion.pk),
    "evidence_add": lambda criterion, award: address("evidence_add", criterion.pk),
    "award_add": lambda criterion, award: address("award_add", award.framework.key),
    "award_edit": lambda criterion, award: address("award_edit", award.framework.key, award.pk),
    "award_remove": lambda criterion, award: address("award_remove", award.framework.key, award.pk),
}  # fmt: skip


def test_twenty_areas_and_criteria_take_as_many_queries_as_one(
    whole, admin_client, manager, officer
):
    criterion, award = whole
    urls = {page: find(criterion, award) for page, find in PAGES.items()}
    few = {page: asked(admin_client, url) for page, url in urls.items()}

    grow(award.framework, criterion.area, manager, officer)

    assert {page: asked(admin_client, url) for page, url in urls.items()} == few
    assert max(few.values()) <= MOST


def asked(client, url):
    """How many questions a page asks; a list may be opened before."""
    with CaptureQueriesContext(connection) as found:
        answer = client.get(url)
        b"".join(answer) if answer.streaming else answer.content
    assert answer.status_code == 200, url
    return len(found)
