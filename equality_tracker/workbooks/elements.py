"""XML parts read as a stream, each name told by its namespace, whatever prefix the file gives it."""

import zipfile
from collections.abc import Callable
from xml.parsers import expat

from equality_tracker.workbooks.xlsx.package import faults, refuse_document_type

BETWEEN = "\n"


class Names(dict):
    """A name as the parser gives it, to a short one: "uri\\ntbl" → "w:tbl", "?:tbl" of an unknown namespace."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        super().__init__()
        self.prefixes = prefixes

    def __missing__(self, name: str) -> str:
        uri, _, local = name.rpartition(BETWEEN)
        short = f"{self.prefixes.get(uri, '?')}:{local}" if uri else local
        self[name] = short
        return short


def walk(
    package: zipfile.ZipFile,
    part: str,
    prefixes: dict[str, str],
    start: Callable[[str, dict], None],
    end: Callable[[str], None] | None = None,
    words: Callable[[str], None] | None = None,
) -> None:
    """Stream a part through the handlers; `prefixes` names the namespaces that they know.

    Raises Refused for document types, entities, and whatever is no XML.
    """
    names = Names(prefixes)
    parser = expat.ParserCreate(namespace_separator=BETWEEN)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_document_type
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def begin(name: str, attributes: dict) -> None:
        if attributes:
            attributes = {names[key]: value for key, value in attributes.items()}
        start(names[name], attributes)

    parser.StartElementHandler = begin
    if end:
        parser.EndElementHandler = lambda name: end(names[name])
    if words:
        parser.CharacterDataHandler = words
    with faults(), package.open(part) as stream:
        parser.ParseFile(stream)
