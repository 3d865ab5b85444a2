"""The pages of an indicator's targets and baselines."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.saving import created, saved, sent, status_of
from indicators.editing import LIST, because, get_kept, keeper_of_one
from indicators.forms.target import (
    BaselineForm,
    NewBaselineForm,
    NewTargetForm,
    RemoveBaselineForm,
    RemoveTargetForm,
    TargetForm,
)
from indicators.standing import Standing
from indicators.standing.target_words import in_words

CHANGES_SHOWN = 10


@require_safe
def target_list(request, pk):
    """Every target and baseline of an indicator, of all plans, each with its words and how they are read."""
    indicator = get_kept(request, pk)
    standing = Standing(indicator)
    targets = indicator.targets.select_related("plan").order_by("-end", "plan", "pk")
    context = {
        "indicator": indicator,
        "targets": [(one, in_words(one, standing.baseline_for(one))) for one in _of(targets, indicator)],
        "baselines": [(one, in_words(one)) for one in _of(indicator.baselines.select_related("plan"), indicator)],
    }  # fmt: skip
    return render(request, "indicators/target_list.html", context)


@keeper_of_one
def target_create(request, indicator):
    return _create(request, indicator, NewTargetForm)


@keeper_of_one
def target_edit(request, indicator, target_pk):
    return _edit(request, indicator, indicator.targets, target_pk, TargetForm)


@keeper_of_one
def target_remove(request, indicator, target_pk):
    return _remove(request, indicator, indicator.targets, target_pk, RemoveTargetForm)


@keeper_of_one
def baseline_create(request, indicator):
    return _create(request, indicator, NewBaselineForm)


@keeper_of_one
def baseline_edit(request, indicator, baseline_pk):
    return _edit(request, indicator, indicator.baselines, baseline_pk, BaselineForm)


@keeper_of_one
def baseline_remove(request, indicator, baseline_pk):
    return _remove(request, indicator, indicator.baselines, baseline_pk, RemoveBaselineForm)  # fmt: skip


def _of(rows, indicator):
    """The rows with their indicator at hand: each takes its unit from it."""
    for row in rows:
        row.indicator = indicator
        yield row


def _create(request, indicator, form_class):
    form = form_class(sent(request), indicator=indicator)
    form.instance.entered_by = request.user
    if "read" in request.POST:
        form.show_reading(Standing(indicator).baseline_for)
        return _page(request, indicator, form)
    answer = created(
        request, form, to=lambda row: _place(indicator), said=_saved, home=LIST
    )
    return answer or _page(request, indicator, form)


def _edit(request, indicator, rows, pk, form_class):
    row = _get(request, rows, pk)
    context = {"row": row, "text": row.text, "changes": changes_of(row, limit=CHANGES_SHOWN)}  # fmt: skip
    form = form_class(
        sent(request), instance=row, indicator=indicator, is_judged_by=row.is_judged_by
    )
    if "read" in request.POST:
        form.show_reading(Standing(indicator).baseline_for)
    elif form.is_bound and form.is_valid():
        row.entered_by = request.user
        with because(form.cleaned_data.get("why", ""), request.user):
            if saved(form):
                messages.success(request, _saved(row))
                return redirect(_place(indicator))
    return _page(request, indicator, form, **context)


def _remove(request, indicator, rows, pk, form_class):
    row = _get(request, rows, pk)
    form = form_class(sent(request), instance=row, is_judged_by=row.is_judged_by)
    if form.is_bound and form.is_valid():
        with because(form.cleaned_data.get("why", ""), request.user):
            form.save()
        messages.success(
            request, f"The {row._meta.verbose_name} “{row.text}” is taken away."
        )
        return redirect(_place(indicator))
    context = {"indicator": indicator, "row": row, "form": form, "kind": row._meta.verbose_name}  # fmt: skip
    return render(
        request, "indicators/figure_remove.html", context, status=status_of(form)
    )


def _get(request, rows, pk):
    rows = rows.select_related("plan")
    if request.method == "POST":
        rows = rows.select_for_update(of=("self",))
    return get_object_or_404(rows, pk=pk)


def _page(request, indicator, form, **context):
    baselines = indicator.baselines.all()
    context |= {
        "form": form,
        "indicator": indicator,
        "kind": form.instance._meta.verbose_name,
        "baselines": [
            (one, in_words(one)) for one in baselines if one != form.instance
        ],  # fmt: skip
    }
    return render(
        request, "indicators/figure_edit.html", context, status=status_of(form)
    )


def _place(indicator):
    return reverse("indicators:target_list", args=[indicator.pk])


def _saved(row):
    read = in_words(row, Standing(row.indicator).baseline_for(row))
    return f"The {row._meta.verbose_name} is saved. We read “{row.text}” as: {read}."
