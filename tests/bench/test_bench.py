"""The bench builds years of plans beside the live database, measures, and leaves nothing behind."""

import json

import pytest
from django.core.management import call_command
from django.db import connection, connections

from equality_tracker.dashboards.bench import timing
from equality_tracker.dashboards.bench.pages import PAGES, chosen
from equality_tracker.dashboards.bench.registering import AGAIN
from equality_tracker.dashboards.bench.running import AREAS
from equality_tracker.dashboards.bench.scratch import PREFIX
from plans.models import Action

TINY = {
    "sizes": "50",
    "indicators": "50",
    "assessments": "50",
    "runs": 2,
    "import_rows": 60,
    "import_runs": 1,
}


@pytest.fixture(scope="module", autouse=True)
def db(django_db_setup, django_db_blocker):
    """The server itself: databases are made and dropped outside any transaction, and the tests' own is not written."""
    with django_db_blocker.unblock():
        yield


def scratch_databases_left():
    with connection.cursor() as cursor:
        name = f"{PREFIX}{connection.settings_dict['NAME']}%"
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [name])
        return cursor.fetchall()


def test_every_page_is_measured_with_its_queries(capsys, monkeypatch):
    first = {"seconds": 0.1, "queries": 6, "status": 200, "bytes": 9}
    monkeypatch.setattr(timing, "first_visit", lambda *visit: first)
    live, actions = connections["default"], Action.objects.count()

    call_command("bench", **TINY, json=True)

    found = json.loads(capsys.readouterr().out)
    by_page = {each["page"]: each for each in found["pages"]}
    assert found["missing"] == []
    assert set(by_page) == {page.key for page in PAGES}
    assert all(each["seconds"] for each in by_page.values())
    assert 0 < by_page["bare"]["queries"] < by_page["list"]["queries"]
    assert all(each["bytes"] for key, each in by_page.items() if key != "update")
    for area, _fill in AREAS:
        own = {each["page"]: each["queries"] for each in found["areas"][area.counted]}
        assert set(own) == {page.key for page in area.pages}
        assert own["bare"] == min(own.values())
    seconds = found["import"]["seconds"]
    assert set(seconds) >= {"read", "preview", "apply", "register: apply", f"{AGAIN}preview"}  # fmt: skip
    assert connections["default"] is live
    assert Action.objects.count() == actions
    assert scratch_databases_left() == []


def test_a_first_visit_is_to_a_process_that_has_just_begun(capsys):
    call_command("bench", sizes="50", runs=1, only="council first", json=True)

    found = json.loads(capsys.readouterr().out)
    [page] = [one for one in found["pages"] if "first" in one["page"]]
    assert found["missing"] == []
    assert 0 < page["queries"] <= 12
    assert page["bytes"] > 10_000


def test_one_page_alone_is_printed_with_what_it_must_reach(capsys):
    call_command("bench", sizes="50", runs=1, only="action")

    printed = capsys.readouterr().out
    assert "Action page: queries" in printed
    assert "not measured" in printed
    assert "reached" in printed


def test_a_page_asked_for_alone_brings_what_it_is_compared_with():
    keys = [page.key for page in chosen(["filtered list"])]

    assert keys == ["bare", "filtered list", "plain filtered list"]
