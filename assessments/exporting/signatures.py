"""What a row of the register said when it left, kept at its end as one word: so each cell that comes back is known as changed or not.

The word holds the assessment's number, the day, and a sum of every cell; a last part says that it was made here. Nothing is kept
in the database for it, so a file may come back years later, from whatever program wrote it last.
"""

import base64
import binascii
import datetime
import hashlib
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from zlib import crc32

from django.conf import settings

from equality_tracker.workbooks.cells import clean
from equality_tracker.workbooks.marks import REGISTER_KEY
from equality_tracker.workbooks.writer import writable
from plans.importing.words import squeeze

# In the order of the sums. What is added goes to the end: words that were made before still read.
FIELDS = (
    "reference", "title", "kind", "directorate", "service", "lead", "sponsor", "decision", "decided", "meeting", "budget_year", "saving",
    "due", "stage", "since", "outcome", "reason", "impact", "approved", "published", "address", "review", "confidential",
)  # fmt: skip
_BYTES = 4
_PARTS = re.compile(rf"{REGISTER_KEY}([0-9a-f]+)-([0-9a-f]+)-([A-Za-z0-9_-]+)-([0-9a-f]{{12}})")  # fmt: skip


@dataclass(frozen=True)
class Signature:
    """The assessment (its id) that a row was, the day on which it left, and a sum of each of its cells by field."""

    pk: int
    on: datetime.date
    sums: dict

    def says(self, name: str, text: str) -> bool:
        """Whether the cell of the field `name` said `text` when the row left."""
        return self.sums.get(name) == _sum(text)


def sign(pk: int, on: datetime.date, cells: dict) -> str:
    """Return the word for a row of the assessment `pk` that leaves on a day; `cells` are its values by field."""
    sums = b"".join([_sum_of(cells[name]) for name in FIELDS])
    packed = base64.urlsafe_b64encode(sums).decode().rstrip("=")
    word = f"{REGISTER_KEY}{pk:x}-{on.toordinal():x}-{packed}"
    return f"{word}-{_made_here(word)}"


def read(text: str) -> Signature | None:
    """Return what such a word says; None for any other, and for one that was not made here or was changed since."""
    found = _PARTS.fullmatch((text or "").strip())
    if found is None or found[4] != _made_here(found[0].rpartition("-")[0]):
        return None
    try:
        sums = base64.urlsafe_b64decode(found[3] + "=" * (-len(found[3]) % 4))
    except binascii.Error:
        return None
    parts = [sums[at : at + _BYTES] for at in range(0, len(sums), _BYTES)]
    on = datetime.date.fromordinal(int(found[2], 16))
    return Signature(int(found[1], 16), on, dict(zip(FIELDS, parts, strict=False)))


def plain(value) -> str:
    """A cell's value as it is compared: a day in figures, a sum with its pence, words without odd spaces and marks that no file holds."""
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return squeeze(clean(writable(str(value))))


# Most cells of a register say what others say: a stage, a day, a directorate, nothing. 1 and 1.00 are two things here.
@lru_cache(maxsize=8192, typed=True)
def _sum_of(value):
    return _sum(plain(value))


def _sum(text):
    return crc32(text.encode("utf-8", "backslashreplace")).to_bytes(_BYTES, "big")


def _made_here(word):
    made = hashlib.blake2s(word.encode(), key=_secret(settings.SECRET_KEY), digest_size=6)  # fmt: skip
    return made.hexdigest()


@lru_cache(maxsize=4)
def _secret(words):
    return hashlib.sha256(f"a row of the register that left:{words}".encode()).digest()
