"""What a register says of impacts and comments: kept as it says it, where whoever may read the assessment finds it, and counted nowhere."""

import pytest
from django.urls import reverse

from assessments.models import Assessment, Impact, RegisterWords
from tests.factories import AssessmentFactory, DirectorateFactory
from tests.plans.importing.dumps import dump

from .conftest import register

pytestmark = pytest.mark.django_db
HEADINGS = ("EIA ref", "Title", "Directorate", "Stage", "Negative impact on", "Comments")  # fmt: skip


@pytest.fixture(autouse=True)
def place(db):
    return DirectorateFactory(name="Environment")


def one_row(stage, harm="Older people and disabled people", comment="Bus lane objections", title="Car park charges"):  # fmt: skip
    return register(("EQ/1", title, "Environment", stage, harm, comment), headings=HEADINGS)  # fmt: skip


def text_of(response):
    return " ".join(response.content.decode().split())


def its_page(client):
    return text_of(client.get(Assessment.objects.get().get_absolute_url()))


def test_a_draft_keeps_them_on_its_page_and_counts_no_impact(bring, officer_client):
    bring(one_row("Draft"))

    page = its_page(officer_client)
    assert "What its register says" in page
    assert "Older people and disabled people" in page
    assert "Bus lane objections" in page
    assert not Impact.objects.exists()


def test_a_reader_who_may_not_read_a_draft_does_not_read_them(bring, reader_client):
    bring(one_row("Draft"))

    assert "Older people" not in its_page(reader_client)


def test_what_is_signed_keeps_them_with_the_registers_other_words(bring, reader_client):
    bring(one_row("Published"))

    recorded = reverse("assessments:version_detail", args=[Assessment.objects.get().pk, 1])  # fmt: skip
    page = text_of(reader_client.get(recorded))
    assert "Negative impact on" in page
    assert "Older people and disabled people" in page
    assert not RegisterWords.objects.exists()


def test_the_preview_says_that_they_are_kept_as_words_and_where(journey):
    journey.to_preview(one_row("Draft"), name="register.csv")

    page = text_of(journey.page("preview"))

    assert "kept in the register’s own words" in page
    assert "shown with each assessment as what its register says" in page
    assert "Negative impact on: “Older people" in page


def test_the_same_register_again_changes_nothing(bring, journey):
    bring(one_row("Draft"))
    before = dump()

    journey.to_preview(one_row("Draft"), name="register.csv")
    page = text_of(journey.page("preview"))
    journey.apply()

    assert "<strong>1</strong> unchanged" in page
    assert dump() == before


def test_a_later_register_puts_its_own_words_in_their_place_and_undo_the_first(bring, journey):  # fmt: skip
    bring(one_row("Draft"))
    run = bring(one_row("Draft", comment="Settled in May"))
    assert RegisterWords.objects.get().words[-1] == ["Comments", "Settled in May"]

    journey.client.post(f"/import/{run.pk}/undo/")

    assert RegisterWords.objects.get().words[-1] == ["Comments", "Bus lane objections"]


def test_undo_takes_them_away_with_their_assessment(bring, journey):
    before = dump()
    run = bring(one_row("Draft"))

    journey.client.post(f"/import/{run.pk}/undo/")

    assert not Assessment.objects.exists()
    assert not RegisterWords.objects.exists()
    assert set(dump()) == set(before)


def test_what_is_written_here_counts_and_the_preview_says_that_theirs_is_left(journey):
    AssessmentFactory(reference="EQ/1", title="Car park charges", stage="full")

    journey.to_preview(one_row("Draft"), name="register.csv")
    page = text_of(journey.page("preview"))
    journey.apply()

    assert "What is written here counts, and those words are not taken" in page
    assert not RegisterWords.objects.exists()
