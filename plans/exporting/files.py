"""Makes a plan's spreadsheet and keeps its rows as they leave."""

import re

from django.conf import settings
from django.db import transaction

from equality_tracker.templatetags.govuk import day
from equality_tracker.workbooks.book import write
from equality_tracker.workbooks.marks import PROPERTY
from plans.models import Plan, PlanExport

from . import contents as plan_now
from .sheets import lay_out

_ODD = re.compile(r"[^A-Za-z0-9]+")


@transaction.atomic
def export(plan, *, by, on, at):
    """Make `plan`'s spreadsheet as it stands on the day `on`, keep it with its rows in the name of `by`, and return the PlanExport.

    The plan is held meanwhile, so that what is kept is what the file says.
    """
    plan = Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    contents = plan_now.read(plan)
    made = PlanExport(
        plan=plan,
        plan_title=plan.title,
        name=file_name(plan, on),
        made_by=by,
        made_at=at,
        as_at=on,
        action_count=len(contents.actions),
    )
    about = f"{settings.COUNCIL_NAME}, as at {day(on)}. Write in what has changed and send it back: nothing else is needed."
    laid = lay_out(contents, made.token, about)
    made.workbook = write(
        laid.books, title=plan.title, properties={PROPERTY: made.token}
    ).read()
    made.columns = {
        "sheets": laid.columns,
        "statuses": {key: word for key, (word, _) in contents.statuses.items()},
    }
    made.rows = [plan_now.stood(action) for action in laid.actions]
    made.save(force_insert=True)
    return made


def file_name(plan, on):
    """Return a name that tells the plan and the day apart from other files in a folder of downloads."""
    short = _ODD.sub("-", plan.reference).strip("-")
    return f"{short}-{on:%Y-%m-%d}.xlsx"
