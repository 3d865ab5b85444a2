"""Two people over one action, and one form sent twice: nobody is overwritten, and nothing is made twice."""

import pytest
from django.utils import timezone

from plans.models import ActionUpdate, Evidence
from tests.plans.action_update.sending import report, url
from tests.together import post_together

pytestmark = pytest.mark.django_db


def test_somebody_elses_save_in_between_is_shown_and_kept(
    officer_client, action, manager
):
    sent = report(action, progress="Mine.")
    action.record_update(
        by=manager,
        on=timezone.localdate(),
        rag_status="achieved",
        progress="Theirs: all four.",
    )

    answer = officer_client.post(url(action), sent)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert (
        page.index("May Manager")
        < page.index("Theirs: all four.")
        < page.index("Mine.</textarea>")
    )
    assert "Keep theirs" in page
    assert ActionUpdate.objects.filter(progress="Mine.").count() == 0


def test_saving_mine_as_well_follows_theirs(officer_client, action, manager):
    sent = report(action, progress="Mine.")
    action.record_update(
        by=manager, on=timezone.localdate(), rag_status="achieved", progress="Theirs."
    )
    form = officer_client.post(url(action), sent).context["form"]

    officer_client.post(url(action), sent | {"version": form["version"].value()})

    newest = action.updates.newest_first().values_list("progress", flat=True)
    assert list(newest[:2]) == ["Mine.", "Theirs."]


def test_a_field_changed_in_between_is_said_too(officer_client, action):
    sent = report(action)
    action.title = "Another title"
    action.save(update_fields=["title"])

    answer = officer_client.post(url(action), sent)

    assert "The action was changed while you were writing" in answer.content.decode()


def test_the_same_form_sent_twice_makes_one_report(officer_client, action):
    sent = report(action, progress="Once.")

    first = officer_client.post(url(action), sent)
    second = officer_client.post(url(action), sent)

    assert ActionUpdate.objects.filter(progress="Once.").count() == 1
    assert first["Location"] == second["Location"]


def test_a_form_that_moved_the_date_may_be_sent_twice(officer_client, action):
    """The second sending is no longer valid, since the date is what it asks for: it is told that it was saved."""
    sent = report(action, new_due="31/12/2090", due_reason="The lift is late.")

    answers = [officer_client.post(url(action), sent).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert action.updates.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_twenty_reports_read_at_one_version_exactly_one_wins(officer, action):
    forms = [report(action, progress=f"Mine {number}.") for number in range(20)]

    statuses = post_together(officer, url(action), forms)

    assert statuses == [302] + [409] * 19
    assert ActionUpdate.objects.filter(progress__startswith="Mine").count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_the_version_all_twenty_would_win(officer, action, monkeypatch):
    """The control: with the check of the version taken out, nothing else stops the rest."""
    locked = type(action)._locked
    monkeypatch.setattr(
        type(action), "_locked", lambda self, read_at: locked(self, None)
    )
    forms = [report(action, progress=f"Mine {number}.") for number in range(20)]

    post_together(officer, url(action), forms)

    assert ActionUpdate.objects.filter(progress__startswith="Mine").count() == 20


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_twenty_times_at_once_makes_one_report(officer, action):
    form = report(action, progress="Once.", evidence_note="Once too.")

    statuses = post_together(officer, url(action), [form] * 20)

    assert statuses == [302] * 20
    assert ActionUpdate.objects.filter(progress="Once.").count() == 1
    assert Evidence.objects.filter(text="Once too.").count() == 1
