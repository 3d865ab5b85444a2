"""Whoever guards the site finds a line of each thing that they would ask about: who, from where, and when by UTC."""

import datetime
import logging
import shlex
from types import SimpleNamespace

import pytest
from django.test import Client

from equality_tracker.organisation import guessing
from equality_tracker.security_log import tell
from equality_tracker.security_log.lines import UtcFormatter
from tests.factories import ActionFactory, AssessmentFactory
from tests.imports.conftest import Journey
from tests.organisation.test_sign_in import sign_in

pytestmark = pytest.mark.django_db
HERE = "127.0.0.1"
LOGGER = "equality_tracker.security"


class Log:
    """The lines of the security log, each read back into its facts."""

    def __init__(self, caplog, commits):
        self.caplog, self.commits = caplog, commits
        caplog.set_level(logging.INFO, logger=LOGGER)

    def of(self, asked):
        """Return the lines that `asked()` leaves behind, what waits for the commit included."""
        self.caplog.clear()
        with self.commits(execute=True):
            asked()
        records = self.caplog.records
        return [self._facts(one) for one in records if one.name == LOGGER]

    def _facts(self, record):
        parts = shlex.split(record.getMessage())
        facts = dict(part.split("=", 1) for part in parts)
        return facts | {"level": record.levelname}


@pytest.fixture
def log(caplog, django_capture_on_commit_callbacks):
    return Log(caplog, django_capture_on_commit_callbacks)


def said(lines, event):
    """Return the one line of `event`."""
    found = [line for line in lines if line["event"] == event]
    assert len(found) == 1, lines
    return SimpleNamespace(**found[0])


def test_signing_in_names_the_person_and_the_address(client, officer, log):
    line = said(log.of(lambda: sign_in(client, officer)), "signed in")

    assert (line.who, line.where, line.level) == (str(officer.pk), HERE, "INFO")


def test_a_wrong_password_names_what_was_tried_and_never_the_password(
    client, officer, log
):
    lines = log.of(lambda: sign_in(client, officer, password="a wrong phrase"))

    line = said(lines, "sign-in refused")
    assert (line.who, line.tried, line.level) == ("nobody", officer.email, "WARNING")
    assert "a wrong phrase" not in log.caplog.text


def test_too_many_tries_are_a_line(client, officer, log, monkeypatch):
    def full(
        *args, until=datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC), **of
    ):
        raise guessing.TooManyTries(until)

    monkeypatch.setattr(guessing, "reserve", full)

    line = said(log.of(lambda: sign_in(client, officer)), "too many tries")

    assert (line.tried, line.where) == (officer.email, HERE)


def test_signing_out_names_who_left(officer_client, officer, log):
    lines = log.of(lambda: officer_client.post("/sign-out/"))

    assert said(lines, "signed out").who == str(officer.pk)


def test_asking_for_a_new_password_is_a_line(client, officer, log):
    lines = log.of(lambda: client.post("/password-reset/", {"email": officer.email}))

    assert said(lines, "new password asked for").tried == officer.email


def test_changing_ones_password_is_a_line(client, officer, log):
    sign_in(client, officer)
    words = {"new_password1": "a lamp in the fog", "new_password2": "a lamp in the fog"}
    sent = {"old_password": "correct horse battery", **words}

    lines = log.of(lambda: client.post("/account/password/", sent))

    assert said(lines, "password changed").who == str(officer.pk)


def test_a_change_of_role_says_from_what_to_what(admin_client, admin, officer, log):
    sent = {
        "name": officer.name,
        "email": officer.email,
        "role": "manager",
        "directorates": [one.pk for one in officer.directorates.all()],
        "is_active": "on",
        "version": officer.version,
    }

    lines = log.of(lambda: admin_client.post(f"/people/{officer.pk}/", sent))

    line = said(lines, "person changed")
    assert (line.who, line.person) == (str(admin.pk), str(officer.pk))
    assert (line.fields, line.role) == ("role", "officer to manager")


def test_whoever_may_not_is_a_line_with_what_they_asked_for(
    officer_client, officer, log
):
    line = said(log.of(lambda: officer_client.get("/people/")), "refused")

    assert (line.who, line.page) == (str(officer.pk), "organisation:people")
    assert line.level == "WARNING"


def test_sending_to_somebody_elses_action_is_a_line(
    officer_of_another_directorate_client, housing, log
):
    action = ActionFactory(directorate=housing)
    address = f"/actions/{action.pk}/update/"

    lines = log.of(lambda: officer_of_another_directorate_client.post(address))

    line = said(lines, "refused")
    assert (line.method, line.page, line.pk) == (
        "POST",
        "plans:action_update",
        str(action.pk),
    )


