"""How a heading names a time, so that the reader finds the same time in it again. Pure."""

from equality_tracker.workbooks.vocabulary import is_only_a_date
from indicators.models.figure import PeriodKind
from indicators.tables import columns
from indicators.tables.headings import INDICATORS
from indicators.words import times

NAMES = {
    "target": "Target",
    "result": "Result",
    "numerator": "Numerator",
    "denominator": "Denominator",
}
STRETCHES = {
    PeriodKind.FINANCIAL_YEAR: "financial year to",
    PeriodKind.ACADEMIC_YEAR: "academic year to",
    PeriodKind.YEAR: "calendar year to",
    PeriodKind.QUARTER: "quarter to",
    PeriodKind.MONTH: "month to",
    PeriodKind.SURVEY: "survey",
    PeriodKind.DATE: "",
}


def period(kind, end, said=()):
    """Return the words for the time of `kind` that ends on `end`: the first of `said` that are read so, else ours."""
    for words in (*said, *usual(kind, end)):
        if _names(words, kind, end):
            return words
    return f"{STRETCHES[kind]} {_day(end)}".strip()


def heading(field, words):
    """Return the heading of a column of figures: "Target 2030/31", "Result: academic year 2030/31"."""
    joint = " " if is_only_a_date(words) else ": "
    return f"{NAMES[field]}{joint}{words}"


def usual(kind, end):
    """The ways in which a time of a kind is written, the shortest first."""
    two = f"{end.year - 1}/{end.year % 100:02}"
    return {
        PeriodKind.FINANCIAL_YEAR: [two],
        PeriodKind.ACADEMIC_YEAR: [f"academic year {two}"],
        PeriodKind.YEAR: [str(end.year)],
        PeriodKind.QUARTER: _quarters(end),
        PeriodKind.MONTH: [f"{end:%B} {end.year}"],
        PeriodKind.SURVEY: [f"survey {end:%B} {end.year}"],
        PeriodKind.DATE: [_day(end)],
    }[kind]


def _quarters(end):
    """The quarter of a financial year that ends with `end`'s month."""
    number = (end.month - 4) // 3 % 4 + 1
    first = end.year - (end.month < 4)
    return [f"Q{number} {first}/{(first + 1) % 100:02}"]


def _day(end):
    return f"{end.day} {end:%B} {end.year}"


def _names(words, kind, end):
    """Whether a column headed by these words is read as one for that very time."""
    words = " ".join(words.split())
    time = times.read(words)
    if not time or (time.kind, time.end) != (kind, end):
        return False
    return all(_is_read(field, words, time) for field in NAMES)


def _is_read(field, words, time):
    text = heading(field, words)
    meant = INDICATORS.match(text)
    column = columns.read_column(1, field, text)
    return (
        bool(meant)
        and meant[0][1] == field
        and column.time == time
        and column.provisional is None
    )
