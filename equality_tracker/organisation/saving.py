"""Saving what a form holds: once, over the row as it stands, with a sentence where the database refuses."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, OperationalError, transaction
from django.shortcuts import redirect

from equality_tracker.audit.models import AlreadySent, FormKey

REFUSALS = {
    "an_admin_stays": (
        "This is the last admin who may sign in. Make somebody else an admin first."
    )
}


DEADLOCK = "40P01"
TIMES = 3


def in_one(work):
    """Return what `work()` does in one transaction; from its beginning again where it and another waited for each other in a ring."""
    for left in reversed(range(TIMES)):
        try:
            with transaction.atomic():
                return work()
        except OperationalError as error:
            if not left or not is_deadlock(error):
                raise
    return None


def is_deadlock(error):
    """Whether the database ended a transaction because it and another waited for each other."""
    return getattr(error.__cause__, "pgcode", "") == DEADLOCK


def for_change(request, rows):
    """Return `rows` locked where `request` may change one of them."""
    return rows.select_for_update(of=("self",)) if request.method == "POST" else rows


def saved(form, save=None):
    """Save a valid form (by `save`, or its own way); return whether the database took it. The form says why not."""
    try:
        with transaction.atomic():
            (save or form.save)()
    except IntegrityError as error:
        form.add_error(NON_FIELD_ERRORS, refusal_in_words(error, form))
        return False
    return True


@transaction.atomic
def saved_once(form, by, ends_at, save=None):
    """Save what a creating form makes; raise AlreadySent where the same form was sent before.

    `ends_at(row)` is the page where the reader arrives, also after a second sending. Returns the new row, or None where the database refused it: then the form says why, and its key is not used up.
    """
    moment = transaction.savepoint()
    key = FormKey.spend(form.cleaned_data["form_key"], by=by)
    if not saved(form, save):
        transaction.savepoint_rollback(moment)
        return None
    transaction.savepoint_commit(moment)
    key.ends_at(ends_at(form.instance))
    return form.instance


def sent_before(form, by):
    """Return where the first sending of this form ended, for one that is no longer valid because of it; "" for none."""
    try:
        key = form.fields["form_key"].clean(form.data.get(form.add_prefix("form_key")))
    except ValidationError:
        return ""
    first = FormKey.objects.filter(key=key, used_by=by).first()
    return first.url if first else ""


def refusal_in_words(error, form):
    """Return why the database refused what `form` holds, as the constraints of its model say it."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    model = getattr(form, "_meta", None) and form._meta.model
    constraints = model._meta.constraints if model else []
    words = {each.name: each.violation_error_message for each in constraints}
    return (
        REFUSALS.get(name)
        or words.get(name)
        or ("Somebody saved the same at the same moment. Look at it, then try again.")
    )


def sent(request):
    """Return what was sent, or None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


def created(request, form, *, to, said, home):
    """Save a creating form once; return the redirect to `to(row)`, saying `said(row)`, or None where the form is refused.

    A form that was sent before leads to where its first sending ended, or to `home`.
    """
    if not form.is_bound:
        return None
    if not form.is_valid():
        first = sent_before(form, request.user)
        return redirect(first) if first else None
    try:
        row = saved_once(form, request.user, to)
    except AlreadySent as first:
        return redirect(first.url or home)
    if row is None:
        return None
    messages.success(request, said(row))
    return redirect(to(row))


def status_of(form):
    """Return the answer's status for a page that shows `form`."""
    return 409 if getattr(form, "differences", None) else 200
