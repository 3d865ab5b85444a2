"""The register: what people find in it, and who may know of what."""

import csv
import datetime
import io

import pgtrigger
import pytest
from django.urls import reverse

from assessments.exporting import register as exports
from assessments.models import Assessment
from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    DirectorateFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
URL = reverse("assessments:assessment_list")
LATER = datetime.date(2099, 1, 1)


def text_of(response):
    return " ".join(response.content.decode().split())


def titles(client, **asked):
    """The titles that the register shows for a filter, in its order."""
    page = client.get(URL, asked).context["page"]
    return [one.title for one in page.object_list]


def test_an_empty_register_says_what_to_do(officer_client):
    assert "The register is empty." in text_of(officer_client.get(URL))


def test_an_empty_register_leads_admins_to_the_import_of_a_spreadsheet(admin_client, officer_client):  # fmt: skip
    link = '<a class="govuk-link" href="/import/new/">Import it</a>'

    assert link in text_of(admin_client.get(URL))
    assert link not in text_of(officer_client.get(URL))


def test_the_newest_stands_first(reader_client):
    for number in (9, 10, 2):
        AssessmentFactory(reference=f"EIA/2026/{number}", title=f"No {number}")

    assert titles(reader_client) == ["No 10", "No 9", "No 2"]


def test_a_press_on_the_title_sorts_by_it(reader_client):
    for title in ("Parks", "Libraries"):
        AssessmentFactory(title=title)

    assert titles(reader_client, sort="title") == ["Libraries", "Parks"]
    assert titles(reader_client, sort="-title") == ["Parks", "Libraries"]


def test_it_is_narrowed_by_stage_and_words(reader_client):
    AssessmentFactory(title="Moving library hours", stage="full")
    AssessmentFactory(title="Closing a library")
    AssessmentFactory(title="Parks", stage="full")

    assert titles(reader_client, stage="full", q="library") == ["Moving library hours"]


def test_a_reader_learns_nothing_of_a_draft_by_filter_or_export(reader_client):
    draft = AssessmentFactory(title="Draft", stage="full").current
    disability = draft.characteristics().get(name="Disability")
    draft.impacts.filter(characteristic=disability).delete()
    draft.impacts.create(characteristic=disability, kind="negative", severity="high")

    found = titles(reader_client, characteristic=disability.pk)
    sent = reader_client.get(reverse("assessments:assessment_export_csv"))

    assert found == []
    assert b"Disability" not in b"".join(sent.streaming_content)


def test_it_is_narrowed_by_whom_it_harms(officer_client):
    harmful = AssessmentFactory(title="Harmful", stage="full").current
    disability = harmful.characteristics().get(name="Disability")
    harmful.impacts.filter(characteristic=disability).delete()
    harmful.impacts.create(characteristic=disability, kind="negative", severity="low")
    AssessmentFactory(title="Harmless", stage="full")

    found = titles(officer_client, characteristic=disability.pk, impact="negative")

    assert found == ["Harmful"]


def test_a_mitigation_that_slips_calls_the_assessment(reader_client):
    version = AssessmentFactory(title="Harmful", stage="screening").current
    mitigation = version.mitigations.create(text="An outreach desk")
    mitigation.action = ActionFactory(rag_status="slipped")
    mitigation.save()
    AssessmentFactory(title="Harmless")

    assert titles(reader_client, state="slipping") == ["Harmful"]
    assert text_of(reader_client.get(URL)).count("A mitigation has slipped</span>") == 1


def test_an_address_that_makes_no_sense_still_shows_the_register(reader_client):
    AssessmentFactory(title="Parks")

    assert titles(reader_client, stage="nonsense", sort="x", page="y") == ["Parks"]


def test_a_confidential_one_is_neither_listed_counted_nor_exported_for_others(client):
    AssessmentFactory(title="Secret closure", confidential_until=LATER)
    client.force_login(UserFactory(role="manager"))

    page = client.get(URL)
    exported = b"".join(
        client.get(reverse("assessments:assessment_export_csv")).streaming_content
    )

    assert "Secret" not in text_of(page)
    assert "0 assessments" in text_of(page)
    assert b"Secret" not in exported


@pytest.mark.parametrize("name", ["assessment_detail", "screening", "mitigations"])
def test_a_confidential_one_is_not_found_by_its_address(client, name):
    secret = AssessmentFactory(confidential_until=LATER)
    client.force_login(UserFactory(role="officer"))

    answer = client.get(reverse(f"assessments:{name}", args=[secret.pk]))

    assert answer.status_code == 404


def test_a_reader_sees_that_there_is_a_draft_and_not_what_it_says(reader_client):
    draft = AssessmentFactory(stage="full")
    disability = draft.current.characteristics().get(name="Disability")
    draft.current.impacts.filter(characteristic=disability).update(
        who="Wheelchair users"
    )

    page = text_of(reader_client.get(draft.get_absolute_url()))

    assert draft.title in page
    assert "Wheelchair users" not in page
    assert "once it is published" in page


