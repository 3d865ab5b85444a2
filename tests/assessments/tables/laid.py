"""A register laid out as text: its sheets, a row a line, and what a reader should make of them; written as the file that it stands for.

A cell is between bars: `@2031-03-04` a date, `@m2031-03-01` one shown as a month, `#12` a number, `^` and `<` merged with the cell above
or to the left, `words -> https://…` a link, `\\n` a new line. `.` is a blank row, `¶` begins a paragraph of a document.
"""

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import docx
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

FOLDER = Path(__file__).parent / "registers"


@dataclass
class Laid:
    """One file as text says it: `sheets` are (name, rows of cells), `reads` and `programme` what it says."""

    name: str
    kind: str = "xlsx"
    as_at: date = date(2026, 1, 31)
    sheets: list = field(default_factory=list)
    reads: list = field(default_factory=list)
    programme: list = field(default_factory=list)
    notes: list = field(default_factory=list)


def every() -> dict[str, Path]:
    """Every text by its name."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.txt"))}


def lay(path: Path) -> Laid:
    """What the text at `path` says."""
    laid, part, heads = Laid(path.stem), "", []
    for line in path.read_text().splitlines():
        if line.startswith("== "):
            part, _, name = line[3:].partition(": ")
            heads = []
            if part == "sheet":
                laid.sheets.append((name, []))
        elif not part:
            _say(laid, line)
        elif part == "sheet" and line:
            laid.sheets[-1][1].append(_cells(line))
        elif part == "notes" and line:
            laid.notes.append(line)
        elif line:
            cells = [cell.strip() for cell in line.split("|")]
            if heads:
                said = dict(zip(heads, cells, strict=True))
                getattr(laid, part).append({k: v.replace("\\n", "\n") for k, v in said.items()})  # fmt: skip
            heads = heads or cells
    return laid


def _say(laid, line):
    name, _, said = line.partition(": ")
    if name == "as at":
        laid.as_at = date.fromisoformat(said)
    elif name == "kind":
        laid.kind = said


def _cells(line):
    if line == ".":
        return []
    return [cell.strip().replace("\\n", "\n") for cell in line.split("|")]


def write(laid: Laid, folder: Path) -> Path:
    """Write the file itself into `folder`."""
    path = folder / f"register.{laid.kind}"
    {"xlsx": _workbook, "csv": _text, "docx": _document}[laid.kind](laid, path)
    return path


def _workbook(laid, path):
    book = Workbook()
    book.remove(book.active)
    for name, rows in laid.sheets:
        sheet = book.create_sheet(name)
        for number, cells in enumerate(rows, 1):
            for column, said in enumerate(cells, 1):
                _put(sheet.cell(number, column), said)
        for reference in merges(rows):
            sheet.merge_cells(reference)
    book.save(path)


def _put(cell, said):
    if said[:2] == "@m":
        cell.value, cell.number_format = date.fromisoformat(said[2:]), "mmm-yy"
    elif said[:1] == "@":
        cell.value, cell.number_format = date.fromisoformat(said[1:]), "dd/mm/yyyy"
    elif said[:1] == "#":
        cell.value = float(said[1:]) if "." in said else int(said[1:])
    elif " -> " in said:
        cell.value, _, cell.hyperlink = said.partition(" -> ")
    elif said and said not in "<^":
        cell.value = said


def merges(rows) -> list[str]:
    """The merged cells of `rows`: to the right where a row says so, else down."""
    found = []
    for top, cells in enumerate(rows):
        for left, said in enumerate(cells):
            if said in ("<", "^", ""):
                continue
            right, bottom = left, top
            while right + 1 < len(cells) and cells[right + 1] == "<":
                right += 1
            while bottom + 1 < len(rows) and rows[bottom + 1][left : left + 1] == ["^"]:
                bottom += 1
            if (right, bottom) != (left, top):
                first, last = get_column_letter(left + 1), get_column_letter(right + 1)
                found.append(f"{first}{top + 1}:{last}{bottom + 1}")
    return found


def plain(said: str) -> str:
    """A cell's words in a file that holds words alone."""
    if said[:2] == "@m":
        return f"{date.fromisoformat(said[2:]):%b-%y}"
    if said[:1] == "@":
        return f"{date.fromisoformat(said[1:]):%d/%m/%Y}"
    if said in ("<", "^"):
        return ""
    return said.removeprefix("#").partition(" -> ")[0]


def _text(laid, path):
    out = io.StringIO()
    writer = csv.writer(out)
    for _name, rows in laid.sheets:
        writer.writerows([plain(said) for said in cells] for cells in rows)
    path.write_text(out.getvalue())


def _document(laid, path):
    document = docx.Document()
    table = None
    for cells in (row for _name, rows in laid.sheets for row in rows):
        if not cells or cells[0].startswith("¶"):
            document.add_paragraph(cells[0].removeprefix("¶ ") if cells else "")
            table = None
            continue
        if table is None:
            table = document.add_table(rows=0, cols=len(cells))
        _fill(table.add_row().cells, cells)
    document.save(path)


def _fill(boxes, cells):
    first = 0
    for index, said in enumerate(cells):
        if said != "<":
            first, boxes[index].text = index, plain(said)
        elif index + 1 == len(cells) or cells[index + 1] != "<":
            boxes[first].merge(boxes[index])
