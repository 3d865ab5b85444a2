"""Ticks, crosses and bullets that a document draws with a picture font."""

_WINGDINGS = {
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐",
    0xB7: "•", 0xA7: "•", 0x6C: "●", 0x6E: "■", 0xD8: "•", 0x76: "•", 0xE0: "→", 0xF0: "→",
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹",
}  # fmt: skip
_WINGDINGS_2 = {
    0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x98: "•", 0x97: "●",
}  # fmt: skip
_WEBDINGS = {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■", 0x6E: "●"}
_SYMBOL = {0xB7: "•", 0xD6: "✓", 0xB4: "×", 0xAE: "→", 0x2D: "-", 0xB3: "≥", 0xA3: "≤"}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}


def is_picture_font(font: str) -> bool:
    return font.casefold() in _FONTS and font.casefold() != "symbol"


def symbol(font: str, code: str) -> str:
    """The letter that `code`, in hexadecimal, draws in a font; "" where it is not known."""
    try:
        number = int(code[-4:], 16)
    except ValueError:
        return ""
    if number >= 0xF000:
        number -= 0xF000
    known = _FONTS.get(font.casefold(), {})
    return known.get(number, "")


def spell(font: str, text: str) -> str:
    """Text typed in a picture font: "ü" in Wingdings is a tick."""
    known = _FONTS[font.casefold()]
    return "".join(
        known.get(ord(mark) - (0xF000 if ord(mark) >= 0xF000 else 0), mark)
        for mark in text
    )
