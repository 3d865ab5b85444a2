"""The list of indicators: what is measured, beside where it should be."""

import datetime
import io
import re
from decimal import Decimal

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from equality_tracker.organisation.models import Characteristic
from indicators.models import IndicatorPriority
from tests.factories import (
    BaselineFactory,
    BreakdownFactory,
    IndicatorFactory,
    LeadFactory,
    PriorityFactory,
    ResultFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db
URL = reverse("indicators:indicator_list")


def a_year(indicator, first, text, **said):
    """A result of a financial year."""
    return ResultFactory(
        indicator=indicator,
        text=text,
        value=Decimal(text.rstrip("%")),
        period=f"{first}/{first - 1999}",
        start=datetime.date(first, 4, 1),
        end=datetime.date(first + 1, 3, 31),
        **said,
    )


def text_of(response):
    return " ".join(response.content.decode().split())


def test_a_result_stands_beside_its_target_with_a_verdict(reader_client):
    indicator = IndicatorFactory(code="EQ 1", better="higher")
    a_year(indicator, 2028, "41%")
    a_year(indicator, 2029, "45%")
    TargetFactory(indicator=indicator, text="44%", value=44)

    page = text_of(reader_client.get(URL))

    assert "EQ 1" in page
    assert "Met</strong>" in page
    assert "Up 4 points: better" in page
    assert "2 results, from 41% for 2028/29 to 45% for 2029/30" in page


def test_nothing_is_met_or_missed_before_a_direction_is_confirmed(reader_client):
    TargetFactory(indicator=ResultFactory().indicator)

    page = text_of(reader_client.get(URL))

    assert "Nobody has confirmed whether higher or lower is better." in page
    assert "Met</strong>" not in page
    assert "better</td>" not in page


def test_withdrawn_indicators_stand_apart(reader_client):
    IndicatorFactory(title="Still measured")
    gone = IndicatorFactory(title="No longer measured")
    gone.withdraw(on=datetime.date(2020, 3, 31), why="The survey ended")

    in_use = text_of(reader_client.get(URL))
    withdrawn = text_of(reader_client.get(URL, {"state": "withdrawn"}))
    everything = text_of(reader_client.get(URL, {"state": "all"}))

    assert ("Still measured" in in_use, "No longer measured" in in_use) == (True, False)
    assert "No longer measured" in withdrawn
    assert "2 indicators" in everything


def test_the_list_is_narrowed_by_words_set_and_directorate(reader_client, housing):
    wanted = IndicatorFactory(
        title="Fair treatment", belongs_to="national", directorate=housing
    )
    IndicatorFactory(title="Something else")

    for asked in (
        {"q": "fair"},
        {"belongs_to": "national"},
        {"directorate": housing.pk},
    ):
        page = text_of(reader_client.get(URL, asked))
        assert wanted.title in page
        assert "1 indicator<" in page


def shown(client, **asked):
    """The titles on the page, in order."""
    page = client.get(URL, asked).content.decode()
    return re.findall(r'<a class="govuk-link app-break" href="[^"]*">([^<]*)</a>', page)


def a_judged(title, text, **said):
    """An indicator with a target of 50%."""
    indicator = IndicatorFactory(title=title, **{"better": "higher", **said})
    ResultFactory(indicator=indicator, text=text, value=Decimal(text.rstrip("%")))
    TargetFactory(indicator=indicator, text="50%", value=50)
    return indicator


def test_those_whose_direction_nobody_confirmed_can_be_found(reader_client):
    IndicatorFactory(title="Confirmed", better="lower")
    IndicatorFactory(title="Open")

    assert shown(reader_client, state="unconfirmed") == ["Open"]


@pytest.mark.parametrize(
    ("verdict", "titles"),
    [
        ("met", ["Well"]),
        ("missed", ["Badly"]),
        ("within_tolerance", ["Nearly"]),
        ("unknown", ["Open"]),
        ("any", ["Badly", "Nearly", "Open", "Well"]),
    ],
)
def test_the_list_is_narrowed_by_what_was_judged(reader_client, verdict, titles):
    a_judged("Well", "55%")
    a_judged("Badly", "30%")
    a_judged("Nearly", "49%", tolerance=2)
    a_judged("Open", "55%", better="")

    assert sorted(shown(reader_client, verdict=verdict)) == titles


def test_a_corrected_figure_is_found_under_its_new_verdict(reader_client):
    indicator = a_judged("Staff", "30%")
    assert shown(reader_client, verdict="missed") == ["Staff"]

    indicator.results.update(value=60)

    assert shown(reader_client, verdict="missed") == []
    assert shown(reader_client, verdict="met") == ["Staff"]


def test_a_part_is_found_under_the_plan_and_priority_of_its_whole(reader_client):
    priority = PriorityFactory()
    whole = IndicatorFactory(title="The whole")
    IndicatorFactory(title="A part", parent=whole)
    IndicatorFactory(title="Elsewhere")
    IndicatorPriority.objects.create(indicator=whole, priority=priority)

    for asked in ({"plan": priority.plan.reference}, {"priority": priority.pk}):
        assert shown(reader_client, **asked) == ["The whole", "A part"]


def test_the_list_is_narrowed_by_lead_characteristic_and_open_questions(reader_client):
    lead, disability = LeadFactory(), Characteristic.objects.get(name="Disability")
    IndicatorFactory(title="Led", lead=lead)
    broken = ResultFactory(indicator__title="Broken down")
    BreakdownFactory(result=broken, characteristic=disability)
    TargetFactory(indicator__title="Asked", change="+")
    IndicatorFactory(title="Unchecked", title_confirmed=False)

    assert shown(reader_client, lead=lead.pk) == ["Led"]
    assert shown(reader_client, characteristic=disability.pk) == ["Broken down"]
    assert shown(reader_client, characteristic="any") == ["Broken down"]
    assert shown(reader_client, state="to_answer") == ["Asked"]
    assert shown(reader_client, state="title_unconfirmed") == ["Unchecked"]


def test_those_that_wait_for_a_result_can_be_found(reader_client):
    TargetFactory(
        indicator__title="Waits",
        period="2024/25",
        start=datetime.date(2024, 4, 1),
        end=datetime.date(2025, 3, 31),
    )
    IndicatorFactory(title="Waits for nothing")

    assert shown(reader_client, state="without_result") == ["Waits"]


def test_codes_are_in_the_order_people_count(reader_client):
    for code in ("NI 10", "NI 2", ""):
        IndicatorFactory(code=code, title=code or "None")

    assert shown(reader_client) == ["NI 2", "NI 10", "None"]
    assert shown(reader_client, sort="-code")[-2:] == ["NI 10", "NI 2"]


@pytest.mark.parametrize(
    ("sort", "titles"),
    [
        ("title", ["Aa", "Bb", "Cc"]),
        ("result", ["Bb", "Aa", "Cc"]),
        ("-result", ["Aa", "Bb", "Cc"]),
        ("target", ["Aa", "Bb", "Cc"]),
        ("performance", ["Bb", "Cc", "Aa"]),
        ("-performance", ["Aa", "Cc", "Bb"]),
        ("change", ["Aa", "Bb", "Cc"]),
        ("directorate", ["Cc", "Aa", "Bb"]),
    ],
)
def test_each_column_sorts(reader_client, housing, sort, titles):
    aa, bb = a_judged("Aa", "55%"), a_judged("Bb", "30%")
    cc = IndicatorFactory(title="Cc", directorate=None if "cc" in sort else housing)
    a_year(aa, 2028, "56%")
    a_year(bb, 2028, "20%")
    for place, one in enumerate((cc, aa, bb)):
        type(one.directorate).objects.filter(pk=one.directorate_id).update(
            name=f"D {place}", short_name=""
        )

    assert shown(reader_client, sort=sort) == titles


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_is_filtered_is_taken_away_with_the_filter_and_the_day(
    reader_client, kind
):
    a_judged("Well", "55%")
    a_judged("Badly", "30%")
    address = reverse(f"indicators:indicator_export_{kind}")

    answer = reader_client.get(address, {"verdict": "missed", "sort": "title"})

    text = words_of(b"".join(answer), kind)
    assert "Performance: Missed" in text
    assert f"as at {timezone.localdate():%-d %B %Y}" in text
    assert ("Badly" in text, "Well" in text) == (True, False)


def words_of(content, kind):
    if kind == "csv":
        return content.decode()
    sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return " ".join(
        str(cell) for sheet in sheets for row in sheet.values for cell in row if cell
    )


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "No indicator is in use yet"),
        ({"q": "zzz"}, "No indicator fits all of these"),
    ],
)
def test_an_empty_list_says_what_to_do_next(admin_client, asked, words):
    assert words in text_of(admin_client.get(URL, asked))


def test_what_does_not_fit_in_the_address_is_left_aside(reader_client):
    IndicatorFactory()

    page = reader_client.get(
        URL, {"state": "nonsense", "directorate": "x", "page": "y"}
    )

    assert "1 indicator<" in text_of(page)


@pytest.mark.parametrize("count", [1, 20])
def test_takes_eight_queries_however_many_indicators(
    reader_client, django_assert_num_queries, count
):
    for _ in range(count):
        indicator = IndicatorFactory(better="higher")
        BaselineFactory(indicator=indicator)
        a_year(indicator, 2028, "41%")
        a_year(indicator, 2029, "45%")
        TargetFactory(indicator=indicator)

    # session, user, the filter's choices, number of indicators, one page, and its results, targets and baselines
    with django_assert_num_queries(8):
        reader_client.get(URL)


def test_a_whole_of_measured_parts_does_not_look_as_if_it_waited(reader_client):
    IndicatorFactory(title="Staff who left", parent=IndicatorFactory(title="Staff"))

    page = text_of(reader_client.get(URL))

    assert "Measured by its parts" in page
    # Of the part alone: under performance and under change.
    assert page.count("No result has been entered yet.") == 2
