"""A plan's contents laid out as sheets: what stands above, the key, the headings, banners and rows, a drop-down, hidden keys."""

import math
from dataclasses import dataclass, field

from equality_tracker.workbooks.book import BookSheet, Choice, Colouring, Look
from equality_tracker.workbooks.book import sheet_name as safe_name
from equality_tracker.workbooks.cells import letter
from equality_tracker.workbooks.marks import KEY_FIELD, KEY_HEADING, key_of
from plans.importing import banners as banner_words

from . import measured
from .cells import cell, said
from .layout import BANNER, COLUMN, SHEET, Column, default_column, ink

TEXT = Look()
SMALL = Look(border=False, wrap=False, size=9, colour="595959")
TITLE = Look(border=False, wrap=False, size=14, bold=True)
LINE = Look(border=False, wrap=False)
KEY_LOOK = Look(size=8, colour="8A8A8A")
# Rows below the last in which a person may go on: they have the drop-down and the colours too.
ROOM = 200
ALWAYS = ("rag_status", "progress")
WHEN_SAID = ("reference", "outcome", "measures", "lead", "evidence")
PROMPT = "Choose a status from the list. Its colour follows by itself."
LINE_HEIGHT = 14
KEY_ROW_LOOK = Look(border=False, bold=True)
BANNER_SIZE = 11


@dataclass
class Laid:
    """One sheet on its way: its columns with their place in the layout (None for those that were added), its priorities."""

    number: int
    columns: list[tuple[int | None, Column]]
    sections: list
    by_heading: bool = False
    named_by: str = BANNER
    book: BookSheet | None = None
    head: int = 0
    last: int = 0
    measured: list = field(default_factory=list)

    @property
    def key_column(self):
        """The column of the keys, which is hidden: right of all that stands on the sheet."""
        return max(len(self.columns), len(self.measured)) + 1

    def column_of(self, name):
        """The place on the sheet of the first column that holds a field, 0 where none does."""
        return next(
            (n for n, (_, one) in enumerate(self.columns, 1) if one.field == name), 0
        )


@dataclass
class Sheets:
    """The sheets of an export and the action of each row, by the number in its key, from 1."""

    books: list[BookSheet] = field(default_factory=list)
    actions: list = field(default_factory=list)
    columns: list[dict] = field(default_factory=list)


def lay_out(contents, token, about=""):
    """Return the Sheets of `contents`; `token` stands in each row's key, `about` is a line over each table."""
    found, every = Sheets(), []
    for laid in _laid(contents):
        every.append(laid)
        taken = [one.name for one in found.books]
        name = safe_name(contents.layout.sheets[laid.number].name, taken)
        laid.book = BookSheet(name)
        found.books.append(laid.book)
        found.columns.append(
            {"sheet": name, "columns": {c.heading: c.field for _, c in laid.columns}}
        )
        _above(contents, laid, about)
        _heading(contents, laid)
        _body(contents, laid, token, found)
        _dress(contents, laid)
    names = [one.name for one in found.books]
    of_its_own = measured.own_sheet(contents, every, banner_text, names)
    found.books += [of_its_own] if of_its_own else []
    return found


def _laid(contents):
    """Each sheet of the layout with the priorities that stand on it; those that came since stand on the last."""
    sheets, placed = contents.layout.sheets, set()
    known = [set(sheet.priorities) for sheet in sheets]
    for number in range(len(sheets)):
        is_last = number == len(sheets) - 1
        elsewhere = set().union(*known[:number], *known[number + 1 :])
        sections = [
            one
            for one in contents.priorities
            if one.pk in known[number] or (is_last and one.pk not in elsewhere)
        ]
        sections = [one for one in sections if one.pk not in placed]
        placed |= {one.pk for one in sections}
        yield _columns(contents, Laid(number, [], sections))


def _columns(contents, laid):
    sheet = contents.layout.sheets[laid.number]
    actions = [a for one in laid.sections for a in contents.below(one)]
    laid.columns = list(enumerate(sheet.columns))
    laid.named_by = sheet.named_by
    if sheet.named_by == SHEET and len(laid.sections) > 1:
        laid.named_by = BANNER
    if "timescale" not in sheet.fields and any(one.timescale for one in actions):
        laid.by_heading = all(
            banner_words.is_deadline(one.timescale) for one in actions
        )
        if not laid.by_heading:
            laid.columns.append((None, default_column("timescale")))
    for name in (*WHEN_SAID, *ALWAYS):
        if name in sheet.fields or (name == "evidence" and _is_within(contents)):
            continue
        if name in ALWAYS or any(said(contents, name, one) for one in actions):
            laid.columns.append((None, default_column(name)))
    laid.measured = measured.columns_over(contents, laid)
    return laid


def _is_within(contents):
    return contents.layout.evidence_within


