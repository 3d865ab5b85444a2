"""Numbers on a page: each with the address of exactly the rows it counts."""

from typing import NamedTuple


class Figure(NamedTuple):
    """A count in words and the address of the list that shows those rows and no others."""

    label: str
    count: int
    url: str


def percentages(counts):
    """Return whole percentages of `counts`, a list of numbers, that add up to 100 (to 0 where there is nothing to count).

    Each is rounded down first; what is then missing goes, one point each, to the largest remainders, the earlier first among
    equals.
    """
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    whole = [count * 100 // total for count in counts]
    by_remainder = sorted(
        range(len(counts)), key=lambda place: -(counts[place] * 100 % total)
    )
    for place in by_remainder[: 100 - sum(whole)]:
        whole[place] += 1
    return whole
