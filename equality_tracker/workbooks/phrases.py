"""Finds phrases among the words of a heading without trying every run of them: each is looked for only where its first word stands. Pure."""

from collections.abc import Iterable, Iterator


def beginnings(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The words that phrases begin with, each with how many words those phrases have, fewest first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split(" ")
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(lengths)) for word, lengths in found.items()}


def standing_in(
    words: list[str], begun: dict[str, tuple[int, ...]], most: int
) -> Iterator[tuple[int, int, str]]:
    """The runs of at most `most` words that may be a phrase, from left to right: where each begins, where it ends, and the run."""
    for first, word in enumerate(words):
        for length in begun.get(word, ()):
            last = first + length
            if length > most or last > len(words):
                break
            yield first, last, " ".join(words[first:last])
