"""What a plan's spreadsheet looks like: its sheets, headings, order, widths and colours."""

from dataclasses import asdict, dataclass, field

BANNER, COLUMN, SHEET = "banner", "column", "sheet"
HEADING_FILL, BANNER_FILL = "12436D", "DCE6F0"
# Heading and width in characters of each field where a plan's own layout has none.
DEFAULTS = {
    "reference": ("Ref", 8),
    "priority": ("Priority", 28),
    "title": ("Action", 44),
    "outcome": ("Outcome wanted", 34),
    "measures": ("How we will know", 34),
    "steps": ("Steps", 34),
    "lead": ("Lead", 24),
    "directorate": ("Directorate", 20),
    "timescale": ("Timescale", 18),
    "rag_status": ("RAG status", 16),
    "progress": ("Progress", 48),
    "evidence": ("Evidence", 34),
}
WHEN_FILLED = ("outcome", "measures", "steps", "directorate", "evidence")
LEAST_WIDTH, MOST_WIDTH = 6, 80


@dataclass
class Column:
    """One column: its heading, the field it holds ("" for one that the site knows nothing of), its width in characters."""

    heading: str
    field: str
    width: float


@dataclass
class SheetLayout:
    """One sheet: what stands above its table, its columns, how it names the priorities that stand on it, and the columns of its table of
    what is measured.
    """

    name: str
    columns: list[Column]
    lines: list[str] = field(default_factory=list)
    priorities: list[int] = field(default_factory=list)
    named_by: str = BANNER
    heading_fill: str = HEADING_FILL
    banner_fill: str = BANNER_FILL
    measured: list[Column] = field(default_factory=list)

    @property
    def fields(self):
        return [one.field for one in self.columns]


@dataclass
class Layout:
    """A whole workbook. `statuses` holds [word, RRGGBB] by status; `banners` each priority's line as written; `coloured` the field
    whose cells the council colours; `evidence_within` says that evidence stands among the words of progress; `measured` are the columns of
    the first table of what is measured.
    """

    sheets: list[SheetLayout]
    statuses: dict = field(default_factory=dict)
    banners: dict = field(default_factory=dict)
    coloured: str = ""
    evidence_within: bool = False
    measured: list[Column] = field(default_factory=list)

    def as_dict(self):
        return asdict(self)

    @classmethod
    def from_dict(cls, kept):
        sheets = [
            SheetLayout(**_with_columns(one, "columns", "measured"))
            for one in kept["sheets"]
        ]
        return cls(**{**_with_columns(kept, "measured"), "sheets": sheets})


def _with_columns(kept, *names):
    """What was kept, with the columns under `names` as they were; a layout from before there were such has none."""
    return kept | {name: [Column(**one) for one in kept.get(name, ())] for name in names}  # fmt: skip


def ink(fill):
    """Black or white, whichever reads better on `fill`."""
    red, green, blue = (int(fill[i : i + 2], 16) / 255 for i in (0, 2, 4))
    light = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return "000000" if (light + 0.05) / 0.05 > 1.05 / (light + 0.05) else "FFFFFF"


def default_column(name):
    heading, width = DEFAULTS[name]
    return Column(heading, name, width)


def default(title, filled=()):
    """Return a layout for a plan that was never imported; `filled` names the fields that some action of it fills."""
    names = [
        name
        for name in DEFAULTS
        if name != "priority" and (name not in WHEN_FILLED or name in filled)
    ]
    sheet = SheetLayout(
        "Action plan", [default_column(name) for name in names], [title]
    )
    return Layout([sheet])