def test_reading_pages_leaves_no_line(officer_client, log):
    assert log.of(lambda: officer_client.get("/assessments/")) == []


def test_a_file_that_is_not_taken_is_a_line(admin_client, log):
    journey = Journey(admin_client)

    lines = log.of(lambda: journey.upload(b"%PDF-1.7 not a table", name="plan.pdf"))

    assert said(lines, "file not taken").page == "imports:upload"


def test_an_import_and_its_undoing_are_lines(admin_client, admin, log):
    journey = Journey(admin_client)
    journey.to_preview()

    applied = said(log.of(journey.apply), "imported")
    undo = f"/import/{journey.run.pk}/undo/"
    undone = said(log.of(lambda: admin_client.post(undo)), "import undone")

    assert (applied.who, applied.file) == (str(admin.pk), "plan.xlsx")
    assert (undone.run, undone.where) == (str(journey.run.pk), HERE)


def test_an_export_is_a_line(reader_client, reader, log):
    lines = log.of(lambda: reader_client.get("/assessments/assessments.csv"))

    line = said(lines, "taken away")
    assert (line.who, line.page) == (
        str(reader.pk),
        "assessments:assessment_export_csv",
    )


def test_asking_only_what_a_file_is_called_takes_nothing_away(reader_client, log):
    assert log.of(lambda: reader_client.head("/assessments/assessments.csv")) == []


def test_beginning_a_version_of_what_is_published_is_a_line(admin_client, log):
    assessment = AssessmentFactory(stage="published")
    address = f"/assessments/{assessment.pk}/new-version/"

    lines = log.of(lambda: admin_client.post(address))
    again = log.of(lambda: admin_client.post(address))

    line = said(lines, "assessment moved")
    assert (line.how, line.version) == ("begin_version", "2")
    assert again == []


def test_publishing_an_assessment_is_a_line(admin_client, admin, log):
    assessment = AssessmentFactory(stage="approved")
    address = f"/assessments/{assessment.pk}/versions/1/publish/"
    sent = {"read_at": assessment.current.version}

    line = said(log.of(lambda: admin_client.post(address, sent)), "assessment moved")

    assert (line.who, line.how) == (str(admin.pk), "publish")
    assert (line.assessment, line.version) == (str(assessment.pk), "1")


def test_a_change_in_the_admin_site_is_a_line(admin_client, admin, log):
    sent = {"name": "Aim of ours", "position": 9}
    address = "/admin/organisation/aim/add/"
    page = admin_client.get(address)
    key = page.context["adminform"].form["form_key"].value()

    lines = log.of(lambda: admin_client.post(address, sent | {"form_key": key}))

    line = said(lines, "changed in the admin site")
    assert (line.who, line.how) == (str(admin.pk), "Added.")


def test_what_is_rolled_back_leaves_no_line(caplog, django_capture_on_commit_callbacks):
    caplog.set_level(logging.INFO, logger=LOGGER)
    with django_capture_on_commit_callbacks():
        tell("assessment moved", assessment=7)

    assert caplog.records == []


def test_words_that_somebody_typed_cannot_look_like_another_line(caplog):
    caplog.set_level(logging.INFO, logger=LOGGER)
    typed = 'a"\n2026-11-23T09:00:00Z INFO event="signed in" who=1'

    tell("sign-in refused", refused=True, tried=typed)

    (line,) = caplog.messages
    assert "\n" not in line
    assert shlex.split(line)[0] == "event=sign-in refused"
    assert len([part for part in shlex.split(line) if part.startswith("who=")]) == 1


def test_long_words_are_cut(caplog):
    caplog.set_level(logging.INFO, logger=LOGGER)
    tell("sign-in refused", refused=True, tried="x" * 5000)

    assert len(caplog.messages[0]) < 400


def test_times_are_by_utc():
    record = logging.makeLogRecord({"created": 1782734400.0, "msg": "Ready"})

    written = UtcFormatter("{asctime} {message}", style="{").format(record)

    assert written == "2026-06-29T12:00:00Z Ready"


def test_a_link_that_opens_a_door_is_not_written_down(log):
    forged = Client(enforce_csrf_checks=True)

    lines = log.of(lambda: forged.post("/password-reset/MQ/secret-token/"))

    assert said(lines, "refused").page == "organisation:password_reset_confirm"
    assert "secret-token" not in str(lines)
