"""The flow of a document to rows: each table's, and a row for each line that stands between tables."""

from equality_tracker.workbooks import cells, places
from equality_tracker.workbooks.cells import clean
from equality_tracker.workbooks.docx import layout
from equality_tracker.workbooks.docx.metering import DocumentMeter
from equality_tracker.workbooks.docx.numbering import BULLET, Numbering
from equality_tracker.workbooks.docx.styles import Styles
from equality_tracker.workbooks.docx.tables import Box, Line, Paragraph, Table
from equality_tracker.workbooks.limits import CELL_CHARACTERS

SHEET = "Document"
TABLE, LINE, HEADING = "table", "line", "heading"


class Flow:
    """The rows so far. A row is left free above each line and each new table, and below a line where
    a blank one follows it; a heading stands just above its table all the same.

    A table of as many columns as the last stands in the same ones; where nothing but blank lines
    is between, as after a page break, it follows without a gap. `breaks` are the rows in which a
    table of other columns begins, which goes on with nothing above it.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles, self.numbering = styles, numbering
        self.rows: list[list] = []
        self.merges: list[list[int]] = []
        self.places: list[list] = []
        self.hidden: list[str] = []
        self.meter = DocumentMeter()
        self.number = 0
        self.tables = 0
        self.before: list[int] = []
        self.above, self.blank = HEADING, False
        self.breaks: list[int] = []

    def line(self, paragraph: Paragraph) -> str:
        """A paragraph's words behind the bullet or number that Word shows before them."""
        text = paragraph.text
        mark = self.mark(paragraph)
        if not text.strip():
            return "" if mark == BULLET else mark
        return f"{mark} {text}" if mark else text

    def mark(self, paragraph: Paragraph) -> str:
        number, depth = self.styles.list_of(paragraph.style)
        number = paragraph.list_id if paragraph.list_id is not None else number
        depth = paragraph.depth if paragraph.depth is not None else depth
        mark = self.numbering.mark(number, depth) if number else ""
        if (
            not mark
            and paragraph.list_id != "0"
            and self.styles.is_bullet(paragraph.style)
        ):
            return BULLET
        return mark

    def add_paragraph(self, paragraph: Paragraph) -> None:
        """A line between tables, in the first column; lines of a table of contents are none."""
        text = clean(self.line(paragraph))
        self.blank = self.blank or not text
        if not text or self.styles.is_contents(paragraph.style):
            return
        is_heading = self.styles.is_heading(paragraph.style)
        self.above, self.blank = HEADING if is_heading else LINE, False
        self.number += 2
        self.places.append([self.number, self.number, self.tables, 0])
        fill = paragraph.colour() or self.styles.fill_of(paragraph.style)
        self.add_row([cells.Cell(1, text, fill)])

    def add_table(self, table: Table) -> None:
        """A table's rows; one that only frames others is opened."""
        if self.frames(table):
            self.open(table)
            return
        table.lines = [line for line in table.lines if not line.deleted]
        if not table.lines:
            return
        self.tables += 1
        columns = layout.columns_of(table)
        usual = layout.usual_columns(table, columns)
        alike = len(usual) > 1 and len(self.before) == len(set(columns.values()))
        if alike:
            columns = {edge: self.before[one - 1] for edge, one in columns.items()}
        else:
            self.before = usual
        self.number += self.is_apart(alike)
        if not alike:
            self.breaks.append(self.number + 1)
        self.add_lines(table, layout.Grid(columns))
        self.above, self.blank = TABLE, False

    def is_apart(self, alike: bool) -> bool:
        """Whether a row is left free above a table, which may be like the last one."""
        if self.above == TABLE:
            return not alike
        return self.above == LINE and self.blank

    def frames(self, table: Table) -> bool:
        """Whether a table of one cell a row is only a frame around other tables."""
        boxes = [box for line in table.lines for box in line.boxes]
        alone = all(len(line.boxes) <= 1 for line in table.lines)
        return alone and any(
            len(inner.lines) > 1 for box in boxes for inner in box.tables
        )

    def open(self, table: Table) -> None:
        """What a frame holds, as if it were not there."""
        boxes = [b for one in table.lines if not one.deleted for b in one.boxes]
        for block in [block for box in boxes for block in box.blocks]:
            if isinstance(block, Table):
                self.add_table(block)
            else:
                self.add_paragraph(Paragraph(pieces=[block]))

    def add_lines(self, table: Table, grid: layout.Grid) -> None:
        first = self.number + 1
        self.places.append([first, first + len(table.lines) - 1, self.tables, 1])
        shading = table.fill or self.styles.fill_of(table.style)
        for place, line in enumerate(table.lines, start=1):
            self.number += 1
            found = self.cells_of(line, grid, line.fill or shading)
            if line.hidden and any(cell.text for cell in found):
                self.hidden.append(f"table {self.tables}, row {place}")
            elif any(cell.text for cell in found):
                self.add_row(found)
        self.merges += grid.merges()

    def cells_of(self, line: Line, grid: layout.Grid, shading: str) -> list[cells.Cell]:
        """The cells of a row with words or a colour; a cell under a tall one is none."""
        found = []
        for box, column, last in grid.places(line):
            if grid.covers(box, column, last, self.number):
                continue
            text = "" if box.deleted else words_of(box)
            fill = box.colour() or shading
            if text or fill:
                found.append(cells.Cell(column, text, fill))
        return found

    def add_row(self, found: list[cells.Cell]) -> None:
        for cell in found:
            if cell.text:
                place = self.place(cell.column)
                self.meter.check_cell(place, cell.column, len(cell.text))
        self.rows.append([self.number, [cells.pack(cell) for cell in found]])
        self.meter.check_row()

    def place(self, column: int) -> str:
        return places.Places(self.places).cell(cells.address(column, self.number))


def words_of(box: Box) -> str:
    """A cell's lines; a table in it gives a line for each of its cells."""
    lines: list[str] = []
    stack = list(reversed(box.blocks))
    length = 0
    while stack and length <= CELL_CHARACTERS * 2:
        block = stack.pop()
        if isinstance(block, str):
            lines.append(block)
            length += len(block)
        else:
            inner = [
                b
                for line in block.lines
                if not line.deleted
                for box in line.boxes
                for b in box.blocks
            ]
            stack += reversed(inner)
    return clean("\n".join(lines))
