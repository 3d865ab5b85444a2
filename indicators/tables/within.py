"""Rows of groups under their indicator: "Women" below "Staff who feel treated fairly". A row that may be either is asked about."""

from equality_tracker.workbooks.sheets import Row
from indicators.tables.columns import Column
from indicators.tables.entries import Entry
from indicators.tables.lists import WHICH_CHARACTERISTIC
from indicators.words import characteristics, codes
from indicators.words.characteristics import Group
from plans.importing import banners

FEW_WORDS = 3
GROUP_OR_INDICATOR = (
    "“{text}” stands among the groups of {name}. Its figures were left out, as it may be a group or an indicator of its own. Give it a code "
    "if it is an indicator, or write the name of the characteristic in a row above its groups."
)
NOT_OF_GROUPS = "A {field} of one group is not kept; only results are. It was left out."
_WHICH = {"result": "result", "numerator": "count", "denominator": "base"}


class Within:
    """What is known of the groups while a table's rows are walked: under which heading, and whether one has come yet."""

    def __init__(self, walk) -> None:
        self.walk = walk
        self.coded = walk.table.column("code")
        self.begin()

    def begin(self) -> None:
        """Another indicator has begun."""
        self.heading = self.said = ""
        self.running = False

    def is_heading(self, title: str, following: Row | None) -> bool:
        """Take a row that names a characteristic alone, where a group of it or a figure of everybody stands below."""
        name = characteristics.of_heading(title)
        if not name or self.walk.last is None or following is None:
            return False
        below = following.text(self.walk.title)
        if self.has_name(following, below):
            return False
        if not (self.is_group_of(below, name) or characteristics.is_whole(below)):
            return False
        self.heading, self.said, self.running = name, title, True
        return True

    def stand_below(self, title: str, following: Row | None) -> bool:
        """Whether the row after a name without figures is of everybody or of a group, so that the name is an indicator's."""
        if following is None or characteristics.of_heading(title):
            return False
        below = following.text(self.walk.title)
        if banners.read_level(title) or self.has_name(following, below):
            return False
        group = characteristics.of_group(below)
        return characteristics.is_whole(below) or bool(group and group.bare)

    def is_group_of(self, text: str, name: str) -> bool:
        return characteristics.within(text, name) is not None

    def take(self, row: Row, title: str, measured: list[Column], following) -> bool:
        """Take a row of figures that is a group's; True too where it was asked about."""
        entry = self.walk.last
        if entry is None or not measured or self.has_name(row, title):
            return False
        if characteristics.of_group(entry.title):
            return False
        group = self.group_of(title, entry)
        if group:
            self.running = True
            self.keep(entry, group, row, measured)
        elif characteristics.is_whole(title) and self.lacks(entry, row, measured):
            self.walk.take(entry, row, measured)
        elif self.is_doubtful(title, following):
            self.ask(entry, row, title)
        else:
            return False
        return True

    def has_name(self, row: Row, title: str) -> bool:
        """Whether a row has a code or is a lettered part: an entry of its own."""
        coded = self.coded and row.text(self.coded)
        return bool(coded or codes.split(title).code or codes.part(title))

    def group_of(self, title: str, entry: Entry) -> Group | None:
        """The group that a row is: known under its heading, by a word that is nothing else, or without the code that others have."""
        under = self.heading and characteristics.within(title, self.heading)
        if under:
            return under
        found = characteristics.of_group(title)
        if found and (found.bare or self.lacks_code(entry) or self.heading):
            return found
        return None

    def lacks_code(self, entry: Entry) -> bool:
        """Whether the table has a column of codes, and the indicator above its own."""
        return bool(self.coded and entry.code)

    def lacks(self, entry: Entry, row: Row, measured: list[Column]) -> bool:
        """Whether the indicator has no figure of its own in any of the columns yet."""
        timed = [self.walk.timed(one, row) for one in measured]
        return all(entry.figure_of(one) is None for one in timed)

    def is_doubtful(self, title: str, following: Row | None) -> bool:
        """Whether a row may be a group that no table of words knows."""
        if characteristics.is_rest(title):
            return True
        if not self.running:
            return False
        below = following.text(self.walk.title) if following else ""
        short = len(title.split()) <= FEW_WORDS and self.heading
        among = self.heading and self.is_group_of(below, self.heading)
        return bool(self.lacks_code(self.walk.last) or (short and among))

    def ask(self, entry: Entry, row: Row, title: str) -> None:
        """Say that a row was left out, and what would tell."""
        words = WHICH_CHARACTERISTIC
        if not characteristics.is_rest(title):
            words = GROUP_OR_INDICATOR
        place = row.address(self.walk.title)
        message = words.format(text=title, name=entry.name)
        self.walk.found.report(self.walk.sheet, place, message)

    def keep(
        self, entry: Entry, group: Group, row: Row, measured: list[Column]
    ) -> None:
        """Keep the row's results of a group, with its counts where a column gives them."""
        said = self.said if group.characteristic == self.heading else ""
        for column in measured:
            which = _WHICH.get(column.field)
            column = self.walk.timed(column, row)
            if which:
                entry.add_group(group, said, which, column, row, self.walk.sheet.name)
            else:
                words = NOT_OF_GROUPS.format(field=column.field)
                place = row.address(column.index)
                self.walk.found.report(self.walk.sheet, place, words)
