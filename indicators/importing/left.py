"""What a file that went out from here said of each indicator when it left: what reads alike since was not changed in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from indicators.words import codes
from plans.importing.words import bare, same

KEPT = ("sheet", "key", "title", "parent", "plan", "unit", "source", "frequency", "lead", "directorate", "direction_said", "definition", "decimals")  # fmt: skip
TIME = ("period_kind", "end", "text")


@dataclass
class Left:
    """One row as it left: its words, and those of its figures by kind and time."""

    said: dict = field(default_factory=dict)
    figures: dict = field(default_factory=dict)

    def text(self, kind: str, said: dict) -> str | None:
        """The words that stood there for the time that `said` is for, None where none did."""
        when = (said.get("period_kind"), said.get("end"))
        return self.figures.get((kind, *((None, None) if kind == "baseline" else when)))

    def is_unchanged(self, name: str, said: dict) -> bool:
        """Whether the file still says what it said of a field when it left."""
        return same(str(self.said.get(name) or ""), str(said.get(name) or ""))


def shortened(entries: Iterable[dict]) -> list[dict]:
    """What is kept of the entries of an export to compare with: their names and their figures' words."""
    return [
        {name: entry[name] for name in KEPT if entry.get(name)}
        | {
            "figures": [
                [kind, *(one.get(n) for n in TIME)] for kind, one in _told(entry)
            ]
        }
        for entry in entries
    ]


def _told(entry):
    yield "baseline", {"text": entry["baseline"]["text"]}
    for name in ("targets", "results"):
        for one in entry[name]:
            yield name.removesuffix("s"), one


def by_identity(entries: Iterable[dict]) -> dict:
    """Return {what names a row: Left}; rows of one name, such as a sheet a year, are one."""
    found: dict = {}
    for entry in entries:
        left = found.setdefault(identity(entry), Left(entry))
        for kind, period_kind, end, text in entry["figures"]:
            left.figures.setdefault((kind, period_kind, end), text)
    return found


def identity(entry: dict) -> tuple:
    """What names a row on both sides: its code, else its title under its parent; and its plan where rows name one."""
    plan = bare(entry.get("plan") or "")
    if entry.get("key"):
        return codes.key(entry["key"]), plan
    return bare(entry.get("parent") or ""), bare(entry.get("title") or ""), plan
