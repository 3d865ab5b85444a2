"""Those who keep indicators make and edit them in the browser; nobody overwrites anybody."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import Indicator
from indicators.standing import verdicts
from tests.factories import (
    DirectorateFactory,
    IndicatorFactory,
    ResultFactory,
    TargetFactory,
)

from .sending import fields_of, send, text_of

pytestmark = pytest.mark.django_db
NEW = reverse("indicators:indicator_create")


def page(indicator):
    return reverse("indicators:indicator_edit", args=[indicator.pk])


def again(indicator):
    return Indicator.objects.get(pk=indicator.pk)


def test_the_equality_lead_makes_an_indicator(admin_client, housing):
    sent = send(
        admin_client, NEW, code="EQ 7", title="Carers in post", unit="percentage", directorate=housing.pk,
        tolerance="1.5", frequency="Yearly", introduced="1/4/2024",
    )  # fmt: skip

    made = Indicator.objects.get()
    assert sent.url == made.get_absolute_url()
    assert (made.code, made.unit, made.tolerance) == ("EQ 7", "%", Decimal("1.5"))
    assert made.introduced == datetime.date(2024, 4, 1)
    assert made.direction == ""


def test_the_same_form_sent_twice_makes_one_indicator(admin_client):
    typed = fields_of(admin_client.get(NEW)) | {"title": "Carers in post"}

    first, second = (admin_client.post(NEW, typed) for _ in range(2))

    assert Indicator.objects.count() == 1
    assert first.url == second.url


def test_a_code_that_is_there_already_is_refused_in_words(admin_client):
    IndicatorFactory(code="EQ 7")

    sent = send(admin_client, NEW, code="eq 7", title="Another")

    assert "An indicator of this set has this code already." in text_of(sent)


def test_lettered_parts_are_made_with_their_whole(admin_client):
    send(admin_client, NEW, code="NI195", title="Clean streets", unit="%", parts="Litter\n\nGraffiti", belongs_to="national")  # fmt: skip

    parts = Indicator.objects.exclude(parent=None).order_by("code")
    assert [(one.code, one.title, one.unit) for one in parts] == [
        ("NI 195a", "Litter", "%"),
        ("NI 195b", "Graffiti", "%"),
    ]
    send(admin_client, page(parts[0].parent), parts="Posters")
    assert Indicator.objects.filter(code="NI 195c", title="Posters").exists()


@pytest.mark.parametrize("typed", ["NI 195", "ni195", "Clean streets"])
def test_a_part_names_its_whole_by_code_or_title(admin_client, typed):
    whole = IndicatorFactory(code="NI 195", title="Clean streets")

    send(admin_client, NEW, title="Litter", part_of=typed)

    assert Indicator.objects.get(title="Litter").parent == whole


def test_a_whole_that_is_not_there_is_said(admin_client):
    sent = send(admin_client, NEW, title="Litter", part_of="NI 999")

    assert "There is no indicator “NI 999” that could have parts." in text_of(sent)
    assert not Indicator.objects.exists()


def test_somebody_elses_change_in_between_is_shown_and_not_overwritten(admin_client):
    indicator = IndicatorFactory(title="Old words")
    read = fields_of(admin_client.get(page(indicator)))
    Indicator.objects.filter(pk=indicator.pk).update(title="Their words")

    sent = admin_client.post(page(indicator), read | {"title": "My words"})

    assert sent.status_code == 409
    assert "Their words" in text_of(sent)
    assert again(indicator).title == "Their words"


def test_what_was_changed_before_is_told_below_the_form(admin_client):
    indicator = IndicatorFactory(title="Old words")

    send(admin_client, page(indicator), title="New words")

    told = text_of(admin_client.get(page(indicator)))
    assert "<del>Old words</del> <ins>New words</ins>" in told
    assert "by Ada Admin" in told


@pytest.fixture
def measured():
    indicator = IndicatorFactory(unit="%", better="higher")
    ResultFactory(indicator=indicator, text="45%", value=45)
    TargetFactory(indicator=indicator, text="40%", value=40)
    return indicator


def test_a_unit_does_not_change_before_it_is_said_what_that_means(
    admin_client, measured
):
    sent = send(admin_client, page(measured), unit="count")

    assert "Say what the new unit holds for." in text_of(sent)
    assert again(measured).unit == "%"


@pytest.mark.parametrize(
    ("said", "units"), [("typed_wrongly", ("", "")), ("from_now_on", ("%", "%"))]
)
def test_a_new_unit_holds_for_all_figures_or_from_now_on(
    admin_client, measured, said, units
):
    send(admin_client, page(measured), unit="count", unit_change=said)

    assert again(measured).unit == "count"
    assert (measured.results.get().unit, measured.targets.get().unit) == units
    verdicts.keep_up()
    assert again(measured).verdict == "met"


def test_earlier_figures_without_a_unit_never_take_the_new_one_as_if_it_were_theirs(
    admin_client, measured
):
    Indicator.objects.filter(pk=measured.pk).update(unit="")

    sent = send(admin_client, page(measured), unit="%", unit_change="from_now_on")

    assert "The earlier figures have no unit that they could keep." in text_of(sent)
    assert again(measured).results.get().as_measure().unit == ""


def test_an_indicator_that_keeps_having_no_unit_is_saved_whatever_is_chosen(
    admin_client, measured
):
    Indicator.objects.filter(pk=measured.pk).update(unit="")

    send(admin_client, page(measured), title="New", unit_change="from_now_on")

    assert again(measured).title == "New"


def test_an_unchecked_title_is_confirmed_or_put_right(admin_client):
    indicator = IndicatorFactory(title="Carers", title_confirmed=False)

    send(admin_client, page(indicator), title="Carers’ reviews", title_confirmed="on")

    assert again(indicator).title_confirmed
    assert "title_confirmed" not in fields_of(admin_client.get(page(indicator)))


def test_a_manager_makes_indicators_of_their_own_directorate_alone(
    manager_client, housing, libraries
):
    refused = send(manager_client, NEW, title="Loans", directorate=libraries.pk)
    send(manager_client, NEW, title="Repairs", directorate=housing.pk)

    assert "Select a valid choice" in text_of(refused)
    assert [one.title for one in Indicator.objects.all()] == ["Repairs"]


def test_a_manager_cannot_set_what_they_are_judged_by(manager_client, housing):
    indicator = IndicatorFactory(directorate=housing)

    send(manager_client, page(indicator), tolerance="50", direction="lower")

    assert (again(indicator).tolerance, again(indicator).direction) == (None, "")


@pytest.mark.parametrize("name", ["edit", "withdraw"])
def test_an_indicator_of_another_directorate_is_not_found(manager_client, name):
    indicator = IndicatorFactory(directorate=DirectorateFactory())
    address = reverse(f"indicators:indicator_{name}", args=[indicator.pk])

    assert manager_client.get(address).status_code == 404
    assert manager_client.post(address, {}).status_code == 404


def withdrawal(indicator):
    return reverse("indicators:indicator_withdraw", args=[indicator.pk])


def test_an_indicator_ends_for_a_reason_and_its_page_says_so(admin_client, measured):
    send(admin_client, withdrawal(measured), withdrawn_on="31/3/2030", withdrawn_why="The survey ended")  # fmt: skip

    assert measured.results.count() == 1
    told = text_of(admin_client.get(measured.get_absolute_url()))
    assert "Withdrawn on 31 March 2030: The survey ended" in told


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"withdrawn_on": "31/3/2030"}, "This field is required"),
        ({"withdrawn_on": "31/3/2020", "withdrawn_why": "x"}, "It is measured since"),
    ],
)
def test_an_end_without_a_reason_or_before_the_beginning_is_refused(
    admin_client, typed, words
):
    indicator = IndicatorFactory(introduced=datetime.date(2024, 4, 1))

    assert words in text_of(send(admin_client, withdrawal(indicator), **typed))
    assert again(indicator).withdrawn_on is None


def test_a_whole_takes_its_parts_along_or_leaves_them(admin_client):
    whole = IndicatorFactory()
    part = IndicatorFactory(parent=whole)
    said = {"withdrawn_on": "31/3/2030", "withdrawn_why": "Over"}

    send(admin_client, withdrawal(whole), **said, parts_too=None)
    assert again(part).withdrawn_on is None
    send(admin_client, withdrawal(whole))
    send(admin_client, withdrawal(whole), **said)

    assert again(part).withdrawn_why == "Over"


def test_an_indicator_is_put_back_by_a_page_that_was_read_since_it_ended(
    admin_client, measured
):
    read = fields_of(admin_client.get(withdrawal(measured)))
    typed = read | {"withdrawn_on": "31/3/2030", "withdrawn_why": "Over"}
    admin_client.post(withdrawal(measured), typed)

    twice = admin_client.post(withdrawal(measured), typed)
    assert "Somebody else changed this" in text_of(twice)
    assert again(measured).withdrawn_on
    send(admin_client, withdrawal(measured))

    assert (again(measured).withdrawn_on, again(measured).withdrawn_why) == (None, "")
