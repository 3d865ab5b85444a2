"""Reporting on one action: an update, no change, and taking a report back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from equality_tracker.addresses import address
from equality_tracker.audit.models import AlreadySent, FormKey
from plans import dates_in_words
from plans.forms.update import ActionUpdateForm, NoChangeForm, UndoForm
from plans.models import ActionUpdate, StatusWording
from plans.models.action_verbs import Outdated, PlanNotLive
from plans.one_action import read_for_report, read_for_sending
from plans.reporting import DiskRefused, save_report, why_not_kept

CLOSED = "This plan takes no updates: it is a draft, or it has been closed. Nothing has been saved."


@require_http_methods(["GET", "POST"])
def action_update(request, pk):
    on = timezone.localdate()
    read = read_for_sending if request.method == "POST" else read_for_report
    action = read(request.user, on, pk)
    if request.method == "GET" and not action.plan.is_live:
        return _not_live(request, action)
    form = ActionUpdateForm(
        *([request.POST, request.FILES] if request.method == "POST" else []),
        action=action,
        wordings=StatusWording.objects.for_plan(action.plan),
        on=on,
    )
    saved = form.is_bound and _save(request, action, form, on)
    if saved:
        return saved
    context = _page_of(action, on) | {"form": form}
    status = 409 if form.is_outdated else 200
    return render(request, "plans/action_update.html", context, status=status)


def _save(request, action, form, on):
    """Save the report and answer; where it cannot be, put the reason on `form` and return None."""
    if not form.is_valid():
        sent_before = FormKey.ending_of(form.cleaned_data.get("form_key"), request.user)
        return _saved_before(request, action) if sent_before else None
    try:
        update = save_report(action, form, by=request.user, on=on)
    except AlreadySent:
        return _saved_before(request, action)
    except Outdated as meanwhile:
        form.show_conflict(meanwhile.action)
    except PlanNotLive:
        form.add_error(None, f"{CLOSED} Copy your words from below if you need them.")
    except (ValidationError, DiskRefused) as fault:
        form.add_error("evidence_files", why_not_kept(fault))
    else:
        word = form.wordings[update.rag_status].word
        return _saved(request, action, update, f"Saved: {_named(action)} is {word}.")
    return None


@require_http_methods(["GET", "POST"])
def action_no_change(request, pk):
    """Ask once, then write a report that says that nothing has changed."""
    on = timezone.localdate()
    action = read_for_report(request.user, on, pk)
    if not action.plan.is_live:
        return _not_live(request, action)
    if not action.may_say_no_change:
        return _nothing_to_leave(request, action)
    form = NoChangeForm(
        request.POST if request.method == "POST" else None, action=action
    )
    if form.is_bound and form.is_valid():
        saved = _save_no_change(request, action, form, on)
        if saved:
            return saved
    context = _page_of(action, on) | {"form": form}
    return render(request, "plans/action_no_change.html", context)


def _nothing_to_leave(request, action):
    """There must be an open report for it to stay as it is."""
    if action.latest_update is None:
        messages.info(request, "Nobody has reported on this yet: say how it is going.")
        return redirect("plans:action_update", pk=action.pk)
    messages.info(
        request,
        f"{_named(action)} was reported as {action.status_word} by {action.latest_update.made_by}: no report is asked for.",
    )
    return redirect(action)


def _save_no_change(request, action, form, on):
    said = form.cleaned_data
    try:
        with transaction.atomic():
            FormKey.spend(said["form_key"], request.user, action.get_absolute_url())
            update = action.report_no_change(
                by=request.user, on=on, read_at=said["version"]
            )
    except AlreadySent:
        return _saved_before(request, action)
    except Outdated as meanwhile:
        form.show_conflict(meanwhile.action)
        return None
    except PlanNotLive:
        return _not_live(request, action)
    return _saved(request, action, update, f"Saved: no change to {_named(action)}.")


@require_http_methods(["GET", "POST"])
def update_undo(request, pk, update_pk):
    """Take a report back, saying why."""
    on = timezone.localdate()
    action = read_for_report(request.user, on, pk)
    update = get_object_or_404(action.updates.select_related("made_by"), pk=update_pk)
    form = UndoForm(request.POST if request.method == "POST" else None)
    if not update.is_retractable_by(request.user, on):
        return _not_yours_to_undo(request, action, update)
    if form.is_bound and form.is_valid():
        try:
            action.retract_update(update, by=request.user, why=form.cleaned_data["why"])
        except (ActionUpdate.DoesNotExist, PlanNotLive):
            return _not_yours_to_undo(request, action, update)
        messages.success(
            request, f"Taken back: the report on {_named(action)} no longer counts."
        )
        return redirect(action)
    context = {"action": action, "update": update, "form": form}
    return render(request, "plans/update_undo.html", context)


def _not_yours_to_undo(request, action, update):
    """Somebody else's report is not found; one's own that is taken back, followed or of another day is said to be so."""
    if update.made_by_id != request.user.pk and not request.user.is_admin:
        raise Http404
    messages.warning(
        request,
        "This report cannot be taken back here: it was taken back already, is not the newest, or was not made today. "
        "Record another update that puts it right.",
    )
    return redirect(action)


def _page_of(action, on):
    """What stands above each form: the promise, its dates, and the last report."""
    return {
        "action": action,
        "on": on,
        "reading": dates_in_words.reading(action),
        "how_due": dates_in_words.how_due(action, on),
        "moved": dates_in_words.moved(action),
        "next_due": action.due_after_report("on_target", on)
        if action.recurrence
        else None,
    }


def _saved(request, action, update, words):
    undo = address("plans:update_undo", action.pk, update.pk)
    messages.success(
        request,
        format_html(
            '{} <a class="govuk-notification-banner__link" href="{}">See it</a> or '
            '<a class="govuk-notification-banner__link" href="{}">undo</a>.',
            words,
            action.get_absolute_url(),
            undo,
        ),
    )
    return _back_to(request, action)


def _saved_before(request, action):
    messages.info(
        request, f"{_named(action)} was saved already, once. Nothing was saved twice."
    )
    return _back_to(request, action)


def _back_to(request, action):
    """A person with several actions to report on goes back to them; whoever came from elsewhere goes to the action."""
    return redirect("plans:your_actions" if action.is_theirs else action)


def _not_live(request, action):
    messages.warning(request, CLOSED)
    return redirect(action)


def _named(action):
    return action.reference or f"“{action.title[:60]}”"
