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


class Flow:
    """The rows so far. A row is left free around each line and table, as a person would in a sheet.

    A table that goes on after a page break, nothing but blank lines between, goes on here
    without a gap and in the same columns.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles, self.numbering = styles, numbering
        self.rows: list[list] = []
        self.merges: list[list[int]] = []
        self.places: list[list] = []
        self.hidden: list[str] = []
        self.meter = DocumentMeter()
        self.number = 0
        self.tables = self.paragraphs = 0
        self.before: list[int] = []

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
        if not text or self.styles.is_contents(paragraph.style):
            return
        self.paragraphs += 1
        self.before = []
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
        goes_on = len(self.before) > 1 and len(self.before) == max(
            columns.values(), default=0
        )
        if goes_on:
            columns = {
                edge: self.before[column - 1] for edge, column in columns.items()
            }
        else:
            self.before = usual
            self.number += 1
        self.add_lines(table, columns)

    def frames(self, table: Table) -> bool:
        """Whether a table of one cell a row is only a frame around other tables."""
        boxes = [box for line in table.lines for box in line.boxes]
        alone = all(len(line.boxes) <= 1 for line in table.lines)
        return alone and any(
            len(inner.lines) > 1 for box in boxes for inner in box.tables
        )

    def open(self, table: Table) -> None:
        """What a frame holds, as if it were not there."""
        for line in table.lines:
            for box in line.boxes:
                for block in box.blocks:
                    if isinstance(block, Table):
                        self.add_table(block)
                    else:
                        self.add_paragraph(Paragraph(pieces=[block]))

    def add_lines(self, table: Table, columns: dict[int, int]) -> None:
        first = self.number + 1
        self.places.append([first, first + len(table.lines) - 1, self.tables, 1])
        tall: dict[int, list[int]] = {}
        shading = table.fill or self.styles.fill_of(table.style)
        for place, line in enumerate(table.lines, start=1):
            self.number += 1
            found = self.cells_of(line, columns, tall, line.fill or shading)
            if line.hidden and any(cell.text for cell in found):
                self.hidden.append(f"table {self.tables}, row {place}")
            elif any(cell.text for cell in found):
                self.add_row(found)
        self.merges += [m for m in tall.values() if is_merge(m)]

    def cells_of(
        self, line: Line, columns: dict, tall: dict, shading: str
    ) -> list[cells.Cell]:
        """The cells of a row with words or a colour; `tall` holds the merges that are still open."""
        found = []
        edges = layout.edges_of(line)
        for box, edge, end in zip(line.boxes, edges, edges[1:], strict=False):
            column = columns[edge]
            last = max(layout.last_column(end, columns), column)
            if box.merge == "continue" and column in tall:
                tall[column][2] = self.number
                continue
            if column in tall:
                self.close(tall, column)
            if last > column or box.merge:
                tall[column] = [self.number, column, self.number, last]
            text = "" if box.deleted else words_of(box)
            fill = box.colour() or shading
            if text or fill:
                found.append(cells.Cell(column, text, fill))
        return found

    def close(self, tall: dict[int, list[int]], column: int) -> None:
        merge = tall.pop(column)
        if is_merge(merge):
            self.merges.append(merge)

    def add_row(self, found: list[cells.Cell]) -> None:
        for cell in found:
            if cell.text:
                place = self.place(cell.column)
                self.meter.check_cell(place, cell.column, len(cell.text))
        self.rows.append([self.number, [cells.pack(cell) for cell in found]])
        self.meter.check_row()

    def place(self, column: int) -> str:
        return places.Places(self.places).cell(cells.address(column, self.number))


def is_merge(merge: list[int]) -> bool:
    top, left, bottom, right = merge
    return (top, left) != (bottom, right)


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
