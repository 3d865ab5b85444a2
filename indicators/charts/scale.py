"""Where a figure lies in a picture, and the lines behind it."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import mark_safe

from indicators.performance.bounds import plain
from indicators.performance.measures import in_unit

INK, MUTED, FAINT = "#0b0c0c", "#505a5f", "#d3d5d6"
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


class Frame(NamedTuple):
    """The room that a picture has for its lines, within margins for what is written beside them."""

    width: int
    height: int
    left: int
    right: int
    top: int = 12
    bottom: int = 34


class Scale:
    """From days and values to places in a picture: days across, values upwards."""

    def __init__(self, days: list[date], values: list[Decimal], frame: Frame):
        self.frame = frame
        self.first = min(days)
        self.days = max((max(days) - self.first).days, 1)
        self.low, self.high = room_for(values)
        room = frame.width - frame.left - frame.right
        self._a_day = room / self.days
        self._floor = float(self.low)
        self._a_unit = (self.foot - frame.top) / float(self.high - self.low)
        self.is_whole = all(value == int(value) for value in values)

    def across(self, day: date) -> float:
        return round(self.frame.left + (day - self.first).days * self._a_day, 1)

    def up(self, value: Decimal) -> float:
        return round(self.foot - (float(value) - self._floor) * self._a_unit, 1)

    @cached_property
    def foot(self) -> int:
        return self.frame.height - self.frame.bottom

    def place(self, day: date, value: Decimal) -> str:
        return f"{self.across(day)},{self.up(value)}"

    def points(self, figures) -> str:
        """The places of (day, value) pairs, as a line takes them."""
        return " ".join(self.place(day, value) for day, value in figures)


def room_for(values: list[Decimal]) -> tuple[Decimal, Decimal]:
    """The lowest and highest that a picture shows: a tenth more than its figures, and no less than nought where none is."""
    low, high = min(values), max(values)
    room = (high - low) / 10 or abs(high) / 10 or Decimal(1)
    floor = low - room
    return (max(floor, Decimal(0)) if low >= 0 else floor), high + room


def ticks(low: Decimal, high: Decimal, is_whole: bool, about: int = 4) -> list[Decimal]:
    """Round numbers between two, some `about` many; whole ones where all figures are."""
    rough = (high - low) / about
    size = Decimal(1).scaleb(rough.adjusted())
    steps = [size * one for one in STEPS if size * one >= rough]
    step = next(one for one in [*steps, Decimal(1)] if not is_whole or one == int(one))
    first = (low / step).to_integral_value("ROUND_CEILING") * step
    count = int((high - first) / step) + 1
    return [first + step * n for n in range(count)]


def grid(scale: Scale, unit: str):
    """Round values as faint lines across, each with its number."""
    frame = scale.frame
    return marks(
        '<line x1="{0}" x2="{1}" y1="{2}" y2="{2}" stroke="{6}"/>'
        '<text x="{3}" y="{4}" font-size="14" fill="{7}" text-anchor="end">{5}</text>',
        (
            (
                frame.left, frame.width - frame.right, scale.up(value), frame.left - 8, scale.up(value) + 5,
                escape(short(value, unit)), FAINT, MUTED,
            )
            for value in ticks(scale.low, scale.high, scale.is_whole)
        ),
    )  # fmt: skip


def short(value: Decimal, unit: str) -> str:
    """A number beside its line: "40%", "£2m"; other units stand in the chart's title."""
    if unit == "%":
        return f"{plain(value)}%"
    sign = in_unit("", unit).strip() if unit in ("GBP", "EUR", "USD") else ""
    for size, letter in ((10**9, "bn"), (10**6, "m")):
        if abs(value) >= size:
            return f"{sign}{plain(round(value / size, 2))}{letter}"
    return f"{sign}{plain(value)}"


def times(scale: Scale, named: dict):
    """The names of the times {last day: name} beneath, as many as there is room for, the newest always."""
    ends = sorted(named.items(), reverse=True)
    apart = max(len(name) for _end, name in ends) * 8 + 10
    shown, last = [], None
    for end, name in ends:
        place = scale.across(end)
        if last is None or last - place >= min(apart, 120):
            shown.append((place, scale.foot + 22, MUTED, escape(name[:14])))
            last = place
    return marks(
        '<text x="{}" y="{}" font-size="14" fill="{}" text-anchor="middle">{}</text>',
        shown,
    )


def marks(shape, places):
    """A `shape` at each of `places`: numbers and colours, which need no escaping; a word among them is escaped by who gives it."""
    return mark_safe("".join(shape.format(*place) for place in places))


def svg(kind: str, key: str, title: str, description: str, frame: Frame, *drawn):
    """The whole picture with its name and what it says."""
    return format_html(
        '<svg class="{0}" role="img" aria-labelledby="{1}-title {1}-desc" viewBox="0 0 {2} {3}" width="{2}" height="{3}">'
        '<title id="{1}-title">{4}</title><desc id="{1}-desc">{5}</desc>{6}</svg>',
        kind, key, frame.width, frame.height, title, description,
        mark_safe("".join(map(conditional_escape, drawn))),
    )  # fmt: skip


def polyline(points: str, ink: str, width, dashes: str = ""):
    """A line through `points`: numbers and colours, which need no escaping."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return mark_safe(f'<polyline fill="none" stroke="{ink}" stroke-width="{width}"{dashed} points="{points}"/>')  # fmt: skip
