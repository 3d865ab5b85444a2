"""The last stage of reading: leads split in the light of the whole file, dates read."""

from collections.abc import Iterable

from equality_tracker.workbooks.vocabulary import normal
from plans import timescales
from plans.importing import problems
from plans.importing.leads import Leads
from plans.importing.periods import Period
from plans.timescales import Timescale
from plans.timescales.words import says_nothing

# How often an action may come round again; what is read besides is kept in words alone.
RHYTHMS = frozenset(
    ["weekly", "monthly", "quarterly", "half-yearly", "annual", "two-yearly"]
)


def read_leads(
    priorities: list[dict],
    lines: Iterable[str],
    known: Iterable[str],
    found: list[dict],
) -> dict[str, str]:
    """Give each action its leads; gives back each abbreviation with the name it shortens."""
    actions = [action for priority in priorities for action in priority["actions"]]
    leads = Leads([action["lead"] for action in actions], known, lines)
    for action in actions:
        read = leads.read(action["lead"])
        action["leads"] = list(read.names)
        if read.is_sentence:
            add(found, action, "lead", problems.WARNING, problems.SENTENCE)
        if read.elsewhere:
            add(found, action, "lead", problems.WARNING, problems.LEAD_ELSEWHERE)
    return leads.shortened


def read_directorates(priorities: list[dict], known: Iterable[str]) -> None:
    """Where a lead is one of the council's directorates, that one answers."""
    names = {normal(name): name for name in known}
    for priority in priorities:
        for action in priority["actions"]:
            if action["directorate"]:
                continue
            found = [
                names[normal(lead)] for lead in action["leads"] if normal(lead) in names
            ]
            action["directorate"] = found[0] if found else priority["directorate"]


def read_timescales(priorities: list[dict], period: Period, found: list[dict]) -> None:
    """Read each action's words about time, within the plan's period."""
    for priority in priorities:
        for action in priority["actions"]:
            given = action["timescale"]
            read = timescales.read(given["text"], period.start, period.end)
            action["timescale"] = {**given, **read.as_dict()}
            add_start(action, period)
            report(action, read, found)


def report_references(priorities: list[dict], found: list[dict]) -> None:
    """Say where a reference stands on a second action."""
    seen: set[str] = set()
    for priority in priorities:
        for action in priority["actions"]:
            reference = action["reference"].casefold()
            if reference and reference in seen:
                message = problems.SAME_REFERENCE.format(reference=action["reference"])
                add(found, action, "reference", problems.WARNING, message)
            seen.add(reference)


def add_start(action: dict, period: Period) -> None:
    """A start date in a column of its own goes with the timescale."""
    if action["start"] and not action["timescale"]["start"]:
        start = timescales.read(action["start"], period.start, period.end)
        if start.due and start.kind == "date":
            first = (
                start.due.replace(day=1) if start.precision == "month" else start.due
            )
            action["timescale"]["start"] = first.isoformat()


def report(action: dict, read: Timescale, found: list[dict]) -> None:
    """Say what is odd about a timescale, where it stands."""
    flags = [flag for flag in read.flags if flag in problems.TIMES]
    for flag in flags:
        add(found, action, "timescale", problems.WARNING, problems.TIMES[flag])
    if read.recurrence and read.recurrence not in RHYTHMS:
        every = problems.RHYTHM.format(every=read.recurrence)
        add(found, action, "timescale", problems.NOTE, every)
    if not read.understood and not flags and not says_nothing(read.text):
        add(found, action, "timescale", problems.WARNING, problems.NOT_A_TIME)


def add(
    found: list[dict], action: dict, name: str, severity: str, message: str
) -> None:
    cell = action["cells"].get(name, "")
    found.append(problems.problem(action["sheet"], cell, severity, message))
