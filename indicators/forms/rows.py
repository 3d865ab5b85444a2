"""A list in which each row is answered or left, sent as one form: `answer-12` with the `version-12` that was read."""

from dataclasses import dataclass, field

from indicators.holding import hold_indicators
from indicators.models import Indicator

ANSWERS_AT_MOST = 200


@dataclass
class Answers:
    """What came of the rows that were answered: those `taken`, and those left because somebody `moved` them meanwhile."""

    taken: list = field(default_factory=list)
    moved: list = field(default_factory=list)


def answered(data, rows, allowed):
    """Yield (row, answer, whether it still is as it was read) for each row of the queryset `rows` answered with one of `allowed`; locks them, their indicators first."""
    wanted = dict(_wanted(data, allowed))
    if rows.model is not Indicator:
        named = rows.filter(pk__in=wanted).values_list("indicator", flat=True)
        hold_indicators(list(named))
    for row in rows.filter(pk__in=wanted).order_by("pk").select_for_update(of=("self",)):  # fmt: skip
        yield row, wanted[row.pk], data.get(f"version-{row.pk}") == str(row.version)


def take(data, rows, allowed, *, is_so, answer):
    """Run `answer(row, said)` for each row that is as it was read, and return the Answers; a row that `is_so` already is left in peace."""
    found = Answers()
    for row, said, fresh in answered(data, rows, allowed):
        if is_so(row, said):
            continue
        if fresh:
            answer(row, said)
        (found.taken if fresh else found.moved).append(row)
    return found


def _wanted(data, allowed):
    names = [name for name in data if name.startswith("answer-")][:ANSWERS_AT_MOST]
    for name in names:
        number = name.removeprefix("answer-")
        if number.isdecimal() and len(number) < 10 and data[name] in allowed:
            yield int(number), data[name]
