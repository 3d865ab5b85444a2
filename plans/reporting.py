"""Writes a report with its evidence and files: all of it, once, or nothing."""

from django.core.exceptions import ValidationError

from equality_tracker.audit.models import FormKey
from equality_tracker.evidence.storing import storing

from .models import Evidence


class DiskRefused(Exception):
    """A file could not be written: the disk is full, read-only or gone."""


def save_report(action, form, *, by, on):
    """Record what a valid ActionUpdateForm says of `action` and keep its evidence; return the ActionUpdate.

    Raises AlreadySent where the same form was saved before, Outdated where somebody saved in between, PlanNotLive where the plan
    takes no updates, ValidationError where a file may not be kept, and DiskRefused.
    """
    try:
        with storing(by) as store:
            FormKey.spend(form.cleaned_data["form_key"], by, action.get_absolute_url())
            update = action.write_update(
                by=by, on=on, read_at=form.cleaned_data["version"], **form.said
            )
            add_evidence(action, form, by=by, store=store, update=update)
    except OSError as fault:
        raise DiskRefused from fault
    return update


def save_evidence(action, form, *, by):
    """Keep what a valid EvidenceForm holds; raises AlreadySent, ValidationError and DiskRefused as `save_report` does."""
    try:
        with storing(by) as store:
            FormKey.spend(form.cleaned_data["form_key"], by, action.get_absolute_url())
            add_evidence(action, form, by=by, store=store)
    except OSError as fault:
        raise DiskRefused from fault


def add_evidence(action, form, *, by, store, update=None):
    """Make a row for each kind of evidence that `form` holds, and one for each file."""
    said = form.cleaned_data
    common = {
        "action": action,
        "update": update,
        "dated": said["evidence_dated"],
        "added_by": by,
    }
    if said["evidence_note"]:
        Evidence.objects.create(kind="note", text=said["evidence_note"], **common)
    if said["evidence_url"]:
        words = said["evidence_url_words"]
        Evidence.objects.create(
            kind="link", url=said["evidence_url"], text=words, **common
        )
    for uploaded in said["evidence_files"]:
        stored = store(uploaded)
        Evidence.objects.create(kind="file", stored_file=stored, **common)


def why_not_kept(fault):
    """Return in words why files were not kept, from what `save_report` raised."""
    if isinstance(fault, ValidationError):
        return " ".join(fault.messages)
    return (
        "The file could not be stored, and nothing has been saved. Try again in a minute; if it fails again, save without "
        "the file and tell the equality team."
    )
