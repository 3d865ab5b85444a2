"""Compares the evidence files on disk with what the database says of them."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import models

from equality_tracker.evidence.models import StoredFile
from equality_tracker.evidence.serving import fault_of

# A workbook that is being read has a folder of this ending beside it; one of no other name counts the readers.
READING = ".reading"


class Command(BaseCommand):
    help = (
        "Lists evidence files that are gone, altered, or stand without a row. "
        "Ends with an error where there are any."
    )

    def handle(self, *args, **options):
        # Files first: a row written meanwhile is then not taken for a file without one.
        names = files_on_disk(Path(settings.EVIDENCE_DIR))
        rows = StoredFile.objects.order_by("pk")
        faults = [*faults_of(rows.iterator()), *without_row(names)]
        for fault in faults:
            self.stdout.write(fault)
        if faults:
            raise CommandError(
                f"{len(faults)} evidence files are not as they should be."
            )
        self.stdout.write(f"{rows.count()} evidence files, all as they were stored.")


def files_on_disk(folder):
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }


def faults_of(rows):
    """Yield a line for each row whose file is gone or altered."""
    for stored in rows:
        fault = fault_of(stored)
        if fault:
            yield f"{stored.file.name}: {fault} (“{stored.name}”, stored file {stored.pk})"


def without_row(names):
    """Yield a line for each file that no row of any table speaks of."""
    known = {name for field in file_fields() for name in _spoken_of(field, names)}
    for name in sorted(names - known):
        if is_of_the_readers(name):
            continue
        if name.rpartition("/")[0].removesuffix(READING) not in known:
            yield f"{name}: no row speaks of this file"


def is_of_the_readers(name):
    """Whether the file is one whose lock a reader holds, and holds nothing itself."""
    return Path(name).parent.name == READING


def file_fields():
    """Every field of the site that keeps a file beside the evidence."""
    return [
        field
        for model in apps.get_models()
        for field in model._meta.fields
        if isinstance(field, models.FileField)
    ]


def _spoken_of(field, names):
    rows = field.model._base_manager.filter(**{f"{field.name}__in": names})
    return rows.values_list(field.name, flat=True)
