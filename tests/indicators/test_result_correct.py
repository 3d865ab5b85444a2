"""Correcting a result: the earlier figure stays to be read, nobody is overwritten, and what should not be there is taken back."""

import pghistory
import pytest

from indicators.models import Breakdown, Result
from tests.factories import BreakdownFactory, IndicatorFactory
from tests.together import post_together

from .results import a_result, correction, page_of, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator(housing):
    return IndicatorFactory(code="EQ 1", directorate=housing)


@pytest.fixture
def result(indicator, admin):
    found = a_result("2023/24", "45%", indicator=indicator, entered_by=admin)
    found.refresh_from_db()
    return found


def send(client, result, text="47.2%", name="result_correct", **typed):
    return client.post(url(name, result.pk), correction(result, text, **typed), follow=True)  # fmt: skip


def test_the_earlier_figure_stays_with_who_when_and_why(
    officer_client, officer, result
):
    answer = send(officer_client, result, remark="All sites")

    assert "We read it as 47.2 per cent" in page_of(answer)
    result.refresh_from_db()
    assert (result.text, result.entered_by) == ("47.2%", officer)
    changes = page_of(officer_client.get(url("result_changes", result.indicator_id)))
    assert "Corrected : 2023/24" in changes
    assert "Olu Officer" in changes
    assert "“Two sites were missing”" in changes
    assert "before: 45% → after: 47.2%" in changes
    assert "Entered : 2023/24" in changes


def test_why_is_asked_and_nothing_typed_is_lost(officer_client, result):
    answer = send(officer_client, result, why=" ")

    assert "Say why it is corrected." in page_of(answer)
    assert answer.context["form"]["text"].value() == "47.2%"
    assert Result.objects.get().text == "45%"


def test_somebody_elses_correction_is_shown_and_not_overwritten(
    officer_client, admin_client, result
):
    send(admin_client, result, "46%", why="A typing error")

    answer = send(officer_client, result)

    page = page_of(answer)
    assert "Somebody else changed this while you were writing" in page
    assert "As it is now: 46%" in page
    assert "Yours: 47.2%" in page
    assert "A typing error" in page
    assert "Why is it corrected? As it is now" not in page
    assert Result.objects.get().text == "46%"

    version = answer.context["form"]["version"].value()
    send(officer_client, result, version=version)
    assert Result.objects.get().text == "47.2%"


def test_the_period_is_corrected_too_and_the_figure_moves(officer_client, result):
    send(officer_client, result, "45%", period="2022/23")

    moved = Result.objects.get()
    assert (moved.pk, moved.period, str(moved.end)) == (result.pk, "2022/23", "2023-03-31")  # fmt: skip


def test_a_period_that_has_a_result_is_refused(officer_client, result):
    other = a_result("2022/23", "40%", indicator=result.indicator)

    answer = send(officer_client, result, "45%", period="2022/23")

    assert url("result_correct", other.pk) in answer.content.decode()
    assert Result.objects.get(pk=result.pk).period == "2023/24"


def test_a_period_that_was_written_otherwise_stays_as_it_is(officer_client, result):
    Result.objects.update(period="Year end 2024, audited")
    result.refresh_from_db()

    send(officer_client, result)

    assert Result.objects.get().period == "Year end 2024, audited"
    assert Result.objects.get().text == "47.2%"


def test_provisional_becomes_final_by_one_button(officer_client, officer, result):
    result.provisional = True
    result.save()
    result.refresh_from_db()
    assert "is final: save that" in page_of(officer_client.get(url("result_correct", result.pk)))  # fmt: skip

    officer_client.post(url("result_final", result.pk), {"version": result.version})

    result.refresh_from_db()
    assert (result.provisional, result.entered_by) == (False, officer)
    changes = page_of(officer_client.get(url("result_changes", result.indicator_id)))
    assert "Made final : 2023/24" in changes
    assert "before: Provisional → after: Final" in changes


def test_the_words_of_a_final_figure_call_it_provisional_no_longer(
    officer_client, result
):
    Result.objects.update(text="45% (provisional)", provisional=True)
    result.refresh_from_db()

    officer_client.post(url("result_final", result.pk), {"version": result.version})

    result.refresh_from_db()
    assert (result.text, result.value, result.provisional) == ("45%", 45, False)
    changes = page_of(officer_client.get(url("result_changes", result.indicator_id)))
    assert "Made final : 2023/24" in changes
    assert "before: 45% (provisional) → after: 45%" in changes


