"""Numbers in cells: shown as the sheet shows them, dates in words that cannot be misread."""

import re
from datetime import date, datetime, timedelta

DATE_FORMATS = {14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)}
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "d/m/yy h:mm",
}  # fmt: skip
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DECIMALS = re.compile(r"\.([0#?]+)")
_THOUSANDS = re.compile(r"[#0],[#0]")
_MONEY = re.compile(r"[£€]")
LAST_SERIAL = 2_958_465


def bare(form: str) -> str:
    """The first section of a number format without its quoted words and colours."""
    return _QUOTED.sub("", form.split(";")[0]).lower()


def date_parts(form: str) -> str:
    """Which of "d", "m", "y" a number format shows; "" where it is not a date's."""
    shown = bare(form)
    if "general" in shown or "0" in shown or "#" in shown:
        return ""
    return "".join(part for part in "dmy" if part in shown)


def as_date(serial: float, starts_1904: bool) -> date | None:
    """The day a serial number stands for, or None outside the calendar."""
    if starts_1904:
        serial += 1462
    if not 1 <= serial <= LAST_SERIAL:
        return None
    base = datetime(1899, 12, 31) if serial < 60 else datetime(1899, 12, 30)
    return (base + timedelta(days=int(serial))).date()


def show_date(day: date, parts: str) -> str:
    """In words: "31 March 2010", "March 2010" or "2010", as much as the cell shows."""
    if "d" in parts:
        return f"{day.day} {day:%B} {day.year}"
    return f"{day:%B} {day.year}" if "m" in parts else str(day.year)


def show_number(value: float, form: str) -> str:
    """As the sheet shows it: per cents, decimals, thousands and pounds kept, so that 1.10 stays 1.10."""
    shown = bare(form)
    money = _MONEY.search(form.split(";")[0])
    text = show_digits(abs(value) if money else value, shown)
    if not money:
        return text
    return f"{'-' if value < 0 else ''}{money[0]}{text}"


def show_digits(value: float, shown: str) -> str:
    """The digits of a number in a bare format."""
    suffix = "%" if "%" in shown else ""
    if suffix:
        value *= 100
    decimals = _DECIMALS.search(shown)
    comma = "," if _THOUSANDS.search(shown) else ""
    if decimals and "e" not in shown and len(decimals[1]) < 16:
        return f"{value:{comma}.{len(decimals[1])}f}{suffix}"
    if "general" not in shown and shown.strip("#,0%£$€ -") == "" and "0" in shown:
        noughts = shown.count("0") if set(shown) == {"0"} and value >= 0 else 0
        return f"{value:{comma}.0f}".zfill(noughts) + suffix
    return plain(value) + suffix


def plain(value: float) -> str:
    """Without the noise of binary fractions: 0.30000000000000004 → "0.3"."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.12g}"
