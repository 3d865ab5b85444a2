"""Entering one result: as people write it, said back, asked about where it is unlikely, and nothing typed is lost."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from indicators.forms import ResultForm
from indicators.models import Result
from indicators.words import periods
from tests.factories import IndicatorFactory
from tests.together import post_together

from .results import a_result, answered, new, page_of, url

pytestmark = pytest.mark.django_db
LAST_YEAR = periods.last_ended("financial_year", timezone.localdate())
BEFORE = periods.before(LAST_YEAR)


@pytest.fixture
def indicator(housing):
    return IndicatorFactory(code="EQ 1", directorate=housing)


def send(client, indicator, **typed):
    typed.setdefault("period", LAST_YEAR.name)
    return client.post(url("result_add", indicator.pk), new(**typed), follow=True)


def test_a_figure_is_read_and_said_back(officer_client, officer, indicator):
    answer = send(
        officer_client, indicator, text="34.4%", numerator="344", denominator="1,000", provisional="True",
        source="Residents’ survey", remark="Without schools",
    )  # fmt: skip

    result = Result.objects.get()
    assert (result.value, result.text) == (Decimal("34.4"), "34.4%")
    assert (result.numerator, result.denominator) == (344, 1000)
    assert (result.provisional, result.source) == (True, "Residents’ survey")
    assert (result.remark, result.entered_by) == ("Without schools", officer)
    assert (result.period, result.start, result.end) == LAST_YEAR[1:]
    assert answer.redirect_chain == [(indicator.get_absolute_url(), 302)]
    assert "We read it as 34.4 per cent, 344 of 1,000, provisional" in page_of(answer)


def test_a_reason_alone_is_a_result(officer_client, indicator):
    send(officer_client, indicator, text="", reason="no_survey")

    result = Result.objects.get()
    assert (result.value, result.reason, result.text) == (
        None, "no_survey", "No survey",
    )  # fmt: skip


def test_a_percentage_left_blank_is_worked_out(officer_client, indicator):
    send(officer_client, indicator, text="", numerator="1", denominator="3")

    result = Result.objects.get()
    assert (result.text, result.value) == ("33.3%", Decimal("33.3"))


@pytest.mark.parametrize(
    ("frequency", "last", "proposed"),
    [
        ("", "2023/24", "2024/25"),
        ("", "Q2 2024/25", "Q3 2024/25"),
        ("Every two years", "2021/22", "2023/24"),
    ],
)
def test_the_period_that_comes_next_is_proposed(
    officer_client, indicator, frequency, last, proposed
):
    indicator.frequency = frequency
    indicator.save()
    a_result(last, indicator=indicator)

    page = officer_client.get(url("result_add", indicator.pk))

    assert page.context["form"]["period"].value() == proposed


def test_a_period_is_kept_by_its_usual_name(officer_client, indicator):
    send(officer_client, indicator, kind="quarter", period="quarter 2, 2024/25")

    result = Result.objects.get()
    assert (result.period, result.end) == ("Q2 2024/25", datetime.date(2024, 9, 30))


def test_what_names_no_period_is_said_with_an_example(officer_client, indicator):
    answer = send(officer_client, indicator, kind="quarter", period="2024/25")

    assert "Write a quarter such as Q2 2026/27." in page_of(answer)
    assert answer.context["form"]["text"].value() == "34.4%"
    assert not Result.objects.exists()


def test_a_second_result_for_a_period_is_refused_with_the_way_to_correct_it(
    officer_client, indicator
):
    first = a_result(LAST_YEAR.name, "31%", indicator=indicator)

    answer = send(officer_client, indicator, text="34.4%")

    page = answer.content.decode()
    assert "Correct it instead" in page_of(answer)
    assert f'href="{url("result_correct", first.pk)}?figure=34.4%25"' in page
    assert Result.objects.get().text == "31%"


def test_what_is_unlikely_is_asked_once_and_kept_when_said_to_be_right(
    officer_client, indicator
):
    a_result(BEFORE.name, "30%", indicator=indicator)

    asked = send(officer_client, indicator, text="450%")

    assert "450% is more than 100 per cent." in page_of(asked)
    assert "ten times the last figure, 30% for " + BEFORE.name in page_of(asked)
    assert Result.objects.count() == 1

    send(officer_client, indicator, text="450%", **answered(asked.context["form"]))

    assert Result.objects.get(period=LAST_YEAR.name).value == 450


def test_an_answer_holds_only_for_the_question_that_was_asked(
    officer_client, indicator
):
    said = answered(send(officer_client, indicator, text="450%").context["form"])

    answer = send(officer_client, indicator, text="950%", **said)

    assert "950% is more than 100 per cent." in page_of(answer)
    assert not Result.objects.exists()


def test_a_share_that_is_another_percentage_is_asked_about(officer_client, indicator):
    answer = send(officer_client, indicator, numerator="30", denominator="100")

    assert "30 of 100 is 30%, but the figure says 34.4%." in page_of(answer)
    assert not Result.objects.exists()


def test_a_period_that_is_not_over_is_asked_about(officer_client, indicator):
    coming = periods.after(LAST_YEAR).name

    answer = send(officer_client, indicator, period=coming)

    assert f"{coming} is not over" in page_of(answer)
    assert not Result.objects.exists()


def test_a_figure_after_its_indicator_was_withdrawn_is_asked_about(
    officer_client, indicator
):
    indicator.withdraw(on=datetime.date(2020, 3, 31), why="The set ended")

    answer = send(officer_client, indicator)

    assert "was withdrawn on 31 March 2020" in page_of(answer)


def test_an_error_keeps_all_that_was_typed(officer_client, indicator):
    typed = {
        "text": "34%", "reason": "no_survey", "numerator": "3 4 0", "denominator": "lots", "provisional": "False",
        "source": "Payroll", "remark": "Some words",
    }  # fmt: skip

    form = send(officer_client, indicator, **typed).context["form"]

    assert {name: form[name].value() for name in typed} == typed
    assert "Write a number" in str(form.errors)


def test_how_it_is_read_is_shown_without_saving(officer_client, indicator):
    answer = send(officer_client, indicator, text="about 12%", read="1")

    assert "We read this as: about 12 per cent" in page_of(answer)
    assert "Nothing is saved yet" in page_of(answer)
    assert not Result.objects.exists()


def test_a_form_sent_twice_makes_one_result(officer_client, indicator):
    typed = new(period=LAST_YEAR.name)

    answers = [
        officer_client.post(url("result_add", indicator.pk), typed) for _ in range(2)
    ]

    assert [one.status_code for one in answers] == [302, 302]
    assert Result.objects.count() == 1


def test_a_result_saved_at_the_same_moment_is_not_overwritten(
    officer_client, indicator, monkeypatch
):
    a_result(LAST_YEAR.name, "31%", indicator=indicator)
    monkeypatch.setattr(ResultForm, "results_for", lambda form, period: [])

    answer = send(officer_client, indicator, text="34.4%")

    assert "at the same moment" in page_of(answer)
    assert Result.objects.get().text == "31%"


def test_others_indicators_are_not_found(
    officer_of_another_directorate_client, reader_client, indicator
):
    for client in (officer_of_another_directorate_client, reader_client):
        assert client.get(url("result_add", indicator.pk)).status_code == 404
        assert send(client, indicator).status_code == 404
    assert not Result.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_eight_results_for_one_period_sent_at_once_one_is_entered(
    officer, indicator
):
    sent = [new(f"{number}%", period=LAST_YEAR.name) for number in range(20, 28)]

    statuses = post_together(officer, url("result_add", indicator.pk), sent)

    assert statuses == [200] * 7 + [302]
    assert Result.objects.count() == 1
