"""Assessments on the dashboards: what waits, the programme, who is told of what; each number leading to its rows."""

import datetime
import io

import pytest
from django.http import QueryDict
from docx import Document

from assessments.models import ProgrammeTarget
from assessments.programme.progress import year_of
from equality_tracker.dashboards.assessments_board import AssessmentBoard
from equality_tracker.dashboards.board import board_of
from equality_tracker.organisation.models import Directorate, Succession
from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    DirectorateFactory,
    UserFactory,
)

from .assessed_council import DAY, SECRET, acting, assess, council, published, today
from .numbers import Numbers, rows_on

pytestmark = pytest.mark.django_db
REGISTER = "/assessments/?"


def shown(directorate=None, user=None, **asked):
    """The AssessmentBoard of a dashboard as `user` sees it, an admin where none is named."""
    data = QueryDict(mutable=True)
    data.update(asked)
    board = board_of(data, on=today(), directorate=directorate)
    return AssessmentBoard(board, user or UserFactory(role="admin"))


def counts(board):
    return {one.label: one.count for one in board.needing}


def test_each_thing_that_is_waited_for_is_counted(housing):
    assess(housing, today())

    assert counts(shown(housing)) == {
        "overdue": 2,
        "late to be published": 1,
        "due for review of actual impact": 1,
        "awaiting sign-off": 1,
        "with a mitigation that slips": 1,
        "to be published": 2,
    }


def test_a_promise_kept_by_the_first_version_does_not_make_the_second_overdue(housing):
    one = AssessmentFactory(directorate=housing, stage="published", due=today() - 9 * DAY)  # fmt: skip
    one.begin_version(by=one.current.begun_by, on=today())

    assert "overdue" not in counts(shown(housing))


def test_an_action_that_does_well_slips_nowhere(housing):
    acting(housing, "on_target")

    assert not shown(housing).needing


def test_two_mitigations_that_slip_count_one_assessment(housing):
    one = acting(housing, "slipped")
    again = one.current.mitigations.create(text="A second desk")
    again.action = ActionFactory(rag_status="some_slippage")
    again.save()

    assert counts(shown(housing)) == {"with a mitigation that slips": 1}


def test_those_of_others_do_not_count(housing, libraries):
    assess(libraries, today())

    assert not shown(housing).needing


def test_the_whole_council_counts_what_nobody_answers_for():
    AssessmentFactory(directorate=None, stage="sign_off")

    board = shown()

    assert counts(board) == {"awaiting sign-off": 1}
    assert [one.name for one in board.lines] == ["No directorate"]


def test_what_passed_into_a_directorate_counts_there(housing):
    old = DirectorateFactory()
    Succession.objects.create(predecessor=old, successor=housing, on=today())
    AssessmentFactory(directorate=old, stage="sign_off")

    assert counts(shown(housing)) == {"awaiting sign-off": 1}
    assert [one.name for one in shown().lines] == [housing.name]


def test_the_directorates_add_up_to_the_council():
    council(today())

    board = shown()

    for place, total in enumerate(board.needs):
        assert sum(line.figures[place].count for line in board.lines) == total.count


def test_a_chosen_plan_narrows_them_and_leaves_the_programme_out(housing):
    action = ActionFactory(directorate=housing)
    AssessmentFactory(stage="sign_off").plans.add(action.plan)
    AssessmentFactory(stage="sign_off")
    ProgrammeTarget.objects.create(directorate=housing, year=year_of(today()), target=8)

    board = shown(plan=action.plan.reference)

    assert counts(board) == {"awaiting sign-off": 1}
    assert board.progress is None


def test_a_page_of_one_plan_has_no_column_of_the_programme(admin_client, housing):
    action = ActionFactory(directorate=housing)
    AssessmentFactory(directorate=housing, stage="sign_off").plans.add(action.plan)
    ProgrammeTarget.objects.create(directorate=housing, year=year_of(today()), target=8)

    whole, narrowed = (
        admin_client.get("/dashboards/", asked).content.decode()
        for asked in ({}, {"plan": action.plan.reference})
    )
    word = admin_client.get("/dashboards/word/", {"plan": action.plan.reference})

    assert "Completed of promised" in whole
    assert "ompleted of promised" not in narrowed + words_of(word)


def test_the_most_pressing_is_named_first_with_all_its_reasons(housing):
    published(housing, today(), today() - DAY, title="Reviewed late")
    both = acting(housing, "slipped", title="Overdue and slipping")
    both.due = today() - 12 * DAY
    both.save()

    first, second = shown(housing).named

    assert first.name.endswith("Overdue and slipping")
    assert first.why == "Overdue by 12 days; a mitigation has slipped"
    assert second.why.startswith("Review of actual impact due ")


