"""Makes a plan's spreadsheet and keeps its rows as they leave."""

import hashlib
import json
import re

from django.conf import settings

from equality_tracker.snapshot import one_moment
from equality_tracker.templatetags.govuk import day
from equality_tracker.workbooks.book import write
from equality_tracker.workbooks.marks import PROPERTY
from plans.models import Plan, PlanExport

from . import contents as plan_now
from . import measured
from .sheets import lay_out

_ODD = re.compile(r"[^A-Za-z0-9]+")


def export(plan, *, by, on, at):
    """Make `plan`'s spreadsheet as it stands on the day `on`, keep it with its rows in the name of `by`, and return the PlanExport.

    Where nothing has changed since `by` took it last that day, that one is given again.
    """
    return prepare(plan, by=by, on=on, at=at).kept()


def prepare(plan, *, by, on, at):
    """Return what `export` keeps, without a key where it is new and not kept yet.

    The plan is read as it stood at one moment and nothing is held: its actions can be updated while the file is made.
    """
    with one_moment():
        contents = plan_now.read(Plan.objects.get(pk=plan.pk))
        contents.measured = measured.of(contents.plan)
    made = PlanExport(
        plan=contents.plan,
        plan_title=contents.plan.title,
        name=file_name(contents.plan, on),
        made_by=by,
        made_at=at,
        as_at=on,
        action_count=len(contents.actions),
    )
    about = f"{settings.COUNCIL_NAME}, as at {day(on)}. Write in what has changed and send it back: nothing else is needed."
    laid = lay_out(contents, made.token, about)
    _take(made, contents, laid)
    return PlanExport.objects.like(made) or _with_file(made, laid)


def _take(made, contents, laid):
    """Take over how the rows stand, and what tells the file from others."""
    made.columns = {
        "sheets": laid.columns,
        "statuses": {key: word for key, (word, _) in contents.statuses.items()},
    }
    made.rows = plan_now.stood(contents, laid.actions)
    # The mark of the file stands in every key of a row, and is each time another.
    shown = repr(laid.books).replace(made.token, "")
    kept = json.dumps(
        [made.name, made.plan_title, made.columns, made.rows, shown], default=str
    )
    made.sha256 = hashlib.sha256(kept.encode()).hexdigest()


def _with_file(made, laid):
    made.workbook = write(
        laid.books, title=made.plan_title, properties={PROPERTY: made.token}
    ).read()
    return made


def file_name(plan, on):
    """Return a name that tells the plan and the day apart from other files in a folder of downloads."""
    short = _ODD.sub("-", plan.reference).strip("-")
    return f"{short}-{on:%Y-%m-%d}.xlsx"