def test_a_reader_reads_what_is_published_while_the_next_version_is_written(
    reader_client, officer
):
    assessment = AssessmentFactory(stage="published")
    assessment.begin_version(by=officer, on=datetime.date(2027, 5, 1))
    address = reverse("assessments:version_detail", args=[assessment.pk, 1])

    page = text_of(reader_client.get(assessment.get_absolute_url()))

    assert address in page
    assert "As agreed." in text_of(reader_client.get(address))


def test_the_export_holds_the_filtered_rows_and_says_which(reader_client):
    AssessmentFactory(title="=Parks", stage="full")
    AssessmentFactory(title="Libraries")
    address = reverse("assessments:assessment_export_csv")

    sent = b"".join(reader_client.get(address, {"stage": "full"}).streaming_content)
    rows = list(csv.reader(io.StringIO(sent.decode("utf-8-sig"))))

    assert rows[2] == ["Which assessments: Stage: Full assessment"]
    assert [row[1] for row in rows[5:]] == ["'=Parks"]


def test_the_export_says_why_no_full_assessment_is_needed_as_the_page_does(
    reader_client,
):
    settled = AssessmentFactory(stage="screened_out")
    AssessmentFactory(stage="screening").versions.update(screened_out_why="It may not.")

    its_page = reverse("assessments:version_detail", args=[settled.pk, 1])
    page = text_of(reader_client.get(its_page))
    sent = reader_client.get(reverse("assessments:assessment_export_csv"))
    words = b"".join(sent.streaming_content).decode("utf-8-sig")

    assert "It touches nobody." in page
    assert words.count("It touches nobody.") == 1
    assert "It may not." not in words


def harming(version, name):
    """Let a version, signed or not, say that the characteristic `name` is harmed."""
    harmed = version.characteristics().get(name=name)
    with pgtrigger.ignore("assessments.Impact:impact_while_open"):
        version.impacts.filter(characteristic=harmed).delete()
        version.impacts.create(characteristic=harmed, kind="negative", severity="low")


def test_while_the_next_version_is_drafted_readers_export_what_the_published_one_harms(
    reader_client, officer_client, officer
):
    assessment = AssessmentFactory(stage="published")
    harming(assessment.current, "Age")
    harming(assessment.begin_version(by=officer, on=LATER), "Disability")

    sent = {}
    for client in (reader_client, officer_client):
        response = client.get(reverse("assessments:assessment_export_csv"))
        sent[client] = b"".join(response.streaming_content).decode()

    assert '"Age"' in sent[reader_client]
    assert "Disability" not in sent[reader_client]
    assert '"Age\nDisability"' in sent[officer_client]


def test_the_workbook_opens(reader_client):
    from openpyxl import load_workbook

    AssessmentFactory(title="Parks")
    answer = reader_client.get(reverse("assessments:assessment_export_xlsx"))
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))

    assert "Parks" in [cell.value for row in book.active.rows for cell in row]


def count(client, rows, django_assert_max_num_queries):
    directorate = DirectorateFactory()
    for _ in range(rows):
        AssessmentFactory(directorate=directorate)
    with django_assert_max_num_queries(7) as asked:
        client.get(URL)
    return len(asked)


def test_the_register_asks_no_more_of_twenty_rows_than_of_one(
    reader_client, django_assert_max_num_queries
):
    # Session, user, what the whole register holds, the filters’ choices, the ids of the page, its rows, their signed versions.
    one = count(reader_client, 1, django_assert_max_num_queries)
    twenty = count(reader_client, 19, django_assert_max_num_queries)

    assert one == twenty


def test_the_export_says_of_each_what_its_model_says(officer_client, officer):
    again = [AssessmentFactory(stage=stage) for stage in ("published", "approved")]
    for one in again:
        one.begin_version(by=officer, on=LATER)
    AssessmentFactory(stage="planned", directorate=None, lead_as_written="A. Writer")
    AssessmentFactory(stage="screened_out", kind="budget", budget_year=2027, saving=2)

    sent = officer_client.get(reverse("assessments:assessment_export_csv"))
    _above, *rows = csv.reader(io.StringIO(b"".join(sent.streaming_content).decode("utf-8-sig").partition('"Reference"')[2]))  # fmt: skip

    by_model = [one for one in exports.COLUMNS if one[0] not in ("outcome", "reason", "impact")]  # fmt: skip
    found = Assessment.objects.select_related("current").with_signed().in_order().reverse()  # fmt: skip
    assert [[row[exports.NAMES.index(name)] for name, *_rest in by_model] for row in rows] == [
        [text_of_cell(cell(one)) for _name, _heading, _width, cell in by_model] for one in found
    ]  # fmt: skip


def text_of_cell(value):
    return "" if value is None else str(value)
