"""Charts as small SVG pictures made on the server: attributes only, for the Content Security Policy forbids styles.

A status is told by its shape as well as its colour; white gaps stand between neighbours; every picture has a title and a description, and
its table stands beside it.
"""

from html import escape

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from equality_tracker.dashboards.standing import WORDS
from plans.models import RagStatus
from plans.models.status import SHAPES

register = template.Library()

# Each at least 3:1 against the white around it, and its shape, drawn in white, at least 3:1 against it.
FILLS = {
    RagStatus.ACHIEVED: "#00703c",
    RagStatus.ON_TARGET: "#359a5c",
    RagStatus.SOME_SLIPPAGE: "#b86200",
    RagStatus.SLIPPED: "#b3200b",
    RagStatus.NOT_STARTED: "#505a5f",
    RagStatus.WITHDRAWN: "url(#fill-withdrawn)",
    None: "url(#fill-none)",
}
# What is drawn with a pattern carries its shape on a white disc.
PATTERNED = (RagStatus.WITHDRAWN, None)
PATTERNS = mark_safe(
    '<svg class="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    '<pattern id="fill-withdrawn" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="#505a5f"/></pattern>'
    '<pattern id="fill-none" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5" fill="#fff"/><circle cx="2.5" cy="2.5" r="1.6" fill="#505a5f"/></pattern>'
    "</defs></svg>"
)
ROOM_FOR_SHAPE = 5
BAR_HEIGHT = 36
WEEK_HEIGHT = 72


@register.simple_tag
def chart_patterns():
    """Return the patterns that the bars of this page are filled with: once a page, before the first bar."""
    return PATTERNS


@register.simple_tag
def status_bar(line, name, longest=None):
    """Return one bar over the statuses of `line`; it fills the width where `longest`, the scale's count, is its own.

    `name` makes the ids of its title and description; no other picture of the page may have it.
    """
    scale = longest or line.total.count
    shown = [part for part in line.parts if part.count]
    words = ", ".join(f"{WORDS[part.status]} {part.count}" for part in shown)
    return mark_safe(
        _BAR
        % {
            "id": escape(name),
            "name": escape(line.name),
            "words": words or "No actions",
            "segments": "".join(_segments(shown, scale)),
        }
    )


def _segments(parts, scale):
    left = 0
    for part in parts:
        width = part.count * 100 / scale
        yield _segment(part.status, left, width)
        left += width


def _segment(status, left, width):
    drawn = _RECT % (_short(left), _short(width), FILLS[status])
    if width < ROOM_FOR_SHAPE:
        return drawn
    return drawn + _SHAPE_OF[status].replace("@", _short(left + width / 2))


_BAR = (
    '<svg class="chart-bar" role="img" aria-labelledby="%(id)s-title %(id)s-desc" width="100%%" '
    f'height="{BAR_HEIGHT}">'
    '<title id="%(id)s-title">%(name)s by status</title><desc id="%(id)s-desc">%(words)s</desc>%(segments)s</svg>'
)
# Numbers and constants alone, so they are filled in by hand: a dashboard has hundreds of them.
_RECT = f'<rect x="%s%%" width="%s%%" y="1" height="{BAR_HEIGHT - 2}" fill="%s" stroke="#fff" stroke-width="2"/>'
_DISC = f'<circle cx="@%" cy="{BAR_HEIGHT // 2}" r="11" fill="#fff"/>'
_LETTER = f'<text x="@%" y="{BAR_HEIGHT // 2 + 6}" text-anchor="middle" font-size="16" fill="{{}}">{{}}</text>'
_SHAPE_OF = {
    status: (_DISC if status in PATTERNED else "")
    + _LETTER.format("#0b0c0c" if status in PATTERNED else "#fff", shape)
    for status, shape in SHAPES.items()
}


def status_swatch(status):
    """Return the piece of bar that stands for `status`, for the table beside: its fill alone, since its word stands next to it."""
    return _SWATCHES[status]


_SWATCHES = {
    status: format_html(
        '<svg class="chart-swatch" width="18" height="18" aria-hidden="true" focusable="false">'
        '<rect width="18" height="18" fill="{}"/></svg>',
        fill,
    )
    for status, fill in FILLS.items()
}


@register.simple_tag
def week_strip(weeks, name):
    """Return a strip of columns, one a week, each as high as the number due in it."""
    most = max((week.figure.count for week in weeks), default=0)
    words = "; ".join(
        f"week of {week.figure.label}: {week.figure.count}"
        for week in weeks
        if week.figure.count
    )
    columns = (
        _column(week, place, len(weeks), most) for place, week in enumerate(weeks)
    )
    return mark_safe(
        _WEEKS
        % {
            "id": escape(name),
            "words": escape(words) or "Nothing is due",
            "columns": "".join(columns),
        }
    )


def _column(week, place, places, most):
    width = 100 / places
    count = week.figure.count
    height = max(round(count / most * WEEK_HEIGHT), 6) if count else 2
    top = WEEK_HEIGHT + 20 - height
    middle = _short(place * width + width / 2)
    left, wide = _short(place * width + width * 0.1), _short(width * 0.8)
    drawn = _COLUMN % (left, wide, top, height, "#12436d" if count else "#b1b4b6")
    if count:
        drawn += _TEXT % (middle, top - 5, "#0b0c0c", count)
    if place % 4 == 0:
        words = f"{week.first.day} {week.first:%b}"
        drawn += _TEXT % (middle, WEEK_HEIGHT + 38, "#505a5f", words)
    return drawn


_WEEKS = (
    '<svg class="chart-weeks" role="img" aria-labelledby="%(id)s-title %(id)s-desc" width="100%%" '
    f'height="{WEEK_HEIGHT + 42}">'
    '<title id="%(id)s-title">Actions due, week by week</title><desc id="%(id)s-desc">%(words)s</desc>%(columns)s</svg>'
)
_COLUMN = '<rect x="%s%%" width="%s%%" y="%s" height="%s" fill="%s"/>'
_TEXT = '<text x="%s%%" y="%s" text-anchor="middle" font-size="14" fill="%s">%s</text>'


def _short(number):
    return f"{number:.5g}"
