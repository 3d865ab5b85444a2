"""The spreadsheet comes back, and what it asks."""

import datetime

from plans.models import ActionLead
from tests.factories import (
    UserFactory,
)
from tests.plans.exporting.there_and_back import ON, bring_back

MARCH = datetime.date(2027, 3, 31)
SEPTEMBER = datetime.date(2027, 9, 30)


def back(sheet, plan, *answered):
    """What the sheet would change, with the file's side taken of each clash in `answered`."""
    answers = {one.key: {"take": "file", "seen": one.seen} for one in answered}
    return bring_back(sheet.content, plan, decisions={"clashes": answers})[1]


def the_clash(found):
    ((_row, clash),) = found.clashes
    return clash


def nothing_changes(found):
    return not found.to_import and not any(one.values for one in found.priorities)


def move(desk):
    desk.refresh_from_db()
    desk.record_update(
        by=UserFactory(),
        on=ON,
        rag_status="some_slippage",
        reason="Builders",
        progress="Two desks are open.",
        new_due=SEPTEMBER,
        due_reason="Agreed",
    )


def give_to(desk, lead):
    ActionLead.objects.filter(action=desk).delete()
    ActionLead.objects.create(action=desk, lead=lead, position=0)
