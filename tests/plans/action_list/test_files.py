"""The list of actions on the page and in its files: the same rows, however it is filtered."""

import csv
import datetime
import io
import random

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.models import Plan, RagStatus
from tests.factories import (
    ActionFactory,
    DirectorateFactory,
    LeadFactory,
    PlanFactory,
)

pytestmark = pytest.mark.django_db


def rows_of_csv(client, query):
    response = client.get(reverse("plans:action_export_csv"), query)
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    return rows[rows.index([]) + 1 :]


def rows_of_xlsx(client, query):
    response = client.get(reverse("plans:action_export_xlsx"), query)
    book = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    rows = [list(row) for row in book.active.iter_rows(values_only=True)]
    return rows[4:]


@pytest.mark.parametrize("count", [1, 20])
def test_takes_as_many_queries_for_many_actions_as_for_one(
    officer_client, housing, count
):
    for _number in range(count):
        ActionFactory(
            directorate=housing, rag_status="on_target", leads=[LeadFactory()]
        )
    officer_client.get(reverse("plans:action_list"))

    with CaptureQueriesContext(connection) as queries:
        officer_client.get(reverse("plans:action_list"))

    # session, user, the filters' choices, number of actions, one page of them, which of them the officer may update
    assert len(queries) == 6


def random_query(chance, plans, leads, directorates):
    choices = {
        "plan": [*plans, "all", "closed"],
        "lead": [*leads, "none"],
        "directorate": [*directorates, "none"],
        "rag_status": [*RagStatus.values, "none"],
        "open": ["true"],
        "overdue": ["true"],
        "not_updated_since": ["2026-05-01"],
        "due_to": ["2027-01-01"],
        "q": ["ramp", "library"],
        "sort": ["-due", "lead", "rag_status", "reference"],
    }
    names = chance.sample(sorted(choices), chance.randint(0, 3))
    return {name: chance.choice(choices[name]) for name in names}


def test_thirty_random_filters_give_the_same_rows_on_the_page_and_in_both_files(
    reader_client,
):
    chance = random.Random(30)
    leads = [LeadFactory() for _number in range(3)]
    directorates = [DirectorateFactory() for _number in range(3)]
    plans = [PlanFactory(), PlanFactory(state="closed"), PlanFactory(state="draft")]
    for number in range(30):
        ActionFactory(
            priority__plan=plans[0],
            directorate=chance.choice([*directorates, None]),
            leads=chance.sample(leads, chance.randint(0, 2)),
            rag_status=chance.choice([*RagStatus.values, None]),
            due=chance.choice([None, datetime.date(2026, 9, 1 + number % 28)]),
            title=chance.choice(["A ramp", "A library"]),
        )
    Plan.objects.filter(pk=plans[1].pk).update(state="closed")
    ids = {"lead": [one.pk for one in leads], "dirs": [one.pk for one in directorates]}
    references = [plan.reference for plan in plans]

    for _time in range(30):
        query = random_query(chance, references, ids["lead"], ids["dirs"])
        page = reader_client.get(reverse("plans:action_list"), query)
        count = page.context["table"].paginator.count
        written, bound = (
            rows_of_csv(reader_client, query),
            rows_of_xlsx(reader_client, query),
        )

        assert len(written) - 1 == len(bound) - 1 == count, query
        place = written[0].index("Ref")
        assert [row[place] for row in written[1:]] == [
            row[place] or "" for row in bound[1:]
        ]


def test_an_export_says_which_actions_and_as_at_when(reader_client):
    ActionFactory(rag_status="slipped")
    url = reverse("plans:action_export_csv")

    response = reader_client.get(url, {"rag_status": "slipped"})

    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert "As at " in text
    assert "Plan: live plans; Status: Slipped" in text


def test_our_own_numbers_are_never_exported_as_the_plans(reader_client):
    ActionFactory(reference="7", reference_is_ours=True)

    headings, row = rows_of_csv(reader_client, {})

    assert row[headings.index("Ref")] == ""
    assert row[headings.index("Our number")] == "7"
