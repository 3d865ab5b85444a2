"""What paragraph and table styles say that matters to a reader: lists, shading, contents."""

import re
from dataclasses import dataclass, field

from equality_tracker.workbooks.docx.names import PREFIXES, whole
from equality_tracker.workbooks.elements import walk

DEEPEST = 12
_HEX = re.compile("[0-9A-Fa-f]{6}")
_SHARES = re.compile(r"pct(\d{1,2})")


def shade(attributes: dict) -> str:
    """The colour of a `w:shd` as "RRGGBB"; "" for none, automatic or white."""
    pattern = attributes.get("w:val", "clear")
    back, front = hexed(attributes, "w:fill"), hexed(attributes, "w:color")
    if pattern == "nil":
        return ""
    if pattern == "solid":
        back = front or "000000"
    share = _SHARES.fullmatch(pattern)
    if share:
        back = mixed(front or "000000", back or "FFFFFF", int(share[1]) / 100)
    return "" if back == "FFFFFF" else back


def hexed(attributes: dict, name: str) -> str:
    colour = attributes.get(name, "")
    return colour.upper() if _HEX.fullmatch(colour) else ""


def mixed(front: str, back: str, share: float) -> str:
    pairs = [(int(front[i : i + 2], 16), int(back[i : i + 2], 16)) for i in (0, 2, 4)]
    return "".join(f"{round(f * share + b * (1 - share)):02X}" for f, b in pairs)


HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
    "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "C0C0C0", "black": "000000",
}  # fmt: skip


@dataclass
class Style:
    """One style; what it does not say, the one that it is based on says."""

    name: str = ""
    based_on: str = ""
    list_id: str | None = None
    depth: int | None = None
    fill: str | None = None


@dataclass
class Styles:
    """The styles of a document by their key."""

    known: dict[str, Style] = field(default_factory=dict)

    def chain(self, key: str):
        """A style and those it is based on, the nearest first."""
        for _ in range(DEEPEST):
            style = self.known.get(key)
            if style is None:
                return
            yield style
            key = style.based_on

    def list_of(self, key: str) -> tuple[str, int]:
        """The list that a paragraph style belongs to and its depth; ("", 0) for none."""
        number = next((s.list_id for s in self.chain(key) if s.list_id is not None), "")
        depth = next((s.depth for s in self.chain(key) if s.depth is not None), 0)
        return ("" if number == "0" else number), depth

    def fill_of(self, key: str) -> str:
        return next((s.fill for s in self.chain(key) if s.fill is not None), "")

    def is_bullet(self, key: str) -> bool:
        """Whether a style is one of Word's own bulleted ones, wherever its list is."""
        return any(s.name.casefold().startswith("list bullet") for s in self.chain(key))

    def is_heading(self, key: str) -> bool:
        """Whether a style is one of Word's own for headings."""
        return any(
            re.match(r"heading \d|title|subtitle", s.name.casefold())
            for s in self.chain(key)
        )

    def is_contents(self, key: str) -> bool:
        """Whether a style is that of a line of a table of contents."""
        return any(
            re.match(r"toc \d|table of figures", s.name.casefold())
            for s in self.chain(key)
        )


class _Reader:
    def __init__(self) -> None:
        self.found = Styles()
        self.style = Style()
        self.conditional = 0

    def start(self, name: str, attributes: dict) -> None:
        if name == "w:style":
            self.style = Style()
            self.found.known[attributes.get("w:styleId", "")] = self.style
        elif name == "w:name":
            self.style.name = attributes.get("w:val", "")
        elif name == "w:basedOn":
            self.style.based_on = attributes.get("w:val", "")
        elif name == "w:numId":
            self.style.list_id = attributes.get("w:val", "")
        elif name == "w:ilvl":
            self.style.depth = whole(attributes)
        elif name == "w:tblStylePr":
            self.conditional += 1
        elif name == "w:shd" and not self.conditional:
            # Bands and header rows are decoration; only a whole table's shading is kept.
            self.style.fill = shade(attributes)

    def end(self, name: str) -> None:
        if name == "w:tblStylePr":
            self.conditional -= 1


def read_styles(package, part: str) -> Styles:
    """The styles that a document defines."""
    reader = _Reader()
    walk(package, part, PREFIXES, reader.start, reader.end)
    return reader.found
