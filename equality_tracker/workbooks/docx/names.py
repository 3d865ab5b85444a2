"""The namespaces of a Word document, in both of the standard's spellings."""

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"

PREFIXES = {_MAIN: "w", _STRICT: "w", _CHOICES: "mc"}
OFF = ("0", "false", "off", "none")


def is_on(attributes: dict) -> bool:
    """Whether a switch such as `w:vanish` is on: it is where it stands without a value."""
    return attributes.get("w:val", "1") not in OFF


def whole(attributes: dict, name: str = "w:val") -> int:
    """A whole number of an attribute; 0 where it is absent, negative or no number."""
    text = attributes.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 8 else 0
