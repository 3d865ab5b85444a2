"""Six marks that are told apart by their shape and their line's dashes, with or without colour."""

from typing import NamedTuple

from django.utils.html import format_html

PAPER = "#fff"


class Mark(NamedTuple):
    """A shape as a path round its middle, the dashes of its line, its ink, and whether it is hollow."""

    path: str
    dashes: str
    ink: str
    hollow: bool = False


MARKS = (
    Mark("M-5.5,0a5.5,5.5 0 1,0 11,0a5.5,5.5 0 1,0 -11,0z", "", "#12436d"),
    Mark("M-5,-5h10v10h-10z", "9 4", "#801650", hollow=True),
    Mark("M0,-6.5L6,5H-6z", "3 4", "#1f7a73"),
    Mark("M0,-7L7,0L0,7L-7,0z", "14 4 3 4", "#a33b00", hollow=True),
    Mark("M-6,-2h4v-4h4v4h4v4h-4v4h-4v-4h-4z", "6 3 1 3", "#3d3d3d"),
    Mark("M0,6.5L6,-5H-6z", "1 3", "#5b3f8c", hollow=True),
)


def draw(mark: Mark, x: float, y: float):
    """One mark at its place."""
    return format_html(
        '<path d="{}" transform="translate({} {})" fill="{}" stroke="{}" stroke-width="2"/>',
        mark.path, x, y, PAPER if mark.hollow else mark.ink, mark.ink,
    )  # fmt: skip
