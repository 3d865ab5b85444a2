"""A register on its way through the import pages into the council's own."""

import datetime

import pytest

from assessments.models import Assessment, SignOff, Stage, StageMove
from equality_tracker.imports.models import ImportRun
from tests.factories import AssessmentFactory, DirectorateFactory
from tests.plans.importing.dumps import dump

from .conftest import register

pytestmark = pytest.mark.django_db

PUBLISHED = ("EQ/1", "Library hours", "Communities", "Priya Anand", "Published", "", "14/05/2025", "02/06/2025", "May 2027", "Adjust")  # fmt: skip
DRAFT = ("EQ/2", "Car park charges", "Environment", "", "Draft", "31/12/2026")
ODD = ("EQ/3", "Taxi licences", "Environment", "", "On hold")


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def places(db):
    return [DirectorateFactory(name=name) for name in ("Communities", "Environment")]


def one(reference):
    return Assessment.objects.select_related("current").get(reference=reference)


def page_of(journey, stage="preview"):
    return " ".join(journey.page(stage).content.decode().split())


def test_a_register_comes_in_with_its_stages_and_days(bring, places, admin):
    run = bring(register(PUBLISHED, DRAFT))

    assert run.state == ImportRun.State.APPLIED
    found = one("EQ/1")
    version = found.current
    assert (found.title, found.directorate, found.lead_as_written) == ("Library hours", places[0], "Priya Anand")  # fmt: skip
    assert (version.stage, version.source, version.outcome) == ("published", "import", "adjust")  # fmt: skip
    assert (version.approved_on, version.published_on, version.review_by) == (day("2025-05-14"), day("2025-06-02"), day("2027-05-31"))  # fmt: skip
    assert one("EQ/2").current.stage == Stage.FULL
    assert one("EQ/2").due == day("2026-12-31")


def test_what_was_signed_elsewhere_stands_without_a_signature_and_says_so(bring, places, reader_client):  # fmt: skip
    bring(register(PUBLISHED))
    version = one("EQ/1").current

    page = reader_client.get(f"/assessments/{version.assessment_id}/versions/1/").content.decode()  # fmt: skip

    assert not SignOff.objects.exists()
    assert (version.submitted_by, version.published_by) == (None, None)
    assert version.content["register"]["file"] == "register.csv"
    assert "As recorded in the register register.csv" in " ".join(page.split())
    assert "holds no signatures" in " ".join(page.split())


def test_each_day_that_the_register_gives_is_a_move_and_no_other(bring, places):
    bring(register(PUBLISHED))

    moves = StageMove.objects.order_by("pk").values_list("from_stage", "to_stage", "on")
    assert list(moves) == [
        ("", "approved", day("2025-05-14")),
        ("approved", "published", day("2025-06-02")),
    ]


def test_a_stage_without_a_day_stands_undated_and_counts_for_no_year(bring, places):
    bring(register(("EQ/9", "Street trading", "Environment", "", "Approved")))

    version = one("EQ/9").current
    assert (version.undated, version.approved_on) == (True, None)
    counted = Assessment.objects.completed_between(day("2000-01-01"), day("2100-01-01"))
    assert not counted.exists()


def test_words_that_say_no_known_stage_are_asked_about(journey, places):
    journey.to_preview(register(PUBLISHED, ODD), name="register.csv")
    answer = journey.apply().content.decode()

    assert not Assessment.objects.exists()
    assert "Say which stage “On hold” means" in answer


def test_the_stage_that_a_person_gives_to_words_is_taken(journey, bring, places):
    journey.to_preview(register(ODD), name="register.csv")
    field = field_of(journey, "stage-")

    journey.apply({field: "planned"})

    assert one("EQ/3").current.stage == Stage.PLANNED


def test_rows_of_words_that_a_person_leaves_out_stay_away(journey, places):
    journey.to_preview(register(PUBLISHED, ODD), name="register.csv")
    field = field_of(journey, "stage-")

    journey.apply({field: "leave"})

    assert [a.reference for a in Assessment.objects.all()] == ["EQ/1"]
    assert ImportRun.objects.first().counts["assessments"]["left_out"] == 1


def field_of(journey, prefix):
    html = journey.page("preview").content.decode()
    start = html.index(f'<select name="{prefix}') + len('<select name="')
    return html[start : html.index('"', start)]


def test_the_same_file_again_changes_nothing(bring, journey, places):
    content = register(PUBLISHED, DRAFT)
    bring(content)
    before = dump()

    journey.to_preview(content, name="register.csv")
    page = page_of(journey)
    journey.apply()

    assert "<strong>2</strong> unchanged" in page
    assert "Finish: nothing to import" in page
    assert dump() == before


def test_an_import_that_is_undone_leaves_everything_as_it_was(bring, journey, places):
    before = dump()
    run = bring(register(PUBLISHED, DRAFT))

    journey.client.post(f"/import/{run.pk}/undo/")

    assert dump() == before


def test_an_assessment_that_somebody_has_written_in_since_stays_and_is_named(bring, journey, places, officer):  # fmt: skip
    run = bring(register(PUBLISHED, DRAFT))
    one("EQ/2").current.answers.create(question="what", text="Fewer cars.", written_by=officer)  # fmt: skip

    said = journey.client.get(f"/import/{run.pk}/undo/").content.decode()
    journey.client.post(f"/import/{run.pk}/undo/")

    assert "EQ/2 Car park charges: Something has been attached" in said
    assert [a.reference for a in Assessment.objects.all()] == ["EQ/2"]


