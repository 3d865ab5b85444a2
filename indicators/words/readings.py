"""What a cell of an indicator table says: one shape for a number and for its absence. Pure."""

from dataclasses import dataclass
from decimal import Decimal

BLANK, VALUE, RANGE, RELATIVE, SEVERAL, NONE = (
    "blank", "value", "range", "relative", "several", "none",
)  # fmt: skip
NOT_UNDERSTOOD = "The number in these words was not understood."
LOOKS_LIKE_A_YEAR = "This may be a year rather than a value."
POINTS_OR_PER_CENT = "Percentage points or per cent of the figure it starts from?"
CHANGE_OR_FIGURE = "A change, or a figure with a plus sign?"


@dataclass(frozen=True)
class Reading:
    """What a cell says. `value` is absolute unless `kind` is "relative", then it is the change.

    `operator` is one of ">=", "<=", ">", "<", "~", "±", and "+" or "-" for a change; `against`
    names what a change is measured from; `second` is a second measure in brackets; `several` are the
    readings of a cell that holds one for each part. `doubt` is a question for a person, or "".
    """

    text: str
    kind: str
    value: Decimal | None = None
    unit: str = ""
    reason: str = ""
    operator: str = ""
    value_max: Decimal | None = None
    period: str = ""
    remark: str = ""
    second: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    provisional: bool | None = None
    against: str = ""
    decimals: int = 0
    several: tuple["Reading", ...] = ()
    doubt: str = ""

    def as_dict(self) -> dict:
        """As plain JSON: text, value, unit and reason always, the rest where there is any."""
        found = {
            "text": self.text,
            "value": plain(self.value),
            "unit": self.unit or None,
            "reason": str(self.reason) or None,
        }
        if self.kind in (RANGE, RELATIVE):
            found["kind"] = self.kind
        for name in ("value_max", "second", "numerator", "denominator"):
            if getattr(self, name) is not None:
                found[name] = plain(getattr(self, name))
        for name in ("operator", "period", "remark", "against", "decimals", "doubt"):
            if getattr(self, name):
                found[name] = getattr(self, name)
        if self.provisional is not None:
            found["provisional"] = self.provisional
        return found


def plain(value: Decimal | None) -> int | float | None:
    """A number as JSON has it, whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
