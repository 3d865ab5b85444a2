"""The pages of those who keep an indicator: its words and places, its end."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.saving import created, saved, sent, status_of
from indicators.editing import LIST, keeper, keeper_of_one
from indicators.forms.indicator import (
    IndicatorForm,
    NewIndicatorForm,
    PutBackForm,
    WithdrawForm,
)
from indicators.models import Indicator

CHANGES_SHOWN = 10


@keeper
def indicator_create(request):
    form = NewIndicatorForm(
        sent(request), by=request.user, initial=_to_begin_with(request)
    )
    answer = created(
        request, form, to=Indicator.get_absolute_url, said=lambda one: f"{one} is added.",
        home=LIST,
    )  # fmt: skip
    context = {"form": form, "indicator": None}
    return answer or render(request, "indicators/indicator_edit.html", context)


@keeper_of_one
def indicator_edit(request, indicator):
    name = str(indicator)
    form = IndicatorForm(sent(request), instance=indicator, by=request.user)
    if form.is_bound and form.is_valid() and saved(form):
        messages.success(request, f"{indicator} is saved.")
        return redirect(indicator)
    context = {
        "form": form,
        "indicator": indicator,
        "name": name,
        "changes": changes_of(indicator, limit=CHANGES_SHOWN),
    }
    return render(
        request, "indicators/indicator_edit.html", context, status=status_of(form)
    )


@keeper_of_one
def indicator_withdraw(request, indicator):
    """Say when an indicator ended and why; of one that has ended, take that back. A manager's own cannot be taken out of sight so."""
    if not request.user.is_admin:
        raise Http404
    kind, said = WithdrawForm, "{} has ended. What was measured stays."
    if indicator.withdrawn_on:
        kind, said = PutBackForm, "{} is in use again."
    form = kind(sent(request), instance=indicator)
    if form.is_bound and form.is_valid() and saved(form):
        messages.success(request, said.format(indicator))
        return redirect(indicator)
    context = {
        "form": form,
        "indicator": get_object_or_404(Indicator, pk=indicator.pk),
    }
    return render(
        request, "indicators/indicator_withdraw.html", context, status=status_of(form)
    )


def _to_begin_with(request):
    """What a new indicator starts from: the whole that it is to be a part of, the directorate of who makes it."""
    begin = {"directorate": request.user.directorates.first()}
    number = request.GET.get("part_of", "")
    if number.isdecimal() and len(number) < 18:
        whole = get_object_or_404(Indicator.objects.kept_by(request.user), pk=number)
        begin |= {"part_of": whole.code or whole.title}
        begin |= {name: getattr(whole, name) for name in ("belongs_to", "unit", "directorate", "lead", "frequency", "source")}  # fmt: skip
    return begin
