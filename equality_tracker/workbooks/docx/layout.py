"""Where a table's cells stand: real columns found among the many edges that Word draws.

Rows whose edges differ by a hair share a column; edges at which nothing begins are none.
"""

from equality_tracker.workbooks.docx.tables import Line, Table

HAIR = 150
WIDE = 1_000
LAST_EDGE = 2_000


def edges_of(line: Line) -> list[int]:
    """The grid edge at which each cell of a row begins, and at last where the row ends."""
    edges, edge = [], min(line.before, LAST_EDGE)
    for box in line.boxes:
        edges.append(edge)
        edge += min(max(box.span, 1), LAST_EDGE)
    return [*edges, edge]


def columns_of(table: Table) -> dict[int, int]:
    """The column, from 1, of each grid edge at which a cell begins."""
    shapes = {tuple(edges_of(line)[:-1]) for line in table.lines if line.boxes}
    edges = sorted({edge for shape in shapes for edge in shape})
    places = dict(zip(edges, places_of(edges, table.widths), strict=True))
    columns: dict[int, int] = {}
    column, began, together = 0, 0, set()
    for edge in edges:
        near = column and places[edge] - began < HAIR
        if not near or any(edge in one and together & set(one) for one in shapes):
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


def last_column(edge: int, columns: dict[int, int]) -> int:
    """The column that ends at an edge: the last that begins before it."""
    return max((column for begin, column in columns.items() if begin < edge), default=0)
