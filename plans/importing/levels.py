"""The plan's levels as they are met: each priority once, its outcomes wherever they stand."""

import re
from collections.abc import Iterable

from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Sheet
from equality_tracker.workbooks.vocabulary import normal
from plans.importing import banners, times
from plans.importing.banners import Banner
from plans.importing.line_words import PLAIN_SHEET_WORDS

UNNAMED = "Actions"


class Levels:
    """The priorities of a file in the order that they are named."""

    def __init__(self, found: list[dict], directorates: Iterable[str] = ()) -> None:
        self.found = found
        self.by_title: dict[str, dict] = {}
        self.directorates = {normal(name) for name in directorates}

    def named(self, banner: Banner, text: str = "") -> dict:
        """The priority that a banner names: known by its title, unless its number differs."""
        name = normal(banner.title) or banner.title
        known = self.by_title.get(name)
        other = known and banner.number and known["number"] not in ("", banner.number)
        if known is None or other:
            known = self.new(banner, text)
            self.found.append(known)
            self.by_title[name] = known
        return known

    def rename(self, priority: dict, title: str) -> None:
        """Give a priority that was only numbered its title, by which it is known from here on."""
        priority["title"] = title
        self.by_title[normal(title) or title] = priority

    def new(self, banner: Banner, text: str) -> dict:
        """A priority without actions yet; `text` is the line itself where that may name a directorate."""
        is_part = text and banners.names_directorate(text, self.directorates)
        return {
            "number": banner.number,
            "title": banner.title,
            "outcomes": [],
            "deadline": "",
            "directorate": banner.title if is_part else "",
            "actions": [],
        }


def unnamed(sheet: Sheet) -> Banner:
    """The priority of actions under no banner: the sheet's name, where that says something."""
    if is_time(sheet.name):
        return Banner("", sheet.name)
    if is_plain(sheet.name):
        return Banner("", UNNAMED)
    return banners.read_banner(sheet.name)


def is_time(name: str) -> bool:
    """Whether a sheet is named for a time and nothing else: "Q1 2028-29"."""
    moment = times.read(0, name)
    return moment is not None and not moment.stem


def is_plain(name: str) -> bool:
    """Whether a sheet's name says nothing of a part of the plan: "Action plan 2028", "Sheet1"."""
    parts = re.findall(r"[a-z]+|\d+", normal(name))
    return all(part.isdecimal() or part in PLAIN_SHEET_WORDS for part in parts)


def take_side_lists(sheet: Sheet, table: Table) -> list[str]:
    """Outcomes in a column of their own beside a table, under their own heading."""
    items: list[str] = []
    for column, heading in list(table.headings.items()):
        alone = column - 1 not in table.headings and column > 1
        if column in table.fields or not alone:
            continue
        if banners.is_outcome_list(heading):
            del table.headings[column]
            items += take_side_list(sheet, table.header_row, column)
    return items


def take_side_list(sheet: Sheet, after: int, column: int) -> list[str]:
    """The cells below a heading, up to the first without words; taken out of their rows."""
    items: list[str] = []
    wanted = after + 1
    for row in sheet.rows:
        if row.number < wanted:
            continue
        if row.number > wanted or not row.text(column):
            break
        items += banners.bullets(row.text(column))
        row.drop(column)
        wanted += 1
    return items


def deadline_of(priority: dict) -> str:
    """The heading deadline that all of a priority's actions stand under, "" where they differ."""
    found = {
        action["timescale"]["text"]
        for action in priority["actions"]
        if action["timescale"].get("from") == "heading"
    }
    return found.pop() if len(found) == 1 else ""
