"""Cells of a register that no council means: refused or said, and never an error of the site's."""

from decimal import Decimal

import pytest

from assessments.importing.fields import pounds
from assessments.importing.matching import is_like
from assessments.tables import days
from equality_tracker.workbooks.cells import Cell
from tests.factories import DirectorateFactory

from .conftest import register


@pytest.mark.parametrize("text", ["999999999999.999", "1e5", "1_000", "NaN", "Infinity", "9" * 400, "£1.2m", ""])  # fmt: skip
def test_what_is_no_sum_that_fits_is_none(text):
    assert pounds(text) is None


@pytest.mark.parametrize(("text", "sum_of"), [("£125,000", "125000"), ("-5", "-5"), ("99999999999.99", "99999999999.99")])  # fmt: skip
def test_a_sum_is_read_to_the_penny(text, sum_of):
    assert pounds(text) == Decimal(sum_of)


@pytest.mark.parametrize("text", ["31/02/2026", "0001-01-01", "0206-05-14", "31/12/9999", "99/99/9999"])  # fmt: skip
def test_a_day_that_is_none_of_this_time_is_no_day(text):
    said = days.read(Cell(1, text))

    assert (said.day, said.text) == (None, text)


@pytest.mark.parametrize("other", ["...", "", "art", "Taxi licences"])
def test_titles_that_share_no_words_under_one_reference_are_not_alike(other):
    assert not is_like("Car parking charter", other)


def test_a_whole_document_in_a_cell_is_compared_by_its_begin():
    title = "Car parking charter "

    title += "of the town " * 30
    assert is_like(title + "by the sea", title + "by the river " * 2_500)


@pytest.mark.parametrize("other", ["Car parking", "The car parking charter 2026", "Car-parking charter"])  # fmt: skip
def test_titles_that_share_their_words_are_alike(other):
    assert is_like("Car parking charter", other)


@pytest.mark.django_db
def test_words_that_are_too_long_are_said_to_be_cut(journey):
    DirectorateFactory(name="Environment")

    journey.to_preview(register(("EQ/1", "Street " * 60, "Environment", "", "Draft")))

    page = journey.page("preview").content.decode()
    assert "more than 300 letters under what is assessed" in page
