"""The few small files that stand as evidence: made here, kept by the product's own store."""

import csv
import io
from dataclasses import dataclass

import pghistory
from django.core.files.uploadedfile import SimpleUploadedFile

from equality_tracker.evidence.storing import storing

from .pdf import one_page
from .saving import saved
from .story import URL


@dataclass(frozen=True)
class PendingFile:
    """Evidence, or an award, that waits for its file: the store keeps files in transactions of their own.

    `field` and `added_by` are the names of its fields that hold the file and who adds it.
    """

    name: str
    evidence: object
    at: object
    field: str = "stored_file"
    added_by: str = "added_by"

    def keep(self, fixture, calendar):
        """Make the file, store it, and let the evidence stand on it."""
        user = getattr(self.evidence, self.added_by)
        context = pghistory.context(url=URL, user=user.pk, at=self.at.isoformat())
        with context, storing(user) as store:
            kept = store(make_file(self.name, fixture, calendar))
            setattr(self.evidence, self.field, kept)
            saved(self.evidence)


def make_file(name, fixture, calendar):
    """Return the file `name` as it would be sent, its dates put in."""
    each = fixture[name]
    if "table" in each:
        content = _table(each["table"], calendar)
    else:
        lines = [calendar.words(line) for line in each["text"]]
        content = one_page(each["title"], lines) if "title" in each else _text(lines)
    return SimpleUploadedFile(name, content)


def _table(rows, calendar):
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    for row in rows:
        writer.writerow([calendar.words(str(cell)) for cell in row])
    return written.getvalue().encode()


def _text(lines):
    return "\n".join(lines).encode() + b"\n"