def test_a_later_register_moves_on_what_nobody_worked_on(bring, places):
    bring(register(DRAFT), as_at="2026-06-30")

    bring(register((*DRAFT[:4], "Approved", "", "20/09/2026")))

    version = one("EQ/2").current
    assert (version.stage, version.number, version.approved_on) == ("approved", 1, day("2026-09-20"))  # fmt: skip
    assert version.content["register"]["as_at"] == "2026-09-30"


def test_an_undone_later_register_puts_the_stage_back(bring, journey, places):
    bring(register(DRAFT), as_at="2026-06-30")
    before = dump()
    later = bring(register((*DRAFT[:4], "Approved", "", "20/09/2026")))

    journey.client.post(f"/import/{later.pk}/undo/")

    assert one("EQ/2").current.stage == Stage.FULL
    assert dump() == before


def test_an_older_register_takes_back_no_stage_of_a_newer_one(bring, places):
    bring(register((*DRAFT[:4], "Approved", "", "20/05/2026")))

    run = bring(register(DRAFT), as_at="2026-01-31")

    assert one("EQ/2").current.stage == Stage.APPROVED
    assert any("stays" in kept["why"] for kept in run.kept)


def test_the_stage_of_what_is_worked_on_here_goes_by_what_was_done_here(bring, journey, places, officer):  # fmt: skip
    AssessmentFactory(reference="EQ/2", title="Car park charges", stage="full", directorate=places[1])  # fmt: skip

    run = bring(register((*DRAFT[:4], "Published", "", "01/05/2026", "02/06/2026")))

    assert one("EQ/2").current.stage == Stage.FULL
    assert not SignOff.objects.exists()
    assert "goes by what was done here" in str(run.kept)


def test_words_that_a_person_wrote_here_stay_unless_the_files_are_chosen(bring, journey, places):  # fmt: skip
    AssessmentFactory(reference="EQ/2", title="Car park charges at night", directorate=places[1])  # fmt: skip
    content = register((*DRAFT[:4], "Planned"))

    bring(content)
    assert one("EQ/2").title == "Car park charges at night"

    journey.to_preview(content, name="register.csv")
    journey.apply({field_of(journey, "record-"): "file"})
    assert one("EQ/2").title == "Car park charges"


def test_one_reference_of_two_different_things_is_asked(journey, places):
    AssessmentFactory(reference="EQ/1", title="Winter gritting routes")

    journey.to_preview(register(PUBLISHED), name="register.csv")
    journey.apply()

    assert Assessment.objects.count() == 1
    assert "may be an assessment that is here" in page_of(journey)


def test_a_row_without_a_reference_gets_the_next_number_and_is_known_again_by_its_title(bring, journey, places):  # fmt: skip
    content = register(("", *DRAFT[1:]))
    bring(content)

    journey.to_preview(content, name="register.csv")

    assert one("EIA/2026/001").title == "Car park charges"
    assert "<strong>1</strong> unchanged" in page_of(journey)


def test_what_waits_for_signatures_elsewhere_is_to_be_submitted_here(bring, journey, places):  # fmt: skip
    journey.to_preview(register((*DRAFT[:4], "Awaiting sign-off")), name="r.csv")
    page = page_of(journey)
    journey.apply()

    assert "Nobody can sign what was not submitted here" in page
    assert one("EQ/2").current.stage == Stage.FULL


def test_what_is_signed_and_then_called_draft_again_begins_a_version_only_when_chosen(bring, journey, places):  # fmt: skip
    bring(register(PUBLISHED), as_at="2026-06-30")
    content = register((*PUBLISHED[:4], "Draft"))
    bring(content)
    assert one("EQ/1").current.number == 1

    journey.to_preview(content, name="register.csv")
    journey.apply({field_of(journey, "record-"): "file"})

    found = one("EQ/1")
    assert [(v.number, v.stage) for v in found.versions.order_by("number")] == [(1, "published"), (2, "full")]  # fmt: skip
    assert found.current.number == 2


def test_a_new_directorate_is_made_when_it_is_ticked(journey):
    journey.to_preview(register(DRAFT), name="register.csv")
    html = journey.page("preview").content.decode()
    start = html.index('name="directorate-') + len('name="')
    prefix = html[start : html.index('"', start)].rpartition("-")[0]

    journey.apply({f"{prefix}-create": "on", f"{prefix}-kind": "directorate"})

    assert one("EQ/2").directorate.name == "Environment"


def test_the_page_asks_as_much_of_twenty_rows_as_of_one(journey, places, django_assert_num_queries):  # fmt: skip
    def queries(count):
        rows = [(f"EQ/{n}", f"Matter {n}", "Environment", "", "Draft") for n in range(count)]  # fmt: skip
        journey.to_preview(register(*rows), name="register.csv")
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as asked:
            journey.page("preview")
        return len(asked)

    assert queries(1) == queries(20)


def test_the_page_of_what_was_signed_elsewhere_claims_no_stage_and_nobody(bring, places, reader_client):  # fmt: skip
    bring(register(PUBLISHED))

    page = " ".join(reader_client.get(one("EQ/1").get_absolute_url()).content.decode().split())  # fmt: skip

    assert "neither its text nor its signatures" in page
    assert "brought in by" in page
    assert "Full assessment" not in page
    assert "sent it back" not in page


def test_what_words_were_said_to_mean_is_remembered_for_the_next_register(journey, places):  # fmt: skip
    journey.to_preview(register(ODD), name="register.csv")
    journey.apply({field_of(journey, "stage-"): "planned"})

    journey.to_preview(register(ODD), name="register.csv")
    page = page_of(journey)
    journey.apply()

    assert "as you said" in page
    assert "<strong>1</strong> unchanged" in page
    assert journey.run.state == ImportRun.State.APPLIED
