"""What an imported file looks like, kept so that the plan goes out again as its council knows it."""

from collections import Counter
from dataclasses import dataclass

from equality_tracker.workbooks import cells as plain_cells
from equality_tracker.workbooks.finding import bodies
from plans.importing import banners
from plans.importing.changes import CHANGED, Change, created
from plans.models import PlanLayout

from . import contents as plan_now
from . import learned_statuses as statuses
from .cells import FIELDS, digest, said
from .layout import (
    BANNER,
    BANNER_FILL,
    COLUMN,
    HEADING_FILL,
    LEAST_WIDTH,
    MOST_WIDTH,
    SHEET,
    Column,
    Layout,
    SheetLayout,
)
from .measured import KIND as MEASURED

MOST_LINES = 3
LONGEST_LINE = 300
USUAL_WIDTH = 20


@dataclass
class Learned:
    """One row of the file that became an action: the action, where it stood and what was read of it."""

    action: object
    said: dict
    priority: object


class File:
    """The sheets of a file as they were read, with the table on each whose headings are the sheet's."""

    def __init__(self, tables, marked):
        self.sheets = tables["sheets"]
        self.rows = {
            sheet["name"]: {
                number: {cell[0]: cell for cell in cells if len(cell) > 1 and cell[1]}
                for number, cells in sheet["rows"]
            }
            for sheet in self.sheets
        }
        self.marked = marked
        self.tables = {}
        for sheet in marked.sheets:
            table = _main_table(sheet)
            if table:
                self.tables.setdefault(sheet.sheet.name, table)

    def text(self, said, name):
        """The words of the cell from which a field of a row was read."""
        column, row = plain_cells.place((said.get("cells") or {}).get(name, ""))
        cell = self.rows.get(said["sheet"], {}).get(row, {}).get(column)
        return cell[1] if cell else ""

    def kept_cells(self, said):
        """A row's words by the place of their column among the sheet's; none where its table has its columns elsewhere."""
        table = self.tables[said["sheet"]]
        title, _row = plain_cells.place((said.get("cells") or {}).get("title", ""))
        if table.fields.get(title) != "title":
            return {}
        row = self.rows[said["sheet"]].get(said["row"], {})
        return {
            str(index): row[column][1]
            for index, column in enumerate(sorted(table.headings))
            if column in row
        }


def learn(plan, tables, marked, rows, *, name):
    """Keep how the file `name` looks as the layout of `plan`, and return what was changed as a list of Change.

    `tables` is what the reader gave back, `marked` its sheets with their tables found and chosen, `rows` the difference's once they
    are applied. A file with nothing to learn from leaves the layout that there was.
    """
    learned = [
        Learned(row.written or row.action, row.said, row.priority.existing)
        for row in rows
        if row.written or row.action
    ]
    file = File(tables, marked)
    layout = _layout(file, learned)
    if not layout.sheets:
        return []
    known = PlanLayout.objects.filter(plan=plan).first()
    kept = known or PlanLayout(plan=plan)
    before = {one: getattr(kept, one) for one in ("layout", "rows", "learned_from")}
    was = kept.version
    kept.layout, kept.learned_from = layout.as_dict(), name[-200:]
    kept.rows = _rows(plan, layout, file, learned)
    if (kept.layout, kept.rows) == (before["layout"], before["rows"]):
        return []
    kept.save()
    if known is None:
        return [created(kept)]
    kept.refresh_from_db(fields=["version"])
    after = {"learned_from": kept.learned_from}
    label = kept._meta.label_lower
    return [Change(label, kept.pk, CHANGED, before, after, was, kept.version)]


def _layout(file, learned):
    used = {one.said["sheet"] for one in learned}
    sheets = [
        _sheet(file, plain, table, learned)
        for plain in file.sheets
        if plain["name"] in used and (table := file.tables.get(plain["name"]))
    ]
    return Layout(
        sheets,
        statuses=statuses.words_and_colours(file, learned),
        banners=_banners(file, learned),
        coloured=statuses.coloured_field(file, learned),
        evidence_within=statuses.says_evidence_within(sheets, learned),
        measured=_measured(file, [one["name"] for one in file.sheets]),
    )


