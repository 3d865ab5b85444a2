"""What is found in the indicator tables of a file, entry by entry."""

from dataclasses import dataclass, field

from equality_tracker.workbooks.sheets import Sheet
from indicators.tables.entries import Entry
from indicators.words import codes
from plans.importing.problems import NOTE, problem


@dataclass
class Found:
    """What the tables of a file hold, and what a person should look at."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[dict] = field(default_factory=list)

    def report(self, sheet: Sheet, place: str, message: str) -> None:
        self.report_at(sheet.name, place, message)

    def report_at(self, sheet: str, place: str, message: str) -> None:
        self.problems.append(problem(sheet, place, NOTE, message))

    def of(self, code: str, title: str) -> Entry | None:
        """The first entry with a code, or with a title where there is no code."""
        if code:
            wanted = codes.key(code)
            same = (one for one in self.entries if codes.key(one.key) == wanted)
        else:
            wanted = " ".join(title.split())
            same = (
                one for one in self.entries if " ".join(one.title.split()) == wanted
            )
        return next(same, None)
