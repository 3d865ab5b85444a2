"""What hangs on a lead's post: the apps above say here what they keep under one, since this app does not know them.

An app registers its work from its `AppConfig.ready`; see `plans.posts`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Work:
    """One kind of work that an app keeps under leads, such as open actions.

    `count(lead ids)` returns {lead id: how many}; `address(lead)` is the page that lists exactly those; `move(lead, before, after)`
    gives what `before` (a Directorate or None) answers for under `lead` to the directorate `after` and returns how many those
    were; `movable(lead)` says how many there would be.
    """

    singular: str
    plural: str
    count: Callable
    address: Callable
    movable: Callable
    move: Callable


@dataclass(frozen=True)
class Amount:
    """How much of one kind of work hangs on a lead, and where to see it."""

    number: int
    words: str
    url: str


_kinds: list[Work] = []


def register(work: Work) -> None:
    """Take in one kind of work; the lists show the kinds in the order of registration."""
    _kinds.append(work)


def amounts(leads: Iterable) -> dict:
    """Return {lead: [Amount, ...]}, one for each kind of work: one query a kind, however many the leads."""
    leads = list(leads)
    counted = [(work, work.count([lead.pk for lead in leads])) for work in _kinds]
    return {
        lead: [
            Amount(number, words(work, number), work.address(lead))
            for work, counts in counted
            for number in [counts.get(lead.pk, 0)]
        ]
        for lead in leads
    }


def movable(lead) -> str:
    """Say what would move with `lead`, as "7 open actions"; "" where nothing would."""
    found = [
        words(work, number) for work in _kinds if (number := work.movable(lead)) > 0
    ]
    return " and ".join(found)


def move(lead, before, after) -> str:
    """Give what `before` answers for under `lead` to `after`; say what that was, "" for nothing."""
    moved = [
        words(work, number)
        for work in _kinds
        if (number := work.move(lead, before, after)) > 0
    ]
    return " and ".join(moved)


def words(work: Work, number: int) -> str:
    """Return "1 open action", "7 open actions"."""
    return f"{number} {work.singular if number == 1 else work.plural}"