def _main_table(sheet):
    """The action table with the most rows: its headings are the sheet's."""
    found = [
        (len(body), table) for table, body in bodies(sheet) if table.kind == "actions"
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _sheet(file, plain, table, learned):
    here = [one for one in learned if one.said["sheet"] == plain["name"]]
    priorities = list(dict.fromkeys(one.priority.pk for one in here if one.priority))
    banner_rows = _banner_rows(file, plain["name"], here)
    fills = [cell[2] for _row, cell in banner_rows if len(cell) > 2]
    return SheetLayout(
        name=plain["name"],
        columns=[
            Column(heading, table.fields.get(column, ""), _width(plain, column))
            for column, heading in sorted(table.headings.items())
        ],
        lines=_lines(file, table, {row for row, _cell in banner_rows}),
        priorities=priorities,
        named_by=_named_by(table, banner_rows, priorities),
        heading_fill=_fill_of(file, table) or HEADING_FILL,
        banner_fill=_common(fills) or BANNER_FILL,
        measured=_measured(file, [plain["name"]]),
    )


def _measured(file, names):
    """The columns of the first table of what is measured on the sheets of `names`; [] where there is none."""
    for sheet in file.marked.sheets:
        for table in sheet.tables:
            if (
                table.sheet in names
                and table.kind == MEASURED
                and table.column("title")
            ):
                plain = next(one for one in file.sheets if one["name"] == table.sheet)
                return [
                    Column(heading, table.fields.get(column, ""), _width(plain, column))
                    for column, heading in sorted(table.headings.items())
                ]
    return []


def _named_by(table, banner_rows, priorities):
    if table.column("priority"):
        return COLUMN
    return SHEET if len(priorities) == 1 and not banner_rows else BANNER


def _width(plain, column):
    """The width of a column in characters, within what can be read."""
    for first, last, width in plain.get("widths", ()):
        if first <= column <= last:
            return min(max(width, LEAST_WIDTH), MOST_WIDTH)
    return USUAL_WIDTH


def _lines(file, table, taken):
    """The lines at the top of a sheet, down to the first that is a heading, a key or a table's: its title and what stands under it."""
    found = []
    for number, cells in file.rows[table.sheet].items():
        if number >= table.header_row or len(found) == MOST_LINES:
            break
        words = [cell[1] for cell in cells.values()]
        if number in taken or len(words) != 1 or banners.says_something(words[0]):
            break
        if len(words[0]) <= LONGEST_LINE:
            found.append(words[0])
    return found


def _banner_rows(file, name, learned):
    """The rows of a sheet that name a priority, each with the cell that does."""
    titles = {one.priority.title for one in learned if one.priority}
    own = {one.said["row"] for one in learned}
    found = []
    for number, cells in file.rows[name].items():
        if number not in own and 1 <= len(cells) <= 2:
            cell = next(iter(cells.values()))
            if banners.read_banner(cell[1]).title in titles:
                found.append((number, cell))
    return found


def _banners(file, learned):
    """The line that names each priority as it was written."""
    known = {one.priority.pk: one.priority for one in learned if one.priority}
    by_words = {(one.number, one.title): pk for pk, one in known.items()}
    found = {}
    for name in file.tables:
        for _number, cell in _banner_rows(file, name, learned):
            read = banners.read_banner(cell[1])
            pk = by_words.get((read.number, read.title))
            if pk:
                found.setdefault(str(pk), cell[1])
    return found


def _fill_of(file, table):
    """The fill that most cells of the headings have."""
    row = file.rows[table.sheet].get(table.header_row, {})
    return _common(cell[2] for cell in row.values() if len(cell) > 2)


def _common(values):
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else ""


def _rows(plan, layout, file, learned):
    """Each action's cells as the council wrote them, with a mark of what the site says of each field now."""
    contents = plan_now.read(plan)
    contents.layout = layout
    contents.statuses = plan_now.status_words(plan, layout)
    now = {one.pk: one for one in contents.actions}
    numbers = {sheet.name: number for number, sheet in enumerate(layout.sheets)}
    found = {}
    for one in learned:
        action, name = now.get(one.action.pk), one.said["sheet"]
        if action and name in numbers and not one.said.get("more_rows"):
            cells = file.kept_cells(one.said)
            if cells:
                found[str(action.pk)] = _kept(contents, numbers[name], cells, action)
    return found


def _kept(contents, number, cells, action):
    columns = contents.layout.sheets[number].columns
    named = {index: columns[int(index)].field for index in cells}
    says = {
        name: said(contents, name, action) for name in {*named.values()} & FIELDS.keys()
    }
    return {
        "sheet": number,
        # A status in words other than the plan's own is written anew, so that its drop-down and colour go with it.
        "cells": {
            index: text
            for index, text in cells.items()
            if named[index] != "rag_status" or text == says["rag_status"]
        },
        "was": {name: digest(text) for name, text in says.items()},
    }
