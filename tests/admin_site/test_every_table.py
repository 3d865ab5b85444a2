"""Every table of the admin site opens for an admin, in no more queries for many rows than for one; the permission table holds who else may."""

import datetime

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessments.models import ProgrammeTarget
from equality_tracker.evidence.models import StoredFile
from equality_tracker.organisation.models import (
    Aim,
    Characteristic,
    SignInAttempt,
    Succession,
)
from plans.models import Contribution, Milestone, Round
from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    AwardFactory,
    BaselineFactory,
    BreakdownFactory,
    CommentFactory,
    CriterionFactory,
    DirectorateFactory,
    EvidenceFactory,
    HoldingFactory,
    ResultFactory,
    TargetFactory,
)

TODAY = datetime.date(2026, 11, 22)
pytestmark = pytest.mark.django_db
TABLES = sorted(admin.site._registry, key=lambda model: model._meta.label)
OURS = [one for one in TABLES if not one.__name__.endswith("Event")]


def names(model):
    return model._meta.label


def address(model, page, *args):
    options = model._meta
    name = f"admin:{options.app_label}_{options.model_name}_{page}"
    return reverse(name, args=args)


@pytest.fixture
def filled(request, admin, officer):
    """One row at least of what the site keeps in the app of the model that is tested."""
    app = request.node.callspec.params["model"]._meta.app_label
    fill_app = FILLERS.get(app, fill_plans)

    return lambda: fill_app(admin, officer)


def fill_plans(admin, officer):
    action = ActionFactory(rag_status="on_target", reported_by=officer)
    Contribution.objects.create(action=action, directorate=DirectorateFactory())
    Milestone.objects.create(action=action, label="Half way", due=TODAY)
    EvidenceFactory(action=action)
    HoldingFactory()
    Succession.objects.create(
        predecessor=DirectorateFactory(),
        successor=DirectorateFactory(),
        on=TODAY,
    )
    Round.open_for([action.plan], title="Q3", opens=TODAY, closes=TODAY, by=admin)
    StoredFile.objects.create(
        file="a.txt",
        name="a.txt",
        content_type="text/plain",
        size=1,
        sha256="0" * 64,
        stored_by=admin,
    )
    SignInAttempt.objects.create(account="a@b.example", source="192.0.2.1")


def fill_indicators(admin, officer):
    result = ResultFactory()
    BreakdownFactory(result=result, characteristic=Characteristic.objects.first())
    BaselineFactory(indicator=result.indicator)
    TargetFactory(indicator=result.indicator)
    CommentFactory(indicator=result.indicator)
    action = ActionFactory()
    result.indicator.indicator_actions.create(action=action)
    result.indicator.indicator_priorities.create(priority=action.priority)


def fill_assessments(admin, officer):
    reviewed = AssessmentFactory(stage="reviewed")
    version = AssessmentFactory(stage="screening").current
    version.relevances.create(
        characteristic=Characteristic.objects.first(),
        aim=Aim.objects.first(),
        level="low",
    )
    version.mitigations.create(text="An outreach desk", action=ActionFactory())
    ProgrammeTarget.objects.create(
        directorate=reviewed.directorate, year=2027, target=3
    )
    fill_frameworks(admin)


def fill_frameworks(admin):
    criterion = CriterionFactory()
    framework = AwardFactory(framework=criterion.area.framework).framework
    criterion.judge(level=framework.levels.first(), why="So.", by=admin, on=TODAY)
    criterion.evidence.create(kind="action", action=ActionFactory(), added_by=admin)


FILLERS = {"indicators": fill_indicators, "assessments": fill_assessments}


@pytest.mark.parametrize("model", TABLES, ids=names)
def test_a_table_and_its_row_open_for_an_admin(model, admin_client, filled):
    filled()
    row = model._base_manager.first()

    pages = [address(model, "changelist")]
    if row:
        pages.append(address(model, "change", row.pk))

    for page in pages:
        assert admin_client.get(page, follow=True).status_code == 200


@pytest.mark.parametrize("model", OURS, ids=names)
def test_a_table_can_be_searched(model, admin_client, filled):
    filled()

    response = admin_client.get(address(model, "changelist"), {"q": "a"})

    assert response.status_code == 200


@pytest.mark.parametrize("model", TABLES, ids=names)
def test_the_add_page_opens_where_something_can_be_added(model, admin_client, rf):
    may = admin.site._registry[model]
    request = rf.get("/")
    request.user = admin_client.get("/", follow=True).context["user"]

    response = admin_client.get(address(model, "add"))

    expected = (200, 302) if may.has_add_permission(request) else (403,)
    assert response.status_code in expected


@pytest.mark.parametrize("model", OURS, ids=names)
def test_a_table_takes_as_many_queries_for_many_rows_as_for_one(
    model, admin_client, filled
):
    filled()
    page = address(model, "changelist")
    admin_client.get(page)
    with CaptureQueriesContext(connection) as few:
        admin_client.get(page)
    for _time in range(5):
        filled()

    with CaptureQueriesContext(connection) as many:
        admin_client.get(page)

    assert len(many) <= len(few)


@pytest.mark.parametrize("model", TABLES, ids=names)
def test_no_table_can_delete_many_rows_or_one(model, admin_client, filled):
    filled()
    count = model._base_manager.count()
    row = model._base_manager.first()
    key = row.pk if row else 0

    admin_client.post(
        address(model, "changelist"),
        {"action": "delete_selected", "_selected_action": [key], "post": "yes"},
    )
    admin_client.post(address(model, "delete", key), {"post": "yes"})

    assert model._base_manager.count() == count
