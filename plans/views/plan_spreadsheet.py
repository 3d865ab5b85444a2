"""A plan as a spreadsheet to be filled in, each that went out, and a blank one to begin with."""

import io

from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from equality_tracker.audit.forms import OneTimeKeyMixin
from equality_tracker.workbooks.writer import XLSX
from plans.editing import create_once, sent
from plans.exporting.files import export
from plans.exporting.template import BLANK_NAME, blank_template
from plans.models import Plan, PlanExport

MOST_LISTED = 50


@require_http_methods(["GET", "HEAD", "POST"])
def plan_spreadsheet(request, reference):
    """Whoever may read a plan may take it away; each time is kept with who it was, though nothing of the plan changes."""
    plan = get_object_or_404(Plan, reference__iexact=reference)
    form = OneTimeKeyMixin(sent(request))
    if form.is_bound and form.is_valid():
        return redirect(create_once(request, form, lambda: _made(request, plan), _page))
    exports = list(plan.exports.for_list()[:MOST_LISTED])
    made = request.GET.get("made")
    context = {
        "plan": plan,
        "form": form,
        "exports": exports,
        "most": MOST_LISTED,
        "made": next((one for one in exports if one.token == made), None),
    }
    return render(request, "plans/plan_spreadsheet.html", context)


def _made(request, plan):
    return export(plan, by=request.user, on=timezone.localdate(), at=timezone.now())


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
