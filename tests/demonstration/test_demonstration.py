"""The demonstration keeps every rule, shows every state, and is never stale, whatever day it is."""

import datetime
import hashlib

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import F, Q

from assessments.cumulative.effects import Cumulative
from assessments.framework import awards, standing
from assessments.framework.access import Right, rights_in
from assessments.models import (
    Assessment,
    AssessmentVersion,
    CriterionEvidence,
    Framework,
    Judgement,
    Mitigation,
    Stage,
    StageMove,
)
from assessments.programme.progress import Programme, year_of
from equality_tracker.dashboards.demonstration import load
from equality_tracker.evidence.models import StoredFile
from equality_tracker.evidence.serving import fault_of
from equality_tracker.organisation.models import Directorate, Lead, Role, User
from indicators.gaps import Groups
from indicators.models import Breakdown, Comment, Indicator, Result, Target
from indicators.performance import Verdict
from indicators.standing import Standing
from indicators.words.reasons import Reason
from plans.models import Action, ActionUpdate, Plan, RagStatus, Round
from plans.timescales import read

# The last day and the first of a council's year, a day that most years have not, and the first of a calendar year.
DAYS = ["2027-03-31", "2027-04-01", "2028-02-29", "2029-01-01"]
YEAR = datetime.timedelta(days=366)
OURS = ["organisation", "plans", "evidence", "indicators", "assessments"]


@pytest.fixture(scope="module", params=DAYS)
def db(request, django_db_setup, django_db_blocker):
    """The database with the demonstration in it; yields the day that it was loaded for."""
    day = datetime.date.fromisoformat(request.param)
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        # The evidence store insists on a transaction of its own; Django's tests may stand around it.
        whole._from_testcase = True
        with whole:
            load(day)
            connection.check_constraints()
            yield day
            transaction.set_rollback(True)


@pytest.fixture(scope="module")
def today(db):
    """The day that the demonstration in the database was loaded for."""
    return db


def live():
    return Action.objects.live()


def test_every_row_passes_its_own_rules(today):
    """What is unique, constrained or points at another row, the database has checked of each."""
    models = [
        model
        for name in OURS
        for model in apps.get_app_config(name).get_models()
        if not hasattr(model, "pgh_tracked_model")
    ]

    rows = [row for model in models for row in model._default_manager.all()]
    assert len(rows) > 2000
    assert [row for row in rows if what_its_rules_say(row)] == []


def what_its_rules_say(row):
    """Return what the fields of `row` and its own `clean` have against it."""
    relations = [field.name for field in row._meta.fields if field.remote_field]
    try:
        row.full_clean(
            exclude=["password", *relations],
            validate_unique=False,
            validate_constraints=False,
        )
    except ValidationError as fault:
        return fault.messages
    return []


def test_it_is_a_whole_council(today):
    kinds = list(Directorate.objects.current(today).values_list("kind", flat=True))

    assert kinds.count("directorate") >= 6
    assert kinds.count("partner") == 1
    assert sorted(Plan.objects.values_list("state", flat=True)) == [
        "closed",
        "live",
        "live",
    ]
    assert len(set(Plan.objects.values_list("priority_word", flat=True))) == 3
    assert Action.objects.count() >= 90


def test_it_has_twelve_people_in_all_four_roles_and_a_leaver(today):
    assert User.objects.count() == 12
    assert set(User.objects.values_list("role", flat=True)) == set(Role.values)
    assert User.objects.filter(is_active=False).count() == 1


def test_a_renamed_directorate_rolls_up_to_todays(today):
    housing = Directorate.objects.get(short_name="Housing")
    estates = Directorate.objects.get(short_name="Estates")

    assert estates.pk in housing.with_predecessors()
    assert estates.actions.exists()


def test_posts_are_vacant_shared_and_left(today):
    holders = {
        lead.abbreviation: list(lead.holdings.running(today).select_related("user"))
        for lead in Lead.objects.all()
    }

    assert holders["HPM"] == []
    assert len(holders["CCT"]) == 2
    assert [held.user.is_active for held in holders["HAO"]] == [False]


