"""Entering a result by group: proposed rows, errors that lose nothing, two people at once, and what readers do not see."""

import datetime

import pytest
from django.urls import reverse

from equality_tracker.organisation.models import Characteristic
from indicators.groups import defaults
from indicators.groups.recording import read_at
from indicators.models import Breakdown
from tests.factories import BreakdownFactory, IndicatorFactory, ResultFactory

from .test_indicator_list import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def disability():
    return Characteristic.objects.get(name="Disability")


@pytest.fixture
def result():
    return ResultFactory(numerator=480, denominator=1300)


def sheet_url(result, characteristic):
    return reverse("indicators:result_groups_of", args=[result.pk, characteristic.pk])


def typed(*rows, seen="", **more):
    """A sheet as a browser sends it: (group, result, count, base) a row."""
    data = {"row-TOTAL_FORMS": len(rows), "row-INITIAL_FORMS": 0, "seen": seen} | more
    for place, row in enumerate(rows):
        for name, value in zip(("group", "text", "count", "base"), row, strict=True):
            data[f"row-{place}-{name}"] = value
    return data


def groups(result):
    return list(
        result.breakdowns.in_order().values_list("group", "text", "count", "base")
    )


def test_groups_are_kept_and_a_percentage_is_worked_out(
    admin_client, result, disability
):
    sent = admin_client.post(
        sheet_url(result, disability),
        typed(("Disabled", "", "70", "300"), ("Not disabled", "41%", "410", "1,000"), ("", "", "", "")),
    )  # fmt: skip

    assert sent.status_code == 302
    assert groups(result) == [
        ("Disabled", "23.3%", 70, 300),
        ("Not disabled", "41%", 410, 1000),
    ]


def test_a_reason_stands_where_there_is_no_figure(admin_client, result, disability):
    admin_client.post(
        sheet_url(result, disability), typed(("Disabled", "No survey", "", ""))
    )

    assert result.breakdowns.get().reason == "no_survey"


def test_what_does_not_agree_is_asked_and_stands_once_somebody_says_so(
    admin_client, result, disability
):
    url, row = sheet_url(result, disability), ("Disabled", "37%", "132", "489")

    asked = text_of(admin_client.post(url, typed(row)))
    admin_client.post(url, typed(row, **{"row-0-both_stand": "on"}))

    assert "132 of 489 is 27%, and 37% is written." in asked
    assert "Both stand as published" in asked
    assert groups(result) == [("Disabled", "37%", 132, 489)]


def test_an_error_in_one_row_keeps_all_that_was_typed(admin_client, result, disability):
    page = text_of(
        admin_client.post(
            sheet_url(result, disability),
            typed(("Disabled", "", "70", "60"), ("", "41%", "", ""), ("Others", "", "x", ""), ("others", "2%", "", "")),
        )
    )  # fmt: skip

    for words in (
        "Row 1: 70 is more than the 60 it is out of.",
        "Row 2: Say which group this is",
        "Row 3: Write a whole number",
        'value="70"',
        'value="41%"',
        'value="x"',
    ):
        assert words in page  # fmt: skip
    assert 'aria-describedby="id_row-0-count-error"' in page
    assert 'id="id_row-0-count-error"' in page
    assert not Breakdown.objects.exists()


def test_a_group_stands_in_a_sheet_once(admin_client, result, disability):
    page = text_of(
        admin_client.post(
            sheet_url(result, disability),
            typed(("Disabled", "30%", "", ""), ("disabled ", "31%", "", "")),
        )
    )

    assert "Row 2: This group stands in the sheet already." in page


def test_the_groups_of_the_time_before_are_proposed(admin_client, result, disability):
    before = ResultFactory(
        indicator=result.indicator, period="2028/29", end=datetime.date(2029, 3, 31), start=None
    )  # fmt: skip
    BreakdownFactory(result=before, characteristic=disability, group="Disabled tenants")

    page = text_of(admin_client.get(sheet_url(result, disability)))

    assert 'value="Disabled tenants"' in page
    assert 'value="Not disabled"' not in page


