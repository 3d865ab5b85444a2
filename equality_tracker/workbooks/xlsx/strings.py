"""The words that cells share: one list for the whole workbook."""

from equality_tracker.workbooks.cells import clean
from equality_tracker.workbooks.limits import CELL_CHARACTERS, CELLS
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.xlsx.package import parse
from equality_tracker.workbooks.xlsx.text import unescape

TOO_LONG = (
    f"A cell holds more than {CELL_CHARACTERS:,} characters. Shorten it, save the file and "
    "try again."
)
TOO_MANY = (
    f"The file has more than {CELLS:,} different texts. Save a copy with only the sheets "
    "that hold the plan and try again."
)


class _Strings:
    def __init__(self) -> None:
        self.found: list[str] = []
        self.pieces: list[str] = []
        self.length = 0
        self.in_text = False
        self.phonetic = 0

    def start(self, name: str, _attributes: dict) -> None:
        if name == "t":
            self.in_text = not self.phonetic
        elif name == "rPh":
            self.phonetic += 1

    def end(self, name: str) -> None:
        if name == "t":
            self.in_text = False
        elif name == "rPh":
            self.phonetic -= 1
        elif name == "si":
            self.finish()

    def words(self, text: str) -> None:
        if self.in_text:
            self.length += len(text)
            if self.length > CELL_CHARACTERS * 2:
                raise Refused(TOO_LONG)
            self.pieces.append(text)

    def finish(self) -> None:
        self.found.append(clean(unescape("".join(self.pieces))))
        self.pieces.clear()
        self.length = 0
        if len(self.found) > CELLS:
            raise Refused(TOO_MANY)


def read_strings(package, part: str) -> list[str]:
    """Each shared text, cleaned, in order."""
    reader = _Strings()
    parse(package, part, reader.start, reader.end, reader.words)
    return reader.found