def test_what_has_no_day_is_named_after_what_has_one(housing):
    acting(housing, "slipped", title="Whenever", due=None)
    acting(housing, "slipped", title="This spring", due=today() + 90 * DAY)

    names = [one.name.partition(" ")[2] for one in shown(housing).named]

    assert names == ["This spring", "Whenever"]


def test_only_five_are_named_and_a_number_leads_to_all(housing):
    for _ in range(7):
        AssessmentFactory(directorate=housing, due=today() - DAY)

    board = shown(housing)

    assert len(board.named) == 5
    assert board.all.count == 7


def promise(directorate, target, completed=None):
    return ProgrammeTarget.objects.create(
        directorate=directorate, year=year_of(today()), target=target, completed=completed
    )  # fmt: skip


def test_the_programme_is_completed_of_promised_by_the_stated_rule(housing):
    promise(housing, 8)
    AssessmentFactory(directorate=housing, stage="screened_out", on=today())

    progress = shown(housing).progress

    assert (progress.figure.count, progress.promised, progress.percentage) == (1, 8, 13)


def test_a_published_count_stands_and_leads_nowhere(housing):
    promise(housing, 8, completed=6)
    AssessmentFactory(directorate=housing, stage="screened_out", on=today())

    progress = shown(housing).progress

    assert (progress.figure.count, progress.figure.url) == (6, "")


def test_what_nobody_promised_is_not_in_the_programme(housing, libraries):
    promise(housing, 8)
    AssessmentFactory(directorate=libraries, stage="screened_out", on=today())

    board = shown()

    assert (board.progress.figure.count, board.progress.promised) == (0, 8)
    assert not board.progress.figure.url


def test_a_dashboard_and_the_programmes_page_say_the_same(admin_client):
    council(today())

    total = admin_client.get("/assessments/programme/").context["programme"].total
    progress = shown().progress

    assert (total.promised, total.completed) == (progress.promised, progress.figure.count)  # fmt: skip
    assert total.percentage == progress.percentage


