"""What a provisional figure is called once it is final."""

import pytest

from indicators.words.final_words import final


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("6.30% (provisional)", "6.30%"),
        ("6.3% [provisional]", "6.3%"),
        ("Provisional: 6.3%", "6.3%"),
        ("6.3% provisional", "6.3%"),
        ("6.3% (p)", "6.3%"),
        ("45% (estimate, 45 of 100)", "45% (45 of 100)"),
        ("6.3%", "6.3%"),
        ("No survey", "No survey"),
        ("Provisional", "Provisional"),
    ],
)
def test_the_figure_stays_and_is_called_provisional_no_longer(text, words):
    assert final(text) == words
