"""Says what a reader should make of a register, and lays the ones that are no workbook."""

from dataclasses import dataclass, field
from datetime import date

COMPARED = (
    "reference", "title", "kind", "directorate", "service", "lead", "sponsor", "stage", "outcome",
    "decision", "meeting", "address", "reason", "due", "begun", "approved", "published", "review", "decided",
)  # fmt: skip
AS_AT = date(2032, 1, 31)


@dataclass
class Expected:
    """What a register says as at `as_at`: its rows, words that must stand in some problem, and none beside them where `silent`."""

    rows: list[dict]
    notes: list[str] = field(default_factory=list)
    as_at: date = AS_AT
    silent: bool = True


def eia(title: str, reference: str = "", **said) -> dict:
    """An assessment as it should be read; what is not given must be empty. Dates are ISO."""
    empty = {"kind": None, "stage": None, "outcome": None}
    days = dict.fromkeys(("due", "begun", "approved", "published", "review", "decided"))
    words = dict.fromkeys(
        ("directorate", "service", "lead", "sponsor", "decision", "meeting", "address", "reason"), ""
    )  # fmt: skip
    return {"title": title, "reference": reference, **empty, **days, **words, **said}


def eias(names: str, rows, **more) -> list[dict]:
    """Assessments from rows whose cells are these fields."""
    fields = names.split()
    return [eia(**dict(zip(fields, row, strict=True)), **more) for row in rows]