@pytest.fixture(scope="module")
def cast():
    """Who may know of what: everything, what is of the heir too, nothing that is confidential."""
    return {
        "admin": lambda heir: UserFactory(role="admin"),
        "manager of the heir": lambda heir: UserFactory(role="manager", directorates=[heir]),
        "manager of another": lambda heir: UserFactory(role="manager"),
        "reader": lambda heir: UserFactory(role="reader"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "who", ["admin", "manager of the heir", "manager of another", "reader"]
)
def test_every_number_leads_to_exactly_the_rows_it_counts(client, cast, who):
    _old, heir, partner = council(today())
    client.force_login(cast[who](heir))

    for path in ("/dashboards/", *(one.get_absolute_url() for one in (heir, partner))):
        answer = client.get(path)
        found = set(Numbers(answer.content.decode()).found)
        found = {one for one in found if one[0].startswith(REGISTER)}
        assert found
        for address, number in found:
            assert rows_on(client, address) == number, (path, address)
        _lead_nowhere(client, answer.context["assessments"])


def _lead_nowhere(client, board):
    for figure in board.needs:
        if not figure.count:
            assert rows_on(client, figure.url) == 0, figure


def test_a_chosen_plan_is_carried_into_every_number(admin_client):
    one = acting(DirectorateFactory(), "slipped", due=today() - DAY)
    plan = one.current.mitigations.get().action.plan
    acting(DirectorateFactory(), "slipped")

    page = admin_client.get("/dashboards/", {"plan": plan.reference}).content.decode()
    found = {each for each in Numbers(page).found if each[0].startswith(REGISTER)}

    assert len(found) >= 2
    for address, number in found:
        assert f"plan={plan.reference}" in address
        assert rows_on(admin_client, address) == number == 1, address


def test_confidential_ones_count_only_for_those_who_may_know(housing, libraries):
    assess(housing, today(), confidential_until=SECRET)
    theirs = UserFactory(role="manager", directorates=[housing])
    others = UserFactory(role="manager", directorates=[libraries])

    assert sum(one.count for one in shown(housing, theirs).needs) == 8
    for user in (others, UserFactory(role="reader", directorates=[housing])):
        board = shown(housing, user)
        assert not board.needing
        assert not board.named
        assert not board.confidential


def to_sign(user):
    board = shown(user=user)
    return [one.name for one in board.to_sign], board.to_sign_figure.count


def test_who_has_become_a_reader_is_shown_nothing_to_sign():
    asked = UserFactory(role="manager")
    one = AssessmentFactory(
        stage="sign_off", signer=asked, title="Secret", confidential_until=SECRET
    )
    before = to_sign(asked)

    asked.role = "reader"

    assert before == ([f"{one.reference} Secret"], 1)
    assert to_sign(asked) == ([], 0)


def test_who_sees_more_is_told_and_nobody_else(client, housing, libraries):
    AssessmentFactory(directorate=housing, stage="sign_off", confidential_until=SECRET)
    AssessmentFactory(directorate=housing, stage="sign_off")

    def page_for(user):
        client.force_login(user)
        return " ".join(client.get(housing.get_absolute_url()).content.decode().split())

    told = page_for(UserFactory(role="manager", directorates=[housing]))
    untold = page_for(UserFactory(role="manager", directorates=[libraries]))

    assert "<strong>1</strong> of those counted here is, so others see smaller" in told
    assert "counted only for those who may know of it." in untold
    assert "others see smaller" not in untold


def test_confidentiality_ends_on_its_day(housing, libraries):
    AssessmentFactory(directorate=housing, stage="sign_off", confidential_until=today())
    AssessmentFactory(
        directorate=housing, stage="sign_off", confidential_until=today() + DAY
    )

    board = shown(housing, UserFactory(role="reader"))

    assert counts(board) == {"awaiting sign-off": 1}


def test_the_programme_counts_no_confidential_one_for_who_may_not_know(housing):
    promise(housing, 4)
    AssessmentFactory(
        directorate=housing, stage="screened_out", on=today(), confidential_until=SECRET
    )

    assert shown(housing).progress.percentage == 25
    assert shown(housing, UserFactory(role="reader")).progress.percentage == 0


def test_whoever_must_sign_finds_it_on_any_dashboard(client, housing, libraries):
    signer = UserFactory(role="manager", directorates=[libraries])
    one = AssessmentFactory(directorate=housing, stage="sign_off", signer=signer)
    client.force_login(signer)

    page = client.get(libraries.get_absolute_url()).content.decode()
    client.force_login(UserFactory(role="manager", directorates=[libraries]))
    other = client.get(libraries.get_absolute_url()).content.decode()

    assert "Waiting for your signature" in page
    assert one.get_absolute_url() in page
    assert "Waiting for your signature" not in other


def test_a_page_without_actions_says_what_waits_too(client, housing):
    client.force_login(UserFactory(role="manager", directorates=[housing]))
    AssessmentFactory(directorate=housing, stage="sign_off")

    page = client.get(housing.get_absolute_url()).content.decode()

    assert "1 awaiting sign-off" in page


def test_a_council_without_assessments_says_nothing_of_them(admin_client):
    page = admin_client.get("/dashboards/").content.decode()

    assert 'id="assessments"' not in page


def test_whatever_somebody_wrote_is_text(admin_client):
    body = DirectorateFactory(name="<i>Leisure</i>")
    AssessmentFactory(directorate=body, title="<i>Pools</i>", due=today() - DAY)

    page = admin_client.get("/dashboards/").content.decode()

    assert "<i>" not in page
    assert "&lt;i&gt;Pools" in page


def words_of(answer):
    document = Document(io.BytesIO(answer.content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)  # fmt: skip
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_the_word_page_counts_nothing_confidential_whoever_asks(admin_client, housing):
    promise(housing, 4)
    AssessmentFactory(directorate=housing, stage="screened_out", on=today())
    AssessmentFactory(directorate=housing, stage="sign_off", title="Open to all")
    AssessmentFactory(
        directorate=housing, stage="sign_off", title="Secret", confidential_until=SECRET
    )

    words = words_of(admin_client.get(f"{housing.get_absolute_url()}word/"))

    assert "1 of 4 promised for" in words
    assert "1 awaiting sign-off." in words
    assert "Open to all" in words
    assert "Secret" not in words


def fill(directorate, count):
    for number in range(count):
        AssessmentFactory(
            directorate=directorate, stage="sign_off", due=today() - number * DAY,
            confidential_until=SECRET if number % 2 else None,
        )  # fmt: skip
        acting(directorate, "slipped")


@pytest.mark.parametrize("count", [2, 12])
def test_a_dashboard_asks_as_often_for_many_assessments_as_for_two(
    manager_client, housing, django_assert_num_queries, count
):
    fill(housing, count)

    # session, user, the directorate with the reader's own, plans with their rounds, what passed into it, changes of lead, the actions, the
    # indicators, the assessments, which of the confidential ones count, areas of frameworks; words of the worst action where there is one
    with django_assert_num_queries(11):
        manager_client.get(housing.get_absolute_url())


def test_a_day_is_what_it_is_asked_for(housing):
    AssessmentFactory(directorate=housing, due=datetime.date(2026, 4, 10))
    before, after = (
        AssessmentBoard(board_of(QueryDict(""), on=on, directorate=Directorate.objects.get(pk=housing.pk)))
        for on in (datetime.date(2026, 4, 10), datetime.date(2026, 4, 11))
    )  # fmt: skip

    assert not before.needing
    assert counts(after) == {"overdue": 1}
