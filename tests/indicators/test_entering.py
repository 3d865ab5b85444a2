"""What is typed as a result: how it is read, what is refused, and what is asked before it is kept."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.models import Indicator, Result
from indicators.performance.measures import Measure
from indicators.results import entering
from indicators.results.entering import Known, Typed, enter
from indicators.words.reasons import Reason

KNOWN = Known("%", None, Measure(Decimal(30), "%"), "2024/25")


def asked(text, known=KNOWN, **typed):
    entry = enter(Typed(text, **typed), known)
    assert not entry.errors
    return " ".join(entry.questions)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (Typed("34.4%"), "34.4 per cent"),
        (Typed("34.4"), "34.4 per cent"),
        (Typed("at least 25%"), "at least 25 per cent"),
        (Typed("31% (provisional)"), "31 per cent, provisional"),
        (Typed("31%", provisional=False), "31 per cent, final"),
        (Typed("no survey this year"), "no figure: no survey"),
        (Typed("TBC"), "no figure: to be confirmed"),
        (Typed("Level 3"), "words, without a number"),
        (Typed(reason="no_survey"), "no figure: no survey"),
        (Typed("see the note", reason="not_reported"), "no figure: not reported"),
        (Typed("45% (45 of 100)"), "45 per cent, 45 of 100"),
        (Typed(numerator=Decimal(1), denominator=Decimal(3)), "33.3 per cent, 1 of 3"),
        (Typed("81% (65% fair or better)"), "81 per cent, with a second figure of 65 per cent"),
    ],
)  # fmt: skip
def test_what_is_typed_is_said_back(typed, words):
    entry = enter(typed, KNOWN)

    assert (entry.errors, entry.questions) == ({}, [])
    assert entering.in_words(entry.reading, KNOWN) == words


def test_a_count_has_no_per_cent():
    entry = enter(Typed("1,204"), Known("count"))

    assert entering.in_words(entry.reading, Known("count")) == "1,204"


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        (Typed(), "text", "choose why there is none"),
        (Typed("  "), "text", "choose why there is none"),
        (Typed("1%\n2%"), "text", "one figure"),
        (Typed("Increase of 4%"), "text", "not a change"),
        (Typed("999999999999999bn"), "text", "too large"),
        (Typed("0.12345678"), "text", "six decimals"),
        (Typed("x" * 1001), "text", "1,000 characters"),
        (Typed("45% (n=0)"), "text", "out of none"),
        (Typed("45% (45 of 99999999999999999999)"), "text", "too large"),
        (Typed(f"5 per {'a' * 70}"), "text", "too long to be its unit"),
        (Typed("34%", reason="no_survey"), "reason", "There is a figure"),
        (Typed("45%", numerator=Decimal(45)), "denominator", "Give both"),
        (Typed("45%", denominator=Decimal(45)), "numerator", "Give both"),
        (Typed("45%", numerator=Decimal(1), denominator=Decimal(0)), "denominator", "above zero"),
        (Typed("45% (45 of 100)", numerator=Decimal(9), denominator=Decimal(20)), "numerator", "45 of 100"),
        (Typed("45% (provisional)", provisional=False), "provisional", "say otherwise"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_at_its_field(typed, field, says):
    assert says in enter(typed, KNOWN).errors[field]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("450%", "450% is more than 100 per cent."),
        ("450%", "450% is ten times the last figure, 30% for 2024/25, or more."),
        ("3%", "3% is a tenth of the last figure"),
        ("0%", "0% is a tenth of the last figure"),
        ("-3%", "-3% is below zero."),
        ("12 days", "measured in per cent; the figure reads 12 days."),
        ("2019", "looks like a year"),
        ("Men 45% women 38%", "No number could be read"),
        ("45% (40 of 100)", "40 of 100 is 40%, but the figure says 45%."),
    ],
)
def test_what_is_unlikely_is_asked(text, says):
    assert says in asked(text)


@pytest.mark.parametrize("text", ["3.1%", "100%", "44.6% (446 of 1,000)", "44.6% (1,115 of 2,501)"])  # fmt: skip
def test_what_is_likely_is_not_asked(text):
    assert asked(text) == ""


@pytest.mark.parametrize(
    ("text", "last"),
    [("120%", "110"), ("-2%", "-1"), ("0%", "4"), ("55%", None), ("90%", "0")],
)
def test_what_the_last_figure_was_already_is_not_asked_again(text, last):
    measure = last and Measure(Decimal(last), "%")

    assert asked(text, Known("%", None, measure, "2024/25")) == ""


def test_a_figure_in_another_unit_is_not_held_against_the_last_one():
    assert "ten times" not in asked("900 days")


def test_a_rate_is_worked_out_by_its_base():
    known = Known("per 1,000", 2)

    entry = enter(Typed(numerator=Decimal(12), denominator=Decimal(4800)), known)

    assert (entry.reading.text, entry.reading.value) == ("2.50", Decimal("2.50"))
    assert "12 of 4,800 is 2.5 per 1,000" in asked(
        "4", known, numerator=Decimal(12), denominator=Decimal(4800)
    )


def test_a_count_of_so_many_is_not_held_against_its_share():
    assert asked("12 (12 of 40)", Known("count")) == ""


PARTS = st.sampled_from(
    ["34.4", "1,204", "£", "%", " per cent", "no survey", "TBC", "(", ")", " of ", "100", "n=", "0", "-", "+", "<", "provisional",
     " per ", "people", "2019", "bn", "\n", "increase of ", "12/15", "99999999999999999999", " to ", ".", "…"]
)  # fmt: skip
NUMBERS = st.none() | st.decimals(-10, 10**12, places=3)


@given(
    st.builds(
        Typed,
        text=st.lists(PARTS | st.text(max_size=8), max_size=8).map("".join),
        reason=st.sampled_from(["", *Reason.values]),
        numerator=NUMBERS,
        denominator=NUMBERS,
        provisional=st.sampled_from([None, True, False]),
    ),
    st.sampled_from([KNOWN, Known(), Known("count"), Known("per 1,000", 2)]),
)
def test_whatever_is_typed_is_refused_or_can_be_kept(typed, known):
    entry = enter(typed, known)

    if entry.errors:
        return
    result = Result(indicator=Indicator(unit=known.unit)).read_from(entry.reading)
    assert (result.value is None) == bool(result.reason)
    assert entering.in_words(entry.reading, known)
    for field in Result._meta.concrete_fields:
        if field.name in KEPT_FIELDS:
            field.run_validators(getattr(result, field.attname))


KEPT_FIELDS = {
    "text", "value", "value_max", "operator", "unit", "remark", "second", "numerator", "denominator",
}  # fmt: skip
