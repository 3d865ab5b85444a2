"""The command that loads the demonstration."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from equality_tracker.dashboards.demonstration import (
    PASSWORD,
    loading,
    take_everything_away,
)
from equality_tracker.organisation.models import Aim, Characteristic, User
from plans.models import Plan, StatusWording
from tests.factories import PlanFactory, UserFactory

pytestmark = pytest.mark.django_db
COMMAND = "load_demonstration"


def test_it_is_not_loaded_beside_people(settings, admin):
    settings.DEBUG = True

    with pytest.raises(CommandError, match="people here already"):
        call_command(COMMAND)

    assert list(User.objects.all()) == [admin]


def test_a_live_site_refuses_people_with_a_published_password(settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="--really"):
        call_command(COMMAND)

    assert not User.objects.exists()


def test_a_live_site_is_never_emptied(settings, admin):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="development only"):
        call_command(COMMAND, again=True, really=True)

    assert User.objects.exists()


def test_who_prints_each_person_who_may_sign_in(capsys):
    UserFactory(name="Ann Lee", email="ann.lee@northmere.example", role="manager")
    UserFactory(name="Bob Gone", email="bob.gone@northmere.example", is_active=False)

    call_command(COMMAND, who=True)

    printed = capsys.readouterr().out
    assert "Ann Lee  Manager  –  ann.lee@northmere.example" in printed
    assert PASSWORD in printed
    assert "Bob Gone" not in printed


def test_again_leaves_only_what_migrations_put_there(admin):
    PlanFactory()
    Characteristic.objects.create(name="Carers")
    wordings = set(StatusWording.objects.values_list("status", "word"))
    connection.check_constraints()

    take_everything_away()

    assert not User.objects.exists()
    assert not Plan.objects.exists()
    assert Characteristic.objects.count() == 9
    assert Aim.objects.count() == 3
    assert set(StatusWording.objects.values_list("status", "word")) == wordings


def test_a_fault_in_the_fixtures_leaves_nothing_behind(settings, monkeypatch):
    settings.DEBUG = True

    def broken(*told):
        raise ValueError("a fault in a fixture")

    monkeypatch.setattr(loading, "tell_rounds", broken)
    with pytest.raises(ValueError, match="a fault"):
        call_command(COMMAND)

    assert not User.objects.exists()
