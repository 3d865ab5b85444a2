"""Says a reading in words, for pages: "due 30 June 2010, then every year". Pure."""

from datetime import date

from plans.timescales.timescale import EVENT, UNKNOWN, Timescale

EVERY = {
    "annual": "every year",
    "two-yearly": "every two years",
    "three-yearly": "every three years",
    "four-yearly": "every four years",
    "half-yearly": "every six months",
    "quarterly": "every quarter",
    "monthly": "every month",
    "weekly": "every week",
    "fortnightly": "every two weeks",
    "termly": "every term",
    "daily": "every day",
}


def show(day: date) -> str:
    """31 March 2010."""
    return f"{day.day} {day:%B} {day.year}"


def describe(timescale: Timescale) -> str:
    """The reading in words; "" for no words at all, "not understood" for words without sense."""
    if timescale.kind == UNKNOWN:
        return "not understood" if timescale.text.strip() else ""
    if timescale.recurrence:
        return describe_recurring(timescale)
    parts = []
    if timescale.ongoing:
        parts.append("ongoing")
    if timescale.start:
        parts.append(f"from {show(timescale.start)}")
    if timescale.due:
        parts.append(f"{until(timescale)} {show(timescale.due)}")
    if timescale.kind == EVENT:
        parts.append(f"waits for: {timescale.event}")
    if len(timescale.milestones) > 1:
        parts.append(f"in {len(timescale.milestones)} steps")
    return ", ".join(parts)


def until(timescale: Timescale) -> str:
    """What its date is: its end, its last step's, or when it is due."""
    if not timescale.ongoing:
        return "due"
    if timescale.milestones:
        return f"{timescale.milestones[-1].label} due".strip()
    return "until"


def describe_recurring(timescale: Timescale) -> str:
    """When it comes round, from when and until when."""
    every = EVERY.get(timescale.recurrence, timescale.recurrence)
    first, until = timescale.recurrence_first, timescale.recurrence_until
    if until and first:
        return f"{every} from {show(first)} to {show(until)}"
    if timescale.due and not until:
        return f"due {show(timescale.due)}, then {every}"
    if first:
        return f"{every} from {show(first)}"
    return f"{every} until {show(until)}" if until else every
