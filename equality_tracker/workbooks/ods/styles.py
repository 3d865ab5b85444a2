"""What an OpenDocument style says that matters to a reader: fill, number format, what is hidden."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from equality_tracker.workbooks.xlsx.styles import Style

DEEPEST = 12
DEFAULT = "Default"
_HEX = re.compile("#[0-9A-Fa-f]{6}")
FORMATS = {
    "number:number-style",
    "number:percentage-style",
    "number:currency-style",
    "number:date-style",
    "number:time-style",
    "number:boolean-style",
    "number:text-style",
}
SYMBOLS = ("number:currency-symbol", "number:text")
MONEY = "£€"
_DATE_PARTS = {"number:day": "d", "number:month": "m", "number:year": "y"}


@dataclass(frozen=True)
class Format:
    """A number format: its pattern as Excel would write it, or the parts of a date that it shows."""

    form: str = "General"
    dates: str = ""


@dataclass(frozen=True)
class CellStyle:
    """One style of cells; None where it leaves a thing to its parent."""

    parent: str = ""
    fill: str | None = None
    format: str | None = None


def colour(text: str) -> str | None:
    """A colour as "RRGGBB"; "" for none or white, None where nothing is said."""
    if not text:
        return None
    found = text[1:].upper() if _HEX.fullmatch(text) else ""
    return "" if found == "FFFFFF" else found


@dataclass
class Styles:
    """Collects the styles of both parts; `start` and `end` are called by the XML parser."""

    cells: dict[str, CellStyle] = field(default_factory=dict)
    formats: dict[str, Format] = field(default_factory=dict)
    hidden_tables: set[str] = field(default_factory=set)
    shown_names: dict[str, str] = field(default_factory=dict)
    family: str = ""
    name: str = ""
    format: str = ""
    money: str = ""
    in_symbol: bool = False

    def start(self, name: str, attributes: dict) -> None:
        if name == "style:style" or name == "style:default-style":
            self.start_style(name, attributes)
        elif name == "style:table-cell-properties" and self.family == "table-cell":
            fill = colour(attributes.get("fo:background-color", ""))
            self.cells[self.name] = replace(self.cells[self.name], fill=fill)
        elif name == "style:table-properties" and self.family == "table":
            if attributes.get("table:display") == "false":
                self.hidden_tables.add(self.name)
        elif name in FORMATS:
            self.start_format(name, attributes)
        elif self.format:
            self.describe_format(name, attributes)

    def words(self, text: str) -> None:
        """The sign of a currency, written before or behind the number's digits."""
        sign = next((mark for mark in text if mark in MONEY), "")
        if not self.in_symbol or not sign or self.money:
            return
        self.money = sign
        known = self.formats[self.format]
        if known.form != "General":
            self.formats[self.format] = replace(known, form=sign + known.form)

    def end(self, name: str) -> None:
        if name in FORMATS:
            self.format = ""
        elif name in SYMBOLS:
            self.in_symbol = False
        elif name == "style:style" or name == "style:default-style":
            self.family = ""

    def start_style(self, name: str, attributes: dict) -> None:
        self.family = attributes.get("style:family", "")
        default = name == "style:default-style"
        self.name = "" if default else attributes.get("style:name", "")
        if self.family == "table-cell":
            self.shown_names[attributes.get("style:display-name", "")] = self.name
            parent = attributes.get("style:parent-style-name", "")
            self.cells[self.name] = CellStyle(
                parent, None, attributes.get("style:data-style-name")
            )

    def start_format(self, name: str, attributes: dict) -> None:
        self.format = attributes.get("style:name", "")
        self.money = ""
        percent = name == "number:percentage-style"
        self.formats[self.format] = Format("0%" if percent else "General")

    def describe_format(self, name: str, attributes: dict) -> None:
        known = self.formats[self.format]
        if name in _DATE_PARTS and _DATE_PARTS[name] not in known.dates:
            parts = known.dates + _DATE_PARTS[name]
            self.formats[self.format] = replace(known, dates=parts)
        elif name in SYMBOLS:
            self.in_symbol = True
        elif name == "number:number" and "number:decimal-places" in attributes:
            places = attributes["number:decimal-places"]
            digits = (
                min(int(places), 15) if places.isdecimal() and len(places) < 4 else 0
            )
            form = "#,##0" if attributes.get("number:grouping") == "true" else "0"
            form += "." + "0" * digits if digits else ""
            if known.form.endswith("%"):
                form += "%"
            form = self.money + form
            self.formats[self.format] = replace(known, form=form)

    def chain(self, name: str):
        """A style and its parents, the nearest first, the default last."""
        for _ in range(DEEPEST):
            style = self.cells.get(name)
            if style is None:
                break
            yield style
            name = style.parent
        if "" in self.cells:
            yield self.cells[""]

    def resolver(self):
        """A function from a style's name to what cells of it look like."""

        @cache
        def resolve(name: str) -> Style:
            chain = list(self.chain(name if name in self.cells else DEFAULT))
            fill = next((s.fill for s in chain if s.fill is not None), "")
            key = next((s.format for s in chain if s.format is not None), "")
            found = self.formats.get(key, Format())
            return Style(fill, found.form, found.dates)

        return resolve
