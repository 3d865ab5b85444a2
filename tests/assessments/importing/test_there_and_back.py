"""The register and the programme go out as files and come back without a change."""

import datetime

import pytest

from assessments.models import Assessment, ProgrammeTarget, Stage
from tests.factories import AssessmentFactory, DirectorateFactory, LeadFactory
from tests.plans.importing.dumps import dump

pytestmark = pytest.mark.django_db
# Nobody can export what waits for signatures and send it back as that: it is to be submitted where it goes.
STAGES = [one for one in Stage.values if one != Stage.SIGN_OFF]


def file_of(response):
    if response.streaming:
        return b"".join(response.streaming_content)
    return response.content


@pytest.fixture
def every_stage(db):
    place = DirectorateFactory(name="Environment")
    lead = LeadFactory(name="Head of Streets", abbreviation="HoS", directorate=place)
    for number, stage in enumerate(Stage.values):
        AssessmentFactory(
            reference=f"EIA/2026/{number:03}", title=f"Matter of {stage}", stage=stage, directorate=place, lead=lead,
            kind="budget" if number % 2 else "service", budget_year=2027 if number % 2 else None, saving=1200 if number % 2 else None,
            sponsor="Director", decision="Close it", meeting="Cabinet", decided_on=datetime.date(2026, 5, 1), due=datetime.date(2026, 12, 31),
            service="Streets",
        )  # fmt: skip


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_exported_register_comes_back_without_a_change(journey, every_stage, kind):
    content = file_of(journey.client.get(f"/assessments/assessments.{kind}"))
    before = dump()

    journey.to_preview(content, name=f"register.{kind}")
    page = journey.page("preview").content.decode()
    journey.apply()

    assert f"<strong>{len(Stage.values)}</strong> unchanged" in page
    assert "Finish: nothing to import" in page
    assert "Which counts" not in page
    assert dump() == before


def test_a_register_that_is_taken_to_an_empty_site_stands_there_as_it_was(journey, every_stage):  # fmt: skip
    content = file_of(journey.client.get("/assessments/assessments.csv"))
    assert content == file_of(journey.client.get("/assessments/assessments.csv"))
    told = facts()
    _empty()

    journey.to_preview(content, name="register.csv")
    journey.apply()

    assert facts() == told
    stages = dict(Assessment.objects.values_list("title", "current__stage"))
    assert {stages[f"Matter of {one}"] for one in STAGES} == set(STAGES)
    assert stages["Matter of sign_off"] == "full"


def facts():
    fields = (
        "reference", "title", "kind", "directorate", "lead", "sponsor", "decision", "meeting", "decided_on", "due", "service",
        "budget_year", "saving",
    )  # fmt: skip
    return list(Assessment.objects.order_by("reference").values_list(*fields))


def _empty():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE assessments_assessment CASCADE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.fixture
def promised(db):
    for name, completed, said in (("Housing", 13, 60), ("Parks", None, None), ("Roads", 8, None)):  # fmt: skip
        ProgrammeTarget.objects.create(
            directorate=DirectorateFactory(name=name), year=2026, target=22, completed=completed, percentage=said,
        )  # fmt: skip


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_exported_programme_comes_back_without_a_change(journey, promised, kind):
    content = file_of(journey.client.get(f"/assessments/programme.{kind}?year=2026"))
    before = dump()

    journey.to_preview(content, name=f"programme.{kind}")
    page = journey.page("preview").content.decode()
    journey.apply()

    assert "<strong>3</strong> unchanged" in page
    assert dump() == before


def test_a_programme_goes_out_with_its_counts_beside_what_was_published(reader_client, promised):  # fmt: skip
    file = file_of(reader_client.get("/assessments/programme.csv?year=2026"))
    text = file.decode().replace('"', "")

    assert "EIA programme 2025/26" in text
    assert "Housing,22,13,60,0,13,59,9" in text
    assert "Parks,22,,,0,0,0,22" in text
