"""The pieces of a document while it is read: tables, rows, cells and paragraphs."""

from dataclasses import dataclass, field


@dataclass
class Paragraph:
    """One paragraph: its words in pieces, its list, and the colours behind its words."""

    style: str = ""
    list_id: str | None = None
    depth: int | None = None
    fill: str = ""
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    fills: set[str] = field(default_factory=set)
    goes_on: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def colour(self) -> str:
        """The one colour behind all its words, "" where there is none or more than one."""
        if self.fill:
            return self.fill
        return next(iter(self.fills)) if len(self.fills) == 1 else ""


@dataclass
class Box:
    """One cell: its lines and tables in order, how far it reaches, the colour behind it."""

    span: int = 1
    merge: str = ""
    fill: str = ""
    deleted: bool = False
    blocks: list = field(default_factory=list)
    joins: bool = False
    fills: set[str] = field(default_factory=set)
    words: int = 0

    def colour(self) -> str:
        """The cell's shading, else the one colour behind all its words."""
        if self.fill:
            return self.fill
        return next(iter(self.fills)) if len(self.fills) == 1 else ""

    @property
    def tables(self) -> list["Table"]:
        return [block for block in self.blocks if isinstance(block, Table)]


@dataclass
class Line:
    """One row of a table."""

    boxes: list[Box] = field(default_factory=list)
    before: int = 0
    fill: str = ""
    hidden: bool = False
    deleted: bool = False


@dataclass
class Table:
    """One table; `widths` are those of its grid in twentieths of a point."""

    style: str = ""
    fill: str = ""
    widths: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
