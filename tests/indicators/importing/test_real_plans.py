"""A real delivery plan's indicators imported: every value and every reason in the database is what the plan says."""

from decimal import Decimal

import pytest

from indicators.models import Indicator, IndicatorPriority, Result, Target
from indicators.words import codes
from plans.models import Action, Plan, Priority
from tests import real_plans
from tests.imports.conftest import Journey
from tests.indicators.test_tables_of_real_plans import REASONS, truth, words
from tests.plans.importing.dumps import dump

pytestmark = [pytest.mark.real_plans, pytest.mark.django_db]
BOOKS = ["leeds.xlsx", "leeds.csv"]


@pytest.fixture
def journey(admin_client):
    return Journey(admin_client)


def file(name):
    return (real_plans.folder() / "books" / name).read_bytes()


def brought(journey, name, **said):
    journey.to_preview(file(name), name=name, as_at="2010-03-31", **said)
    return journey.page("preview").content.decode()


def figures(indicator):
    """The four figures of an indicator as the plan's columns have them."""
    return {
        "baseline": indicator.baselines.first(),
        "target_2009": indicator.targets.filter(end="2009-03-31").first(),
        "result_2008_09": indicator.results.first(),
        "target_2011": indicator.targets.filter(end="2011-03-31").first(),
    }


@pytest.mark.parametrize("book", BOOKS)
def test_every_value_and_reason_is_in_the_database_and_the_way_back_leaves_nothing(
    journey, book
):
    before = dump()

    page = brought(journey, book)
    journey.apply()

    assert "Import 61 actions and 37 indicators" in page
    check_all_of_it()
    stood, plan = dump(), Plan.objects.get()
    brought(journey, book, plan=plan)
    journey.apply()
    assert journey.run.counts["indicators"]["unchanged"] == 37
    assert journey.run.counts["indicators"]["changed"] == 0
    assert dump() == stood
    journey.client.post(f"/import/{journey.run.pk}/undo/")
    first = plan.import_runs.order_by("pk").first()
    journey.client.post(f"/import/{first.pk}/undo/")
    assert dump() == before


def check_all_of_it():
    wanted = truth()
    links = IndicatorPriority.objects.select_related("indicator", "priority")
    links = list(links.order_by("priority__position", "position"))
    assert (Action.objects.count(), Priority.objects.count()) == (61, 6)
    assert len(links) == len(wanted) == 37 == Indicator.objects.count()
    assert Indicator.objects.filter(parent=None).count() == 28
    assert Result.objects.count() == 34
    assert not Indicator.objects.exclude(direction="").exists()
    for one, link in zip(wanted, links, strict=True):
        indicator = link.indicator
        assert indicator.code == (one["key"] if one["code"] else "")
        assert link.priority.number == one["priority"]
        is_national = codes.key(one["code"] or "").startswith("ni")
        assert indicator.belongs_to == ("national" if is_national else "local")
        whole = one["whole"]["key"]
        parent = indicator.parent and indicator.parent.code
        assert parent == (whole if one["key"] != whole else None)
        if one["typed"]:
            check_figures(one, figures(indicator))


def check_figures(one, found):
    cells = dict(zip(found, list(one["cells"].values())[1:], strict=False))
    for name, figure in found.items():
        typed = one["typed"][name]
        value = typed["value"]
        assert figure.value == (None if value is None else Decimal(str(value)))
        assert figure.reason == REASONS.get(typed["status"], "")
        assert words(figure.text) == words(cells[name])
        if typed["status"] == "value" and isinstance(figure, Target | Result):
            assert figure.as_measure().unit == typed["unit"] or figure.change
