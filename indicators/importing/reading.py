"""A figure of a file as the values of the site's own rows: for which time, and what it says."""

import datetime
from decimal import Decimal

from indicators.models import Baseline, PeriodKind, Result, Target
from indicators.models.figure import OPERATORS
from indicators.words import figures
from indicators.words.reasons import Reason
from plans.importing.readings import cut
from plans.importing.words import squeeze

YEARS = {PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.YEAR}
KINDS = frozenset(PeriodKind.values)
LARGEST = Decimal(10) ** 18
FINEST = Decimal("0.000001")
LONGEST = {"text": 1000, "unit": 60, "period": 60, "remark": 500, "source": 300}
NO_TIME = (
    "The heading names no time, so it cannot be said when the {kind} is for, and it was left out. "
    "Write the time into the heading: “{example}”."
)
EXAMPLES = {Target: "Target March 2031", Result: "Result 2030/31"}
A_CHANGE = (
    "This tells a change, not a figure; it is kept in words. Write the figure itself."
)
TOO_LARGE = "The number is too large or too fine to be kept; it is kept in words."
NOT_ABOVE_ZERO = (
    "A number out of nothing: the base must be above zero, and was left out."
)


def time_of(said: dict, model, *, as_at, plan_end) -> dict | None:
    """The time that a figure is for, by the fields of its row; None where it cannot be said.

    A result without a time of its own is that of the file's date, such a target that of the plan's last day.
    """
    kind = said.get("period_kind") or ""
    if kind in KINDS and said.get("end"):
        return {
            "period_kind": kind,
            "period": cut(said.get("period") or "", LONGEST["period"]),
            "start": _day(said.get("start")),
            "end": _day(said["end"]),
        }
    if model is Baseline:
        return {
            "period_kind": "",
            "period": cut(said.get("period") or "", 60),
            "end": None,
        }
    day = as_at if model is Result else plan_end
    if kind or said.get("period") or day is None:
        return None
    words = f"{day.day} {day:%B %Y}"
    return {"period_kind": PeriodKind.DATE, "period": words, "start": day, "end": day}


def is_by_year(told) -> bool:
    """Whether the results of a file are told for years and none for a month."""
    kinds = {one.get("period_kind") for one in told if squeeze(one["text"])}
    return bool(kinds & YEARS) and PeriodKind.MONTH not in kinds


def by_its_end(time: dict) -> dict:
    """ "Target March 2031" where results are told for years: the level to be reached by the last day of that month."""
    if time["period_kind"] != PeriodKind.MONTH:
        return time
    return time | {"period_kind": PeriodKind.DATE, "start": time["end"]}


def fits(time: dict, model) -> dict:
    """The time by the fields that `model` has."""
    if model is Baseline:
        return {name: time[name] for name in ("period_kind", "period", "end")}
    return time


def is_untimed(said: dict) -> bool:
    """Whether a figure's heading names no time at all."""
    return not (said.get("period_kind") or said.get("period"))


def values_of(said: dict, model, unit: str) -> tuple[dict, list[str]]:
    """What a figure says, by the fields of its row, with what a person should look at; `unit` is the indicator's."""
    asked = []
    values = _number(said, asked)
    if said.get("kind") == "relative":
        values = (
            _change(said, values)
            if model is Target
            else _in_words(values, A_CHANGE, asked)
        )
    elif model is Target:
        values |= {"change": "", "change_in": ""}
    if model is Result:
        values |= _share(said, asked)
    if values.get("unit") == unit or values["value"] is None:
        values["unit"] = ""
    return values, asked


def _number(said, asked):
    value = number(said.get("value"))
    upper = number(said.get("value_max"))
    operator = said.get("operator") or ""
    values = {
        "text": cut_lines(said["text"], LONGEST["text"]),
        "value": value,
        "value_max": upper
        if upper is not None and value is not None and upper > value
        else None,
        "operator": operator if operator in OPERATORS else "",
        "unit": cut(said.get("unit") or "", LONGEST["unit"]),
        "decimals": min(int(said.get("decimals") or 0), 6),
        "reason": ""
        if value is not None
        else said.get("reason") or Reason.IN_WORDS.value,
        "second": number(said.get("second")),
        "remark": cut(said.get("remark") or "", LONGEST["remark"]),
    }
    if said.get("value") is not None and value is None:
        return _in_words(values, TOO_LARGE, asked)
    return values


def _in_words(values, why, asked):
    asked.append(why)
    nothing = {
        "value": None,
        "value_max": None,
        "operator": "",
        "unit": "",
        "second": None,
    }
    return values | nothing | {"reason": Reason.IN_WORDS.value, "decimals": 0}


def _change(said, values):
    """A change by so much: of points unless its words are of per cent, or leave it open."""
    percent = said.get("unit") == figures.PERCENT
    change_in = Target.ChangeIn.PERCENT if percent else Target.ChangeIn.POINTS
    return values | {
        "value": abs(values["value"]),
        "change": said.get("operator") or "+",
        "change_in": "" if said.get("doubt") else change_in.value,
        "operator": "",
        "unit": "",
    }


def _share(said, asked):
    numerator, denominator = (
        number(said.get("numerator")),
        number(said.get("denominator")),
    )
    if denominator is not None and denominator <= 0:
        asked.append(NOT_ABOVE_ZERO)
        denominator = None
    return {
        "numerator": numerator,
        "denominator": denominator,
        "provisional": said.get("provisional"),
    }


def number(value) -> Decimal | None:
    """A number of a file's reading as it is kept; None where there is none, or it is too large."""
    if value is None:
        return None
    found = Decimal(str(value))
    if abs(found) >= LARGEST:
        return None
    return (
        found.quantize(FINEST).normalize() if found.as_tuple().exponent < -6 else found
    )


def cut_lines(text, longest):
    """Words with their lines, cut where they are too long to be kept."""
    text = text.strip()
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _day(value):
    return datetime.date.fromisoformat(value) if value else None
