"""Fill colours: written as rgb, as a theme colour with a tint, or as a palette index."""

import colorsys

THEME = [
    "FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D",
    "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080",
]  # fmt: skip
_BASE = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"]
_PALETTE = """
800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF
660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00
FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333
"""
INDEXED = [*_BASE, *_BASE, *_PALETTE.split()]


def resolve(attributes: dict, theme: list[str]) -> str:
    """A colour element's attributes as "RRGGBB", or "" for none, white or automatic."""
    if "rgb" in attributes:
        colour = attributes["rgb"][-6:].upper()
    elif "theme" in attributes:
        colour = pick(theme, attributes["theme"])
    else:
        colour = pick(INDEXED, attributes.get("indexed", ""))
    if len(colour) != 6 or not set(colour) <= set("0123456789ABCDEF"):
        return ""
    colour = tinted(colour, attributes.get("tint", "0"))
    return "" if colour == "FFFFFF" else colour


def pick(colours: list[str], index: str) -> str:
    """The colour at an index given as text, or ""."""
    position = int(index) if index.isdecimal() and len(index) < 4 else len(colours)
    return colours[position] if position < len(colours) else ""


def tinted(colour: str, tint: str) -> str:
    """Lighten (tint above 0) or darken (below) as Excel does, by lightness."""
    try:
        amount = max(-1.0, min(1.0, float(tint)))
    except ValueError:
        return colour
    if not abs(amount) > 0:
        return colour
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + amount) if amount < 0 else light + (1 - light) * amount
    parts = colorsys.hls_to_rgb(hue, light, saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)
