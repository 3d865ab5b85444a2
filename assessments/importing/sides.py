"""A register that went out from here and comes back: what changed in the file alone is news, what changed here alone stays, both is asked."""

from collections import defaultdict
from dataclasses import dataclass

from assessments.exporting import register, signatures
from assessments.exporting.signatures import Signature, plain

from .fields import pounds

# The fields of an assessment and of its version, by the columns in which they go out.
COLUMNS = {
    "directorate_id": "directorate", "lead_id": "lead", "lead_as_written": "lead", "decided_on": "decided", "confidential_until": "confidential",
    "review_by": "review", "approved_on": "approved", "publish_by": "approved", "published_on": "published", "screened_out_why": "reason",
}  # fmt: skip
# What may be empty, and so may have been emptied on purpose.
MAY_BE_EMPTY = ("service", "sponsor", "decision", "decided_on", "meeting", "budget_year", "saving", "due", "confidential_until")  # fmt: skip
OF_ASSESSMENT = ("title", "kind", "directorate_id", "lead_id", *MAY_BE_EMPTY)
OF_VERSION = ("review_by", "approved_on", "published_on", "address", "screened_out_why")
# What goes out of the version that stands in public, which is not the current one while the next is written.
OF_STANDING = ("review_by", "approved_on", "published_on", "address")
NAMES = ("reference", "title")


@dataclass(frozen=True)
class Left:
    """One row as it left from here, beside what stands in its cells now."""

    signature: Signature
    wrote: dict

    @property
    def pk(self):
        """The assessment that it was."""
        return self.signature.pk

    @property
    def on(self):
        """The day on which it left."""
        return self.signature.on

    def is_untouched(self, name: str) -> bool:
        """Whether the file says of a field what it said when it left; a column that is no longer there says nothing."""
        column = COLUMNS.get(name, name)
        return column not in self.wrote or self.signature.says(column, self._text(column))  # fmt: skip

    def is_emptied(self, name: str) -> bool:
        """Whether the field's cell was emptied in the file."""
        return not self.is_untouched(name) and not self._text(COLUMNS.get(name, name))

    def is_as_it_left(self, name: str, row) -> bool:
        """Whether `row`, the assessment or its version, still says of a field here what it said when the row left."""
        column = COLUMNS.get(name, name)
        return self.signature.says(column, plain(_here(name, column, row)))

    @property
    def unchanged_cells(self):
        """How many cells are as they left."""
        return sum(self.signature.says(name, self._text(name)) for name in self.wrote)

    def _text(self, column):
        text = self.wrote[column]
        sum_of_money = pounds(text) if column == "saving" else None
        return plain(text if sum_of_money is None else sum_of_money)


def _here(name, column, row):
    """What would go out of a field now."""
    if name in OF_VERSION or name == "publish_by":
        return getattr(row, "approved_on" if name == "publish_by" else name)
    if name == "outcome":
        return row.get_outcome_display().partition(":")[0]
    # Its stage is the version's to say, which is weighed by itself.
    if name == "stage":
        return row.get_stage_display()
    return register.CELL[column](row)


def find(rows) -> None:
    """Give each row that left from here its `left`. Of several with one key, such as copies, the one most like what left keeps it.

    A key counts only beside the reference or the title that it left with: columns that were sorted apart from each other tell nothing.
    """
    by_assessment = defaultdict(list)
    for row in rows:
        signature = signatures.read(row.said.get("row_key"))
        if signature is None:
            continue
        left = Left(signature, row.said["wrote"])
        if any(name in left.wrote and left.is_untouched(name) for name in NAMES):
            by_assessment[left.pk].append((row, left))
    for alike in by_assessment.values():
        row, left = max(alike, key=lambda pair: pair[1].unchanged_cells)
        row.left = left
