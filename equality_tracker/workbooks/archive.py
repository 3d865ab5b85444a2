"""The zip that a workbook or document is: looked at before any reader opens a part of it."""

import zipfile

from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.xlsx.package import DAMAGED, UNSAFE, open_package

PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
LONGEST_KIND = 200


def look_inside(path) -> tuple[set[str], str]:
    """The names of the parts, and the kind that the package says it is, "" where it says none.

    Raises Refused for what is damaged, too large, or built to deceive.
    """
    try:
        with open_package(path) as package:
            check_shape(package.infolist())
            return set(package.namelist()), said_kind(package)
    except Refused:
        raise
    except Exception as fault:
        # zipfile raises whatever a broken directory leads it to.
        raise Refused(DAMAGED) from fault


def check_shape(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse a zip behind something else, and packing that no office program uses."""
    if not parts:
        raise Refused(DAMAGED)
    if min(part.header_offset for part in parts) > 0:
        raise Refused(UNSAFE)
    if any(part.compress_type not in PLAIN for part in parts):
        raise Refused(UNSAFE)


def said_kind(package: zipfile.ZipFile) -> str:
    """What an OpenDocument package says in its first part."""
    if "mimetype" not in package.namelist():
        return ""
    if package.getinfo("mimetype").file_size > LONGEST_KIND:
        return ""
    return package.read("mimetype").decode("ascii", "replace").strip()
