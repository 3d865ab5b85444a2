"""What the database itself refuses of self-assessments, whatever was sent."""

import datetime
from functools import partial

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from assessments.models import Framework, Judgement
from tests.factories import ActionFactory, FrameworkFactory
from tests.factories.frameworks import level

TODAY = datetime.date(2026, 11, 23)
OTHERS = "this level is of another framework"
NOT_USED = "is not in use"
# How the database says no.
REFUSED = (IntegrityError, InternalError)


def in_one(do):
    """Do it in one transaction, whose constraints are checked at its end."""
    with transaction.atomic():
        do()
        connection.check_constraints()


@pytest.fixture
def judged(criterion, manager):
    return criterion.judge(
        level=level(criterion.area.framework, 1), why="It has begun.", by=manager, on=TODAY
    )  # fmt: skip


def test_a_judgement_is_never_edited(judged):
    with pytest.raises(REFUSED, match="stays|Cannot update"):
        in_one(lambda: Judgement.objects.update(why="Better."))


def test_a_judgement_is_never_taken_away(judged):
    with pytest.raises(REFUSED, match="stays|Cannot delete"):
        in_one(judged.delete)


def test_a_judgement_says_why(criterion, manager):
    at = level(criterion.area.framework, 1)

    with pytest.raises(REFUSED, match="judgement_says_why"):
        in_one(lambda: criterion.judge(level=at, why="", by=manager, on=TODAY))  # fmt: skip


def test_a_judgement_is_at_a_level_of_its_own_framework(criterion, manager):
    other = level(FrameworkFactory(), 1)

    with pytest.raises(REFUSED, match=OTHERS):
        in_one(lambda: criterion.judge(level=other, why="So.", by=manager, on=TODAY))  # fmt: skip


def test_a_level_wanted_is_of_its_own_framework(criterion):
    criterion.level_wanted = level(FrameworkFactory(), 1)

    with pytest.raises(REFUSED, match=OTHERS):
        in_one(criterion.save)


def test_a_framework_wants_a_level_of_its_own(framework):
    framework.level_wanted = level(FrameworkFactory(), 1)

    with pytest.raises(REFUSED, match=OTHERS):
        in_one(framework.save)


def test_nobody_judges_by_a_closed_framework(criterion, manager):
    framework = criterion.area.framework
    framework.close(on=TODAY)

    with pytest.raises(REFUSED, match=NOT_USED):
        in_one(lambda: criterion.judge(level=level(framework, 1), why="So.", by=manager, on=TODAY))  # fmt: skip


def test_nobody_writes_in_a_closed_framework(criterion):
    criterion.area.framework.close(on=TODAY)
    criterion.narrative = "More is done."

    with pytest.raises(REFUSED, match=NOT_USED):
        in_one(criterion.save)


def test_titles_may_be_put_right_in_a_closed_framework(criterion):
    criterion.area.framework.close(on=TODAY)
    criterion.title = "Put right"

    criterion.save()

    criterion.refresh_from_db()
    assert criterion.title == "Put right"


def test_no_evidence_is_added_or_taken_back_in_a_closed_framework(criterion, officer):
    kept = criterion.evidence.create(kind="action", action=ActionFactory(), added_by=officer)  # fmt: skip
    criterion.area.framework.close(on=TODAY)

    with pytest.raises(REFUSED, match=NOT_USED):
        in_one(lambda: kept.take_back(officer))
    with pytest.raises(REFUSED, match=NOT_USED):
        in_one(lambda: criterion.evidence.create(kind="link", url="https://www.example.org", added_by=officer))  # fmt: skip


def test_evidence_is_one_thing(criterion, officer):
    with pytest.raises(REFUSED, match="criterion_evidence_is_of_its_kind"):
        in_one(lambda: criterion.evidence.create(kind="action", url="https://www.example.org", added_by=officer))  # fmt: skip


def test_an_action_stands_as_evidence_once_and_again_after_it_was_taken_back(
    criterion, officer
):
    action = ActionFactory()
    add = partial(
        criterion.evidence.create, kind="action", action=action, added_by=officer
    )
    first = add()

    with pytest.raises(REFUSED, match="criterion_has_an_action_once"):
        in_one(add)
    first.take_back(officer)

    assert add().pk != first.pk


def test_a_framework_closes_after_it_was_used(framework):
    with pytest.raises(REFUSED, match="framework_closes_after_it_was_used"):
        in_one(lambda: framework.close(on=datetime.date(2026, 3, 1)))  # fmt: skip


def test_a_day_without_a_level_is_refused(criterion):
    criterion.level_wanted, criterion.wanted_by = None, TODAY

    with pytest.raises(REFUSED, match="criterion_wants_a_level_by_its_day"):
        in_one(criterion.save)


def test_a_judgement_keeps_what_was_written_and_wanted_then(criterion, manager):
    criterion.narrative = "One office has a ramp."
    criterion.save()
    framework = criterion.area.framework

    said = criterion.judge(level=level(framework, 1), why="One of four.", by=manager, on=TODAY)  # fmt: skip
    criterion.refresh_from_db()
    criterion.narrative, criterion.level_wanted = "All have.", level(framework, 3)
    criterion.save()
    said.refresh_from_db()

    assert said.narrative == "One office has a ramp."
    assert said.level_wanted == level(framework, 2)


def test_one_entered_late_of_an_earlier_day_is_history_not_news(criterion, manager):
    framework = criterion.area.framework
    new = criterion.judge(level=level(framework, 2), why="Now.", by=manager, on=TODAY)
    criterion.judge(level=level(framework, 1), why="Then.", by=manager, on=datetime.date(2026, 5, 1))  # fmt: skip

    assert criterion.newest_judged() == new
    assert [one.pk for one in Judgement.objects.newest()] == [new.pk]


def test_a_framework_used_again_keeps_its_first_day(framework):
    first = framework.used_from
    framework.close(on=TODAY, why="Another took its place.")
    framework.begin(on=TODAY)

    framework.refresh_from_db()
    assert framework.is_in_use
    assert framework.used_from == first
    assert list(Framework.objects.in_use()) == [framework]
