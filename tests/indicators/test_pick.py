"""A plan picks from the national set and the council's own; nothing is written before it was seen once more."""

import datetime
import re

import pytest
from django.urls import reverse

from indicators.models import Indicator, IndicatorPriority
from plans.models import Plan
from tests.factories import ActionFactory, IndicatorFactory, PriorityFactory

from .sending import fields_of, send, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def priority():
    return PriorityFactory(number="2", title="A safe home")


def page(name, plan, query=""):
    return reverse(f"indicators:{name}", args=[plan.reference]) + query


def keys_of(response):
    return re.findall(r'name="chosen" value="([^"]*)"', response.content.decode())


def standing(priority):
    links = priority.indicator_priorities.select_related("indicator")
    return [one.indicator.code for one in links]


def test_the_national_set_can_be_searched_before_anybody_brought_it_in(
    admin_client, priority
):
    shown = admin_client.get(page("pick", priority.plan, "?source=national&q=NI+195"))

    assert keys_of(shown) == ["ni:NI 195"]
    assert "ended on 31 March 2011, title not checked" in text_of(shown)


def test_the_councils_own_stand_beside_the_national_ones(admin_client, priority):
    own = IndicatorFactory(code="EQ 1", title="Neighbourhood wardens")

    both = keys_of(admin_client.get(page("pick", priority.plan, "?q=neighbourhood")))
    ours = keys_of(admin_client.get(page("pick", priority.plan, "?q=neighbourhood&source=own")))  # fmt: skip

    assert ours == [str(own.pk)]
    assert both[0] == str(own.pk)
    assert "ni:NI 2" in both


def test_withdrawn_ones_that_are_here_are_offered_when_asked_for(
    admin_client, priority
):
    gone = IndicatorFactory(title="Mobile library")
    gone.withdraw(on=datetime.date(2020, 3, 31), why="Over")

    plain = keys_of(admin_client.get(page("pick", priority.plan, "?q=mobile")))
    asked = keys_of(admin_client.get(page("pick", priority.plan, "?q=mobile&ended=1")))

    assert (plain, asked) == ([], [str(gone.pk)])


def test_what_is_ticked_stays_ticked_on_other_pages_and_searches(
    admin_client, priority
):
    shown = admin_client.get(page("pick", priority.plan, "?chosen=ni:NI+1&q=zzzz"))

    assert '<input type="hidden" name="chosen" value="ni:NI 1">' in shown.content.decode()  # fmt: skip
    assert "1 ticked when this page was opened" in text_of(shown)


def test_two_are_picked_and_seen_once_more_before_anything_is_written(
    admin_client, priority
):
    own = IndicatorFactory(code="EQ 1")
    address = page("pick_confirm", priority.plan, f"?chosen=ni:NI+1&chosen={own.pk}")
    shown = text_of(admin_client.get(address))
    assert "Put 2 indicators into the plan?" in shown
    assert Indicator.objects.count() == 1

    sent = send(admin_client, address, priority=priority.pk)

    assert standing(priority) == ["EQ 1", "NI 1"]
    brought_in = Indicator.objects.get(code="NI 1")
    assert (brought_in.direction, brought_in.title_confirmed) == ("", False)
    assert "2 indicators stand under “2 A safe home” now" in text_of(admin_client.get(sent.url))  # fmt: skip


def test_the_same_confirmation_sent_twice_puts_them_there_once(admin_client, priority):
    address = page("pick_confirm", priority.plan, "?chosen=ni:NI+1")
    typed = fields_of(admin_client.get(address)) | {"priority": priority.pk}

    first, second = (admin_client.post(address, typed) for _ in range(2))

    assert first.url == second.url
    assert IndicatorPriority.objects.count() == 1


def test_a_heading_is_asked_for_and_must_be_the_plans(admin_client, priority):
    address = page("pick_confirm", priority.plan, "?chosen=ni:NI+1")

    for chosen in ("", PriorityFactory().pk):
        sent = send(admin_client, address, priority=chosen)
        assert "There is a problem" in text_of(sent)
    assert not IndicatorPriority.objects.exists()


