"""Reporting on one action: the page an officer spends five minutes on."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from equality_tracker.organisation.models import Role
from plans.models import Evidence, Plan, Round, StatusWording
from tests.factories import ActionFactory
from tests.plans.action_update.sending import report, url

pytestmark = pytest.mark.django_db


def errors_of(answer):
    return answer.context["form"].errors


def test_the_statuses_stand_with_the_plans_own_words_and_definitions(
    officer_client, action
):
    StatusWording.objects.create(
        plan=action.plan,
        status="on_target",
        word="Going well",
        definition="Nothing stands in its way.",
        colour="#00703C",
    )

    page = officer_client.get(url(action)).content.decode()

    assert "Going well" in page
    assert "Nothing stands in its way." in page
    assert "Done, and there is evidence of it." in page


def test_a_report_changes_the_status_and_offers_undo(officer_client, action):
    answer = officer_client.post(
        url(action), report(action, rag_status="achieved"), follow=True
    )

    action.refresh_from_db()
    assert action.rag_status == "achieved"
    undo = reverse("plans:update_undo", args=[action.pk, action.latest_update_id])
    assert undo in answer.content.decode()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"progress": " "}, "progress"),
        ({"progress": "x" * 601}, "progress"),
        ({"rag_status": ""}, "rag_status"),
        ({"rag_status": "purple"}, "rag_status"),
        ({"rag_status": "slipped"}, "reason"),
        ({"rag_status": "some_slippage", "reason": "  "}, "reason"),
        ({"new_due": "31/12/2090"}, "due_reason"),
        ({"due_reason": "The lift is late."}, "new_due"),
        ({"new_due": "31/2/2090", "due_reason": "Late."}, "new_due"),
        ({"new_due": "31/12/9999", "due_reason": "Late."}, "new_due"),
        ({"new_due": "1/1/2001", "due_reason": "Late."}, "new_due"),
        ({"new_due": "30/6/2090", "due_reason": "Late."}, "new_due"),
        ({"evidence_url": "javascript:alert(1)"}, "evidence_url"),
        ({"evidence_url": "data:text/html,x"}, "evidence_url"),
        ({"evidence_url": "file:///etc/passwd"}, "evidence_url"),
        ({"evidence_url": "https://bank.example@evil.example/"}, "evidence_url"),
        ({"evidence_dated": "soon"}, "evidence_dated"),
        ({"version": "x"}, "version"),
        ({"form_key": "x"}, "form_key"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(
    officer_client, action, wrong, field
):
    before = action.latest_update_id

    answer = officer_client.post(url(action), report(action, **wrong))

    action.refresh_from_db()
    assert field in errors_of(answer)
    assert action.latest_update_id == before


def test_what_was_typed_comes_back_with_the_errors(officer_client, action):
    sent = report(
        action,
        rag_status="slipped",
        progress="Half of <it> is done.",
        evidence_note="Minutes",
    )

    page = officer_client.post(url(action), sent).content.decode()

    assert "Half of &lt;it&gt; is done." in page
    assert ">\nMinutes</textarea>" in page
    assert 'href="#id_reason"' in page
    assert 'value="slipped" aria-describedby="id_rag_status_3-means" checked' in page


def test_six_hundred_characters_are_counted_as_the_counter_counts_them(
    officer_client, action
):
    officer_client.post(url(action), report(action, progress="a\r\n" * 298 + "end"))

    action.refresh_from_db()
    assert len(action.latest_update.progress) == 298 * 2 + 3


def test_files_must_be_chosen_again_and_the_page_says_so(officer_client, action):
    sent = report(
        action, progress="", evidence_files=[SimpleUploadedFile("a.txt", b"Words.")]
    )

    page = officer_client.post(url(action), sent).content.decode()

    assert "Choose your files again" in page


def test_a_report_carries_its_note_link_and_files(officer_client, action):
    sent = report(
        action,
        evidence_note="Minutes of June.",
        evidence_url="https://www.northmere.example/lift",
        evidence_url_words="The order",
        evidence_files=[
            SimpleUploadedFile("a.txt", b"One."),
            SimpleUploadedFile("b.txt", b"Two."),
        ],
        evidence_dated="1/6/2026",
    )

    officer_client.post(url(action), sent)

    action.refresh_from_db()
    kept = Evidence.objects.filter(update=action.latest_update)
    assert sorted(kept.values_list("kind", flat=True)) == [
        "file",
        "file",
        "link",
        "note",
    ]
    assert {one.dated for one in kept} == {datetime.date(2026, 6, 1)}


def test_a_refused_file_saves_nothing(officer_client, action):
    before = action.latest_update_id
    sent = report(action, evidence_files=[SimpleUploadedFile("a.pdf", b"<html>")])

    answer = officer_client.post(url(action), sent)

    action.refresh_from_db()
    assert "is not a PDF" in str(errors_of(answer)["evidence_files"])
    assert action.latest_update_id == before


def test_moving_the_date_keeps_the_one_first_promised(officer_client, action):
    officer_client.post(
        url(action),
        report(action, new_due="31/12/2090", due_reason="The lift is late."),
    )

    action.refresh_from_db()
    assert action.due == datetime.date(2090, 12, 31)
    assert action.original_due == datetime.date(2090, 6, 30)


def test_a_role_taken_away_while_writing_is_refused(officer_client, officer, action):
    officer_client.get(url(action))
    officer.role = Role.READER
    officer.save(update_fields=["role"])

    answer = officer_client.post(url(action), report(action))

    action.refresh_from_db()
    assert answer.status_code == 404
    assert action.updates.count() == 1


def test_action_of_another_directorate_is_not_found(
    officer_of_another_directorate_client, action
):
    answer = officer_of_another_directorate_client.post(url(action), report(action))

    assert answer.status_code == 404
    assert action.updates.count() == 1


def test_a_plan_closed_while_writing_keeps_the_words_and_says_so(
    officer_client, action
):
    Plan.objects.filter(pk=action.plan_id).update(state="closed")

    page = officer_client.post(
        url(action), report(action, progress="My words.")
    ).content.decode()

    assert "This plan takes no updates" in page
    assert "My words.</textarea>" in page
    assert action.updates.count() == 1


def test_hidden_fields_that_nobody_offers_take_no_effect(
    officer_client, officer, admin, action
):
    forged = {
        "made_by": admin.pk, "made_at": "2001-01-01", "source": "import", "action": 1, "id": 1, "round": 1,
        "reported_on": "2001-01-01", "retracted_at": "2001-01-01", "no_change": "on", "due": "2001-01-01",
        "directorate": 1, "role": "admin", "is_superuser": "on", "due_before": "2001-01-01", "plan": 1,
        "original_due": "2001-01-01", "reading_corrected": "on", "state": "live", "author": admin.pk, "created_at": "2001-01-01",
    }  # fmt: skip

    officer_client.post(url(action), report(action) | forged)

    action.refresh_from_db()
    newest = action.latest_update
    assert (newest.made_by, newest.source, newest.no_change) == (officer, "form", False)
    assert newest.reported_on == timezone.localdate()
    assert action.due == datetime.date(2090, 6, 30)


def test_a_yearly_action_says_what_on_target_answers_for(officer_client, housing):
    action = ActionFactory(
        directorate=housing, due=datetime.date(2026, 6, 30), recurrence="annual"
    )

    page = officer_client.get(url(action)).content.decode()

    assert "This answers for 30 June 2026" in page


def test_takes_the_same_queries_with_one_report_and_with_twenty(
    officer_client, action, manager, django_assert_num_queries
):
    for day in range(19):
        action.record_update(
            by=manager,
            on=datetime.date(2026, 9, day + 1),
            rag_status="on_target",
            progress="More.",
        )

    # session, user, the action, wordings
    with django_assert_num_queries(4):
        officer_client.get(url(action))


def test_an_update_counts_for_the_round(officer_client, admin, action):
    today = timezone.localdate()
    running = Round.open_for(
        [action.plan], title="Q3", opens=today, closes=today, by=admin
    )

    officer_client.post(url(action), report(action))

    action.refresh_from_db()
    assert action.latest_update.round == running
