"""Where a table's cells stand: real columns found among the many edges that Word draws.

Rows whose edges differ by a hair share a column; edges at which nothing begins are none.
"""

from equality_tracker.workbooks.docx.tables import Box, Line, Table

HAIR = 150
WIDE = 1_000
LAST_EDGE = 2_000
MOST_SHAPES = 500


def edges_of(line: Line) -> list[int]:
    """The grid edge at which each cell of a row begins, and at last where the row ends."""
    edges, edge = [], min(line.before, LAST_EDGE)
    for box in line.boxes:
        edges.append(edge)
        edge += min(max(box.span, 1), LAST_EDGE)
    return [*edges, edge]


def columns_of(table: Table) -> dict[int, int]:
    """The column, from 1, of each grid edge at which a cell begins."""
    shapes = {frozenset(edges_of(line)[:-1]) for line in table.lines if line.boxes}
    hair = HAIR if len(shapes) <= MOST_SHAPES else 0
    edges = sorted({edge for shape in shapes for edge in shape})
    places = dict(zip(edges, places_of(edges, table.widths), strict=True))
    columns: dict[int, int] = {}
    column, began, together = 0, 0, set[int]()
    for edge in edges:
        near = column and places[edge] - began < hair
        if not near or any(edge in one and together & one for one in shapes):
            column, began, together = column + 1, places[edge], set()
        together.add(edge)
        columns[edge] = column
    return columns


def places_of(edges: list[int], widths: list[int]) -> list[int]:
    """How far from the left each edge is; evenly spread where the grid does not say."""
    if any(edge > len(widths) for edge in edges) or not all(widths):
        return [edge * WIDE for edge in edges]
    sums = [0]
    for width in widths:
        sums.append(sums[-1] + width)
    return [sums[edge] for edge in edges]


def usual_columns(table: Table, columns: dict[int, int]) -> list[int]:
    """The columns in which the fullest row begins its cells."""
    fullest = max(table.lines, key=lambda line: len(line.boxes), default=Line())
    return [columns[edge] for edge in edges_of(fullest)[:-1]]


class Grid:
    """The columns of one table while its rows are laid, and the merges that they make."""

    def __init__(self, columns: dict[int, int]) -> None:
        self.columns = columns
        self.ends: dict[int, int] = {}
        self.open: dict[int, list[int]] = {}
        self.closed: list[list[int]] = []

    def places(self, line: Line):
        """Each cell of a row with its first and its last column."""
        edges = edges_of(line)
        for box, edge, end in zip(line.boxes, edges, edges[1:], strict=False):
            column = self.columns[edge]
            yield box, column, max(self.end(end), column)

    def end(self, edge: int) -> int:
        """The column that ends at an edge: the last that begins before it."""
        if edge not in self.ends:
            begun = (one for begin, one in self.columns.items() if begin < edge)
            self.ends[edge] = max(begun, default=0)
        return self.ends[edge]

    def covers(self, box: Box, column: int, last: int, row: int) -> bool:
        """Whether a taller cell speaks for this one; else note how far this one reaches."""
        if box.merge == "continue" and column in self.open:
            self.open[column][2] = row
            return True
        if column in self.open:
            self.closed.append(self.open.pop(column))
        if last > column or box.merge:
            self.open[column] = [row, column, row, last]
        return False

    def merges(self) -> list[list[int]]:
        """[top, left, bottom, right] of each cell that reaches over others."""
        found = [*self.closed, *self.open.values()]
        return [one for one in found if one[:2] != one[2:]]
