"""The programme: counts that add up by one rule, and what was printed beside the arithmetic."""

import datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from assessments.models import Assessment, ProgrammeTarget
from assessments.programme.arithmetic import percentage
from assessments.programme.progress import Programme, year_of
from equality_tracker.organisation.models import Succession
from tests.factories import AssessmentFactory, DirectorateFactory

URL = reverse("assessments:programme")
ON = datetime.date(2027, 1, 4)
# What a council printed for a year: promised, completed, the percentage as printed, and what the rule gives.
PRINTED = [
    ("Development", 23, 23, 100, 100),
    ("Community Services", 42, 56, 134, 133),
    ("Chief Executives", 22, 13, 60, 59),
    ("Children Services", 8, 8, 100, 100),
    ("Corporate Resources", 8, 10, 125, 125),
]


def text_of(response):
    return " ".join(response.content.decode().split())


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_percentage_is_never_half_a_point_from_the_arithmetic(completed, promised):
    found = percentage(completed, promised)

    assert abs(found * promised - 100 * completed) * 2 <= promised


def test_half_a_point_goes_up():
    assert percentage(1, 8) == 13
    assert percentage(1, 200) == 1


def test_out_of_nothing_promised_there_is_no_percentage():
    assert percentage(3, 0) is None


@pytest.mark.parametrize(
    ("day", "year"), [("2026-03-31", 2026), ("2026-04-01", 2027), ("2026-12-31", 2027)]
)
def test_a_financial_year_begins_in_april(day, year):
    assert year_of(datetime.date.fromisoformat(day)) == year


@pytest.fixture
def printed(db):
    for name, promised, completed, said, _rule in PRINTED:
        ProgrammeTarget.objects.create(
            directorate=DirectorateFactory(name=name), year=2009,
            target=promised, completed=completed, percentage=said,
        )  # fmt: skip
    return Programme(2009, Assessment.objects.all(), ON)


def test_printed_counts_add_up_and_the_rule_is_kept(printed):
    found = {one.name: one.percentage for one in printed.lines}

    assert found == {name: rule for name, *_counts, rule in PRINTED}
    assert (printed.total.promised, printed.total.completed) == (103, 110)
    assert printed.total.percentage == 107
    assert printed.total_to_do == 9


def test_only_the_two_that_were_printed_otherwise_are_called_so(printed):
    found = {one.name: one.printed_otherwise for one in printed.lines}

    assert {name: said for name, said in found.items() if said is not None} == {
        "Community Services": 134,
        "Chief Executives": 60,
    }


def test_the_page_says_what_was_printed_and_that_rows_are_missing(
    printed, reader_client
):
    page = text_of(reader_client.get(URL, {"year": 2009}))

    assert '133%<span class="org-sub eia-printed">printed as 134%' in page
    assert "as published; 0 in the register" in page
    assert "stands without all the assessments behind it" in page


def signed(directorate, day, **said):
    return AssessmentFactory(
        directorate=directorate, stage="approved",
        on=datetime.date.fromisoformat(day), **said,
    )  # fmt: skip


@pytest.mark.django_db
def test_what_was_signed_in_the_year_is_counted_and_linked_to_its_rows(reader_client):
    housing = DirectorateFactory(name="Housing")
    ProgrammeTarget.objects.create(directorate=housing, year=2027, target=4)
    signed(housing, "2026-03-31")
    signed(housing, "2026-04-01")
    signed(housing, "2027-03-31")
    signed(DirectorateFactory(name="Parks"), "2026-06-01")

    line = Programme(2027, Assessment.objects.all(), ON).lines[0]
    rows = reader_client.get(
        reverse("assessments:assessment_list"),
        {"directorate": housing.pk, "completed": "2027"},
    )

    assert (line.completed, line.percentage, line.to_do) == (2, 50, 2)
    assert rows.context["page"].paginator.count == line.completed


