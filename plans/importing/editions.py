"""The same actions on several sheets, one for each time: the latest is current, the rest is history."""

from dataclasses import dataclass, field

from equality_tracker.workbooks.vocabulary import normal
from plans.importing import moments, problems, times
from plans.importing.levels import UNNAMED, is_time
from plans.importing.times import Moment

LEAST_SHARE = 0.5
TAKEN = (
    "The sheets {earlier} hold the same actions at earlier times. “{latest}” was taken for what is current; the others "
    "became dated history where their date is known."
)
NOT_FILLED = "Sheet “{sheet}” repeats the actions but holds no status and no progress yet. It was left out."
ONLY_EARLIER = (
    "This action stands on sheet “{sheet}” and not on “{latest}”, the latest one. It was taken with what it says here; "
    "leave it out if it was dropped."
)


@dataclass
class Edition:
    """One sheet's actions and the time that its name tells."""

    moment: Moment
    actions: list[dict] = field(default_factory=list)

    @property
    def sheet(self) -> str:
        return self.moment.heading

    @property
    def is_filled(self) -> bool:
        return any(one["rag_status"] or one["progress"] for one in self.actions)

    def by_key(self) -> dict[tuple, dict]:
        return {key_of(action): action for action in self.actions}


def key_of(action: dict) -> tuple[str, str]:
    """What is the same action on another sheet: its reference and title."""
    return action["reference"].casefold(), normal(action["title"])


def fold(priorities: list[dict], lines: list[str], found: list[dict]) -> None:
    """Keep each action once, with what earlier sheets say as its history; adds to `found` what was done."""
    editions = find(priorities, lines)
    if not editions:
        name_plainly(priorities)
        return
    filled = [one for one in editions if one.is_filled] or editions[:1]
    latest, earlier = filled[-1], filled[:-1]
    gone = [one for one in editions if one not in filled]
    for action in latest.actions:
        add_history(action, earlier)
    known = set(latest.by_key())
    drop: set[int] = {id(action) for one in gone for action in one.actions}
    for number, edition in enumerate(earlier):
        later = known.union(*(set(one.by_key()) for one in earlier[number + 1 :]))
        drop |= {id(a) for a in edition.actions if key_of(a) in later}
        found += only_here(edition, later, latest)
    for priority in priorities:
        priority["actions"] = [a for a in priority["actions"] if id(a) not in drop]
        if priority["title"] == latest.sheet and priority.get("unnamed"):
            priority["title"] = UNNAMED
    report(found, latest, earlier, gone)


def name_plainly(priorities: list[dict]) -> None:
    """A plan's only sheet may be called "2026-27": that is no priority's name."""
    told = [one for one in priorities if one["actions"]]
    if len(told) == 1 and told[0].get("unnamed") and is_time(told[0]["title"]):
        told[0]["title"] = UNNAMED


def find(priorities: list[dict], lines: list[str]) -> list[Edition]:
    """The sheets named for a time that repeat each other's actions, earliest first; [] where there are none."""
    year = times.year_of(lines)
    sheets: dict[str, Edition] = {}
    for priority in priorities:
        for action in priority["actions"]:
            name = action["sheet"]
            if name not in sheets:
                moment = times.read(0, name, year)
                sheets[name] = Edition(moment) if moment else None
            if sheets[name]:
                sheets[name].actions.append(action)
    dated = {one.moment: one for one in sheets.values() if one}
    if len(dated) < 2:
        return []
    ordered = [dated[moment] for moment in moments.in_order(list(dated))]
    return ordered if all(repeats(a, b) for a, b in zip(ordered, ordered[1:], strict=False)) else []  # fmt: skip


def repeats(one: Edition, other: Edition) -> bool:
    """Whether most actions of the shorter sheet stand on the other one too."""
    here, there = set(one.by_key()), set(other.by_key())
    return len(here & there) >= LEAST_SHARE * min(len(here), len(there))


def add_history(action: dict, earlier: list[Edition]) -> None:
    """Put what earlier sheets say of an action before what its own columns say."""
    history = []
    for edition in earlier:
        was = edition.by_key().get(key_of(action))
        if was and (was["rag_status"] or was["progress"]):
            as_at = edition.moment.as_at
            history.append(
                {
                    "as_at": as_at.isoformat() if as_at else None,
                    "rag_status": was["rag_status"],
                    "text": was["progress"],
                    "heading": edition.sheet,
                    "cell": f"{edition.sheet}!{was['cells'].get('rag_status', '')}",
                }
            )
    action["earlier_statuses"] = history + action["earlier_statuses"]


def only_here(edition: Edition, later: set[tuple], latest: Edition) -> list[dict]:
    """A problem for each action that no later sheet repeats."""
    message = ONLY_EARLIER.format(sheet=edition.sheet, latest=latest.sheet)
    return [
        problems.problem(edition.sheet, action["cells"].get("title", ""), problems.WARNING, message)
        for action in edition.actions
        if key_of(action) not in later
    ]  # fmt: skip


def report(found: list[dict], latest: Edition, earlier, gone) -> None:
    if earlier:
        names = ", ".join(f"“{one.sheet}”" for one in earlier)
        message = TAKEN.format(earlier=names, latest=latest.sheet)
        found.append(problems.problem(latest.sheet, "", problems.NOTE, message))
    for one in gone:
        message = NOT_FILLED.format(sheet=one.sheet)
        found.append(problems.problem(one.sheet, "", problems.NOTE, message))
