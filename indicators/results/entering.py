"""What a person typed as a result: its reading, what is wrong with it, and what is asked before it is kept. Pure."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from indicators.performance.bounds import plain, show
from indicators.performance.measures import Measure, in_unit
from indicators.words import figures, values
from indicators.words.readings import (
    LOOKS_LIKE_A_YEAR,
    NOT_UNDERSTOOD,
    RELATIVE,
    SEVERAL,
    Reading,
)
from indicators.words.reasons import Reason

NOTHING = "Write the figure, or choose why there is none."
ONE_FIGURE = "Write one figure here: each part of an indicator has a place of its own."
NO_CHANGE = "A result is where it stands, not a change: write the level, such as 34.4%."
BOTH = "There is a figure: clear it, or choose no reason."
TOO_LARGE = "The figure is too large to be kept. Write it in thousands or millions."
TOO_FINE = "A figure is kept to six decimals. Round it."
UNIT_TOO_LONG = "What follows the number is too long to be its unit. Write the number, and the rest as a remark."
OUT_OF_NONE = "So many out of none is no share. Leave it out, or put it right."
LONGEST_UNIT = 60
TOO_LONG = "Use 1,000 characters or fewer."
PROVISIONAL_SAID = (
    "The words of the figure say otherwise. Change the words or the choice."
)
SHARE_SAID = "The words of the figure say {said}. Change the words or these two."
PAIR = "Give both: how many, and out of how many."
ABOVE_ZERO = "Must be above zero."
LARGEST = Decimal(10) ** 17
FINEST = 6
TIMES = 10
_PER = re.compile(r"per (?P<base>[0-9][0-9,]*)")


@dataclass(frozen=True)
class Typed:
    """What stands in the fields: words as written, a chosen reason, how many of how many, provisional or final."""

    text: str = ""
    reason: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    provisional: bool | None = None
    remark: str = ""


@dataclass(frozen=True)
class Known:
    """What a figure is held against: the indicator's unit and decimals, and its last number with the period of that."""

    unit: str = ""
    decimals: int | None = None
    last: Measure | None = None
    last_period: str = ""


@dataclass
class Entry:
    """What was understood; `errors` by field, and `questions` that a person answers before it is kept."""

    reading: Reading | None = None
    errors: dict[str, str] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)


def enter(typed: Typed, known: Known) -> Entry:
    """Read what was typed; never raises."""
    words = typed.text.strip() or words_for(typed, known)
    if not words:
        return Entry(errors={"text": NOTHING})
    reading = values.read(words)
    fault = why_not(reading, words)
    if fault:
        return Entry(errors={"text": fault})
    entry = Entry(reading)
    for take in (take_reason, take_share, take_provisional):
        take(entry, typed)
    entry.reading = replace(entry.reading, remark=typed.remark or reading.remark)
    if not entry.errors:
        entry.questions = list(questions_of(entry.reading, known))
    return entry


def words_for(typed: Typed, known: Known) -> str:
    """The words of a figure that was left blank: its percentage worked out, or its reason's own name."""
    if typed.reason in Reason.values:
        return str(Reason(typed.reason).label)
    factor = factor_of(known.unit)
    if typed.numerator is None or not typed.denominator or not factor:
        return ""
    worked_out = typed.numerator / typed.denominator * factor
    decimals = 1 if known.decimals is None else known.decimals
    rounded = rounded_to(worked_out, decimals)
    return f"{rounded:f}%" if known.unit == figures.PERCENT else f"{rounded:f}"


def why_not(reading: Reading, words: str) -> str:
    """Why a reading cannot be a result, "" where it can."""
    if len(words) > values.MOST_CHARACTERS:
        return TOO_LONG
    if reading.kind == SEVERAL:
        return ONE_FIGURE
    if reading.kind == RELATIVE:
        return NO_CHANGE
    if len(reading.unit) > LONGEST_UNIT:
        return UNIT_TOO_LONG
    share = [reading.numerator, reading.denominator]
    numbers = [reading.value, reading.value_max, reading.second, *share]
    found = [one for one in numbers if one is not None]
    if reading.denominator is not None and reading.denominator <= 0:
        return OUT_OF_NONE
    if any(abs(one) >= LARGEST for one in found):
        return TOO_LARGE
    if not all(is_coarse_enough(one) for one in found):
        return TOO_FINE
    return "" if found or reading.reason else NOTHING


def is_coarse_enough(number: Decimal) -> bool:
    """Whether a number is kept as it is, to its last decimal."""
    return -number.normalize().as_tuple().exponent <= FINEST


def take_reason(entry: Entry, typed: Typed) -> None:
    """The reason that was chosen stands before the one read from the words."""
    if not typed.reason:
        return
    if entry.reading.value is not None:
        entry.errors["reason"] = BOTH
        return
    entry.reading = replace(entry.reading, reason=Reason(typed.reason), doubt="")


