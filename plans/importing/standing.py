"""Where the walk over a plan's sheets stands: the priority, deadline, lead and list that hold here."""

import re
from dataclasses import dataclass

from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Sheet
from plans.importing import banners
from plans.importing.banners import Banner
from plans.importing.levels import Levels, unnamed

_PAGE = re.compile(
    r"(?:page|sheet|table|part|plan|tbl|p)?\s*\d*\s*(?:\(?(?:cont|continued|contd)\.?\)?|\(\d+\))?", re.I
)  # fmt: skip
NOWHERE = ("", "")


@dataclass
class Before:
    """How the last sheet ended: what a table that goes on over a page takes up again."""

    priority: dict | None = None
    signature: tuple = ()
    reference: str = ""
    sheet: str = ""


class Standing:
    """What the lines above and the sheets before say of the rows that come next."""

    def __init__(self, levels: Levels) -> None:
        self.levels = levels
        self.before = Before()
        self.priority: dict | None = None
        self.signature: tuple = ()
        self.begin("")

    def begin(self, sheet: str) -> None:
        """A new sheet: nothing holds, and what held is remembered for a table that goes on."""
        if self.priority is not None:
            self.before.priority = self.priority
        self.before.signature = self.signature
        self.sheet = sheet
        self.priority: dict | None = None
        self.level = ""
        self.untitled = self.outcome_from = 0
        self.outcome_said, self.outcomes_part = "", False
        self.deadline = self.next_deadline = NOWHERE
        self.directorate = self.lead = ""
        self.time = NOWHERE
        self.listing = False

    def table(self, table: Table) -> None:
        """A header row: the deadline in the line above it holds from here."""
        self.listing = False
        if table.kind == "actions":
            self.signature = table.signature
        if table.kind == "actions" and self.next_deadline[0]:
            self.deadline, self.next_deadline = self.next_deadline, NOWHERE

    def name(self, banner: Banner, text: str = "", level: str = "") -> None:
        """Begin a priority, or go on with the one of the same name."""
        priority = self.levels.named(banner, text)
        if priority is not self.priority:
            self.deadline = self.time = NOWHERE
            self.lead = self.outcome_said = ""
            self.outcomes_part = False
        self.priority, self.level, self.listing = priority, level, False
        self.untitled = 0

    def title(self, row: int, text: str) -> bool:
        """Take the line just below "Objective 1" for the objective's words."""
        if not self.untitled or row != self.untitled + 1 or self.priority["actions"]:
            return False
        self.untitled = 0
        self.levels.rename(self.priority, banners.flat(text))
        return True

    def current(
        self, sheet: Sheet, table: Table | None = None, reference: str = ""
    ) -> dict:
        """The priority that holds here; one named after the sheet where none was named."""
        if self.priority is None and self.goes_on(sheet, table, reference):
            self.priority = self.before.priority
        if self.priority is None:
            # The lines above hold for what was not named, too.
            held = self.deadline, self.time, self.lead
            self.name(unnamed(sheet), sheet.name)
            self.deadline, self.time, self.lead = held
            self.priority["unnamed"] = True
        return self.priority

    def goes_on(self, sheet: Sheet, table: Table | None, reference: str) -> bool:
        """Whether a table is the last sheet's, over a page break that lost the line above it."""
        if table is None or self.before.priority is None:
            return False
        if table.signature != self.before.signature:
            return False
        if _PAGE.fullmatch(sheet.name.strip()):
            return True
        named = not self.before.priority.get("unnamed")
        return named and follows(reference, self.before.reference)

    def end_row(self, action: dict) -> None:
        """Remember how far the table came."""
        self.before.reference = action["reference"] or self.before.reference

    def outcome(self, text: str) -> bool:
        """Take "Outcome: …" under a priority of another name for that priority's outcome."""
        level = banners.read_level(text)
        if level is None or level.number or self.priority is None:
            return False
        if not banners.is_outcome(text) or self.level in ("", "outcome"):
            return False
        self.priority["outcomes"] += banners.bullets(level.title)
        self.part(level.title)
        return True

    def part(self, outcome: str) -> None:
        """A second outcome within a priority parts its actions: each is told its own."""
        actions = self.priority["actions"]
        if self.outcome_said and len(actions) > self.outcome_from:
            self.outcomes_part = True
            for action in actions[self.outcome_from :]:
                action["outcome"] = action["outcome"] or self.outcome_said
        self.outcome_said, self.outcome_from = outcome, len(actions)

    def label(self, text: str, place: str) -> bool:
        """Take "Directorate: …", "Lead: …" or "Deadline: …" for all actions that follow."""
        name, value = banners.read_label(text)
        if name == "directorate":
            self.directorate = value
            if self.priority is None or self.level == "directorate":
                self.name(Banner("", value), "", "directorate")
                self.priority["directorate"] = value
        elif name == "lead":
            self.lead = value
        elif name == "time":
            self.time = value, place
        return bool(name)

    def fill(self, action: dict, table: Table) -> None:
        """Give an action what its table has no column for and the lines above say."""
        if not action["timescale"]["text"]:
            text, place = self.deadline if self.deadline[0] else self.time
            if text and (self.deadline[0] or not table.column("timescale")):
                action["timescale"] = {"text": text, "from": "heading"}
                action["cells"]["timescale"] = place
        if self.outcomes_part and not action["outcome"]:
            action["outcome"] = self.outcome_said
        if self.lead and not table.column("lead") and not action["lead"]:
            action["lead"] = self.lead
        if (
            self.directorate
            and not table.column("directorate")
            and not action["directorate"]
        ):
            action["directorate"] = self.directorate


def follows(reference: str, before: str) -> bool:
    """Whether one reference is the next after another: 1.3 after 1.2."""
    head, dot, tail = reference.rpartition(".")
    last_head, last_dot, last_tail = before.rpartition(".")
    numbers = tail.isdecimal() and last_tail.isdecimal()
    return (
        bool(dot and last_dot and numbers)
        and head == last_head
        and int(tail) == int(last_tail) + 1
    )
