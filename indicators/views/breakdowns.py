"""Entering a result by group. Only who may enter the indicator's figures comes here, and sees all of them."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from equality_tracker.organisation.models import Characteristic
from indicators.forms.groups import LONGEST_WHY, sheet_of
from indicators.forms.result_fields import on_one_line
from indicators.groups import entered
from indicators.groups.recording import ChangedMeanwhile, record
from indicators.models import Indicator, Result
from plans.editing import sent


@require_safe
def result_groups(request, pk):
    """What a result is broken down by, with all figures, and what is not yet."""
    result = _to_break_down(request, pk)
    context = {
        "result": result,
        "indicator": result.indicator,
        "rows": entered.by_characteristic(result),
    }
    return render(request, "indicators/result_groups.html", context)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def result_groups_of(request, pk, characteristic):
    """The sheet of one characteristic."""
    result = _to_break_down(request, pk)
    by = get_object_or_404(Characteristic, pk=characteristic)
    stored = result.breakdowns.filter(characteristic=by).in_order()
    proposed = entered.proposed(result, by)
    sheet = sheet_of(sent(request), result=result, stored=stored, proposed=proposed)
    checked = sheet.is_bound and "more" not in request.POST
    if checked and sheet.is_valid() and _saved(request, sheet, result, by):
        return redirect("indicators:result_groups", result.pk)
    context = {"result": result, "indicator": result.indicator, "characteristic": by, "sheet": sheet, "checked": checked}  # fmt: skip
    status = 409 if sheet.theirs else 200
    return render(request, "indicators/result_groups_of.html", context, status=status)


def _saved(request, sheet, result, by):
    """Save the sheet and say so; return False where somebody else's groups are shown first."""
    try:
        why = on_one_line(request.POST.get("why", ""))[:LONGEST_WHY]
        changed = record(result, by, sheet.figures, seen=sheet.seen, why=why)
    except ChangedMeanwhile:
        sheet.show_theirs()
        return False
    count = len(sheet.figures)
    groups = f"{count} group{'' if count == 1 else 's'} by {str(by).lower()}"
    messages.success(request, f"Saved: {groups} for {result.period}." if changed else f"Nothing was changed: {groups}.")  # fmt: skip
    return True


def _to_break_down(request, pk):
    """Return a result whose indicator's figures the reader may enter, locked where something is sent; 404 for any other."""
    open_to = Indicator.objects.editable_by(request.user, timezone.localdate())
    found = Result.objects.with_indicator().filter(indicator__in=open_to)
    if request.method == "POST":
        found = found.select_for_update(of=("self",), no_key=True)
    return get_object_or_404(found, pk=pk)