def test_every_status_stands_in_a_live_plan(today):
    statuses = set(live().values_list("rag_status", flat=True))

    assert statuses == {*RagStatus.values, None}


def test_every_state_that_a_page_shows_is_there(today):
    ninety_days_ago = today - datetime.timedelta(days=90)
    wanted = {
        "overdue": live().overdue(today),
        "due within 30 days": live().due_within(today, 30),
        "due within 90 days": live().due_within(today, 90),
        "not updated for long": live().not_updated_since(ninety_days_ago),
        "not updated this round": live().not_updated_this_round(),
        "updated this round": live().updated_this_round(),
        "without a lead": live().without_lead(),
        "waiting": live().waiting(),
        "ongoing": live().filter(ongoing=True),
        "no date": live().filter(timescale="", due=None),
        "to be confirmed": live().filter(timescale="To be confirmed"),
        "yearly": live().filter(recurrence="annual"),
        "quarterly": live().filter(recurrence="quarterly"),
        "date moved": live().filter(due__gt=F("original_due"), recurrence=""),
        "joint": live().filter(contributing__isnull=False),
        "all directorates": live().filter(contributing_all=True),
        "milestones met": live().filter(milestones__met_on__isnull=False),
        "milestones missed": live().filter(
            milestones__met_on=None, milestones__due__lt=today
        ),
        "priority monitoring": live().filter(priority_monitoring=True),
        "measure to be determined": live().filter(measures__icontains="determined"),
        "no reference": live().filter(reference=""),
        "retracted": live().filter(updates__retracted_at__isnull=False),
    }

    assert [state for state, found in wanted.items() if not found.exists()] == []


def test_each_status_is_that_of_the_latest_update(today):
    for action in Action.objects.all():
        latest = action.updates.standing().newest_first().first()
        assert action.latest_update == latest
        assert action.rag_status == (latest.rag_status if latest else None)


def test_slippage_and_moved_dates_have_reasons(today):
    late = ActionUpdate.objects.filter(rag_status__in=["slipped", "some_slippage"])
    moved = ActionUpdate.objects.filter(new_due__isnull=False)

    assert late.exists()
    assert moved.exists()
    assert not late.filter(reason="").exists()
    assert not moved.filter(due_reason="").exists()


def test_there_are_four_rounds_and_one_runs(today):
    rounds = list(Round.objects.order_by("opens"))

    assert len(rounds) == 4
    assert [each.is_running for each in rounds] == [False, False, False, True]
    assert rounds[-1].opens < today < rounds[-1].closes
    assert len({each.title for each in rounds}) == 4
    assert all(each.updates.count() > 20 for each in rounds)


def test_nothing_was_said_on_a_day_to_come(today):
    in_words = ActionUpdate.objects.filter(
        Q(reported_on__gt=today) | Q(made_at__date__gt=today)
    )

    assert not in_words.exists()


def test_the_history_tells_the_story_and_not_the_loading(today):
    events = apps.get_model("plans", "ActionEvent").objects

    added = events.filter(pgh_label="insert", pgh_created_at__date__gt=today)
    changed = events.filter(pgh_label="update").dates("pgh_created_at", "month")
    assert not added.exists()
    assert len(changed) > 6
    assert not events.exclude(pgh_context__url="Demonstration").exists()


def test_a_timescale_reads_as_the_date_beside_it(today):
    """Only what reads as one date is compared: a plan that says "annually" names none."""
    compared = 0
    for action in Action.objects.select_related("plan"):
        reading = read(action.timescale, action.plan.start, action.plan.end)
        if reading.due:
            compared += 1
            assert reading.due == (action.original_due or action.due), action
    assert compared > 60


def test_a_leaver_reported_while_there_and_never_after(today):
    leaver = User.objects.get(is_active=False)
    days = [each.reported_on for each in leaver.updates.all()]

    assert days
    assert max(days) <= today - datetime.timedelta(days=70)


def test_evidence_is_notes_links_and_files_that_are_stored(today):
    kinds = {
        kind
        for action in Action.objects.prefetch_related("evidence")
        for kind in action.evidence.all().values_list("kind", flat=True)
    }
    stored = StoredFile.objects.all()

    assert kinds == {"note", "link", "file"}
    assert {each.name.rsplit(".")[-1] for each in stored} == {"csv", "txt", "pdf"}
    for each in stored:
        with each.file.open() as file:
            assert hashlib.sha256(file.read()).hexdigest() == each.sha256


