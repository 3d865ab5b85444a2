"""Lines of their own above and between tables, each taken for what it says."""

from dataclasses import dataclass

from equality_tracker.workbooks.finding import SheetTables, Table
from equality_tracker.workbooks.sheets import Row
from plans.importing import banners, problems
from plans.importing.periods import read_period, title_score
from plans.importing.standing import Standing

LONGEST_TITLE = 150


@dataclass(frozen=True)
class Said:
    """What a line does to the table that it stands under."""

    ends_action: bool = False
    ends_table: bool = False
    counts: bool = False


NOTHING = Said()
OPENS = Said(ends_action=True)


class Lines:
    """The lines of a file; `found` keeps those that say nothing of the rows below them."""

    def __init__(self, standing: Standing, found) -> None:
        self.standing, self.found = standing, found
        self.headers: dict[int, Table] = {}
        self.sheet = ""
        self.actions_here = 0

    def begin(self, marked: SheetTables) -> None:
        """A new sheet with its tables."""
        self.sheet = marked.sheet.name
        self.headers = {table.header_row: table for table in marked.tables}
        self.actions_here = sum(table.kind == "actions" for table in marked.tables)

    def several(self, row: Row, filled: list, ahead: list[Row]) -> None:
        """A line of several cells outside any table: a label with its value, or words."""
        texts = [cell.text for cell in sorted(filled)]
        if len(texts) == 2:
            joined = f"{texts[0].rstrip(': ')}: {texts[1]}"
            place = row.address(max(filled).column)
            if self.standing.label(joined, place):
                return
            level = banners.read_level(texts[0])
            if level and level.number and banners.is_bare_level(texts[0]):
                self.standing.name(
                    banners.Banner(level.number, banners.flat(texts[1])), "",
                    banners.level_word(texts[0]),
                )  # fmt: skip
                return
        self.found.lines += [text for text in texts if len(text) <= LONGEST_TITLE]

    def read(self, row: Row, text: str, ahead: list[Row], table: Table | None) -> Said:
        """One line: a level of the plan, a deadline, a list, a signpost or a note."""
        standing, place = self.standing, row.address(row.filled[0].column)
        in_actions = table is not None and table.kind == "actions"
        if standing.outcome(text):
            return NOTHING
        level = banners.read_level(text)
        if level:
            standing.name(level, text, banners.level_word(text))
            standing.untitled = row.number if banners.is_bare_level(text) else 0
            return OPENS
        if banners.is_deadline(text, self.is_above_table(ahead)):
            standing.next_deadline = text, place
            if in_actions:
                standing.deadline = standing.next_deadline
            return NOTHING
        if not in_actions and standing.label(text, place):
            return NOTHING
        if banners.is_outcome_list(text) or banners.is_signpost(text):
            standing.listing = banners.is_outcome_list(text)
            return Said(ends_table=True)
        return self.words(row, text, ahead, table)

    def words(self, row: Row, text: str, ahead: list[Row], table: Table | None) -> Said:
        """A line without any word that tells: an item of a list, the name of a table, or a note."""
        standing = self.standing
        if standing.title(row.number, text):
            return OPENS
        if standing.listing and standing.priority is not None:
            standing.priority["outcomes"] += banners.bullets(text)
            return NOTHING
        if self.names_table(row, text, ahead):
            standing.name(banners.read_banner(text), text)
            return OPENS
        if table is not None and table.kind != "actions":
            return Said(counts=True)
        self.found.lines.append(text)
        return NOTHING

    def is_above_table(self, ahead: list[Row]) -> bool:
        """Whether the next row is the headings of an action table that has no dates of its own."""
        below = self.headers.get(ahead[0].number) if ahead else None
        return (
            below is not None
            and below.kind == "actions"
            and not below.column("timescale")
        )

    def names_table(self, row: Row, text: str, ahead: list[Row]) -> bool:
        """A short line just above an action table names its priority: above several, or below a title."""
        if not ahead or ahead[0].number not in self.headers:
            return False
        below = self.headers[ahead[0].number]
        if below.kind != "actions" or len(text) > LONGEST_TITLE or title_score(text):
            return False
        if self.standing.level and not self.standing.priority["actions"]:
            return False
        if self.actions_here > 1:
            return not (text.endswith(".") or banners.is_foot(text))
        return self.is_below_title(row, text, ahead[0])

    def is_below_title(self, row: Row, text: str, header: Row) -> bool:
        """Whether a line just above the only table looks like a part's name; said, where it is a guess."""
        if self.standing.priority or header.number != row.number + 1:
            return False
        if banners.is_numbered(text):
            return True
        odd = text.endswith((".", "?", ":", ";")) or banners.is_of_the_document(text)
        if odd or read_period(text).start or any(mark.isdigit() for mark in text):
            return False
        message = problems.READ_AS_BANNER.format(text=text[:80])
        place = row.address(row.filled[0].column)
        self.found.problems.append(
            problems.problem(self.sheet, place, problems.NOTE, message)
        )
        return True
