"""How much a dashboard asks of the database: the same for one action and for many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    ActionFactory,
    CommentFactory,
    CriterionFactory,
    FrameworkAreaFactory,
    HoldingFactory,
    IndicatorFactory,
    PriorityFactory,
    ResultFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db


def fill(directorate, count):
    for _ in range(count):
        lead = HoldingFactory().lead
        action = ActionFactory(
            directorate=directorate,
            priority=PriorityFactory(),
            rag_status="slipped",
            leads=[lead],
        )
        action.leads.add(HoldingFactory().lead)
        CriterionFactory(area=FrameworkAreaFactory(lead__directorate=directorate))
        indicator = IndicatorFactory(directorate=directorate, better="higher")
        for make, value in ((ResultFactory, 40), (TargetFactory, 50)):
            make(indicator=indicator, value=value)
        CommentFactory(indicator=indicator)


# session, user, the directorate with the reader's own, plans with their rounds, what passed into the directorate, changes of lead, the
# actions, what was last said of the worst, the indicators, the assessments, the areas of frameworks. Outside a test the snapshot's
# beginning and its end make it two more; what is kept of plans and of the register that nobody has touched makes it up to seven less.
DIRECTORATE = 11
# The same without frameworks, which stand on no page that is passed on.
WORD = 10
# session, user, plans with their rounds, vacant posts, changes of lead, the actions, what was last said of the worst, directorates with
# their heirs, the indicators, the assessments; for an admin the areas of frameworks and their awards
COUNCIL = 12
# session, user, directorate, plans with their rounds, what passed into it, the actions, their leads with holders, admins and managers
CHASE = 8


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/dashboards/{}/", DIRECTORATE),
        ("/dashboards/{}/word/", WORD),
        ("/dashboards/", COUNCIL),
        ("/dashboards/{}/chase/", CHASE),
    ],
)
def test_a_dashboard_asks_as_often_for_many_actions_as_for_one(
    admin_client, housing, django_assert_num_queries, count, address, queries
):
    fill(housing, count)

    with django_assert_num_queries(queries):
        admin_client.get(address.format(housing.pk))


def test_an_empty_dashboard_asks_no_more(admin_client, housing):
    with CaptureQueriesContext(connection) as asked:
        admin_client.get(f"/dashboards/{housing.pk}/")

    assert len(asked) <= DIRECTORATE
