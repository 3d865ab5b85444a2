"""Indicators are locked before their figures, whichever page somebody saves on: two who save at once never wait for each other in a ring."""

import threading

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.urls import reverse

from equality_tracker.organisation.saving import in_one
from indicators.models import Indicator, Target
from tests.factories import TargetFactory, UserFactory
from tests.waiting import Database, Thread, wait_until

from .sending import fields_of


def somebody_waits():
    """Whether a connection to this database waits for a lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_stat_activity "
            "WHERE datname = current_database() AND wait_event_type = 'Lock')"
        )
        return cursor.fetchone()[0]


def in_thread(client, address, typed, answers):
    def send():
        answers.append(client.post(address, typed).status_code)
        connection.close()

    thread = threading.Thread(target=send, daemon=True)
    thread.start()
    return thread


def answering(client, target):
    typed = {f"answer-{target.pk}": "points", f"version-{target.pk}": target.version}
    return reverse("indicators:targets_to_answer"), typed


def in_the_admin_site(client, target):
    address = reverse("admin:indicators_target_change", args=[target.pk])
    return address, fields_of(client.get(address)) | {"source": "A report", "why": "x"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("saving", [answering, in_the_admin_site])
def test_a_target_is_free_while_who_saves_it_waits_for_its_indicator(saving):
    target = TargetFactory(text="increase of 4%", value=4, change="+", unit="")
    client, answers = Client(), []
    client.force_login(UserFactory(role="admin"))
    address, typed = saving(client, target)

    with transaction.atomic():
        Indicator.objects.select_for_update().get()
        thread = in_thread(client, address, typed, answers)
        sending = Thread(lambda: not thread.is_alive()), Database()
        wait_until(somebody_waits, *sending)
        Target.objects.select_for_update(nowait=True).get()
    wait_until(lambda: not thread.is_alive(), *sending)

    assert answers == [302]
    assert Target.objects.get().version > target.version


class Ring(Exception):
    """What the database says of two that wait for each other."""

    pgcode = "40P01"


@pytest.mark.django_db
def test_what_the_database_ended_for_another_is_done_again_from_its_beginning():
    done = []

    def work():
        done.append(1)
        if len(done) == 1:
            raise OperationalError("deadlock detected") from Ring()
        return "saved"

    assert in_one(work) == "saved"


@pytest.mark.django_db
def test_any_other_trouble_of_the_database_is_not_hidden():
    done = []

    def work():
        done.append(1)
        raise OperationalError("no more room")

    with pytest.raises(OperationalError):
        in_one(work)
    assert done == [1]
