"""Keeps the result of an external assessment with the report of those who assessed: both, or nothing."""

from contextlib import contextmanager

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction

from equality_tracker.evidence.storing import storing
from equality_tracker.organisation.saving import refusal_in_words
from plans.reporting import why_not_kept


def kept(make_form, *, files, by):
    """Return (the form that `make_form` makes, whether what it holds is kept now); `files` are those that were sent.

    The form is made inside the transaction, so that the row which it changes stays locked until its file is stored. It says itself why
    it was not kept. Raises AlreadySent where the same form was saved before.
    """
    try:
        with storing(by) if files else _without_files() as store:
            form = make_form()
            if not form.is_valid():
                return form, False
            form.keep(store)
    except IntegrityError as refused:
        form.add_error(NON_FIELD_ERRORS, refusal_in_words(refused, form))
    except (ValidationError, OSError) as fault:
        form.add_error("report_file", why_not_kept(fault))
    return form, not form.errors


@contextmanager
def _without_files():
    with transaction.atomic():
        yield None
