"""The web addresses behind the cells of a sheet: of its hyperlinks and of its formulas."""

import posixpath
import re
import zipfile
from contextlib import suppress

from equality_tracker.workbooks.cells import place
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.xlsx.package import parse

LONGEST = 500
MOST = 50_000
FORMULA = "HYPERLINK("
_IN_FORMULA = re.compile(r'HYPERLINK\(\s*"([^"]{1,500})"')
_WEB = re.compile(r"https?://\S+", re.I)


def is_web(address: str) -> bool:
    """Whether an address leads to the web, and is short enough to keep."""
    return len(address) <= LONGEST and bool(_WEB.fullmatch(address))


def in_formula(formula: str) -> str:
    """The web address of a formula such as HYPERLINK("https://…","Read it"), "" where there is none."""
    found = _IN_FORMULA.match(formula)
    return found[1] if found and is_web(found[1]) else ""


def behind(package: zipfile.ZipFile, part: str, keys: dict[str, str]) -> list[list]:
    """The addresses of a sheet's hyperlinks, each as row, column and address; `keys` are the links' own by their cell."""
    outside = _outside(package, part) if keys else {}
    found = []
    for reference, key in keys.items():
        column, row = place(reference.partition(":")[0])
        if row and key in outside:
            found.append([row, column, outside[key]])
    return found


def _outside(package, part):
    """The web addresses that a part points to, by key; none where the list of them is not whole."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, str] = {}

    def start(name: str, attributes: dict) -> None:
        target = attributes.get("Target", "").strip()
        if attributes.get("TargetMode") == "External" and is_web(target):
            found[attributes.get("Id", "")] = target

    if source in package.namelist():
        with suppress(Refused):
            parse(package, source, start)
    return found
