"""The body of a document, read as a stream into paragraphs and tables."""

from collections.abc import Callable

from equality_tracker.workbooks.docx.metering import (
    DEEPEST,
    TOO_DEEP,
    TOO_LONG,
    TOO_MANY,
)
from equality_tracker.workbooks.docx.names import is_on, whole
from equality_tracker.workbooks.docx.styles import HIGHLIGHTS, shade
from equality_tracker.workbooks.docx.symbols import is_picture_font, spell, symbol
from equality_tracker.workbooks.docx.tables import Box, Line, Paragraph, Table
from equality_tracker.workbooks.limits import CELL_CHARACTERS, CELLS
from equality_tracker.workbooks.refused import Refused

# Drawings hold text boxes; changes hold what stood there before; a part of a choice stands for another.
SKIPPED = {
    "mc:Fallback", "w:drawing", "w:pict", "w:object", "w:txbxContent", "w:del", "w:moveFrom", "w:rt",
    "w:sdtEndPr", "w:sectPr", "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange",
    "w:tblGridChange", "w:tblPrExChange", "w:sectPrChange", "w:instrText",
}  # fmt: skip
MARKS = {
    "w:tab": " ",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:ptab": " ",
}


class Body:
    """The state of reading; `paragraph` and `table` are called with each that is finished.

    `line` turns a paragraph in a cell into its words: its list's mark depends on those before.
    """

    def __init__(
        self,
        paragraph: Callable[[Paragraph], None],
        table: Callable[[Table], None],
        line: Callable[[Paragraph], str],
    ) -> None:
        self.give_paragraph, self.give_table, self.line = paragraph, table, line
        self.path: list[str] = []
        self.skip = 0
        self.tables: list[Table] = []
        self.boxes: list[Box] = []
        self.paragraphs: list[Paragraph] = []
        self.count = 0
        self.font = self.run_fill = ""
        self.unseen = self.collecting = self.placeholder = False
        self.choices: list[str] = []
        self.chosen = 0

    def start(self, name: str, attributes: dict) -> None:
        if self.skip:
            self.skip += 1
            return
        inside = self.path[-1] if self.path else ""
        handler = STARTS.get(name)
        if handler:
            handler(self, inside, attributes)
        elif name in MARKS and inside == "w:r":
            self.add(MARKS[name])
        if name in SKIPPED:
            self.skip = 1
        else:
            self.path.append(name)

    def end(self, name: str) -> None:
        if self.skip:
            self.skip -= 1
            return
        self.path.pop()
        handler = ENDS.get(name)
        if handler:
            handler(self)

    def words(self, text: str) -> None:
        if self.collecting and not self.skip:
            self.add(spell(self.font, text) if self.font else text)

    def add(self, text: str) -> None:
        """Words of the paragraph that is being read, if they can be seen."""
        if not self.paragraphs or self.unseen:
            return
        paragraph = self.paragraphs[-1]
        paragraph.length += len(text)
        if paragraph.length > CELL_CHARACTERS * 2:
            raise Refused(TOO_LONG)
        paragraph.pieces.append(text)
        if text.strip():
            paragraph.fills.add(self.run_fill)

    def start_paragraph(self, _inside: str, _attributes: dict) -> None:
        self.paragraphs.append(Paragraph())

    def end_paragraph(self) -> None:
        paragraph = self.paragraphs.pop()
        if self.boxes:
            self.put_in_cell(self.boxes[-1], paragraph)
        elif not self.tables:
            self.give_paragraph(paragraph)

    def put_in_cell(self, box: Box, paragraph: Paragraph) -> None:
        text = self.line(paragraph)
        if text.strip():
            if box.joins and box.blocks and isinstance(box.blocks[-1], str):
                box.blocks[-1] += text
            else:
                box.blocks.append(text)
            box.words += len(text)
            box.fills.add(paragraph.colour())
        box.joins = paragraph.goes_on

    def start_table(self, _inside: str, _attributes: dict) -> None:
        self.tables.append(Table())
        if len(self.tables) > DEEPEST:
            raise Refused(TOO_DEEP)

    def end_table(self) -> None:
        table = self.tables.pop()
        if self.boxes:
            self.boxes[-1].blocks.append(table)
        elif not self.tables:
            self.give_table(table)

    def start_row(self, _inside: str, _attributes: dict) -> None:
        if self.tables:
            self.tables[-1].lines.append(Line())

    def start_cell(self, _inside: str, _attributes: dict) -> None:
        self.count += 1
        if self.count > CELLS:
            raise Refused(TOO_MANY)
        box = Box()
        if self.tables and self.tables[-1].lines:
            self.tables[-1].lines[-1].boxes.append(box)
        self.boxes.append(box)

    def end_cell(self) -> None:
        self.boxes.pop()

    def start_run(self, _inside: str, _attributes: dict) -> None:
        self.font = self.run_fill = ""
        self.unseen = self.placeholder

    def start_text(self, inside: str, _attributes: dict) -> None:
        self.collecting = inside == "w:r"

    def end_text(self) -> None:
        self.collecting = False

    def add_symbol(self, _inside: str, attributes: dict) -> None:
        self.add(symbol(attributes.get("w:font", ""), attributes.get("w:char", "")))

    def set_font(self, inside: str, attributes: dict) -> None:
        font = attributes.get("w:ascii", "")
        if inside == "w:rPr" and self.in_run() and is_picture_font(font):
            self.font = font

    def in_run(self) -> bool:
        """Whether the properties being read are a run's own, not its paragraph's."""
        return len(self.path) > 1 and self.path[-2] == "w:r"

    def hide(self, inside: str, attributes: dict) -> None:
        if inside == "w:rPr" and self.in_run() and is_on(attributes):
            self.unseen = True

    def highlight(self, inside: str, attributes: dict) -> None:
        if inside == "w:rPr" and self.in_run():
            self.run_fill = HIGHLIGHTS.get(attributes.get("w:val", ""), "")

    def set_shade(self, inside: str, attributes: dict) -> None:
        fill = shade(attributes)
        if inside == "w:tcPr" and self.boxes:
            self.boxes[-1].fill = fill
        elif inside == "w:rPr" and self.in_run():
            self.run_fill = self.run_fill or fill
        elif inside == "w:pPr" and self.paragraphs:
            self.paragraphs[-1].fill = fill
        elif inside == "w:tblPr" and self.tables:
            self.tables[-1].fill = fill
        elif inside == "w:tblPrEx" and self.tables and self.tables[-1].lines:
            self.tables[-1].lines[-1].fill = fill

    def set_style(self, inside: str, attributes: dict) -> None:
        if inside == "w:pPr" and self.paragraphs:
            self.paragraphs[-1].style = attributes.get("w:val", "")

    def set_table_style(self, inside: str, attributes: dict) -> None:
        if inside == "w:tblPr" and self.tables:
            self.tables[-1].style = attributes.get("w:val", "")

    def set_list(self, inside: str, attributes: dict) -> None:
        if inside == "w:numPr" and self.paragraphs:
            self.paragraphs[-1].list_id = attributes.get("w:val", "")

    def set_depth(self, inside: str, attributes: dict) -> None:
        if inside == "w:numPr" and self.paragraphs:
            self.paragraphs[-1].depth = whole(attributes)

    def add_width(self, _inside: str, attributes: dict) -> None:
        if self.tables and len(self.tables[-1].widths) < CELLS:
            self.tables[-1].widths.append(whole(attributes, "w:w"))

    def set_span(self, inside: str, attributes: dict) -> None:
        if inside == "w:tcPr" and self.boxes:
            self.boxes[-1].span = whole(attributes)

    def set_merge(self, inside: str, attributes: dict) -> None:
        if inside == "w:tcPr" and self.boxes:
            self.boxes[-1].merge = attributes.get("w:val", "continue")

    def set_before(self, _inside: str, attributes: dict) -> None:
        if self.tables and self.tables[-1].lines:
            self.tables[-1].lines[-1].before = whole(attributes)

    def note_deleted(self, inside: str, _attributes: dict) -> None:
        """A deleted row, or a deleted end of paragraph that joins two."""
        if inside == "w:trPr" and self.tables and self.tables[-1].lines:
            self.tables[-1].lines[-1].deleted = True
        elif inside == "w:rPr" and self.paragraphs and not self.in_run():
            self.paragraphs[-1].goes_on = True

    def delete_cell(self, inside: str, _attributes: dict) -> None:
        if inside == "w:tcPr" and self.boxes:
            self.boxes[-1].deleted = True

    def hide_row(self, inside: str, attributes: dict) -> None:
        if inside == "w:trPr" and self.tables and self.tables[-1].lines:
            self.tables[-1].lines[-1].hidden = is_on(attributes)

    def show_placeholder(self, inside: str, attributes: dict) -> None:
        if inside == "w:sdtPr" and is_on(attributes):
            self.placeholder = True

    def end_control(self) -> None:
        self.placeholder = False

    def start_choices(self, _inside: str, _attributes: dict) -> None:
        self.choices, self.chosen = [], 0

    def add_choice(self, inside: str, attributes: dict) -> None:
        if inside == "w:ddList":
            self.choices.append(attributes.get("w:val", ""))

    def choose(self, inside: str, attributes: dict) -> None:
        if inside == "w:ddList":
            self.chosen = whole(attributes)

    def end_choices(self) -> None:
        """What an old form's drop-down list shows stands in no text of its own."""
        if self.chosen < len(self.choices):
            self.add(self.choices[self.chosen])


