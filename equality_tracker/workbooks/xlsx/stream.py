"""A large part as a stream of whole elements: built by the parser itself, far quicker than one call of ours for each mark."""

import zipfile
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser
from xml.parsers import expat

from equality_tracker.workbooks.xlsx.package import faults, refuse_document_type

CHUNK = 65_536


class Streamed(NamedTuple):
    """One element with all that is in it, and the list that it stands in, with that list's attributes; `space` is before each name inside ("{…}" or "")."""

    within: str
    space: str
    element: Element
    around: dict[str, str]


def elements(
    package: zipfile.ZipFile,
    part: str,
    lists: Collection[str],
    progress: Callable[[float], None] = lambda share: None,
) -> Iterator[Streamed]:
    """Each element that stands in a list of these names, once it has ended. A list is the part's first element or one directly in it.

    Names count in the namespace of the part's first element, whatever prefix the file gives them. `progress` is called with the share of
    the part that has been read.
    """
    with faults(), package.open(part) as stream:
        size = max(package.getinfo(part).file_size, 1)
        chunk, space = read_start(stream)
        names = {f"{space}{name}": name for name in lists}
        builder = TreeBuilder()
        around = builder.start("", {})
        parser = XMLParser(target=builder)
        while chunk:
            parser.feed(chunk)
            yield from taken(around, names, space, ended=False)
            progress(min(stream.tell() / size, 1.0))
            chunk = stream.read(CHUNK)
        parser.close()
        yield from taken(around, names, space, ended=True)


def taken(
    around: Element, names: dict[str, str], space: str, *, ended: bool
) -> Iterator[Streamed]:
    """Take out what has been built since: all but the last of each level, which may not have ended."""
    for first in around:
        within = names.get(first.tag)
        if within:
            yield from pop(first, within, space, ended=ended)
            continue
        for one in first:
            whole = ended or one is not first[-1]
            within = names.get(one.tag)
            if within:
                yield from pop(one, within, space, ended=whole)
            elif whole:
                one.clear()


def pop(found: Element, within: str, space: str, *, ended: bool) -> Iterator[Streamed]:
    """Take the elements of one list out of it."""
    count = len(found) if ended else len(found) - 1
    if count > 0:
        whole = found[:count]
        del found[:count]
        for element in whole:
            yield Streamed(within, space, element, found.attrib)


def read_start(stream) -> tuple[bytes, str]:
    """The part up to its first element, and that one's namespace; refuses a document type, which can only stand there."""
    found: list[str] = []
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = refuse_document_type
    parser.StartElementHandler = lambda name, _attributes: found.append(name)
    start = b""
    while not found:
        chunk = stream.read(CHUNK)
        parser.Parse(chunk, not chunk)
        start += chunk
    space, mark, _name = found[0].rpartition("}")
    return start, f"{{{space}{mark}" if mark else ""
