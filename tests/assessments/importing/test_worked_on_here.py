"""What came in by a register and was then worked on here: it is kept as anything of here is."""

import datetime

import pytest
from django.db import DatabaseError, connection

from assessments.models import Assessment
from tests.factories import AssessmentFactory, DirectorateFactory
from tests.factories.assessments import complete, screened

from .conftest import register

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 2)


@pytest.fixture
def places(db):
    return [DirectorateFactory(name=name) for name in ("Communities", "Environment")]


def one(reference):
    return Assessment.objects.select_related("current").get(reference=reference)


def write(sql, version):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE assessments_assessmentversion SET {sql} WHERE id = %s", [version.pk])  # fmt: skip


@pytest.fixture
def signed_here(bring, places, officer, manager):
    """A draft of a register that was written, submitted, signed and published here."""
    bring(register(("EQ/2", "Car park charges", "Environment", "", "Draft")))
    version = complete(screened(one("EQ/2").current), officer, manager)
    version = version.submit(by=officer, on=ON)
    version = version.sign(by=manager, on=ON, content_hash=version.content_hash)
    return version.publish(by=manager, on=ON)


DAYS = ("review_by", "begun_on", "consultation_from", "approved_on", "publish_by", "published_on")  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_the_days_of_a_register_s_draft_that_was_signed_here_stay(day, signed_here):
    assert signed_here.source == "import"

    with pytest.raises(DatabaseError, match="stays? as (they are|it is)"):
        write(f"{day} = '2020-01-01'", signed_here)


def test_what_was_signed_here_cannot_be_called_a_register_s_to_open_its_days():
    version = AssessmentFactory(stage="published").current

    with pytest.raises(DatabaseError, match="where it came from, stays as it is"):
        write("source = 'import'", version)


def test_the_day_on_which_a_register_s_assessment_was_published_here_stays(bring, places, manager):  # fmt: skip
    bring(register(("EQ/4", "Markets", "Environment", "", "Approved", "", "14/05/2025")))  # fmt: skip
    version = one("EQ/4").current.publish(by=manager, on=ON)

    with pytest.raises(DatabaseError, match="its days stay as they are"):
        write("published_on = '2020-01-01'", version)


def years_of(assessment):
    """The financial years, by the year they end in, that count it as completed."""
    completed = Assessment.objects.completed_between
    days = {year: (datetime.date(year - 1, 4, 1), datetime.date(year, 3, 31)) for year in range(2022, 2029)}  # fmt: skip
    return [year for year, (first, last) in days.items() if completed(first, last).filter(pk=assessment.pk)]  # fmt: skip


@pytest.mark.parametrize("published", ["", "02/06/2025"])
@pytest.mark.parametrize("stage", ["Approved", "Published"])
def test_a_day_of_approval_that_a_later_register_gives_counts_for_its_own_year_alone(bring, places, stage, published):  # fmt: skip
    row = ("EQ/9", "Street trading", "Environment", "", stage, "")
    bring(register((*row, "", published)), as_at="2026-06-30")
    assert years_of(one("EQ/9")) == []

    bring(register((*row, "14/05/2023", published)))

    assert years_of(one("EQ/9")) == [2024]


def test_a_day_of_approval_that_a_later_register_puts_right_counts_once(bring, places):
    row = ("EQ/9", "Street trading", "Environment", "", "Approved", "")
    bring(register((*row, "14/05/2024")), as_at="2026-06-30")

    bring(register((*row, "14/05/2023")))

    assert years_of(one("EQ/9")) == [2024]


def test_what_is_signed_on_no_day_is_said_to_count_in_no_year(journey, places):
    row = ("EQ/9", "Street trading", "Environment", "", "Published", "", "", "02/06/2025")  # fmt: skip

    journey.to_preview(register(row), name="register.csv")

    assert "counts as completed in no year" in journey.page("preview").content.decode()