STARTS = {
    "w:p": Body.start_paragraph,
    "w:tbl": Body.start_table,
    "w:tr": Body.start_row,
    "w:tc": Body.start_cell,
    "w:r": Body.start_run,
    "w:t": Body.start_text,
    "w:sym": Body.add_symbol,
    "w:rFonts": Body.set_font,
    "w:vanish": Body.hide,
    "w:highlight": Body.highlight,
    "w:shd": Body.set_shade,
    "w:pStyle": Body.set_style,
    "w:tblStyle": Body.set_table_style,
    "w:numId": Body.set_list,
    "w:ilvl": Body.set_depth,
    "w:gridCol": Body.add_width,
    "w:gridSpan": Body.set_span,
    "w:vMerge": Body.set_merge,
    "w:gridBefore": Body.set_before,
    "w:del": Body.note_deleted,
    "w:cellDel": Body.delete_cell,
    "w:hidden": Body.hide_row,
    "w:showingPlcHdr": Body.show_placeholder,
    "w:ddList": Body.start_choices,
    "w:listEntry": Body.add_choice,
    "w:result": Body.choose,
}
ENDS = {
    "w:p": Body.end_paragraph,
    "w:tbl": Body.end_table,
    "w:tc": Body.end_cell,
    "w:t": Body.end_text,
    "w:sdt": Body.end_control,
    "w:ddList": Body.end_choices,
}
