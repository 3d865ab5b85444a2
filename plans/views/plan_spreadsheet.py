"""A plan as a spreadsheet to be filled in, each that went out, and a blank one to begin with."""

import io

from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from equality_tracker.audit.forms import OneTimeKeyMixin
from equality_tracker.workbooks.writer import XLSX
from plans.editing import create_once, sent
from plans.exporting import measured
from plans.exporting.files import prepare
from plans.exporting.template import BLANK_NAME, blank_template
from plans.models import Plan, PlanExport

MOST_LISTED = 50
# Each is kept for good, as it may come back years later.
MOST_A_DAY = 50
ENOUGH = (
    "You have made {count} spreadsheets since this time yesterday, which is the most that one person may. "
    "Take one of those below, or wait."
)


@require_http_methods(["GET", "HEAD", "POST"])
def plan_spreadsheet(request, reference):
    """Whoever may read a plan may take it away; each time is kept with who it was, though nothing of the plan changes."""
    plan = get_object_or_404(Plan, reference__iexact=reference)
    form = OneTimeKeyMixin(sent(request))
    if form.is_bound and form.is_valid() and (new := _prepared(request, plan, form)):
        return redirect(create_once(request, form, new.kept, _page))
    exports = list(plan.exports.for_list()[:MOST_LISTED])
    made = request.GET.get("made")
    context = {
        "plan": plan,
        "form": form,
        "exports": exports,
        "most": MOST_LISTED,
        "measured": measured.has_any(plan),
        "made": next((one for one in exports if one.token == made), None),
    }
    return render(request, "plans/plan_spreadsheet.html", context)


def _prepared(request, plan, form):
    """The spreadsheet, made before anything is written; None where the form now says that it was enough for a day."""
    now = timezone.now()
    count = PlanExport.objects.of_the_day(request.user, now).count()
    if count >= MOST_A_DAY:
        form.add_error(None, ENOUGH.format(count=count))
        return None
    return prepare(plan, by=request.user, on=timezone.localdate(), at=now)


def _page(made):
    """The page again, which then offers what was made."""
    return f"{made.get_absolute_url()}?made={made.token}"


@require_safe
def plan_spreadsheet_file(request, reference, token):
    """A spreadsheet again, as it left."""
    plan = get_object_or_404(Plan, reference__iexact=reference)
    went = get_object_or_404(PlanExport.objects.defer("rows"), plan=plan, token=token)
    return _file(went.workbook, went.name)


@require_safe
def blank_plan(request):
    return _file(blank_template(), BLANK_NAME)


def _file(content, name):
    file = io.BytesIO(bytes(content))
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)
