"""A leaver's posts, handed over in one step."""

import datetime

import pytest
from django.utils import timezone

from equality_tracker.organisation.models import Holding
from tests.factories import ActionFactory, HoldingFactory, LeadFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def posts(officer):
    """Two posts of the officer: the first has two open actions and one that is done."""
    lead = LeadFactory(name="Tenancy Manager")
    ActionFactory.create_batch(2, leads=[lead])
    ActionFactory(leads=[lead], rag_status="achieved")
    return [
        HoldingFactory(lead=lead, user=officer),
        HoldingFactory(lead__name="Repairs Manager", user=officer),
    ]


def url(person):
    return f"/people/{person.pk}/hand-over/"


def holders(holding):
    today = timezone.localdate()
    running = Holding.objects.running(today).filter(lead=holding.lead)
    return [each.user.name for each in running]


def test_all_posts_go_and_the_account_is_closed_in_one_step(
    admin_client, officer, posts, manager
):
    first, second = posts

    admin_client.post(
        url(officer),
        {
            f"holding-{first.pk}": manager.pk,
            f"holding-{second.pk}": "vacant",
            "close": "on",
        },
    )

    officer.refresh_from_db()
    assert holders(first) == ["May Manager"]
    assert holders(second) == []
    assert not officer.is_active


def test_the_page_says_what_goes_with_each_post(admin_client, officer, posts):
    page = admin_client.get(url(officer)).content.decode()

    assert "Tenancy Manager and its 2 open actions" in page
    assert "Repairs Manager and its" not in page


def test_nothing_goes_while_one_post_is_not_decided(
    admin_client, officer, posts, manager
):
    first, _ = posts

    response = admin_client.post(
        url(officer), {f"holding-{first.pk}": manager.pk, "close": "on"}
    )

    officer.refresh_from_db()
    assert "Choose who takes Repairs Manager" in response.content.decode()
    assert holders(first) == ["Olu Officer"]
    assert officer.is_active


def test_what_was_held_stays_readable(admin_client, officer, posts, manager):
    first, second = posts

    admin_client.post(
        url(officer),
        {f"holding-{first.pk}": manager.pk, f"holding-{second.pk}": manager.pk},
    )

    first.refresh_from_db()
    assert (first.user, first.ends) == (officer, timezone.localdate())


def test_a_successor_who_shares_the_post_holds_it_once(
    admin_client, officer, posts, manager
):
    first, second = posts
    HoldingFactory(lead=first.lead, user=manager)

    admin_client.post(
        url(officer),
        {f"holding-{first.pk}": manager.pk, f"holding-{second.pk}": "vacant"},
    )

    assert holders(first) == ["May Manager"]


def test_a_post_that_was_to_start_later_is_taken_away(admin_client, officer, manager):
    later = timezone.localdate() + datetime.timedelta(days=30)
    holding = HoldingFactory(user=officer, starts=later)

    admin_client.post(url(officer), {f"holding-{holding.pk}": manager.pk})

    assert not Holding.objects.filter(pk=holding.pk).exists()
    assert holders(holding) == ["May Manager"]


def test_a_page_sent_twice_hands_over_once(admin_client, officer, posts, manager):
    first, second = posts
    sent = {
        f"holding-{first.pk}": manager.pk,
        f"holding-{second.pk}": manager.pk,
        "close": "on",
    }
    admin_client.post(url(officer), sent)

    response = admin_client.post(url(officer), sent)

    assert "Somebody else has changed these posts" in response.content.decode()
    assert holders(first) == ["May Manager"]


def test_a_leaver_cannot_be_a_successor(admin_client, officer, posts, leaver):
    first, second = posts

    response = admin_client.post(
        url(officer),
        {f"holding-{first.pk}": leaver.pk, f"holding-{second.pk}": "vacant"},
    )

    assert response.status_code == 200
    assert holders(first) == ["Olu Officer"]


def test_the_last_admin_keeps_the_account_and_the_posts(admin_client, admin):
    holding = HoldingFactory(user=admin)

    response = admin_client.post(
        url(admin), {f"holding-{holding.pk}": "vacant", "close": "on"}
    )

    assert "last admin" in response.content.decode()
    assert holders(holding) == ["Ada Admin"]


@pytest.mark.parametrize("count", [1, 20])
def test_takes_as_many_queries_for_one_post_as_for_twenty(
    count, admin_client, django_assert_num_queries
):
    person = UserFactory()
    for holding in HoldingFactory.create_batch(count, user=person):
        ActionFactory(leads=[holding.lead])

    # session, user; the transaction's begin and end; the person, their posts, the open actions, those who may take a post
    with django_assert_num_queries(8):
        admin_client.get(url(person))
