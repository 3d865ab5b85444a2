"""Rows of the register, as they are asked for and drawn."""

import datetime

import pytest
from django.urls import reverse, set_script_prefix

from assessments.register.board_cards import cards_of
from assessments.register.loading import loaded
from assessments.register.rows import rows_of
from tests.factories import AssessmentFactory

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 23)
GONE = 999_999


@pytest.fixture
def below_a_path():
    """The site stands below a path with a nought in it."""
    set_script_prefix("/eq2010/")
    yield
    set_script_prefix("/")


def test_one_that_was_taken_away_since_it_was_found_is_left_out():
    one = AssessmentFactory(stage="approved")

    assert [row.pk for row in loaded([GONE, one.pk])] == [one.pk]


@pytest.mark.parametrize("name", ["assessment_list", "assessment_board"])
def test_a_page_whose_row_is_taken_away_meanwhile_shows_the_others(
    reader_client, monkeypatch, name
):
    AssessmentFactory(title="Closing a pool")
    rows = loaded([])
    for module in ("loading", "board"):
        monkeypatch.setattr(f"assessments.register.{module}.loaded", lambda _pks: rows)

    page = reader_client.get(reverse(f"assessments:{name}"))

    assert page.status_code == 200
    assert "Closing a pool" not in page.content.decode()


@pytest.mark.parametrize("drawn", [rows_of, cards_of])
def test_a_row_leads_to_its_assessment_wherever_the_site_stands(below_a_path, drawn):
    one = AssessmentFactory()

    page = drawn(loaded([one.pk]), ON)

    assert f'href="/eq2010/assessments/{one.pk}/"' in page
