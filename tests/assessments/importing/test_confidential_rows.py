"""What a register says of confidentiality: taken with its day, asked where it gives none, and never over what is published."""

import datetime

import pytest
from django.core.management import CommandError, call_command

from assessments.models import Assessment
from tests.factories import AssessmentFactory, DirectorateFactory

from .conftest import register

pytestmark = pytest.mark.django_db
HEADINGS = ("EIA ref", "Title", "Directorate", "Stage", "Confidential")
DAY = {"confidential-until": "31/3/2027"}
LATER = datetime.date(2027, 3, 31)


def rows(*said):
    DirectorateFactory(name="Environment")
    return register(*[(f"EQ/{n}", title, "Environment", stage, words) for n, (title, stage, words) in enumerate(said)], headings=HEADINGS)  # fmt: skip


def until(title):
    return Assessment.objects.get(title=title).confidential_until


def text_of(response):
    return " ".join(response.content.decode().split())


def test_a_row_that_is_confidential_until_a_day_is_hidden_until_then(bring, reader_client):  # fmt: skip
    bring(rows(("Depot sale", "Draft", "Until 31 March 2099"), ("Parks", "Draft", "No")))  # fmt: skip

    assert until("Depot sale") == datetime.date(2099, 3, 31)
    assert until("Parks") is None
    page = text_of(reader_client.get("/assessments/"))
    assert "Parks" in page
    assert "Depot sale" not in page


@pytest.mark.parametrize("words", ["Yes", "y", "Confidential", "Exempt", "Part 2"])
def test_without_a_day_it_is_asked_until_when_before_anything_is_imported(words, journey):  # fmt: skip
    journey.to_preview(rows(("Depot sale", "Draft", words)), name="register.csv")

    refused = journey.apply()
    assert "Say until which day they are confidential." in refused.content.decode()
    assert not Assessment.objects.exists()

    journey.apply(DAY)
    assert until("Depot sale") == LATER


def test_what_is_published_is_not_hidden_and_the_preview_says_so(journey):
    journey.to_preview(rows(("Depot sale", "Published", "31/03/2099")), name="r.csv")
    page = text_of(journey.page("preview"))
    journey.apply()

    assert "what is published cannot be hidden, so it stays for everybody to see" in page  # fmt: skip
    assert until("Depot sale") is None


def test_what_is_published_here_is_not_hidden_by_a_later_register(journey, officer):
    here = AssessmentFactory(title="Depot sale", reference="EQ/0", stage="published")
    here.begin_version(by=officer, on=LATER)
    journey.to_preview(rows(("Depot sale", "Draft", "31/03/2099")), name="r.csv")
    page = text_of(journey.page("preview"))
    journey.apply()

    assert "what is published cannot be hidden" in page
    assert until("Depot sale") is None


def test_the_same_register_again_asks_nothing(bring, journey):
    content = rows(("Depot sale", "Draft", "Yes"))
    bring(content, changes=DAY)

    journey.to_preview(content, name="register.csv")
    page = text_of(journey.page("preview"))

    assert "<strong>1</strong> unchanged" in page
    assert "Until which day" not in page


def test_a_no_does_not_open_what_is_confidential_here_unasked(bring, journey):
    AssessmentFactory(title="Depot sale", reference="EQ/0", stage="full", confidential_until=LATER)  # fmt: skip

    journey.to_preview(rows(("Depot sale", "Draft", "No")), name="register.csv")
    page = text_of(journey.page("preview"))
    journey.apply()

    assert "Confidential until" in page
    assert "Which counts" in page
    assert until("Depot sale") == LATER


def test_words_that_are_neither_are_named_with_their_cell(journey):
    journey.to_preview(rows(("Depot sale", "Draft", "See legal")), name="register.csv")
    page = text_of(journey.page("preview"))
    journey.apply()

    assert "“See legal” is neither yes nor no nor a day" in page
    assert until("Depot sale") is None


def test_undoing_the_import_opens_what_it_hid(bring, journey):
    here = AssessmentFactory(title="Depot sale", reference="EQ/0", stage="full")
    run = bring(rows(("Depot sale", "Draft", "31/03/2099")))
    assert until("Depot sale") is not None

    journey.client.post(f"/import/{run.pk}/undo/")

    here.refresh_from_db()
    assert here.confidential_until is None


def test_the_shell_asks_for_the_day_too(tmp_path, admin):
    path = tmp_path / "register.csv"
    path.write_bytes(rows(("Depot sale", "Draft", "Yes")))

    with pytest.raises(CommandError, match="--confidential-until"):
        call_command("import_plan", path, by=admin.email)
    call_command("import_plan", path, "--by", admin.email, "--confidential-until", "2027-03-31")  # fmt: skip

    assert until("Depot sale") == LATER
