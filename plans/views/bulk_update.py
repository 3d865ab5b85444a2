"""One report for the actions ticked on the list."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from equality_tracker.audit.models import AlreadySent
from plans.bulk import ChangedMeanwhile, NotYours, record_updates
from plans.forms.bulk_update import AT_MOST, BulkUpdateForm
from plans.models import Action


@require_http_methods(["GET", "POST"])
def bulk_update(request):
    on = timezone.localdate()
    if not request.user.may_update:
        raise Http404
    read_at = _read_at(request)
    if len(read_at) > AT_MOST:
        return _too_many(request, len(read_at))
    form = BulkUpdateForm(request.POST if request.method == "POST" else None)
    if read_at and form.is_valid() and _save(request, form, read_at, on):
        return redirect("plans:action_list")
    ticked = Action.objects.filter(pk__in=read_at)
    actions = list(
        ticked.editable_by(request.user, on).for_list().order_by("plan_id", "position")
    )
    context = {
        "form": form,
        "actions": actions,
        "left_out": len(read_at) - len(actions),
    }
    return render(request, "plans/bulk_update.html", context)


def _too_many(request, count):
    """Refuse the whole: a report on only some of what was ticked would mislead."""
    words = (
        f"Nothing has been saved: {count} actions are ticked, and at most {AT_MOST} can be updated together. "
        "Tick fewer, and update the rest after them."
    )
    context = {"too_many": words}
    return render(request, "plans/bulk_update.html", context, status=400)


def _save(request, form, read_at, on):
    """Write the reports; return whether the reader can go on, else the form says why not."""
    try:
        count = record_updates(
            read_at,
            report=form.report(),
            by=request.user,
            on=on,
            key=form.cleaned_data["form_key"],
            url=reverse("plans:action_list"),
        )
    except AlreadySent:
        messages.info(request, "This was saved already: nothing was written twice.")
        return True
    except NotYours as refused:
        form.add_error(None, _not_yours(refused.count))
        return False
    except ChangedMeanwhile as refused:
        form.add_error(None, _changed(refused.ids))
        return False
    messages.success(request, f"{count} actions updated.")
    return True


def _not_yours(count):
    return (
        f"Nothing has been saved: {count} of the ticked actions cannot be updated by you, or their plan is not live. "
        "They have been taken off the list below. Save again to update the rest."
    )


def _changed(ids):
    named = ", ".join(str(one) for one in Action.objects.filter(pk__in=ids))
    return (
        f"Nothing has been saved: somebody else changed {named} while you were writing. "
        "The list below shows them as they are now. Look at them, then save again."
    )


def _read_at(request):
    """Return {action id: version} for the ticked actions: "12" from the list, "12.3" (id and version) from the form."""
    ticked = request.GET if request.method == "GET" else request.POST
    found = {}
    for word in ticked.getlist("action"):
        key, _dot, version = word.partition(".")
        if key.isascii() and key.isdigit() and len(key) < 18:
            found[int(key)] = int(version) if version.isdecimal() else 0
    return found