def test_the_groups_of_the_census_are_proposed_where_there_are_none(
    admin_client, result, disability
):
    assert 'value="Not disabled"' in text_of(
        admin_client.get(sheet_url(result, disability))
    )


@pytest.mark.parametrize(
    ("day", "group"),
    [("2009-03-31", "Chinese"), ("2015-03-31", "Mixed or multiple ethnic groups"), ("2030-03-31", "Asian, Asian British or Asian Welsh")],
)  # fmt: skip
def test_the_census_is_the_one_of_the_time(day, group):
    assert group in defaults.proposed("Race", datetime.date.fromisoformat(day))


def test_nothing_is_proposed_for_a_characteristic_that_only_the_council_knows():
    assert defaults.proposed("Armed forces", datetime.date(2030, 3, 31)) == []


def test_proposed_groups_without_a_figure_are_left_out(
    admin_client, result, disability
):
    rows = typed(("Disabled", "30%", "", ""), ("Not disabled", "", "", ""))
    rows |= {"row-INITIAL_FORMS": 2, "row-0-proposed": "True", "row-1-proposed": "True"}

    admin_client.post(sheet_url(result, disability), rows)

    assert groups(result) == [("Disabled", "30%", None, None)]


@pytest.fixture
def stored(result, disability):
    return [
        BreakdownFactory(
            result=result, characteristic=disability, group=group, position=place, text="40%"
        )
        for place, group in enumerate(["Disabled", "Others"])
    ]  # fmt: skip


def test_a_row_that_is_cleared_is_taken_out_and_one_renamed_goes_on(
    admin_client, result, disability, stored
):
    rows = typed(
        ("Disabled people", "40%", "", ""), ("", "", "", ""), seen=read_at(stored)
    )
    rows["row-INITIAL_FORMS"] = 2

    admin_client.post(sheet_url(result, disability), rows)

    one = result.breakdowns.get()
    assert (one.pk, one.group) == (stored[0].pk, "Disabled people")


def test_a_group_whose_figure_alone_is_cleared_is_asked_about(
    admin_client, result, disability, stored
):
    rows = typed(
        ("Disabled", "", "", ""), ("Others", "40%", "", ""), seen=read_at(stored)
    )
    rows["row-INITIAL_FORMS"] = 2

    page = text_of(admin_client.post(sheet_url(result, disability), rows))

    assert "To take the group out, clear its name too." in page
    assert result.breakdowns.count() == 2


def test_what_somebody_else_saved_meanwhile_is_shown_and_not_overwritten(
    admin_client, result, disability, stored
):
    seen = read_at(stored)
    stored[0].text = "44%"
    stored[0].save()
    rows = typed(("Disabled", "31%", "", ""), ("Others", "40%", "", ""), seen=seen)

    answer = admin_client.post(sheet_url(result, disability), rows)
    page = text_of(answer)

    assert answer.status_code == 409
    assert "Somebody else saved these groups" in page
    assert "<strong>Disabled</strong>: 44%" in page
    assert 'value="31%"' in page
    stored[0].refresh_from_db()
    assert stored[0].text == "44%"


def test_after_looking_the_second_person_decides(
    admin_client, result, disability, stored
):
    stored[0].text = "44%"
    stored[0].save()
    stored[0].refresh_from_db()
    rows = typed(
        ("Disabled", "31%", "", ""), ("Others", "40%", "", ""), seen=read_at(stored)
    )

    assert admin_client.post(sheet_url(result, disability), rows).status_code == 302

    stored[0].refresh_from_db()
    assert stored[0].text == "31%"


def test_a_sheet_sent_twice_is_saved_once(admin_client, result, disability):
    rows = typed(("Disabled", "30%", "", ""))

    admin_client.post(sheet_url(result, disability), rows)
    again = admin_client.post(sheet_url(result, disability), rows)

    assert again.status_code == 302
    assert result.breakdowns.get().version == 1


def test_more_rows_keep_what_was_typed(admin_client, result, disability):
    rows = typed(("Disabled", "30%", "9", "x"), more="1")

    page = text_of(admin_client.post(sheet_url(result, disability), rows))

    assert 'name="row-6-group"' in page
    assert 'value="30%"' in page
    assert "There is a problem" not in page


