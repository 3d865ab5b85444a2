"""Which rows of a register are kept confidential, and until when: no day is made up, and nothing that is published is hidden."""

from dataclasses import dataclass
from datetime import date

from assessments.models import Assessment
from assessments.models.stages import IN_PUBLIC
from plans.importing.problems import NOTE

FIELD = "confidential_until"
NOT_SAID = {"text": "", "is": None, "until": None}
NOT_UNDERSTOOD = "“{text}” is neither yes nor no nor a day, so nothing is hidden by it. Write yes, no, or the day until which it is confidential."
IN_SIGHT = "It is published, and what is published cannot be hidden, so it stays for everybody to see."


@dataclass
class Hiding:
    """What the rows of a file say of confidentiality. `until` is the day that a person gave for those that name none."""

    until: date | None
    report: object
    asks: int = 0

    def look_up(self, existing) -> None:
        """Find which of the `existing` assessments are published: one query."""
        public = Assessment.objects.filter(pk__in=[one.pk for one in existing], versions__stage__in=IN_PUBLIC)  # fmt: skip
        self.public = set(public.values_list("pk", flat=True)) if existing else set()

    def until_of(self, row) -> date | None:
        """The day until which the row is confidential; None where it says none, and for what is published."""
        said = row.said.get("confidential") or NOT_SAID
        if said["text"] and said["is"] is None:
            message = NOT_UNDERSTOOD.format(text=said["text"][:60])
            self.report(row, NOTE, message, "confidential")
        if not said["is"]:
            return None
        if self._is_public(row):
            self.report(row, NOTE, IN_SIGHT, "confidential")
            return None
        if said["until"]:
            return date.fromisoformat(said["until"])
        return self._asked_of(row)

    def _asked_of(self, row):
        """A day of a person's for one that names none; what is confidential here already stays so until its own."""
        if row.existing and row.existing.confidential_until:
            return None
        self.asks += not row.left_out_because
        return self.until

    def _is_public(self, row):
        if row.existing:
            return row.existing.pk in self.public or row.standing.stage in IN_PUBLIC
        return row.standing.stage in IN_PUBLIC


def is_opened(row) -> bool:
    """Whether the file says "no" of one that is confidential here: who may know of it is a person's to say."""
    said = row.said.get("confidential") or NOT_SAID
    hidden = row.existing and row.existing.confidential_until
    return bool(hidden) and said["is"] is False


def opens_sooner(existing, until: date | None) -> bool:
    """Whether the day `until`, or None, would let everybody know sooner of an assessment than the day that it has here."""
    here = existing.confidential_until
    return here is not None and (until is None or until < here)
