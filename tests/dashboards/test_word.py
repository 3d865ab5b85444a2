"""A dashboard as a Word page."""

import io

import pytest
from django.utils import timezone
from docx import Document
from docx.oxml.ns import qn

from tests.factories import ActionFactory, DirectorateFactory

pytestmark = pytest.mark.django_db


def opened(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    return Document(io.BytesIO(answer.content))


def words(document):
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_it_says_whose_it_is_as_at_when_and_of_which_plans(manager_client, housing):
    ActionFactory(directorate=housing, rag_status="slipped")
    today = timezone.localdate()

    document = opened(manager_client, f"/dashboards/{housing.pk}/word/")

    assert (
        document.paragraphs[0].text == "Northmere Council: Housing and Neighbourhoods"
    )
    assert document.paragraphs[0].style.name == "Heading 1"
    assert f"as at {today.day} {today:%B %Y}" in words(document)
    assert "All live plans." in words(document)


def test_its_parts_are_headings_and_its_tables_have_a_header_row(
    manager_client, housing
):
    ActionFactory.create_batch(3, directorate=housing, rag_status="slipped")

    document = opened(manager_client, f"/dashboards/{housing.pk}/word/")

    headings = [
        one.text for one in document.paragraphs if one.style.name == "Heading 2"
    ]
    assert headings[:2] == ["What needs attention", "How it stands: 3 actions"]
    assert len(headings) == 4
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_its_numbers_are_the_pages(manager_client, housing):
    ActionFactory.create_batch(2, directorate=housing, rag_status="slipped")
    ActionFactory(directorate=housing, rag_status="on_target")

    document = opened(manager_client, f"/dashboards/{housing.pk}/word/")

    standing = document.tables[1]
    cells = dict(
        zip(
            (c.text for c in standing.rows[0].cells),
            (c.text for c in standing.rows[1].cells),
            strict=True,
        )
    )
    assert cells["◆ Slipped"] == "2 (67%)"
    assert cells["● On target"] == "1 (33%)"
    assert cells["All"] == "3"


def test_it_speaks_of_the_plan_that_was_chosen(manager_client, housing):
    action = ActionFactory(directorate=housing)

    document = opened(
        manager_client, f"/dashboards/{housing.pk}/word/?plan={action.plan.reference}"
    )

    assert f"Plan: {action.plan.title} ({action.plan.reference})." in words(document)


def test_the_whole_council_has_a_line_for_each_directorate(
    admin_client, housing, libraries
):
    ActionFactory(directorate=housing)
    ActionFactory(directorate=None)

    document = opened(admin_client, "/dashboards/word/")

    names = [row.cells[0].text for row in document.tables[1].rows]
    assert names == [
        "",
        "All",
        "Housing and Neighbourhoods",
        "Libraries and Culture",
        "No directorate",
    ]


def test_an_empty_directorate_still_makes_a_page(manager_client, housing):
    document = opened(manager_client, f"/dashboards/{housing.pk}/word/")

    assert "Nothing needs attention." in words(document)


def test_long_words_and_strange_signs_are_written_safely(manager_client, housing):
    ActionFactory(
        directorate=housing,
        title="Bell \x0b and <b>long</b> " + "word " * 60,
        rag_status="slipped",
    )

    document = opened(manager_client, f"/dashboards/{housing.pk}/word/")

    assert document.tables[0].rows[1].cells[0].text.endswith("…")


def test_a_directorate_without_a_latin_letter_still_has_a_file_name(admin_client):
    strange = DirectorateFactory(name="住房")

    answer = admin_client.get(f"/dashboards/{strange.pk}/word/")

    assert (
        f'filename="directorate-{strange.pk}-equality-actions-'
        in answer["Content-Disposition"]
    )
