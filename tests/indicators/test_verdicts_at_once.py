"""Verdicts kept while others write: nobody waits for a page that only looks, and no verdict outlives the figures that it was on."""

import threading

import pytest
from django.db import connection, transaction

from indicators.models import Indicator, Result
from indicators.standing import verdicts
from tests.factories import IndicatorFactory, ResultFactory, TargetFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def missed():
    """A result of 45% beside a target of 50%, not judged yet."""
    indicator = IndicatorFactory(better="higher")
    ResultFactory(indicator=indicator, text="45%", value=45)
    TargetFactory(indicator=indicator, text="50%", value=50)
    return indicator


def in_thread(work):
    """Start `work` on a connection of its own."""

    def run():
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread


def kept():
    return Indicator.objects.values_list("verdict", flat=True).get()


def test_a_page_does_not_wait_for_whoever_is_writing(missed):
    with transaction.atomic():
        Result.objects.update(value=60)
        looking = in_thread(verdicts.keep_up)
        looking.join(timeout=30)
        assert not looking.is_alive()

    assert kept() == ""
    verdicts.keep_up()
    assert kept() == "met"


def test_a_figure_changed_while_it_was_judged_is_judged_again(missed, monkeypatch):
    judged_now, writing = verdicts.judged_now, []

    def judge_while_somebody_writes(ids):
        found = judged_now(ids)
        writing.append(in_thread(lambda: Result.objects.update(value=60)))
        writing[-1].join(timeout=0.3)
        assert writing[-1].is_alive()
        return found

    monkeypatch.setattr(verdicts, "judged_now", judge_while_somebody_writes)
    verdicts._judge_and_keep([missed.pk])
    monkeypatch.undo()
    writing[0].join(timeout=30)

    assert kept() == ""
    verdicts.keep_up()
    assert kept() == "met"