@pytest.mark.django_db
def test_an_assessment_signed_twice_in_a_year_is_counted_once():
    housing = DirectorateFactory(name="Housing")
    ProgrammeTarget.objects.create(directorate=housing, year=2027, target=4)
    one = signed(housing, "2026-04-01")
    AssessmentFactory(directorate=housing, stage="screened_out")
    again = one.begin_version(by=one.current.begun_by, on=datetime.date(2026, 9, 1))
    again = again.start_screening(by=again.begun_by, on=datetime.date(2026, 9, 1))

    line = Programme(2027, Assessment.objects.all(), ON).lines[0]

    assert line.completed == 2


@pytest.mark.django_db
def test_what_is_due_in_the_year_stands_in_the_order_of_its_days(reader_client):
    for title, day in (("Later", "2027-03-31"), ("Sooner", "2026-04-01"), ("Next year", "2027-04-01")):  # fmt: skip
        AssessmentFactory(title=title, due=datetime.date.fromisoformat(day))

    page = reader_client.get(URL, {"year": 2027}).context["page"]

    assert [one.title for one in page.object_list] == ["Sooner", "Later"]


@pytest.mark.django_db
def test_a_year_without_a_programme_says_what_to_do(admin_client, reader_client):
    assert "Add a directorate" in text_of(admin_client.get(URL))
    assert "The equality lead enters" in text_of(reader_client.get(URL))


@pytest.mark.django_db
def test_an_admin_enters_a_promise_once(admin_client):
    housing = DirectorateFactory(name="Housing")
    address = reverse("assessments:target_create")
    key = admin_client.get(address).context["form"]["form_key"].value()
    said = {"directorate": housing.pk, "year": "2026/27", "target": 12, "form_key": key}

    admin_client.post(address, said)
    admin_client.post(address, said)

    assert list(ProgrammeTarget.objects.values_list("year", "target")) == [(2027, 12)]


@pytest.mark.django_db
def test_a_confidential_one_is_counted_only_for_those_who_may_know_of_it(
    reader_client, admin_client
):
    housing = DirectorateFactory(name="Housing")
    ProgrammeTarget.objects.create(directorate=housing, year=2027, target=4)
    signed(housing, "2026-04-01", confidential_until=datetime.date(2099, 1, 1))

    reader, admin = (
        text_of(client.get(URL, {"year": 2027}))
        for client in (reader_client, admin_client)
    )

    assert "<strong>0</strong> of 4 promised are completed: <strong>0%" in reader
    assert "<strong>1</strong> of 4 promised are completed: <strong>25%" in admin
    assert "others see smaller numbers" in admin
    assert "others see smaller numbers" not in reader


@pytest.mark.django_db
def test_what_passed_into_a_directorate_is_counted_on_its_line(reader_client):
    old, housing = (
        DirectorateFactory(name="Estates"),
        DirectorateFactory(name="Housing"),
    )
    Succession.objects.create(predecessor=old, successor=housing, on=ON)
    ProgrammeTarget.objects.create(directorate=housing, year=2027, target=4)
    signed(old, "2026-04-01")
    signed(housing, "2026-09-01")

    line = Programme(2027, Assessment.objects.all(), ON).lines[0]
    asked = {"directorate": housing.pk, "completed": "2027"}
    rows = reader_client.get(reverse("assessments:assessment_list"), asked)

    assert line.completed == rows.context["page"].paginator.count == 2
    assert line.is_listed


@pytest.mark.django_db
def test_what_has_a_promise_of_its_own_stands_on_its_own_line_after_it_passed(
    reader_client,
):
    old, housing = (
        DirectorateFactory(name="Estates"),
        DirectorateFactory(name="Housing"),
    )
    Succession.objects.create(predecessor=old, successor=housing, on=ON)
    for body in (old, housing):
        ProgrammeTarget.objects.create(directorate=body, year=2027, target=4)
        signed(body, "2026-04-01")

    found = Programme(2027, Assessment.objects.all(), ON).lines
    page = text_of(reader_client.get(URL, {"year": 2027}))

    assert [(one.name, one.completed) for one in found] == [("Estates", 1), ("Housing", 1)]  # fmt: skip
    assert f"?directorate={old.pk}&amp;completed=2027" in page
    assert f"?directorate={housing.pk}&amp;completed=2027" not in page