def test_a_code_that_is_here_typed_otherwise_is_not_offered_twice(
    admin_client, priority
):
    here = IndicatorFactory(code="ni1", belongs_to="national", title="As we word it")

    shown = keys_of(admin_client.get(page("pick", priority.plan, "?source=national&q=ni1")))  # fmt: skip
    picked = keys_of(admin_client.get(page("pick_confirm", priority.plan, "?chosen=ni:NI+1&chosen=ni:NI+2")))  # fmt: skip

    assert shown == [str(here.pk)]
    assert picked.count("ni:NI 2") == 1


def test_nothing_ticked_leads_back_to_the_list(admin_client, priority):
    sent = admin_client.get(page("pick_confirm", priority.plan), follow=True)

    assert "Tick the indicators first" in text_of(sent)


def test_a_closed_plan_is_left_as_it_stood(admin_client, priority):
    Plan.objects.update(state="closed")

    for name in ("pick", "pick_confirm"):
        sent = admin_client.get(page(name, priority.plan, "?chosen=ni:NI+1"))
        assert sent.url == priority.plan.get_absolute_url()


@pytest.fixture
def three(priority):
    """The links of three indicators under the heading: EQ 1, EQ 2, EQ 3."""
    return [
        IndicatorPriority.objects.create(
            indicator=IndicatorFactory(code=f"EQ {n}"), priority=priority, position=n
        )
        for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("which", "way", "order"),
    [
        (2, "up", ["EQ 1", "EQ 3", "EQ 2"]),
        (0, "down", ["EQ 2", "EQ 1", "EQ 3"]),
        (0, "up", ["EQ 1", "EQ 2", "EQ 3"]),
        (1, "off", ["EQ 1", "EQ 3"]),
    ],
)
def test_indicators_are_put_in_order_and_taken_off(admin_client, priority, three, which, way, order):  # fmt: skip
    address = page("plan_indicators", priority.plan)

    send(admin_client, address, move=f"{three[which].pk}.{way}")

    assert standing(priority) == order
    assert Indicator.objects.count() == 3


def test_the_way_there_stands_on_the_plans_own_pages(
    admin_client, reader_client, priority
):
    way = f'href="{page("plan_indicators", priority.plan)}"'

    for name in ("plan_detail", "plan_contents"):
        shown = admin_client.get(
            reverse(f"plans:{name}", args=[priority.plan.reference])
        )
        assert way in shown.content.decode()
    shown = reader_client.get(priority.plan.get_absolute_url())
    assert way not in shown.content.decode()


def places(indicator, plan):
    return reverse("indicators:indicator_plans", args=[indicator.pk]) + f"?plan={plan.reference}"  # fmt: skip


def test_headings_and_actions_are_ticked_for_an_indicator(admin_client, priority):
    indicator, action = IndicatorFactory(), ActionFactory(priority=priority)

    send(admin_client, places(indicator, priority.plan), priorities=priority.pk, actions=action.pk)  # fmt: skip
    assert (indicator.priorities.get(), indicator.actions.get()) == (priority, action)
    send(admin_client, places(indicator, priority.plan), priorities=None, actions=action.pk)  # fmt: skip

    assert not indicator.priorities.exists()
    assert indicator.actions.get() == action


def test_what_others_ticked_meanwhile_stays(admin_client, priority):
    indicator, other = IndicatorFactory(), PriorityFactory(plan=priority.plan)
    read = fields_of(admin_client.get(places(indicator, priority.plan)))
    IndicatorPriority.objects.create(indicator=indicator, priority=other)

    admin_client.post(places(indicator, priority.plan), read | {"priorities": priority.pk})  # fmt: skip

    assert set(indicator.priorities.all()) == {priority, other}


def test_a_manager_says_which_actions_move_an_indicator_and_not_where_it_stands(manager_client, priority, housing):  # fmt: skip
    indicator, action = IndicatorFactory(directorate=housing), ActionFactory(priority=priority)  # fmt: skip

    send(manager_client, places(indicator, priority.plan), priorities=priority.pk, actions=action.pk)  # fmt: skip

    assert not indicator.priorities.exists()
    assert indicator.actions.get() == action
