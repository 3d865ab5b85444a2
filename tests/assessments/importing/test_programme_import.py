"""A programme on its way through the import pages: as published, and said where its percentages are otherwise than its counts."""

import datetime
import re

import pytest

from assessments.models import Assessment, ProgrammeTarget
from assessments.programme.progress import Programme
from tests import real_plans
from tests.factories import DirectorateFactory
from tests.imports.conftest import fields_of
from tests.plans.importing.dumps import dump

from .conftest import register

pytestmark = pytest.mark.django_db

HEADINGS = ("Directorate", "EIAs planned", "EIAs completed", "% completed")
ROWS = (("Housing", 22, 13, "60%"), ("Parks", 8, 8, "100%"))


def programme(*rows, above="EIA programme 2025/26"):
    return register(*rows, headings=HEADINGS, above=above)


@pytest.fixture
def places(db):
    return [DirectorateFactory(name=name) for name in ("Housing", "Parks")]


def page_of(journey, stage="preview"):
    return " ".join(journey.page(stage).content.decode().split())


def targets():
    rows = ProgrammeTarget.objects.order_by("directorate__name")
    return list(rows.values_list("directorate__name", "year", "target", "completed", "percentage"))  # fmt: skip


def test_a_programme_lands_as_it_was_published(bring, places):
    run = bring(programme(*ROWS), name="eia.csv")

    assert targets() == [("Housing", 2026, 22, 13, 60), ("Parks", 2026, 8, 8, 100)]
    assert run.plan is None
    assert ProgrammeTarget.objects.first().source.startswith("eia.csv, ")


def test_the_preview_says_what_is_printed_otherwise(journey, places):
    journey.to_preview(programme(*ROWS), name="eia.csv")

    page = page_of(journey)

    assert "prints 60% and its counts give 59%" in page
    assert "Import 2 promises of the programme" in page
    assert "Which directorate answers" not in page


def test_the_year_is_asked_where_the_file_does_not_say(journey, places):
    journey.to_preview(programme(*ROWS, above="EIA programme"), name="eia.csv")
    refused = journey.apply().content.decode()
    assert not ProgrammeTarget.objects.exists()

    journey.apply({"programme-year": "2026/27"})

    assert "Say which year the programme is of" in refused
    assert {one[1] for one in targets()} == {2027}


def test_a_directorate_that_nobody_made_stays_out_and_is_named(bring, places):
    run = bring(programme(*ROWS, ("Harbour", 3, 1, "33%")))

    assert len(targets()) == 2
    assert run.counts["programme"]["left_out"] == 1


def test_the_same_programme_again_changes_nothing(bring, journey, places):
    bring(programme(*ROWS))
    before = dump()

    bring(programme(*ROWS), name="again.csv")

    assert dump() == before


def test_an_undone_programme_leaves_everything_as_it_was(bring, journey, places):
    before = dump()
    run = bring(programme(*ROWS))

    journey.client.post(f"/import/{run.pk}/undo/")

    assert dump() == before


def test_counts_that_a_person_entered_stay_unless_the_files_are_chosen(bring, journey, places):  # fmt: skip
    ProgrammeTarget.objects.create(directorate=places[0], year=2026, target=20)

    run = bring(programme(*ROWS))

    assert targets()[0] == ("Housing", 2026, 20, None, None)
    assert "22 promised" in str(run.kept)

    journey.to_preview(programme(*ROWS), name="register.csv")
    html = journey.page("preview").content.decode()
    start = html.index('<select name="record-') + len('<select name="')
    journey.apply({html[start : html.index('"', start)]: "file"})
    assert targets()[0] == ("Housing", 2026, 22, 13, 60)


def test_a_later_programme_corrects_an_earlier_one(bring, places):
    bring(programme(*ROWS), as_at="2026-03-31")

    bring(programme(("Housing", 22, 15, "68%")))

    assert targets()[0] == ("Housing", 2026, 22, 15, 68)


@pytest.fixture
def five(db):
    names = (
        "Department of Development", "Department of Community Services", "Chief Executives", "Children Services", "Corporate Resources",
    )  # fmt: skip
    return [DirectorateFactory(name=name) for name in names]


def real(name):
    return (real_plans.folder() / "books" / name).read_bytes()


def tick_all(journey):
    """Tick every directorate that is new; the others of the page stay as they are."""
    journey.send("preview", {"tick": "directorates", "answering-directorate": "none"})


def test_a_real_programme_lands_as_its_council_printed_it(journey):
    journey.to_preview(real("plymouth_eia.csv"), name="plymouth_eia.csv")
    tick_all(journey)

    journey.apply()

    found = Programme(2009, Assessment.objects.all(), on=datetime.date(2026, 9, 30))
    assert (found.total.promised, found.total.completed) == (103, 110)
    assert len(found.lines) == 5
    otherwise = {line.printed_otherwise for line in found.lines} - {None}
    assert otherwise == {134, 60}
    assert found.stands_without_rows


@pytest.mark.parametrize("name", ["plymouth.xlsx"])
def test_a_real_plan_and_its_programme_land_in_one_import_and_go_together(journey, name):  # fmt: skip
    before = dump()
    journey.to_preview(real(name), name=name)
    tick_all(journey)

    journey.apply()

    assert sum(one.target for one in ProgrammeTarget.objects.all()) == 103
    assert sum(one.completed for one in ProgrammeTarget.objects.all()) == 110
    run = journey.run
    assert run.plan.priorities.count() == 4
    assert run.counts["programme"]["new"] == 5
    journey.client.post(f"/import/{run.pk}/undo/")
    assert dump() == before


def test_a_promise_of_a_directorate_that_is_ticked_counts_before_it_is_made(journey):
    journey.to_preview(programme(*ROWS), name="eia.csv")
    before = page_of(journey)
    tick_all(journey)

    assert "Finish: nothing to import" in before
    assert "Import 2 promises of the programme" in page_of(journey)


def test_a_real_document_whose_programme_nobody_recognises_is_told_what_it_is(journey):
    """Its table names no assessments at all: a person says that it is the programme, and its headings are then understood."""
    journey.upload(real("plymouth.docx"), name="plymouth.docx")
    html = journey.page("columns").content.decode()
    last = re.findall(r'name="(table-[\d-]+)-kind"', html)[-1]
    told = journey.send("columns", {f"{last}-kind": "programme"}).content.decode()
    journey.client.post(f"/import/{journey.run.pk}/columns/", fields_of(told))
    tick_all(journey)

    journey.apply()

    assert sum(one.target for one in ProgrammeTarget.objects.all()) == 103
    assert {one.year for one in ProgrammeTarget.objects.all()} == {2009}
    assert journey.run.plan.priorities.count() == 4
