"""Whoever writes a table that a dashboard counts from leaves a touch."""

import re

import pytest
from django.db import connection
from django.utils import timezone

from assessments.coverage import harm
from assessments.framework import awards, due
from assessments.register import facts
from equality_tracker.dashboards import (
    assessments_statement,
    counting,
    indicators,
    lead_changes,
    matrix,
    rows,
    standing,
)
from equality_tracker.dashboards.models import Touch
from equality_tracker.dashboards.scope import Kind

pytestmark = pytest.mark.django_db
# Written by the triggers of the tables that have touches themselves, and only mended by hand.
HISTORY = {"plans_actionevent", "plans_actionleadevent"}


def tables_read():
    """The tables that are asked for what is kept."""
    kinds = [Kind(own, in_round) for own in (True, False) for in_round in (True, False)]
    asked = [counting._found(kind)[0] for kind in kinds]
    questions = (
        lead_changes._of_plans,
        rows._words,
        standing._plans,
        matrix._with_heirs,
        awards._newest,
        due._everywhere,
    )
    asked += [question.sql[0] for question in questions]
    asked += [counting.LED_ANEW, assessments_statement.of_register(False)._sql]
    asked += [facts._of_all()._sql, harm._of_all()._sql, indicators._statement(False, False)._sql]  # fmt: skip
    names = r"(?:FROM|JOIN)\s+\"?((?:plans|organisation|assessments|indicators)_\w+)"
    return {table for sql in asked for table in re.findall(names, sql)}


def writes_that_touch(table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT event_manipulation FROM information_schema.triggers"
            " WHERE event_object_table = %s AND trigger_name LIKE 'touch%%'",
            [table],
        )
        return {write for (write,) in cursor}


def test_each_table_that_is_counted_from_leaves_touches():
    read = tables_read()

    assert {"plans_action", "plans_actionlead", "plans_plan"} <= read
    assert {"assessments_assessment", "assessments_mitigation"} <= read
    assert {"assessments_award", "assessments_framework"} <= read
    assert {"assessments_criterion", "assessments_judgement"} <= read
    assert {"assessments_assessmentversion", "assessments_stagemove"} <= read
    assert {"assessments_impact", "assessments_relevance"} <= read
    assert {"indicators_indicator", "indicators_result", "indicators_comment"} <= read
    for table in read - HISTORY - {"organisation_lead", "organisation_user"}:
        assert writes_that_touch(table) == {"INSERT", "UPDATE", "DELETE"}, table


def test_names_of_leads_and_history_that_is_mended_touch_every_plan():
    for table in (*HISTORY, "organisation_lead"):
        assert writes_that_touch(table) == {"UPDATE", "DELETE"}, table


def test_each_table_of_what_is_kept_of_an_assessment_tells_which_was_written():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT event_object_table, array_agg(event_manipulation::text ORDER BY event_manipulation::text) FROM information_schema.triggers"
            " WHERE trigger_name LIKE 'touch_harm%' GROUP BY 1"
        )
        found = dict(cursor)

    each = ["DELETE", "INSERT", "UPDATE"]
    tables = ("assessment", "assessmentversion", "impact", "relevance", "stagemove")
    assert found == {f"assessments_{one}": each for one in tables}


def test_groups_of_a_result_leave_touches():
    assert writes_that_touch("indicators_breakdown") == {"INSERT", "UPDATE", "DELETE"}


def test_signing_in_leaves_no_touch_and_a_new_name_does(officer):
    before = Touch.objects.count()
    officer.last_login = timezone.now()
    officer.save(update_fields=["last_login"])
    signed_in = Touch.objects.count()
    officer.name = "Another Name"
    officer.save(update_fields=["name"])

    assert (signed_in, Touch.objects.count()) == (before, before + 1)
