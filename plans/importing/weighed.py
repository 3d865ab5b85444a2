"""Something that a file says beside what stands here: which of both counts, and why."""

import hashlib
from dataclasses import dataclass, field

from equality_tracker.audit.authorship import by_an_import, by_whom

NEW, CHANGED, UNCHANGED, KEPT, LEFT_OUT = (
    "new", "changed", "unchanged", "kept", "left_out",
)  # fmt: skip
FILE, OURS = "file", "ours"


@dataclass
class Weighed:
    """Something of the file beside what stands here. `values` is what would be written, nothing where both say the same."""

    key: str
    said: dict
    cell: str
    values: dict = field(default_factory=dict)
    existing: object = None
    removed: object = None
    moved_to: str = ""
    overwrites: bool = False
    is_clash: bool = False
    newer: bool = False
    take: str = FILE
    left_out_because: str = ""

    @property
    def left_out(self):
        return bool(self.left_out_because)

    @property
    def outcome(self):
        if self.left_out:
            return LEFT_OUT
        if self.existing is None:
            return KEPT if self.removed and self.take == OURS else NEW
        if not self.values:
            return UNCHANGED
        return CHANGED if self.take == FILE else KEPT

    @property
    def is_written(self):
        return self.outcome in (NEW, CHANGED)

    @property
    def is_asked(self):
        """Whether something would be written over what stands here, or where a person took something back."""
        return self.overwrites and not self.left_out

    @property
    def here(self):
        """What stands here, or stood here until it was taken back, in words."""
        return (self.existing or self.removed).text

    @property
    def by_whom(self):
        """Who entered what stands here, or took it back (an id), and when; None where that is not known."""
        if self.removed is not None:
            return by_whom(self.removed)
        entered = "entered_by_id", "entered_at"
        return tuple(getattr(self.existing, name, None) for name in entered)

    @property
    def why_ours(self):
        """Why ours stays unless the file's is chosen, in words; "" where it does not."""
        if self.removed is not None:
            return (
                f"Moved to {self.moved_to} here" if self.moved_to else "Taken back here"
            )
        if self.is_clash:
            return "Changed here since the file left"
        return "Newer than the file" if self.newer else ""

    @property
    def seen(self):
        """What stands here and what the file says, as a choice between them remembers it."""
        stands = self.existing or self.removed
        words = f"{stands.pk}:{stands.version}:{self.said['text']}"
        return hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[
            :16
        ]


@dataclass
class FieldRow(Weighed):
    """A field that a person wrote here, or a later file; `written` is the event by which, None where none is known; `because`
    why ours stays, where that is something else.
    """

    label: str = ""
    here: str = ""
    written: object = None
    because: str = ""

    @property
    def by_whom(self):
        return (None, None) if self.written is None else by_whom(self.written)

    @property
    def why_ours(self):
        if self.because:
            return self.because
        if self.is_clash:
            return "Changed here since the file left"
        if self.written is not None and by_an_import(self.written):
            return "From a file of a later date"
        return "Written here"