def take_share(entry: Entry, typed: Typed) -> None:
    """How many of how many: as typed, else as the words say."""
    said = (entry.reading.numerator, entry.reading.denominator)
    given = (typed.numerator, typed.denominator)
    if given == (None, None):
        return
    if None in given:
        name = "numerator" if typed.numerator is None else "denominator"
        entry.errors[name] = PAIR
    elif typed.denominator <= 0:
        entry.errors["denominator"] = ABOVE_ZERO
    elif None not in said and said != given:
        words = f"{plain(said[0])} of {plain(said[1])}"
        entry.errors["numerator"] = SHARE_SAID.format(said=words)
    else:
        entry.reading = replace(
            entry.reading, numerator=typed.numerator, denominator=typed.denominator
        )


def take_provisional(entry: Entry, typed: Typed) -> None:
    """Provisional or final: as chosen, which the words must not contradict."""
    said = entry.reading.provisional
    if typed.provisional is None:
        return
    if said is not None and said != typed.provisional:
        entry.errors["provisional"] = PROVISIONAL_SAID
    entry.reading = replace(entry.reading, provisional=typed.provisional)


def questions_of(reading: Reading, known: Known):
    """What is asked before a reading is kept, each a sentence."""
    yield from ask_of_doubt(reading)
    if reading.value is None:
        return
    if reading.unit and known.unit and reading.unit != known.unit:
        yield (
            f"This indicator is measured in {unit_in_words(known.unit)}; the figure reads {shown(reading, known)}. "
            "The line of its chart would break here."
        )
    yield from ask_of_share(reading, known)
    yield from ask_of_size(reading, known)


def ask_of_doubt(reading: Reading):
    if reading.doubt == NOT_UNDERSTOOD:
        yield f"No number could be read from “{short(reading.text)}”. It would be kept as words alone."
    elif reading.doubt == LOOKS_LIKE_A_YEAR:
        yield f"“{short(reading.text)}” looks like a year. It would be kept as the figure."
    elif reading.doubt:
        yield reading.doubt


def ask_of_share(reading: Reading, known: Known):
    """Ask where how many of how many is another figure than the one written."""
    factor = factor_of(reading.unit or known.unit)
    if not factor or reading.numerator is None or not reading.denominator:
        return
    worked_out = reading.numerator / reading.denominator * factor
    if abs(worked_out - reading.value) > Decimal(5).scaleb(-reading.decimals - 1):
        decimals = max(reading.decimals, 1)
        right = in_unit(plain(rounded_to(worked_out, decimals)), reading.unit or known.unit)  # fmt: skip
        yield (
            f"{plain(reading.numerator)} of {plain(reading.denominator)} is {right}, "
            f"but the figure says {shown(reading, known)}."
        )


def ask_of_size(reading: Reading, known: Known):
    """Ask where a figure is beyond what is likely: over 100 per cent, below zero, ten times the last one or a tenth."""
    unit = reading.unit or known.unit
    last = known.last if known.last and known.last.value is not None else None
    before = last.value if last and last.unit == unit else None
    highest = reading.value if reading.value_max is None else reading.value_max
    if unit == figures.PERCENT and highest > 100 and not (before and before > 100):
        yield f"{shown(reading, known)} is more than 100 per cent."
    if reading.value < 0 and not (before is not None and before < 0):
        yield f"{shown(reading, known)} is below zero."
    if before is None or reading.value < 0 or before <= 0:
        return
    than = f"the last figure, {show(last)} for {known.last_period}"
    if reading.value >= before * TIMES:
        yield f"{shown(reading, known)} is ten times {than}, or more."
    elif reading.value * TIMES <= before and (reading.value or before >= TIMES):
        yield f"{shown(reading, known)} is a tenth of {than}, or less."


def factor_of(unit: str) -> Decimal | None:
    """What so many out of so many is multiplied by: 100 for per cent, 1,000 for "per 1,000"; None where it is no share."""
    if unit == figures.PERCENT:
        return Decimal(100)
    per = _PER.match(unit)
    return Decimal(per["base"].replace(",", "")) if per else None


def rounded_to(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals))


def as_measure(reading: Reading, known: Known) -> Measure:
    return Measure(
        value=reading.value, unit=reading.unit or known.unit, operator=reading.operator,
        value_max=reading.value_max, second=reading.second, reason=reading.reason,
    )  # fmt: skip


def shown(reading: Reading, known: Known) -> str:
    return show(as_measure(reading, known))


def in_words(reading: Reading, known: Known) -> str:
    """How a reading, or a result that stands, is said back: "34.4 per cent, provisional", "no figure: no survey"."""
    if reading.value is None:
        if reading.reason == Reason.IN_WORDS:
            return "words, without a number"
        return f"no figure: {str(Reason(reading.reason).label).lower()}"
    said = shown(reading, known).replace("%", " per cent")
    if reading.second is not None:
        second = Measure(value=reading.second, unit=reading.unit or known.unit)
        said += f", with a second figure of {show(second).replace('%', ' per cent')}"
    if reading.numerator is not None and reading.denominator:
        said += f", {plain(reading.numerator)} of {plain(reading.denominator)}"
    if reading.provisional is not None:
        said += ", provisional" if reading.provisional else ", final"
    return said


def unit_in_words(unit: str) -> str:
    return {"%": "per cent", "GBP": "pounds", "count": "a count"}.get(unit, unit)


def short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
