"""The words that cells share: one list for the whole workbook."""

from xml.etree.ElementTree import Element

from equality_tracker.workbooks.cells import clean
from equality_tracker.workbooks.limits import CELL_CHARACTERS, CELLS
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.xlsx.stream import elements
from equality_tracker.workbooks.xlsx.text import unescape

TOO_LONG = (
    f"A cell holds more than {CELL_CHARACTERS:,} characters. Shorten it, save the file and "
    "try again."
)
TOO_MANY = (
    f"The file has more than {CELLS:,} different texts. Save a copy with only the sheets "
    "that hold the plan and try again."
)


def read_strings(package, part: str) -> list[str]:
    """Each shared text, cleaned, in order."""
    found: list[str] = []
    for one in elements(package, part, ("sst",)):
        text = text_of(one.element, one.space)
        if len(text) > CELL_CHARACTERS * 2:
            raise Refused(TOO_LONG)
        found.append(clean(unescape(text)))
        if len(found) > CELLS:
            raise Refused(TOO_MANY)
    return found


def text_of(element: Element, space: str) -> str:
    """The words of a shared or inline text: of each run, without how they are pronounced."""
    if len(element) == 1 and element[0].tag == f"{space}t":
        return element[0].text or ""
    pronounced = {
        id(inside)
        for phonetic in element.iter(f"{space}rPh")
        for inside in phonetic.iter(f"{space}t")
    }
    return "".join(
        one.text or "" for one in element.iter(f"{space}t") if id(one) not in pronounced
    )
