"""Whatever a plan says, its spreadsheet comes back unchanged; whatever is edited on either side, the three sides tell the truth."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plans.importing.apply import apply
from plans.models import Action
from tests.factories import (
    ActionFactory,
    DirectorateFactory,
    PlanFactory,
    PriorityFactory,
    UserFactory,
)

from .there_and_back import ON, Sheet, bring_back, send_out

pytestmark = pytest.mark.django_db
FEW = settings(
    max_examples=20,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ODD = st.sampled_from(
    [
        "=1+1",
        "+44 20",
        "-5 %",
        "@all",
        "'quoted",
        "'=cmd",
        "• one\n• two",
        "first\n\nsecond",
        "Evidence – the minutes",
        "_x000D_",
        "By April 2027:",
        "Objective 2: more",
        "Total",
        "N/A",
        "Key",
        "Example",
        "Action",
        "1.10",
        "03/04/27",
        "“Curly” ‘quotes’ – and\u00a0spaces",
        "Ünïcödé 漢字 👍",
        "long " * 900,
    ]
)
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")
WORDS = ODD | st.text(CHARACTERS, max_size=40)
TITLES = WORDS.filter(lambda text: text.strip() != "")
STATUSES = st.sampled_from([None, "achieved", "on_target", "some_slippage", "slipped"])
ROW = st.fixed_dictionaries(
    {
        "title": TITLES,
        "outcome": WORDS,
        "measures": WORDS,
        "steps": WORDS,
        "lead_as_written": WORDS,
        "timescale": WORDS,
    }
)
PLANS = st.lists(
    st.tuples(
        TITLES, st.lists(st.tuples(ROW, STATUSES, WORDS), min_size=1, max_size=3)
    ),
    min_size=1,
    max_size=3,
)


def build(said):
    """A plan of what was drawn: [(heading, [(words, status, progress), …]), …]."""
    plan, by, directorate = PlanFactory(), UserFactory(), DirectorateFactory()
    place = 0
    for number, (title, rows) in enumerate(said, start=1):
        priority = PriorityFactory(
            plan=plan, number=str(number), title=title[:500], position=number
        )
        for words, status, progress in rows:
            place += 1
            ActionFactory(
                priority=priority,
                directorate=directorate,
                reference="" if place % 3 == 0 else f"{number}.{place}",
                position=place,
                rag_status=status,
                progress=progress.strip() and progress or "Said.",
                reported_by=by,
                **words,
            )
    return plan, by


def what_is_new(difference):
    rows = [
        (row.said["row"], row.values, row.leads, row.report, row.note)
        for row in difference.to_import
    ]
    headings = [one.values for one in difference.priorities if one.values]
    return rows, headings, difference.clashes, [str(one) for one in difference.removed]


@FEW
@given(PLANS)
def test_any_plan_comes_back_unchanged(said):
    with transaction.atomic():
        plan, by = build(said)

        _run, found = bring_back(send_out(plan, by).workbook, plan)

        assert what_is_new(found) == ([], [], [], [])
        assert len(found.sides.rows) == plan.actions.count()
        assert found.counts["rows"] == plan.actions.count()
        transaction.set_rollback(True)


FIELDS = {"title": "Action", "outcome": "Outcome wanted", "timescale": "Timescale"}
EDIT = st.tuples(
    st.integers(0, 5),
    st.sampled_from([*FIELDS, "rag_status"]),
    st.sampled_from(["file", "here", "both", "apart"]),
)
NEW = {"title": "Reworded", "outcome": "Better", "timescale": "Ongoing"}
WORD = {"on_target": "On target", "achieved": "Achieved"}


def edit_here(action, name, value, by):
    if name == "rag_status":
        action.refresh_from_db()
        action.record_update(by=by, on=ON, rag_status=value, progress="Said here.")
    else:
        Action.objects.filter(pk=action.pk).update(**{name: value})


def edit_file(sheet, number, name, value):
    heading = FIELDS.get(name, "RAG status")
    row = sheet.row_of(f"Untouched title {number}")
    sheet.edits.append((row, sheet.columns[heading], WORD.get(value, value)))


def plan_of_six(by):
    plan = PlanFactory()
    priority = PriorityFactory(plan=plan)
    return plan, [
        ActionFactory(
            priority=priority,
            reference=f"1.{n}",
            title=f"Untouched title {n}",
            outcome=f"Outcome {n}",
            timescale="By March 2027",
            position=n,
            rag_status="some_slippage",
            reported_by=by,
        )
        for n in range(6)
    ]


@FEW
@given(st.lists(EDIT, max_size=8, unique_by=lambda one: one[:2]))
def test_each_side_is_told_from_the_other(edits):
    with transaction.atomic():
        by = UserFactory()
        plan, actions = plan_of_six(by)
        sheet = Sheet(send_out(plan, by).workbook)
        sheet.edits, truth, asked = [], {}, set()
        for number, name, side in edits:
            action = actions[number]
            theirs = NEW.get(name, "achieved")
            ours = f"{theirs} here" if name != "rag_status" else "on_target"
            if side in ("file", "both", "apart"):
                edit_file(sheet, number, name, theirs)
            if side == "both":
                edit_here(action, name, theirs, by)
            if side in ("here", "apart"):
                edit_here(action, name, ours, by)
            if side == "apart":
                asked.add((action.pk, name))
            truth[action.pk, name] = ours if side in ("here", "apart") else theirs
        for row, column, value in sheet.edits:
            sheet.sheet.cell(row, column).value = value

        _run, found = bring_back(sheet.content, plan)
        apply(found, by=by)

        now = {one.pk: one for one in plan.actions.all()}
        assert {key: getattr(now[key[0]], key[1]) for key in truth} == truth
        told = {(clash.action, clash.name) for _row, clash in found.clashes}
        told |= {(row.action.pk, "rag_status") for row in found.newer}
        # A status that says the same on both sides, in other words, is asked about too.
        assert asked <= told
        assert {one for one in told if one[1] != "rag_status"} == {
            one for one in asked if one[1] != "rag_status"
        }
        transaction.set_rollback(True)