def test_no_place_for_a_date_is_left_unfilled(today):
    said = [each.progress + each.reason for each in ActionUpdate.objects.all()]
    written = [each.timescale + each.title for each in Action.objects.all()]
    named = [each.reference + each.title for each in Plan.objects.all()]

    assert not [text for text in [*said, *written, *named] if "{" in text]


def test_indicators_stand_in_every_way_they_can(today):
    indicators = Indicator.objects.with_figures()
    verdicts = {str(Standing(one).judgement.verdict) for one in indicators}

    assert indicators.filter(parent=None).count() >= 27
    assert indicators.count() >= 30
    assert verdicts == set(Verdict.values)
    assert Indicator.objects.withdrawn(today).exists()
    assert Indicator.objects.without_direction().exists()
    assert Indicator.objects.exclude(parent=None).count() == 3
    assert Indicator.objects.filter(introduced__gt=today - 3 * YEAR).exists()
    assert len(set(indicators.values_list("directorate", flat=True))) == 8
    assert indicators.values("priorities__plan").distinct().count() == 2


def test_the_figures_of_indicators_are_of_every_kind(today):
    results, targets = Result.objects.all(), Target.objects.all()
    units = set(Indicator.objects.values_list("unit", flat=True))

    assert {
        "%",
        "count",
        "GBP",
        "days",
        "households",
        "per 1,000",
        "percentage points",
        "",
    } <= units
    assert {
        Reason.NO_SURVEY,
        Reason.NOT_REPORTED,
        Reason.NEW_INDICATOR,
        Reason.IN_WORDS,
    } <= set(results.values_list("reason", flat=True))
    assert Reason.NO_TARGET in targets.values_list("reason", flat=True)
    assert {"points", "percent", ""} == set(
        targets.filter(change="+").values_list("change_in", flat=True)
    )
    assert targets.filter(change="-", change_in="percent").exists()
    assert targets.filter(second=85).exists()
    assert targets.filter(operator=">=").exists()
    assert results.exclude(unit="").exists()
    assert results.filter(provisional=True).exists()
    assert results.filter(numerator__isnull=False).exists()
    assert {"financial_year", "quarter"} == set(
        results.values_list("period_kind", flat=True)
    )


def test_results_were_corrected_with_a_reason_and_spoken_of_by_directors(today):
    corrected = Result.pgh_event_model.objects.filter(
        pgh_label="update", pgh_context__has_key="reason"
    )

    assert corrected.count() == 2
    assert Comment.objects.values("made_by").distinct().count() >= 4


def test_results_by_group_hide_small_numbers_and_show_a_gap_that_narrows(today):
    shown = {}
    for indicator in Indicator.objects.with_figures():
        results = list(indicator.results.all())
        shown[indicator.code] = Groups(
            results, Breakdown.objects.of_indicator(indicator)
        )
    tables = [
        (table, trend) for groups in shown.values() for table, trend in groups.sections
    ]

    assert len({table.characteristic for table, _trend in tables}) >= 6
    assert sum(table.has_masked for table, _trend in tables) >= 6
    assert any("narrowed from" in trend.in_words for _table, trend in tables)
    assert any("points between" in table.gap for table, _trend in tables)
    assert any("times between" in table.gap for table, _trend in tables)
    assert Breakdown.objects.filter(count=0).exists()


