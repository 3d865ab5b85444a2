"""The coverage matrix: what it counts, what it calls out, and that each number leads to its rows."""

import csv
import datetime
import io

import openpyxl
import pytest
from django.urls import reverse

from assessments.coverage.matrix import Matrix
from assessments.coverage.scope import Scope
from equality_tracker.organisation.models import Aim, Characteristic, Succession
from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    BreakdownFactory,
    IndicatorFactory,
    ResultFactory,
)

pytestmark = pytest.mark.django_db
URL = reverse("assessments:coverage")
OBJECTIVES = reverse("assessments:coverage_objectives")
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture(autouse=True)
def groups_of_our_own(db):
    """Two groups that the council adds to the nine of the Act."""
    for position, name in enumerate(("Carers", "Care experience"), start=10):
        Characteristic.objects.create(name=name, position=position)


def named(name):
    return Characteristic.objects.get(name=name)


def aim(position):
    return Aim.objects.get(position=position)


def action(characteristics=("Disability",), aims=(1,), **said):
    made = ActionFactory(**said)
    made.characteristics.set(named(one) for one in characteristics)
    made.aims.set(aim(one) for one in aims)
    return made


def harming(name, aims=(1,), stage="full", **said):
    """An assessment that harms people with one characteristic, found relevant under `aims`."""
    assessment = AssessmentFactory(stage="complete", **said)
    version, one = assessment.current, named(name)
    version.impacts.filter(characteristic=one).delete()
    version.impacts.create(characteristic=one, kind="negative", severity="low", who="Some")  # fmt: skip
    for position in (1, 2, 3):
        level = "high" if position in aims else "none"
        said = version.relevances.filter(characteristic=one, aim=aim(position))
        said.update(level=level)
    if stage == "published":
        publish(assessment)
    return assessment


def publish(assessment):
    version, signer = assessment.current, assessment.current.signers.get().user
    version.outcome, version.outcome_why = "continue", "It must be."
    version.save()
    version = version.submit(by=version.begun_by, on=TODAY)
    version = version.sign(by=signer, on=TODAY, content_hash=version.content_hash)
    version.publish(by=signer, on=TODAY)
    assessment.refresh_from_db()


def measured(name, women=(40, 100), men=(60, 100), action=None, **said):
    """An indicator with a result for two groups of a characteristic: (count, base) each."""
    indicator = IndicatorFactory(**said)
    result = ResultFactory(indicator=indicator, numerator=100, denominator=200)
    for group, (count, base) in (("Women", women), ("Men", men)):
        BreakdownFactory(
            result=result, characteristic=named(name), group=group, count=count, base=base,
            value=count * 100 // base, text=f"{count * 100 // base}%",
        )  # fmt: skip
    if action:
        indicator.actions.add(action)
    return indicator


def cell(user, name, position=None, directorate=""):
    """The counts that `user` is shown for a characteristic under an aim ("none", or None for all)."""
    matrix = Matrix(Scope(user, TODAY, directorate))
    key = position if position == "none" else str(aim(position).pk) if position else ""
    row = next(row for row in matrix.rows if row.words == name)
    return next(one for one in row.cells if one.column.key == key)


def text_of(response):
    return " ".join(response.content.decode().split())


def a_council():
    """One of each thing in several cells, with an aim and without."""
    first = action(("Disability", "Age"), (1, 2))
    action(("Disability",), ())
    action((), (3,), priority=first.priority)
    action(rag_status="achieved")
    action(priority__plan__state="closed")
    harming("Disability", (1, 2), stage="published")
    harming("Carers", ())
    measured("Sex", action=first)
    measured("Sex")


@pytest.mark.parametrize("who", ["officer", "reader"])
def test_every_number_leads_to_exactly_the_rows_that_it_counts(who, request, client):
    a_council()
    user = request.getfixturevalue(who)
    client.force_login(user)
    matrix = Matrix(Scope(user, TODAY))
    numbers = [
        (one.counts[name], address)
        for row in matrix.rows
        for one in row.cells
        for name, _words, address in one.lines
    ]

    assert len(numbers) > 20
    for number, address in numbers:
        assert how_many(client.get(address)) == number, address


def how_many(response):
    context = response.context
    if "table" in context:
        return len(context["table"].rows)
    return context["page"].paginator.count


def test_an_action_counts_for_each_of_its_aims_and_once_for_all(officer):
    action(aims=(1, 3))

    found = [cell(officer, "Disability", one).counts["actions"] for one in (1, 2, 3)]

    assert found == [1, 0, 1]
    assert cell(officer, "Disability").counts["actions"] == 1


def test_objectives_are_the_headings_of_the_cells_actions(officer):
    first = action()
    action(priority=first.priority)
    action()

    counts = cell(officer, "Disability", 1).counts

    assert (counts["actions"], counts["objectives"]) == (3, 2)


def test_an_objective_leads_to_its_actions_of_the_cell_alone(officer_client):
    first = action()
    action(priority=first.priority)
    action(("Age",), priority=first.priority)
    asked = {"characteristic": named("Disability").pk, "aim": aim(1).pk}

    page = officer_client.get(OBJECTIVES, asked)
    (objective,) = page.context["page"].object_list
    listed = officer_client.get(f"{page.context['actions']}&priority={objective.pk}")

    assert objective.live == len(listed.context["table"].rows) == 2


def test_a_directorates_share_holds_what_it_contributes_to_and_what_passed_into_it(
    officer, housing, libraries
):
    joint = action()
    joint.contributing.add(housing)
    Succession.objects.create(predecessor=libraries, successor=housing, on=TODAY)
    action(directorate=libraries)
    harming("Disability", directorate=libraries)
    action()

    counts = cell(officer, "Disability", 1, str(housing.pk)).counts

    assert (counts["actions"], counts["assessments"]) == (2, 1)


