"""Keeps what shows where the council stands on a criterion: all of it with its files, once, or nothing."""

from django.db import IntegrityError

from assessments.models import CriterionEvidence
from equality_tracker.audit.models import FormKey
from equality_tracker.evidence.storing import storing
from plans.reporting import DiskRefused


class StandsAlready(Exception):
    """Somebody else added the same meanwhile, or the framework was closed: nothing was saved."""


def save_evidence(criterion, form, *, by):
    """Keep what a valid CriterionEvidenceForm holds.

    Raises AlreadySent where the same form was saved before, ValidationError where a file may not be kept, StandsAlready, and
    DiskRefused.
    """
    try:
        with storing(by) as store:
            FormKey.spend(
                form.cleaned_data["form_key"], by, criterion.get_absolute_url()
            )
            _add(criterion, form, by, store)
    except IntegrityError as refused:
        raise StandsAlready from refused
    except OSError as fault:
        raise DiskRefused from fault


def _add(criterion, form, by, store):
    said = form.cleaned_data
    common = {"criterion": criterion, "words": said["words"], "added_by": by}
    for kind, name, value in form.rows():
        CriterionEvidence.objects.create(kind=kind, **{name: value}, **common)
    for uploaded in said["evidence_files"]:
        kept = store(uploaded)
        CriterionEvidence.objects.create(kind="file", stored_file=kept, **common)
