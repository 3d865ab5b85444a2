"""One row of a sheet of groups: what was typed, as it is kept or asked about."""

from decimal import Decimal

import pytest

from indicators.groups.rows import Disagreement, Refused, read


def read_row(text="", count=None, base=None, unit="%", **options):
    return read("Women", text, count, base, unit=unit, decimals=1, **options)


@pytest.mark.parametrize(
    ("typed", "value", "text"),
    [
        ({"count": 132, "base": 489}, "27.0", "27%"),
        ({"text": "27%", "count": 132, "base": 489}, "27", "27%"),
        ({"text": "26.99%", "count": 132, "base": 489}, "26.99", "26.99%"),
        ({"text": "27"}, "27", "27"),
        ({"text": "132 out of 489"}, "27.0", "132 out of 489"),
        ({"count": 12, "unit": "count"}, "12", "12"),
        ({"count": 14, "base": 114, "unit": "per 1,000"}, "122.8", "122.8 per 1,000"),
        ({"text": "£398", "base": 412, "unit": "GBP"}, "398", "£398"),
    ],
)
def test_a_figure_is_taken_or_worked_out(typed, value, text):
    figure = read_row(**typed)

    assert round(figure.value, 4) == Decimal(value)
    assert (figure.text, figure.reason) == (text, "")


def test_how_many_of_how_many_is_taken_from_the_words():
    figure = read_row("132 out of 489")

    assert (figure.count, figure.base) == (132, 489)


def test_a_reason_stands_in_place_of_a_number():
    figure = read_row("Not reported", base=40)

    assert (figure.value, figure.reason, figure.base) == (None, "not_reported", 40)


def test_fewer_than_a_number_is_kept_in_words():
    figure = read_row("<5", unit="count")

    assert (figure.value, figure.reason, figure.text) == (None, "in_words", "<5")


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"count": 40}, "base", "Say out of how many"),
        ({"count": 50, "base": 40}, "count", "50 is more than the 40"),
        ({"text": "£12"}, "text", "This is in pounds, and the result is in per cent."),
        ({"text": "1% 2%"}, "text", "Write one figure"),
        ({"text": "Not reported", "count": 4}, "count", "leave one of them out"),
        ({"text": "at least 40%"}, "text", "Only “at least 40%” is known"),
        ({"text": "40% to 45%"}, "text", "Write one figure"),
        ({"base": 40}, "text", "Write one figure"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_cell_and_the_remedy(
    typed, field, words
):
    with pytest.raises(Refused) as refused:
        read_row(**typed)

    assert refused.value.field == field
    assert words in refused.value.words


def test_a_percentage_that_is_not_that_of_its_count_is_asked_about():
    with pytest.raises(Disagreement, match="132 of 489 is 27%, and 37% is written"):
        read_row("37%", 132, 489)


def test_both_may_stand_as_published():
    figure = read_row("37%", 132, 489, both_stand=True)

    assert (figure.value, figure.count) == (37, 132)


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ({"count": 0, "base": 0}, "base"),
        ({"text": "Not applicable", "base": 0}, "base"),
        ({"text": "0%", "count": 0, "base": 0}, "base"),
        ({"text": "0%", "base": 0}, "base"),
        ({"count": 0, "base": 0, "unit": "count"}, "base"),
        ({"text": "0 out of 0"}, "text"),
        ({"text": "0/0"}, "text"),
    ],
)
def test_a_figure_out_of_nobody_is_refused_at_its_cell(typed, cell):
    with pytest.raises(Refused) as refused:
        read_row(**typed)

    assert refused.value.field == cell