def test_marriage_counts_for_the_first_aim_alone(officer):
    applies = [cell(officer, "Marriage and civil partnership", one).applies for one in (1, 2, 3)]  # fmt: skip

    assert applies == [True, False, False]


def test_an_empty_cell_says_nothing_and_one_with_harm_alone_that_no_action_is_live(
    officer,
):
    harming("Race", (2,))

    assert cell(officer, "Race", 1).called == "Nothing"
    assert cell(officer, "Race", 2).called == "No live action"


def test_harm_without_an_action_is_named_first(officer_client):
    harming("Race", (2,))

    matrix = officer_client.get(URL).context["matrix"]
    (row, troubled), *_others = matrix.troubled

    assert (row.words, troubled.column.words) == ("Race", aim(2).name)
    assert len(matrix.bare) == len(matrix.asked) == 31


def test_harm_that_its_screening_found_relevant_under_no_aim_stands_apart(officer):
    harming("Age", ())

    assert cell(officer, "Age", "none").counts["assessments"] == 1
    assert cell(officer, "Age", 1).counts["assessments"] == 0


def test_groups_that_differ_show_a_gap_and_equal_ones_none(officer):
    measured("Sex")
    measured("Race", women=(50, 100), men=(50, 100))

    assert cell(officer, "Sex").counts["indicators"] == 1
    assert cell(officer, "Race").counts["indicators"] == 0


def test_a_gap_between_groups_that_are_hidden_is_counted_for_nobody(admin):
    measured("Sex", women=(3, 100), men=(97, 100))

    matrix = Matrix(Scope(admin, TODAY))
    row = next(row for row in matrix.rows if row.words == "Sex")

    assert row.total["indicators"] == 0
    assert row.measured_words == "Of some indicators no gap can be said"


def test_a_characteristic_without_figures_by_group_says_so(officer):
    matrix = Matrix(Scope(officer, TODAY))

    assert matrix.rows[0].measured_words == "No indicator has figures by group"


def test_an_indicator_stands_under_the_aims_of_the_live_actions_meant_to_move_it(
    officer,
):
    measured("Sex", action=action(aims=(2,)))
    measured("Sex", action=action(aims=(1,), rag_status="achieved"))

    found = [cell(officer, "Sex", one).counts["indicators"] for one in (1, 2, "none")]

    assert found == [0, 1, 1]


def test_a_confidential_assessment_counts_for_those_who_work_on_it_alone(
    officer, officer_of_another_directorate, housing
):
    harming("Age", confidential_until=datetime.date(2099, 1, 1), directorate=housing)

    assert cell(officer, "Age").counts["assessments"] == 1
    assert cell(officer_of_another_directorate, "Age").counts["assessments"] == 0


def test_a_reader_counts_what_is_published_alone(reader, officer):
    harming("Age")

    assert cell(officer, "Age").counts["assessments"] == 1
    assert cell(reader, "Age").counts["assessments"] == 0


def test_a_reader_counts_the_published_version_while_the_next_one_is_drafted(
    reader, officer
):
    assessment = harming("Age", stage="published")
    draft = assessment.begin_version(by=officer, on=TODAY)
    draft.impacts.all().delete()

    assert cell(reader, "Age").counts["assessments"] == 1
    assert cell(officer, "Age").counts["assessments"] == 0


def test_a_group_of_old_stays_where_something_names_it_and_is_called_nothing(officer):
    for name in ("Carers", "Care experience"):
        Characteristic.objects.filter(name=name).update(used_to=TODAY)
    action(("Carers",))

    rows = {row.words: row for row in Matrix(Scope(officer, TODAY)).rows}

    assert "Care experience" not in rows
    assert rows["Carers"].note == "Not used since 23 November 2026"
    assert not any(one.called for one in rows["Carers"].cells)


def test_what_names_no_characteristic_has_a_row_of_its_own(officer):
    action(())

    assert cell(officer, "No characteristic named", 1).counts["actions"] == 1


def test_rows_are_sorted_by_what_is_asked(officer):
    action(("Age",))
    harming("Race")

    def first(order):
        return Matrix(Scope(officer, TODAY), order).rows[0].words

    assert first("") == "Age"
    assert first("actions") == "Disability"
    assert first("assessments") == "Race"


def test_an_address_that_is_not_understood_shows_the_whole_council(reader_client):
    page = reader_client.get(URL, {"directorate": "x", "order": "y"})

    assert "The whole council" in text_of(page)


def test_the_files_hold_the_numbers_of_the_page(officer_client):
    a_council()

    lines = b"".join(officer_client.get(reverse("assessments:coverage_csv")).streaming_content)  # fmt: skip
    book = officer_client.get(reverse("assessments:coverage_xlsx"))
    table = list(csv.reader(io.StringIO(lines.decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
    begin = "Disability", "Equality Act 2010", aim(1).name

    (line,) = [row for row in table if tuple(row[:3]) == begin]
    (cells,) = [row for row in sheet.values if row[:3] == begin]
    assert line[3:] == ["1", "1", "1", "0", ""]
    assert cells[3:7] == (1, 1, 1, 0)


def test_it_asks_no_more_of_ten_of_each_than_of_one(
    officer_client, housing, django_assert_max_num_queries
):
    a_council()
    # Session, user; what can be chosen, where directorates passed to; aims, characteristics; actions; assessments twice;
    # results and their groups, the aims of indicators.
    with django_assert_max_num_queries(12) as few:
        officer_client.get(URL, {"directorate": housing.pk})
    for _ in range(9):
        a_council()
    with django_assert_max_num_queries(len(few)):
        officer_client.get(URL, {"directorate": housing.pk})
