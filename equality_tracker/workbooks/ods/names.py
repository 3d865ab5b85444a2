"""The namespaces of an OpenDocument file."""

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {
    f"{_ODF}office:1.0": "office",
    f"{_ODF}table:1.0": "table",
    f"{_ODF}text:1.0": "text",
    f"{_ODF}style:1.0": "style",
    f"{_ODF}datastyle:1.0": "number",
    f"{_ODF}xsl-fo-compatible:1.0": "fo",
    f"{_ODF}drawing:1.0": "draw",
    f"{_ODF}dr3d:1.0": "draw",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}


def times(attributes: dict, name: str) -> int:
    """How often something is repeated or how far it reaches: at least once."""
    text = attributes.get(name, "")
    return max(int(text), 1) if text.isdecimal() and len(text) < 10 else 1
