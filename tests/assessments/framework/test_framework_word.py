"""The self-assessment as a Word file: what an assessor reads."""

import datetime
import io

import pytest
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from assessments.models import Criterion
from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    AwardFactory,
    FrameworkAreaFactory,
)
from tests.factories.frameworks import level

MAY = datetime.date(2026, 5, 4)


@pytest.fixture
def told(criterion, manager):
    """A criterion with words, a judgement and an award."""
    criterion.narrative = "Two offices have ramps.\n\nOne has none."
    criterion.wanted_by = datetime.date(2028, 3, 31)
    criterion.save()
    framework = criterion.area.framework
    criterion.judge(level=level(framework, 1), why="Two of three.", by=manager, on=MAY)
    AwardFactory(framework=framework, on=MAY, lapses_on=datetime.date(2029, 5, 4))
    return criterion


def opened(client, criterion):
    url = reverse("assessments:framework_word", args=[criterion.area.framework.key])
    return Document(io.BytesIO(client.get(url).content))


def read(client, criterion):
    return [each.text for each in opened(client, criterion).paragraphs]


def test_it_holds_the_narrative_the_levels_and_the_award(told, reader_client):
    lines = read(reader_client, told)

    assert "Two offices have ramps." in lines
    assert "One has none." in lines
    assert "Level now: Developing, judged as of 4 May 2026. Two of three." in lines
    assert "Level wanted: Achieving by 31 March 2028" in lines
    assert "External assessment: Achieving, given by A peer team on 4 May 2026. It lapses on 4 May 2029." in lines  # fmt: skip


def test_it_says_how_many_are_ready_and_by_which_rule(told, reader_client):
    lines = read(reader_client, told)

    assert "0 of 1 criteria are at the level wanted (0%)." in lines
    assert lines[-1].startswith("A criterion is ready when")


def test_evidence_is_named_and_what_is_confidential_is_left_out_even_for_an_admin(
    told, officer, admin_client
):
    action = ActionFactory(title="Ramps at every office")
    secret = AssessmentFactory(title="Closing a pool", confidential_until=datetime.date(2100, 1, 1))  # fmt: skip
    told.evidence.create(kind="action", action=action, words="Shown by", added_by=officer)  # fmt: skip
    told.evidence.create(kind="assessment", assessment=secret, added_by=officer)

    page = "\n".join(read(admin_client, told))

    assert "Ramps at every office (Action)" in page
    assert "Closing a pool" not in page


def test_nothing_written_is_said_to_be_so(criterion, reader_client):
    lines = read(reader_client, criterion)

    assert "Nothing is written here yet." in lines
    assert "Level now: not judged yet" in lines


def test_it_takes_as_many_queries_for_one_piece_of_evidence_as_for_twenty(
    told, officer, reader_client, django_assert_num_queries
):
    # Session and person, the framework, six of its standing, and the evidence.
    for count in (1, 19):
        for _each in range(count):
            told.evidence.create(kind="action", action=ActionFactory(), added_by=officer)  # fmt: skip
        with django_assert_num_queries(10):
            read(reader_client, told)


def test_each_area_stands_at_a_glance_under_a_header_that_repeats(told, reader_client):
    (table,) = opened(reader_client, told).tables

    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [
        ["Area", "Stands at", "Criteria ready", "Judged"],
        ["1 Services for everybody", "Developing", "0 of 1 (0%)", "1 of 1"],
        ["All", "", "0 of 1 (0%)", "1 of 1"],
    ]
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_a_screen_reader_is_told_that_it_is_english_as_spoken_here(told, reader_client):
    document = opened(reader_client, told)

    (language,) = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "en-GB"


def test_an_area_without_criteria_says_so(told, reader_client):
    FrameworkAreaFactory(framework=told.area.framework, number=2)

    assert "No criteria stand here yet." in read(reader_client, told)


def test_a_character_that_no_document_can_hold_is_left_out(told, reader_client):
    Criterion.objects.update(narrative="Ramps\x0b here", title="Access\x1f")

    assert "Ramps here" in read(reader_client, told)


def test_the_report_of_the_assessors_is_named(told, reader_client):
    told.area.framework.awards.update(url="https://www.example.org/report")

    assert "Their report: https://www.example.org/report" in read(reader_client, told)
