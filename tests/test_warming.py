"""A process that begins does what the first visit would else wait for, and nothing more."""

import re

import pytest
from django.db import OperationalError, connection, connections
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from equality_tracker import warming
from equality_tracker.dashboards.kept import KEEPER
from tests.factories import ActionFactory, DirectorateFactory


@pytest.fixture
def nothing_kept():
    KEEPER.forget()
    yield
    KEEPER.forget()


@pytest.fixture
def begins(monkeypatch):
    """Begin without closing the connection that the test itself uses."""
    monkeypatch.setattr(connections, "close_all", lambda: None)
    monkeypatch.setattr(warming, "compile_templates", lambda: None)
    return warming.warm_up


@pytest.fixture
def warned(monkeypatch):
    said = []
    monkeypatch.setattr(warming.logger, "warning", lambda *words: said.append(words))
    return said


@pytest.mark.django_db(transaction=True)
def test_the_first_visit_counts_no_plan(nothing_kept, admin, admin_client):
    ActionFactory(directorate=DirectorateFactory())
    warming.open_pages(timezone.localdate())

    with CaptureQueriesContext(connection) as asked:
        answer = admin_client.get("/dashboards/")

    of_actions = re.compile(r"plans_actionevent|some_actions_of")
    assert answer.status_code == 200
    assert not [one["sql"] for one in asked if of_actions.search(one["sql"])]


@pytest.mark.django_db
def test_nothing_is_written(admin):
    action = ActionFactory(directorate=DirectorateFactory())

    with CaptureQueriesContext(connection) as asked:
        warming.open_pages(timezone.localdate())

    writes = re.compile(r"^\W*(INSERT|UPDATE|DELETE)", re.IGNORECASE)
    everything = " ".join(one["sql"] for one in asked)
    assert re.search(rf"EXECUTE \w+_reported_on \([^)]*\b{action.pk}\b", everything)
    assert not [one["sql"] for one in asked if writes.search(one["sql"])]


@pytest.mark.django_db
def test_before_there_is_an_admin_nobody_opens_anything(django_assert_num_queries):
    with django_assert_num_queries(1):
        warming.open_pages(timezone.localdate())


def test_a_database_that_refuses_is_no_reason_not_to_start(begins, monkeypatch, warned):
    def refuse(on):
        raise OperationalError("no route to host")

    monkeypatch.setattr(warming, "open_pages", refuse)

    begins()

    [(_words, fault)] = warned
    assert str(fault) == "no route to host"


@pytest.mark.django_db
def test_a_page_that_is_gone_is_passed_over(begins, admin, monkeypatch, warned):
    opened = []

    def gone(path, user):
        opened.append(path)
        raise Http404

    monkeypatch.setattr(warming, "_view", gone)

    begins()

    assert opened[0] == "/dashboards/"
    assert len(opened) > 2
    assert not warned


def test_every_template_of_the_project_is_compiled(monkeypatch):
    compiled = []
    monkeypatch.setattr(warming, "get_template", compiled.append)

    warming.compile_templates()

    assert {"base.html", "dashboards/council.html", "plans/_select_filters.html"} <= {*compiled}  # fmt: skip
