"""The days that a row of a register gives: as meant, or only where a very day was written."""

from datetime import date


def meant(said: dict, name: str) -> date | None:
    """The day that words mean: "March 2027" is its last. For what is still to come."""
    one = said["days"].get(name)
    return date.fromisoformat(one["date"]) if one and one["date"] else None


def exact(said: dict, name: str, by: date | None = None) -> date | None:
    """The day, where the words name one and it is not after `by`: of what is said to have happened no day is made up."""
    day = meant(said, name)
    is_day = day and said["days"][name]["precision"] == "day"
    return day if is_day and (by is None or day <= by) else None
