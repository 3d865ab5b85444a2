"""An import is taken back, and says before what will stay."""

import datetime

import pytest

from equality_tracker.imports.models import RememberedLead
from plans.models import Action, ActionUpdate, Plan
from tests.imports.preview_fields import lead_field
from tests.plans.importing.dumps import dump

from .workbooks import ROWS, workbook

pytestmark = pytest.mark.django_db


def test_undo_leaves_the_site_as_it_was(journey):
    before = dump()
    journey.to_preview()
    page = journey.page("preview").content.decode()
    assert "Create “Language Team" in page
    journey.apply({lead_field(journey, "Language Team", "create"): "on"})

    journey.client.post(f"/import/{journey.run.pk}/undo/")

    assert journey.run.state == "undone"
    assert dump() == before
    assert not RememberedLead.objects.exists()


def test_the_page_before_undoing_names_what_will_stay(journey, officer):
    journey.to_preview()
    journey.apply({"plan-live": "on"})
    action = Action.objects.get(reference="1.2")
    action.record_update(
        by=officer, on=datetime.date.today(), rag_status="achieved", progress="Signed."
    )

    page = journey.client.get(f"/import/{journey.run.pk}/undo/").content.decode()
    journey.client.post(f"/import/{journey.run.pk}/undo/")

    assert "1 action will stay as it is" in page
    assert list(Action.objects.all()) == [action]
    assert ActionUpdate.objects.filter(action=action).count() == 2
    assert str(action) in journey.page("run_detail").content.decode()


def test_two_imports_can_be_undone_one_after_the_other(journey):
    before = dump()
    journey.to_preview()
    journey.apply()
    first = journey.run
    rows = [(*ROWS[0][:2], "Nobody waits", *ROWS[0][3:]), *ROWS[1:]]
    journey.to_preview(workbook(rows), plan=Plan.objects.get())
    journey.apply()

    journey.client.post(f"/import/{journey.run.pk}/undo/")
    journey.client.post(f"/import/{first.pk}/undo/")

    assert dump() == before
