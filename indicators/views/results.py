"""Entering one result, correcting it, saying that it is final, and taking it back."""

from urllib.parse import urlencode

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from equality_tracker.audit.models import AlreadySent, FormKey
from indicators.forms import CorrectionForm, ResultForm, TakeBackForm
from indicators.models import Breakdown, Indicator, Result
from indicators.results import history as result_history
from indicators.results.next_results import next_of
from plans.editing import sent

SAVED_MEANWHILE = "Somebody saved a result for this period at the same moment. Look at it, then correct it if need be."


@require_http_methods(["GET", "POST"])
@transaction.atomic
def result_add(request, pk):
    on = timezone.localdate()
    indicator = _to_enter(request, pk, on)
    form = ResultForm(
        sent(request), indicator=indicator, on=on, initial=_to_begin_with(request, indicator, on)
    )  # fmt: skip
    if form.is_bound and "read" not in request.POST:
        url = _entered(request, form)
        if url:
            return redirect(url)
    elif form.is_bound:
        form.is_valid()
    return _page(request, "result_add", indicator, form, on=on)


def _entered(request, form):
    """Enter the result once; return where to go, "" where the form says what is wrong."""
    if not form.is_valid():
        key = form.cleaned_data.get("form_key")
        return FormKey.ending_of(key, request.user) or ""
    url = form.indicator.get_absolute_url()
    try:
        with transaction.atomic():
            FormKey.spend(form.cleaned_data["form_key"], request.user, url)
            result = form.save(by=request.user)
    except AlreadySent as before:
        return before.url or url
    except IntegrityError:
        form.add_error("period", SAVED_MEANWHILE)
        return ""
    _tell(request, "Saved", form, result)
    return url


@require_http_methods(["GET", "POST"])
@transaction.atomic
def result_correct(request, pk):
    on = timezone.localdate()
    result = _to_change(request, pk, on)
    form = CorrectionForm(
        sent(request), instance=result, indicator=result.indicator, on=on, initial=_as_it_is(request, result)
    )  # fmt: skip
    if form.is_bound and "read" not in request.POST and form.is_valid():
        try:
            with transaction.atomic():
                form.save(by=request.user)
        except IntegrityError:
            form.add_error("period", SAVED_MEANWHILE)
        else:
            _tell(request, "Corrected", form, result)
            return redirect(result.indicator)
    elif form.is_bound:
        form.is_valid()
    return _page(
        request, "result_correct", result.indicator, form, result=result, changes=result_history.of_result(result)
    )  # fmt: skip


@require_POST
@transaction.atomic
def result_final(request, pk):
    """Say that a provisional figure is final: one press of a button."""
    result = _to_change(request, pk, timezone.localdate())
    if request.POST.get("version") != str(result.version):
        messages.warning(request, "Somebody changed this result while you were reading: nothing was saved. It is shown as it is now.")  # fmt: skip
        return redirect("indicators:result_correct", pk=pk)
    result.make_final(by=request.user)
    messages.success(request, f"Saved: the figure for {result.period} is final.")
    return redirect(result.indicator)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def result_take_back(request, pk):
    result = _to_change(request, pk, timezone.localdate())
    form = TakeBackForm(sent(request), result=result)
    if form.is_bound and form.is_valid():
        again = urlencode({"kind": result.period_kind, "period": result.period, "figure": result.text})  # fmt: skip
        result.take_back(by=request.user, why=form.cleaned_data["why"])
        address = reverse("indicators:result_add", args=[result.indicator_id])
        messages.success(
            request,
            format_html(
                'Taken back: {} no longer has the result {}. <a class="govuk-notification-banner__link" href="{}?{}">Enter it again</a>',
                result.period, result.text[:80], address, again,
            ),
        )  # fmt: skip
        return redirect(result.indicator)
    groups = result.breakdowns.count()
    return _page(
        request, "result_take_back", result.indicator, form, result=result, groups=groups
    )  # fmt: skip


@require_safe
def result_changes(request, pk):
    """What was entered, corrected and taken back of an indicator's results."""
    found = Indicator.objects.with_may_edit(request.user, timezone.localdate())
    indicator = get_object_or_404(found, pk=pk)
    groups = Breakdown.objects.filter(result__indicator=indicator)
    people = indicator.may_edit or not groups.exists()
    changes = result_history.of_indicator(indicator, people=people)
    page = result_history.page_of(changes, request.GET.get("page"))
    context = {"indicator": indicator, "page": page}
    return render(request, "indicators/result_changes.html", context)


def _to_enter(request, pk, on):
    """Return an indicator whose figures the reader may enter, locked where something is sent; 404 for any other."""
    found = Indicator.objects.editable_by(request.user, on)
    if request.method == "POST":
        found = found.select_for_update(of=("self",), no_key=True)
    return get_object_or_404(found, pk=pk)


def _to_change(request, pk, on):
    """Return a result whose indicator's figures the reader may enter, both locked where something is sent."""
    result = get_object_or_404(Result.objects.with_indicator(), pk=pk)
    indicator = _to_enter(request, result.indicator_id, on)
    if request.method == "POST":
        result = get_object_or_404(Result.objects.select_for_update(of=("self",)), pk=pk)  # fmt: skip
    result.indicator = indicator
    return result


def _to_begin_with(request, indicator, on):
    """Return what a new result's form starts from: the address's period and figure, else the period that comes next."""
    coming = next_of(Indicator.objects.filter(pk=indicator.pk), on)[indicator.pk].period
    return {
        "period_kind": request.GET.get("kind") or coming.kind,
        "period": request.GET.get("period") or coming.name,
        "text": request.GET.get("figure", "")[:1000],
    }


def _as_it_is(request, result):
    """Return the period of a result for its form, with the figure that somebody wrote elsewhere."""
    begin = {"period_kind": result.period_kind, "period": result.period}
    if request.method == "GET" and request.GET.get("figure"):
        begin["text"] = request.GET["figure"][:1000]
    return begin


def _tell(request, what, form, result):
    messages.success(
        request,
        format_html(
            '{}: the result for {}. We read it as <strong>{}</strong>. <a class="govuk-notification-banner__link" href="{}">Not right? Correct it</a>',
            what, result.period, form.reading_words, reverse("indicators:result_correct", args=[result.pk]),
        ),
    )  # fmt: skip


def _page(request, name, indicator, form, **context):
    context |= {"indicator": indicator, "form": form}
    status = 409 if getattr(form, "differences", ()) else 200
    return render(request, f"indicators/{name}.html", context, status=status)
