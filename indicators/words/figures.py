"""One figure at the start of a text: its number, its unit, and where it ends. Pure."""

import re
from decimal import Decimal
from typing import NamedTuple

PERCENT = "%"
MOST_DIGITS = 15
POINTS = "percentage points"
CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD", "gbp": "GBP", "eur": "EUR"}
SIZES = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9,
}  # fmt: skip
# Words that are a unit when one of them follows a number and ends the cell.
UNITS = frozenset({
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes",
    "second", "seconds", "people", "persons", "residents", "adults", "children", "pupils", "students",
    "learners", "families", "households", "homes", "dwellings", "properties", "tenants", "carers", "clients",
    "patients", "users", "visitors", "visits", "staff", "employees", "workers", "volunteers", "members",
    "councillors", "applicants", "applications", "appointments", "groups", "organisations", "businesses",
    "companies", "schools", "centres", "services", "sites", "buildings", "libraries", "complaints",
    "compliments", "incidents", "crimes", "offences", "cases", "referrals", "reports", "reviews",
    "assessments", "events", "sessions", "courses", "places", "calls", "responses", "respondents", "surveys",
    "plans", "policies", "tonnes", "kg", "km", "miles", "metres", "litres", "kwh", "mwh", "mbps", "gbps",
    "sqm", "hectares", "fte", "wte", "points", "stars", "jobs", "apprentices", "starts", "completions",
    "languages", "nationalities",
})  # fmt: skip
AFTER_UNIT = frozenset({
    "in", "by", "at", "or", "to", "on", "and", "above", "below", "over", "under", "more", "fewer", "higher",
    "lower", "less", "increase", "reduction", "decrease", "improvement", "rise", "fall",
})  # fmt: skip
_DIGITS = r"[0-9]{1,3}(?:, ?[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+"
_NUMBER = re.compile(
    rf"(?P<sign>[-+] ?)?(?P<before>[£€$] ?)?(?P<digits>{_DIGITS})(?P<rest>\.[0-9]+)?(?![0-9])",
)
_SIZE = re.compile(
    r" ?(?P<size>thousand|million|billion|mn|bn|[km])(?![a-z0-9%])", re.I
)
_PERCENT = re.compile(r" ?%(?! ?points?)|\s?per ?cent(?!age)\b|\s?pc\b", re.I)
_POINTS = re.compile(r"\s?(?:percentage points?|% points?|ppts?|pp|%pts?)\b", re.I)
_PENCE = re.compile(r"p\b", re.I)
_GBP = re.compile(r" ?(gbp|eur)\b", re.I)
_PER = re.compile(
    r" ?(?:per|/) ?(?P<base>[0-9][0-9, ]*[0-9]|[a-z]+)(?P<of>(?: [a-z]+){0,2})$", re.I
)
_WORD = re.compile(r" (?P<unit>(?:working |calendar )?[a-z]+)(?![a-z0-9])", re.I)


class Figure(NamedTuple):
    """A number with the unit that its own words give it, the decimals shown, and where it ends."""

    value: Decimal
    unit: str
    decimals: int
    end: int
    signed: str = ""


def at_start(text: str) -> Figure | None:
    """The figure that a text begins with, or None: also where the digits are no plain number."""
    match = _NUMBER.match(text)
    if not match or broken(text, match):
        return None
    value = Decimal(re.sub("[, ]", "", match["digits"]) + (match["rest"] or ""))
    decimals = len(match["rest"] or ".") - 1
    currency = CURRENCIES.get((match["before"] or "").strip(), "")
    end = match.end()
    size = _SIZE.match(text, end)
    if size and (currency or len(size["size"]) > 1 or size["size"] in "kK"):
        value, end = value.scaleb(SIZES[size["size"].lower()]), size.end()
    unit, end = read_unit(text, end, currency)
    sign = (match["sign"] or "").strip()
    return Figure(-value if sign == "-" else value, unit, decimals, end, sign)


def broken(text: str, match: re.Match) -> bool:
    """Whether more digits follow in a way no plain number is written: 1.234.567, 12,34."""
    following = text[match.end() : match.end() + 2]
    return (
        bool(re.match(r"[.,][0-9]", following))
        or len(re.sub("[, ]", "", match["digits"])) > MOST_DIGITS
    )


def read_unit(text: str, end: int, currency: str) -> tuple[str, int]:
    """The unit that stands right after a number, and where it ends."""
    for pattern, unit in ((_POINTS, POINTS), (_PERCENT, PERCENT), (_PENCE, "pence")):
        match = pattern.match(text, end)
        if match and not currency:
            return read_per(text, match.end(), unit)
    named = _GBP.match(text, end)
    if named:
        return read_per(text, named.end(), CURRENCIES[named[1].lower()])
    if not currency:
        word = _WORD.match(text, end)
        if (
            word
            and word["unit"].lower().split()[-1] in UNITS
            and ends(text, word.end())
        ):
            return word["unit"], word.end()
    return read_per(text, end, currency)


def ends(text: str, end: int) -> bool:
    """Whether a unit word closes what is said: no participle follows that makes it a sentence."""
    rest = text[end:].strip()
    return not rest or not rest[0].isalpha() or rest.split()[0] in AFTER_UNIT


def read_per(text: str, end: int, unit: str) -> tuple[str, int]:
    """A unit with what it is measured by: "per 1,000 population", "GBP per household"."""
    match = _PER.match(text, end)
    if not match or (match[0].lstrip().startswith("/") and not unit):
        return unit, end
    base = match["base"].strip()
    if base[0].isdigit():
        base = f"{int(re.sub('[, ]', '', base)):,}"
    return f"{unit} per {base}{match['of']}".strip(), match.end()
