"""The sheet: all results of a period, filled in like a spreadsheet."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from indicators import sheets
from indicators.forms import SheetFilter
from indicators.forms.result_fields import on_one_line
from indicators.models import Indicator
from indicators.sheets.choosing import in_use_during
from indicators.words import periods

NO_WHY = "Say why figures that stand here are changed."
WHY_TOO_LONG = "Say it in 500 characters or fewer."
LONGEST_WHY = 500
AT_ONCE = "Somebody saved a result of this sheet at the same moment. Nothing of yours is saved yet, and all of it is below: save again."


@require_http_methods(["GET", "POST"])
def sheet(request):
    on = timezone.localdate()
    if not request.user.may_update:
        raise Http404
    if request.method == "POST":
        return _save(request, on)
    return _page(request, on)


def _save(request, on):
    """Save what can be saved; go on where all of it could, else show the sheet with what waits."""
    period = periods.read(request.POST.get("period", ""))
    sent = _sent(request)
    if period is None:
        raise BadRequest("The sheet names no period.")
    why = on_one_line(request.POST.get("why", ""))
    shown = {"period": period, "why": why}
    try:
        rows, outcome = _written(request, on, sent, period, why)
    except IntegrityError:
        return _page(request, on, rows=_after_clash(request, on, sent, period), fault=AT_ONCE, **shown)  # fmt: skip
    if not outcome.waiting:
        _tell(request, outcome, period)
        return redirect(_address(request, period))
    return _page(request, on, rows=sheets.shown_again(rows, period), outcome=outcome, **shown)  # fmt: skip


@transaction.atomic
def _written(request, on, sent, period, why):
    """Return the rows as they were decided, and what came of them."""
    yours = _held(request, on, sent)
    rows = sheets.rows_of(list(sent), period, lock=True)
    for row in rows:
        row.is_yours = row.indicator.pk in yours
    kept = why if len(why) <= LONGEST_WHY else ""
    outcome = sheets.save(
        rows, sent, period=period, by=request.user, why=kept, at=timezone.now()
    )
    return rows, outcome


@transaction.atomic
def _after_clash(request, on, sent, period):
    return sheets.after_clash(sent, period, _held(request, on, sent))


def _held(request, on, sent):
    """Return the keys of the rows that are the reader's own; 404 where a row is of no indicator."""
    try:
        return sheets.hold(list(sent), request.user, on)
    except Indicator.DoesNotExist:
        raise Http404 from None


def _sent(request):
    """Return what was sent."""
    try:
        return sheets.read_sent(request.POST)
    except sheets.TooMany:
        raise BadRequest("A sheet has at most 100 rows.") from None


def _tell(request, outcome, period):
    if not outcome.saved:
        messages.info(request, "Nothing was changed, so nothing was saved.")
        return
    parts = [
        f"{count} result{'' if count == 1 else 's'} {what}"
        for count, what in ((outcome.entered, "entered"), (outcome.changed, "changed"))
        if count
    ]
    messages.success(request, f"Saved for {period.name}: {' and '.join(parts)}.")


def _address(request, period):
    """The page of the sheet that a button asked for, or the one that was saved."""
    asked = request.GET.dict() | {"period": period.name}
    page = request.POST.get("go", "")
    if page.isdecimal():
        asked["page"] = page
    return f"{reverse('indicators:sheet')}?{urlencode(asked)}"


def _page(request, on, *, period=None, rows=None, **said):
    form = SheetFilter(request.GET)
    choice = _choice(request, form, period or form.read_period, on)
    pages = Paginator(choice.keys, sheets.AT_MOST)
    page = pages.get_page(request.GET.get("page"))
    if rows is None:
        rows = sheets.rows_of(list(page.object_list), choice.period)
    context = _about(choice.period, on) | {
        "form": form,
        "choice": choice,
        "not_read": form.not_read(choice.period),
        "page": page,
        "rows": rows,
        "open_rows": [row for row in rows if row.is_open],
        "no_why": _no_why(rows, said.get("why", "")),
    }
    # Somebody else's figure stands in the way: the person decides.
    status = 409 if any(row.is_theirs for row in rows) else 200
    return render(request, "indicators/sheet.html", context | said, status=status)


def _choice(request, form, period, on):
    """Return what stands on the sheet of the reader's indicators that were asked for."""
    indicators = form.narrowed(Indicator.objects.editable_by(request.user, on))
    indicators = in_use_during(indicators, period) if period else indicators.in_use(on)
    return sheets.choose(indicators, period, on, every=bool(form.asked("every")))


def _about(period, on):
    """What the page says of its period."""
    return {
        "period": period,
        "before": periods.before(period),
        "after": periods.after(period),
        "is_over": period.end < on,
    }


def _no_why(rows, why):
    """What is wrong with the reason for figures that change, "" where nothing waits for it."""
    if not any(row.wants_why for row in rows):
        return ""
    return WHY_TOO_LONG if why else NO_WHY
