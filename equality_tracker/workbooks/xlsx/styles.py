"""What a cell's style says that matters to a reader: its fill and its number format."""

from typing import NamedTuple

from equality_tracker.workbooks.xlsx import colours
from equality_tracker.workbooks.xlsx.numbers import BUILT_IN, DATE_FORMATS, date_parts
from equality_tracker.workbooks.xlsx.package import local, parse


class Style(NamedTuple):
    """`dates` is which of d, m and y the format shows; "" for what is not a date."""

    fill: str = ""
    form: str = "General"
    dates: str = ""


class _Styles:
    """Collects the three lists a style sheet has: formats, fills, and cells' pairs of both."""

    def __init__(self, theme: list[str]) -> None:
        self.theme = theme
        self.forms = dict(BUILT_IN)
        self.fills: list[str] = []
        self.pairs: list[tuple[int, int]] = []
        self.rule_fills: list[str] = []
        self.path: list[str] = []

    def start(self, name: str, attributes: dict) -> None:
        inside = self.path[-1] if self.path else ""
        self.path.append(name)
        if name == "numFmt" and inside == "numFmts":
            self.forms[number(attributes, "numFmtId")] = attributes.get(
                "formatCode", ""
            )
        elif name == "fill" and inside == "fills":
            self.fills.append("")
        elif name == "patternFill" and attributes.get("patternType") in (None, "none"):
            self.path[-1] = "noFill"
        elif name == "fgColor" and inside == "patternFill" and "fills" in self.path:
            self.fills[-1] = colours.resolve(attributes, self.theme)
        elif name == "dxf" and inside == "dxfs":
            self.rule_fills.append("")
        elif name in ("bgColor", "fgColor") and "dxf" in self.path:
            colour = colours.resolve(attributes, self.theme)
            if colour and (name == "bgColor" or not self.rule_fills[-1]):
                self.rule_fills[-1] = colour
        elif name == "xf" and inside == "cellXfs":
            pair = number(attributes, "fillId"), number(attributes, "numFmtId")
            self.pairs.append(pair)

    def end(self, _name: str) -> None:
        self.path.pop()

    def styles(self) -> list[Style]:
        return [self.style(*pair) for pair in self.pairs]

    def style(self, fill: int, form: int) -> Style:
        code = self.forms.get(form, "General")
        dates = (
            date_parts(code) if form not in DATE_FORMATS else date_parts(code) or "dmy"
        )
        colour = self.fills[fill] if 0 <= fill < len(self.fills) else ""
        return Style(colour, code, dates)


def number(attributes: dict, name: str) -> int:
    """A whole number of an attribute; 0 where it is absent or no number."""
    text = attributes.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def read_styles(package, part: str, theme: list[str]) -> tuple[list[Style], list[str]]:
    """The style of each index that cells refer to, and the fill of each that rules refer to."""
    reader = _Styles(theme)
    parse(package, part, reader.start, reader.end)
    return reader.styles(), reader.rule_fills


def read_theme(package, part: str) -> list[str]:
    """The theme's twelve colours in the order that cells count them."""
    found: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: dict) -> None:
        if inside and local(name) in ("srgbClr", "sysClr"):
            found.append(attributes.get("lastClr") or attributes.get("val", ""))
        elif local(name) == "clrScheme":
            inside.append(name)

    def end(name: str) -> None:
        if local(name) == "clrScheme":
            inside.clear()

    parse(package, part, start, end)
    if len(found) < 12:
        return colours.THEME
    dark, light, dark_2, light_2 = found[:4]
    return [light, dark, light_2, dark_2, *found[4:12]]