def _above(contents, laid, about):
    """The lines that stand over the table, and the key."""
    lines = contents.layout.sheets[laid.number].lines or [contents.plan.title]
    for number, line in enumerate(lines, start=1):
        laid.book.put(number, 1, line, TITLE if number == 1 else LINE)
    row = len(lines) + 1
    if about:
        laid.book.put(row, 1, about, SMALL)
        row += 1
    row = _key(contents, laid, row + 1) + 1
    banner = banner_text(contents, laid.sections[0]) if laid.sections else ""
    laid.head = measured.put_over(contents, laid, row, banner)


def _key(contents, laid, row):
    """The statuses with their colours, in as few rows as the columns allow; return the row below."""
    entries = list(dict.fromkeys(contents.statuses.values()))
    wide = max(len(laid.columns) - 1, 1)
    rows = math.ceil(len(entries) / wide)
    if rows > len(entries) / 2:
        return row
    laid.book.put(row, 1, "Key", KEY_ROW_LOOK)
    for number in range(rows):
        share = entries[number::rows]
        for column, (word, colour) in enumerate(share, start=2):
            laid.book.put(row + number, column, word, _coloured(colour))
    return row + rows


def _coloured(colour):
    return Look(fill=colour, colour=ink(colour))


def _heading(contents, laid):
    fill = contents.layout.sheets[laid.number].heading_fill
    look = Look(fill=fill, colour=ink(fill), bold=True)
    for number, (_index, column) in enumerate(laid.columns, start=1):
        laid.book.put(laid.head, number, column.heading, look)
        laid.book.widths[number] = max(column.width, laid.book.widths.get(number, 0))
    laid.book.put(laid.head, laid.key_column, KEY_HEADING, KEY_LOOK)
    laid.book.widths[laid.key_column] = 22
    laid.book.hidden_columns.add(laid.key_column)


def _body(contents, laid, token, found):
    row = laid.head
    for priority in laid.sections:
        if laid.named_by == BANNER:
            row += 1
            _banner(contents, laid, row, banner_text(contents, priority))
        deadline = ""
        for action in contents.below(priority):
            if laid.by_heading and action.timescale != deadline:
                row, deadline = row + 1, action.timescale
                _banner(contents, laid, row, deadline)
            row += 1
            found.actions.append(action)
            key = key_of(token, len(found.actions))
            _action(contents, laid, row, action, key)
    laid.last = row


def banner_text(contents, priority):
    """The line that names a priority: the council's own while it still says so, else by the plan's word for its levels."""
    kept = contents.layout.banners.get(str(priority.pk), "")
    if kept:
        read = banner_words.read_banner(kept)
        if (read.number, read.title) == (priority.number, priority.title):
            return kept
    word = contents.plan.priority_word
    return f"{word} {priority.number}: {priority.title}".replace(" :", ":")


def _banner(contents, laid, row, text):
    look = Look(
        fill=contents.layout.sheets[laid.number].banner_fill,
        bold=True,
        size=BANNER_SIZE,
    )
    wide = sum(column.width for _, column in laid.columns)
    for number in range(1, len(laid.columns) + 1):
        laid.book.put(row, number, text if number == 1 else "", look)
    if len(laid.columns) > 1:
        laid.book.merges.append(f"A{row}:{letter(len(laid.columns))}{row}")
    lines = math.ceil(len(text) * 1.15 / max(wide, 1)) + text.count("\n")
    laid.book.heights[row] = LINE_HEIGHT * max(lines, 1) + 4


def _action(contents, laid, row, action, key):
    for number, (index, column) in enumerate(laid.columns, start=1):
        text = (
            said(contents, column.field, action)
            if index is None
            else cell(contents, laid.number, index, action)
        )
        laid.book.put(row, number, text, TEXT)
    laid.book.put(row, laid.key_column, key, KEY_LOOK)


def _dress(contents, laid):
    """The frozen headings, the filter, the drop-down and the colours that follow its words."""
    book, first = laid.book, laid.head + 1
    # What stands over the actions would fill the screen if it stayed there.
    book.frozen = 0 if laid.measured else laid.head
    book.titles = (laid.head, laid.head)
    book.filtered = f"A{laid.head}:{letter(laid.key_column)}{max(laid.last, first)}"
    status = laid.column_of("rag_status")
    if not status:
        return
    room, last = letter(status), laid.last + ROOM
    words = tuple(word for word, _colour in contents.statuses.values())
    area = f"{room}{first}:{room}{last}"
    book.choices.append(Choice(area, words, "Status", PROMPT))
    areas = [area]
    also = laid.column_of(contents.layout.coloured)
    if also and also != status:
        areas.append(f"{letter(also)}{first}:{letter(also)}{last}")
    for word, colour in contents.statuses.values():
        formula = f"${room}{first}=" + '"' + word.replace('"', '""') + '"'
        book.colourings.append(Colouring(tuple(areas), formula, colour, ink(colour)))


def fields_of(columns):
    """Return {heading: field} of an export's sheet with the key's own."""
    return {**columns, KEY_HEADING: KEY_FIELD}


__all__ = ["COLUMN", "Sheets", "banner_text", "fields_of", "ink", "lay_out"]