def test_sixty_assessments_stand_at_every_stage(today):
    rows = Assessment.objects.all()
    wanted = {
        **{stage: rows.at(stage) for stage in Stage},
        "overdue": rows.overdue(today),
        "unpublished": rows.unpublished(today),
        "within the month": rows.at(Stage.APPROVED).exclude(
            pk__in=rows.unpublished(today)
        ),
        "review due": rows.review_due(today),
        "confidential": rows.filter(confidential_until__gt=today),
        "slipping": rows.slipping(),
        "a draft beside a published version": rows.in_public().filter(
            current__stage__in=[Stage.SCREENING, Stage.FULL], current__number=2
        ),
        "one of two signatures": rows.filter(
            current__stage=Stage.SIGN_OFF, current__sign_offs__said="signed"
        ),
        "changes requested": rows.filter(
            current__stage=Stage.FULL, current__sign_offs__said="changes"
        ),
    }

    assert rows.count() == 60
    assert [state for state, found in wanted.items() if not found.exists()] == []
    assert len(set(rows.values_list("directorate", flat=True))) == 8
    assert set(rows.values_list("kind", flat=True)) == {
        "policy", "function", "service", "budget", "project",
    }  # fmt: skip


def test_budget_proposals_of_two_years_add_up_and_none_was_decided_unsigned(today):
    of_budgets = Assessment.objects.exclude(budget_year=None).order_by("-budget_year")
    years = of_budgets.values_list("budget_year", flat=True).distinct()
    admin = User.objects.filter(role=Role.ADMIN).first()
    coming = Assessment.objects.filter(budget_year=years[0])
    last = Assessment.objects.filter(budget_year=years[1])

    assert years[0] == years[1] + 1
    for proposals, decided in ((coming, False), (last, True)):
        rows = Cumulative(proposals, admin).rows
        assert sum(row.negative for row in rows) >= 5
        assert any(row.severity["high"] for row in rows)
        assert all((one.decided_on < today) is decided for one in proposals)
    assert not last.at(Stage.SIGN_OFF, Stage.FULL).exists()


def test_what_happened_to_assessments_has_its_days(today):
    """Nothing in them happened as the demonstration was loaded, and no signature is the author's."""
    assert not StageMove.objects.exclude(at__date=F("on")).exists()
    assert not StageMove.objects.filter(on__gte=today).exists()
    for version in AssessmentVersion.objects.prefetch_related("sign_offs"):
        for said in version.sign_offs.all():
            assert said.at.date() < today
            assert said.by_id != version.submitted_by_id


def test_mitigations_stand_with_and_without_actions(today):
    with_actions = Mitigation.objects.filter(action__isnull=False)
    statuses = set(with_actions.values_list("action__rag_status", flat=True))

    assert {"slipped", "achieved", "on_target"} == statuses
    assert Mitigation.objects.filter(action=None).count() > 10


def test_two_years_of_the_programme_have_their_counts(today):
    year = year_of(today)
    known = Assessment.objects.all()
    before, now = (Programme(one, known, today) for one in (year - 1, year))

    assert len(before.lines) >= 7
    assert len(now.lines) == 8
    assert any(line.is_published for line in before.lines)
    assert any(not line.is_published for line in before.lines)
    assert [line.printed_otherwise for line in before.lines].count(110) == 1


def test_a_framework_is_part_way_and_proposals_wait(today):
    (framework,) = Framework.objects.in_use()
    (found,) = standing.load([framework], user=User.objects.admins().first(), on=today)

    assert 0 < found.readiness.ready < found.readiness.asked == 17
    assert found.readiness.judged < found.readiness.count
    assert found.readiness.waiting == 2
    assert found.readiness.late(today) == 1


def test_a_framework_is_closed_with_a_lapsed_award_and_the_other_warns(today):
    closed = Framework.objects.get(closed_on__lt=today)

    assert awards.holds(closed.awards.get(), today) is awards.Holds.NO
    assert [call.url for call in awards.calls(today)] == [
        Framework.objects.in_use().get().get_absolute_url()
    ]


def test_the_report_of_the_last_assessment_is_kept_as_a_file():
    award = Framework.objects.in_use().get().awards.get()

    assert award.report.name == "peer-challenge-report.pdf"
    assert fault_of(award.report) == ""


def test_levels_are_judged_by_those_who_may_and_shown_in_every_way(today):
    for one in Judgement.objects.select_related("criterion__area__lead", "by"):
        rights = rights_in(one.by, one.criterion.area, one.on)
        assert (Right.JUDGE if one.kind == "judged" else Right.WRITE) in rights
    shown = CriterionEvidence.objects.values_list("kind", flat=True)
    assert set(shown) == set(CriterionEvidence.Kind.values)