def test_groups_that_do_not_add_up_are_remarked(admin_client, result, disability):
    sent = admin_client.post(
        sheet_url(result, disability), typed(("Disabled", "", "70", "300"), ("Others", "", "400", "1000")), follow=True
    )  # fmt: skip

    assert (
        "add up to 470 and the result counts 480: 10 people belong to none of them"
        in text_of(sent)
    )


def test_who_may_enter_figures_sees_all_and_what_is_hidden(
    admin_client, result, disability
):
    BreakdownFactory(
        result=result, characteristic=disability, group="Disabled", count=9, base=30
    )
    BreakdownFactory(
        result=result,
        characteristic=disability,
        group="Others",
        count=471,
        base=1270,
        position=1,
    )

    page = text_of(
        admin_client.get(reverse("indicators:result_groups", args=[result.pk]))
    )

    assert ">9<" in page
    assert page.count("<strong>not shown</strong>") == 2


def test_groups_of_another_directorates_indicator_are_not_found(
    officer_client, result, disability
):
    assert (
        officer_client.post(sheet_url(result, disability), typed()).status_code == 404
    )


def test_history_says_who_changed_a_group(
    admin_client, admin, result, disability, stored
):
    rows = typed(
        ("Disabled", "31%", "", ""), ("Others", "40%", "", ""), seen=read_at(stored)
    )
    admin_client.post(sheet_url(result, disability), rows)

    event = Breakdown.pgh_event_model.objects.filter(pgh_label="update").get()
    assert (event.text, event.pgh_context["user"]) == ("31%", admin.pk)


@pytest.mark.parametrize("count", [1, 20])
def test_takes_six_queries_however_many_groups(
    admin_client, django_assert_num_queries, disability, count
):
    result = ResultFactory(indicator=IndicatorFactory())
    for place in range(count):
        BreakdownFactory(result=result, characteristic=disability, position=place)

    # session, user, the result with its indicator, every group of the indicator, the characteristics in use, what
    # the groups were before
    with django_assert_num_queries(6):
        admin_client.get(reverse("indicators:result_groups", args=[result.pk]))


@pytest.mark.parametrize("words", ["", "0%", "Not applicable"])
def test_a_group_of_nobody_is_an_error_at_its_cell_and_nothing_typed_is_lost(
    admin_client, result, disability, words
):
    rows = [("Disabled", words, "0", "0"), ("Not disabled", "41.3%", "413", "1,000")]

    sent = admin_client.post(sheet_url(result, disability), typed(*rows))

    page = sent.content.decode()
    assert sent.status_code == 200
    assert "Out of nobody there is no figure." in page
    assert "#id_row-0-base" in page
    assert 'value="413"' in page
    assert 'value="41.3%"' in page
    assert groups(result) == []


def test_who_enters_groups_sees_what_they_were_before_and_why(
    admin, admin_client, reader_client, result, disability
):
    first = BreakdownFactory(result=result, characteristic=disability, group="Disabled", text="23.3%", value="23.3", count=70, base=300)  # fmt: skip
    gone = BreakdownFactory(result=result, characteristic=disability, group="Said <b>", text="41%", value=41, position=1)  # fmt: skip
    seen = read_at([first, gone])

    admin_client.post(
        sheet_url(result, disability),
        typed(("Disabled", "", "75", "300"), seen=seen, why="A form came late."),
    )

    page = text_of(admin_client.get(reverse("indicators:result_groups", args=[result.pk])))  # fmt: skip
    assert "</span>23.3%, 70 of 300</del>" in page
    assert "</span>25%, 75 of 300</ins>" in page
    assert "<strong>Said &lt;b&gt;</strong>" in page
    assert "</span>41%</del> (taken out)" in page
    assert page.count("“A form came late.”") == 2
    assert str(admin) in page
    assert "70 of 300" not in text_of(reader_client.get(result.indicator.get_absolute_url()))  # fmt: skip
