"""What an import brought is taken back, but for what somebody has worked on since."""

import pytest

from indicators.importing import undo
from indicators.models import Indicator, IndicatorAction, Result, Target
from tests.factories import ActionFactory, IndicatorFactory, ResultFactory
from tests.plans.importing.dumps import dump

from .bringing import bring
from .test_figures import grouped

pytestmark = pytest.mark.django_db
ROWS = (
    ("EQ 1 - Top earners who are:", "", "", ""),
    ("a) women", "30%", "35%", "33%"),
    ("b) disabled", "3%", "4%", "5%"),
)


def left(undone):
    return [(one.name, one.why) for one in undone.left]


def test_nothing_is_left_of_an_import_that_nobody_has_worked_on(admin):
    before = dump()
    with_groups = [one | {"key": "EQ 9", "code": "EQ 9"} for one in grouped()]
    changes = bring(*ROWS, by=admin).changes
    changes += bring(by=admin, entries=with_groups).changes

    undone = undo.undo(changes)

    assert undone.left == []
    assert dump() == before


def test_what_it_changed_is_put_back_and_what_it_said_of_both_is_known_to_the_earlier_import(
    admin,
):
    bring(*ROWS, by=admin)
    before = dump()
    changed = bring(("EQ 1a - women", "30%", "35%", "34%"), by=admin)

    undone = undo.undo(changed.changes)

    assert dump() == before
    result = Result.objects.get(indicator__code="EQ 1a")
    assert undone.versions["indicators.result", result.pk, 1] == result.version == 3


def test_a_figure_that_a_person_corrected_stays_with_its_indicator_and_is_named(admin):
    changes = bring(*ROWS, by=admin).changes
    Result.objects.filter(indicator__code="EQ 1a").update(text="34%", value=34)
    named = left(undo.look(changes))

    undone = undo.undo(changes)

    assert left(undone) == named
    assert [name for name, _why in named] == [
        "EQ 1a a) women: result for 2030/31",
        "EQ 1 Top earners who are:",
        "EQ 1a a) women",
    ]
    assert sorted(Indicator.objects.values_list("code", flat=True)) == ["EQ 1", "EQ 1a"]
    assert not Target.objects.exists()


def test_an_indicator_that_was_given_an_action_stays(admin):
    changes = bring(*ROWS, by=admin).changes
    one = Indicator.objects.get(code="EQ 1b")
    IndicatorAction.objects.create(indicator=one, action=ActionFactory())

    undone = undo.undo(changes)

    assert (
        "EQ 1b b) disabled",
        "Something has been attached to it since the import.",
    ) in left(undone)
    assert Indicator.objects.filter(code="EQ 1b").exists()


def test_an_indicator_keeps_the_unit_that_it_got_where_figures_came_in_it_since(admin):
    one = IndicatorFactory(code="EQ 1", title="Fair service", unit="")
    changes = bring(("EQ 1 - Fair service", "", "", "45%"), by=admin).changes
    ResultFactory(indicator=one, text="46%", value=46, period="2028/29")

    undone = undo.undo(changes)

    one.refresh_from_db()
    assert (one.unit, [result.text for result in one.results.all()]) == ("%", ["46%"])
    assert [name for name, _why in left(undone)] == [str(one)]