def test_a_figure_that_changed_meanwhile_is_not_made_final_unseen(
    officer_client, result
):
    result.provisional = True
    result.save()

    answer = officer_client.post(
        url("result_final", result.pk), {"version": 1}, follow=True
    )

    assert "nothing was saved" in page_of(answer)
    assert Result.objects.get().provisional is True


def test_a_result_that_should_not_be_there_is_taken_back_and_stays_in_the_changes(
    officer_client, result
):
    shown = page_of(officer_client.get(url("result_take_back", result.pk)))
    assert "Take the result for 2023/24 back?" in shown

    answer = send(officer_client, result, name="result_take_back", why="Typed for the wrong indicator")  # fmt: skip

    assert not Result.objects.exists()
    assert "Taken back: 2023/24" in page_of(answer)
    changes = page_of(officer_client.get(url("result_changes", result.indicator_id)))
    assert "Taken back : 2023/24" in changes
    assert "Typed for the wrong indicator" in changes
    assert "before: 45%" in changes


def test_taking_back_names_the_figures_for_groups_that_go_with_it(
    officer_client, result
):
    from equality_tracker.organisation.models import Characteristic

    BreakdownFactory(result=result, characteristic=Characteristic.objects.first())

    shown = page_of(officer_client.get(url("result_take_back", result.pk)))
    assert "with 1 figure for groups of people" in shown

    send(officer_client, result, name="result_take_back", why="Wrong")
    assert not Breakdown.objects.exists()


def test_a_result_that_changed_meanwhile_is_shown_before_it_is_taken_back(
    officer_client, admin_client, result
):
    send(admin_client, result, "46%")

    answer = send(officer_client, result, name="result_take_back", why="Wrong")

    assert "Somebody changed this result" in page_of(answer)
    assert Result.objects.get().text == "46%"


def test_what_was_taken_back_is_entered_again_with_its_words(officer_client, result):
    send(officer_client, result, name="result_take_back", why="By mistake")

    again = officer_client.get(
        url("result_add", result.indicator_id), {"kind": "financial_year", "period": "2023/24", "figure": "45%"}
    )  # fmt: skip

    form = again.context["form"]
    assert (form["period"].value(), form["text"].value()) == ("2023/24", "45%")


@pytest.mark.parametrize("name", ["result_correct", "result_take_back", "result_final"])
def test_others_results_are_not_found(
    officer_of_another_directorate_client, reader_client, result, name
):
    for client in (officer_of_another_directorate_client, reader_client):
        assert send(client, result, name=name).status_code == 404
    assert Result.objects.get().text == "45%"


def test_everybody_who_may_read_sees_the_changes(reader_client, result):
    page = page_of(reader_client.get(url("result_changes", result.indicator_id)))

    assert "Entered : 2023/24" in page


def test_who_only_reads_sees_no_numbers_of_people_where_there_are_groups(
    officer_client, reader_client, result
):
    from equality_tracker.organisation.models import Characteristic

    BreakdownFactory(result=result, characteristic=Characteristic.objects.first())
    send(officer_client, result, "47.1% (8 of 17)", remark="One school")
    address = url("result_changes", result.indicator_id)

    assert "8 of 17" in page_of(officer_client.get(address))
    read = page_of(reader_client.get(address))
    assert "before: 45% → after: 47.1%" in read
    assert "of 17" not in read
    assert "One school" not in read


@pytest.mark.parametrize("count", [1, 20])
def test_the_changes_take_six_queries_however_many(
    reader_client, admin, indicator, django_assert_num_queries, count
):
    with pghistory.context(user=admin.pk):
        for number in range(count):
            a_result(f"{2000 + number}/{number + 1:02}", indicator=indicator)

    # session, user, the indicator, whether it has groups, the events of its results, the people named in them
    with django_assert_num_queries(6):
        reader_client.get(url("result_changes", indicator.pk))


@pytest.mark.django_db(transaction=True)
def test_of_eight_corrections_sent_at_once_one_counts(officer, result):
    sent = [correction(result, f"{number}%") for number in range(40, 48)]

    statuses = post_together(officer, url("result_correct", result.pk), sent)

    assert statuses == [302] + [409] * 7
    assert Result.objects.get().version == result.version + 1
