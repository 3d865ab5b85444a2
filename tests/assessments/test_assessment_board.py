"""The register by stage: columns, what comes first in them, what a card says, and the way to all of them."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    DirectorateFactory,
    UserFactory,
)
from tests.factories.assessments import dated

pytestmark = pytest.mark.django_db
URL = reverse("assessments:assessment_board")
REGISTER = reverse("assessments:assessment_list")
DAY = datetime.timedelta(days=1)
LATER = datetime.date(2099, 1, 1)


def today():
    return timezone.localdate()


def text_of(client, **asked):
    return " ".join(client.get(URL, asked).content.decode().split())


def columns(client, **asked):
    """{stage: Column} of the page."""
    board = client.get(URL, asked).context["board"]
    return {str(one.stage.value): one for _words, group in board.groups for one in group}  # fmt: skip


def titles(client, stage, **asked):
    return [one.title for one in columns(client, **asked)[stage].assessments]


def test_each_stands_in_the_column_of_its_stage(reader_client):
    stages = ("planned", "screening", "full", "consultation", "sign_off", "approved", "published", "reviewed", "screened_out")  # fmt: skip
    for stage in stages:
        AssessmentFactory(title=f"At {stage}", stage=stage)

    found = columns(reader_client)

    assert list(found) == list(stages)
    for stage in stages:
        assert [one.title for one in found[stage].assessments] == [f"At {stage}"]
        assert found[stage].count == 1


def test_the_soonest_due_stands_first_and_what_has_no_day_last(reader_client):
    for title, due in (("Later", LATER), ("None", None), ("Sooner", today())):
        AssessmentFactory(title=title, due=due)

    assert titles(reader_client, "planned") == ["Sooner", "Later", "None"]


def test_a_promise_that_the_first_version_kept_does_not_put_the_second_first(
    reader_client,
):
    again = AssessmentFactory(title="Again", stage="published", due=today() - 9 * DAY)
    again.begin_version(by=again.current.begun_by, on=today())
    AssessmentFactory(title="Promised", due=today() + DAY)

    assert titles(reader_client, "planned") == ["Promised", "Again"]
    assert "Overdue: was due" not in text_of(reader_client)


def test_what_is_to_be_published_first_stands_first(reader_client):
    for title, days in (("Later", 3), ("Sooner", -3)):
        one = AssessmentFactory(title=title, stage="approved")
        dated(one, publish_by=today() + days * DAY)

    assert titles(reader_client, "approved") == ["Sooner", "Later"]


def test_a_long_column_is_cut_and_leads_to_exactly_its_rows(reader_client):
    housing = DirectorateFactory()
    for _ in range(11):
        AssessmentFactory(directorate=housing)
    AssessmentFactory()

    column = columns(reader_client, directorate=housing.pk)["planned"]
    page = text_of(reader_client, directorate=housing.pk)
    found = reader_client.get(f"{REGISTER}{column.url}").context["page"].paginator

    assert (column.count, len(column.assessments), found.count) == (11, 10, 11)
    assert f'href="{REGISTER}?directorate={housing.pk}&amp;stage=planned"' in page
    assert "Show all 11" in page


def test_a_short_column_is_not_cut(reader_client):
    AssessmentFactory()

    assert "Show all" not in text_of(reader_client)


def test_the_filter_narrows_the_board_as_it_does_the_register(reader_client):
    AssessmentFactory(title="Library hours")
    AssessmentFactory(title="Parks")

    assert titles(reader_client, "planned", q="library") == ["Library hours"]


def test_one_stage_alone_has_the_page_to_itself(reader_client):
    for _ in range(11):
        AssessmentFactory(stage="screening")
    AssessmentFactory()

    found = columns(reader_client, stage="screening")

    assert list(found) == ["screening"]
    assert len(found["screening"].assessments) == 11


def test_board_and_register_lead_to_each_other_with_the_filter(reader_client):
    AssessmentFactory(title="Library hours")

    board = text_of(reader_client, q="library")
    register = reader_client.get(REGISTER, {"q": "library"}).content.decode()

    assert f'href="{REGISTER}?q=library"' in board
    assert f'href="{URL}?q=library"' in register


def test_a_card_says_who_has_still_to_sign(reader_client):
    signer = UserFactory(name="Ada Signer", role="manager")
    AssessmentFactory(stage="sign_off", signer=signer)

    assert "Waits for Ada Signer" in text_of(reader_client)


def test_a_card_says_what_is_late_and_what_is_only_due(reader_client):
    for days in (-3, 3):
        one = AssessmentFactory(stage="approved")
        dated(one, publish_by=today() + days * DAY)

    page = text_of(reader_client)

    assert '<span class="eia-called">Publication was due' in page
    assert '<span class="eia-called eia-called--due">Publication due' in page


def test_a_card_says_that_a_mitigation_has_slipped(reader_client):
    version = AssessmentFactory(stage="screening").current
    version.mitigations.create(
        text="A desk", action=ActionFactory(rag_status="slipped")
    )

    assert "A mitigation has slipped" in text_of(reader_client)


def test_a_confidential_one_is_neither_shown_nor_counted_for_others(
    reader_client, admin_client
):
    AssessmentFactory(title="Secret closure", confidential_until=LATER)

    assert "Secret closure" not in text_of(reader_client)
    assert "<strong>0</strong> assessments" in text_of(reader_client)
    assert "Secret closure" in text_of(admin_client)


def test_an_empty_board_says_what_to_do(officer_client, reader_client):
    assert "The register is empty. Add an assessment" in text_of(officer_client)
    assert "Officers add an assessment" in text_of(reader_client)


def test_a_board_without_a_match_says_how_to_go_on(reader_client):
    AssessmentFactory()

    assert "No assessment fits all of these." in text_of(reader_client, q="zzz")


def test_whatever_somebody_wrote_is_text(reader_client):
    body = DirectorateFactory(name="<i>Parks</i>", short_name="")
    AssessmentFactory(title="<i>Pools</i>", directorate=body, lead_as_written="<i>A</i>")  # fmt: skip

    page = text_of(reader_client)

    assert "<i>" not in page
    assert "&lt;i&gt;Pools" in page


@pytest.mark.parametrize("count", [1, 10])
def test_the_board_asks_no_more_of_many_than_of_one(
    reader_client, count, django_assert_num_queries
):
    for _ in range(count):
        AssessmentFactory(stage="sign_off")
        AssessmentFactory(stage="approved")

    # session, user, how many at each stage, the filters’ choices, the first of them, those in full, their
    # signed versions, who has still to sign
    with django_assert_num_queries(8):
        reader_client.get(URL)
