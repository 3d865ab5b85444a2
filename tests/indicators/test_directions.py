"""Which way is better is said by a person, one indicator at a time or many at once; verdicts follow only then."""

import datetime

import pytest
from django.urls import reverse

from indicators.models import Indicator
from indicators.standing import verdicts
from tests.factories import IndicatorFactory, ResultFactory, TargetFactory

from .sending import fields_of, send, text_of

pytestmark = pytest.mark.django_db
URL = reverse("indicators:directions")


def a_result(title, **said):
    """An indicator whose result of 45% stands beside a target of 50%."""
    indicator = IndicatorFactory(title=title, **said)
    ResultFactory(indicator=indicator, text="45%", value=45)
    TargetFactory(indicator=indicator, text="50%", value=50)
    return indicator


def answer(client, address=URL, **answers):
    """Send the page with an answer for each indicator named by its id, as `_12="higher"`."""
    return send(client, address, **{f"answer-{name[1:]}": said for name, said in answers.items()})  # fmt: skip


def now(indicator):
    verdicts.keep_up()
    found = Indicator.objects.get(pk=indicator.pk)
    return found.direction, found.verdict


def test_several_are_answered_at_once_and_the_rest_is_left(admin_client, admin):
    up, down, left = a_result("Up"), a_result("Down"), a_result("Left")

    answer(admin_client, **{f"_{up.pk}": "higher", f"_{down.pk}": "lower"})

    assert now(up) == ("higher", "missed")
    assert now(down) == ("lower", "met")
    assert now(left) == ("", "unknown")
    up.refresh_from_db()
    assert up.direction_confirmed_by == admin
    assert up.direction_confirmed_at


def test_what_the_set_suggests_is_told_and_never_chosen(admin_client):
    indicator = a_result("Litter", suggested_direction="lower", belongs_to="national")

    page = admin_client.get(URL)

    assert "National set suggests: lower is better" in text_of(page)
    assert fields_of(page)[f"answer-{indicator.pk}"] == [""]
    answer(admin_client)
    assert now(indicator) == ("", "unknown")


def test_an_answer_is_taken_back_and_the_verdict_with_it(admin_client):
    indicator = a_result("Staff", better="higher")
    assert now(indicator) == ("higher", "missed")
    shown = text_of(admin_client.get(URL, {"show": "confirmed"}))
    assert "confirmed by" in shown

    answer(admin_client, f"{URL}?show=confirmed", **{f"_{indicator.pk}": "take_back"})

    assert now(indicator) == ("", "unknown")
    indicator.refresh_from_db()
    assert indicator.direction_confirmed_by is None


def test_an_indicator_that_changed_meanwhile_is_left_and_named(admin_client):
    indicator = a_result("Complaints resolved")
    read = fields_of(admin_client.get(URL))
    Indicator.objects.update(title="Complaints made")

    sent = admin_client.post(URL, read | {f"answer-{indicator.pk}": "higher"}, follow=True)  # fmt: skip

    assert "was left as it is: somebody else changed it meanwhile" in text_of(sent)
    assert now(indicator)[0] == ""


def test_the_same_answer_sent_twice_is_taken_once(admin_client):
    indicator = a_result("Staff")
    typed = fields_of(admin_client.get(URL)) | {f"answer-{indicator.pk}": "higher"}

    admin_client.post(URL, typed)
    twice = admin_client.post(URL, typed, follow=True)

    assert "changed it meanwhile" not in text_of(twice)
    assert now(indicator)[0] == "higher"


def test_withdrawn_ones_and_wholes_of_measured_parts_stand_apart(admin_client):
    gone = IndicatorFactory(title="Gone")
    gone.withdraw(on=datetime.date(2020, 3, 31), why="Over")
    whole = IndicatorFactory(title="Whole")
    IndicatorFactory(title="Part", parent=whole)

    in_use = text_of(admin_client.get(URL))
    everything = text_of(admin_client.get(URL, {"show": "all"}))

    assert ("Gone</a>" in in_use, "Whole</a>" in in_use, "Part</a>" in in_use) == (False, False, True)  # fmt: skip
    assert "1 indicator in use waits for an answer" in in_use
    assert "Gone</a>" in everything


def test_one_is_reached_from_its_own_page(admin_client):
    indicator, other = a_result("This one"), a_result("Another")
    page = text_of(admin_client.get(indicator.get_absolute_url()))
    address = f"{URL}?indicator={indicator.pk}"
    assert address in page

    shown = text_of(admin_client.get(address))

    assert (f"answer-{indicator.pk}-higher" in shown, other.title in shown) == (True, False)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "Somebody has said for every indicator in use which way is better."),
        ({"q": "zz"}, "No indicator fits this."),
    ],
)
def test_an_empty_page_says_what_to_do_next(admin_client, asked, words):
    assert words in text_of(admin_client.get(URL, asked))


@pytest.mark.parametrize("count", [1, 20])
def test_takes_eight_queries_however_many_indicators(
    admin_client, django_assert_num_queries, count
):
    IndicatorFactory.create_batch(count)
    admin_client.get(URL)

    # session, user, the transaction's beginning and end, verdicts that are not kept, how many match, how many wait, one page
    with django_assert_num_queries(8):
        admin_client.get(URL)
