"""What the marks of a chart mean."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from .series import AIM, LINE, START

RESULT = mark_safe(
    f'<line x1="0" x2="34" y1="8" y2="8" stroke="{LINE}" stroke-width="3"/><circle cx="17" cy="8" r="5.5" fill="{LINE}"/>'
)
PROVISIONAL = mark_safe(
    f'<circle cx="17" cy="8" r="5.5" fill="#fff" stroke="{LINE}" stroke-width="2.5"/>'
)
TARGET = mark_safe(
    f'<line x1="0" x2="34" y1="8" y2="8" stroke="{AIM}" stroke-width="2" stroke-dasharray="6 5"/>'
    f'<rect x="11.5" y="2.5" width="11" height="11" fill="#fff" stroke="{AIM}" stroke-width="2.5"/>'
)
BASELINE = mark_safe(
    f'<path d="M17,1L24,8L17,15L10,8z" fill="#fff" stroke="{START}" stroke-width="2.5"/>'
)
BREAK = mark_safe(
    '<line x1="17" x2="17" y1="0" y2="16" stroke="#505a5f" stroke-width="1.5" stroke-dasharray="2 4"/>'
)


def of_series(standing):
    """The key of an indicator's chart: only the marks that are in it."""
    provisional = any(one.provisional and one.value is not None for one in standing.results)  # fmt: skip
    starts = any(line.start for line in standing.lines)
    breaks = any(line.breaks for line in standing.lines)
    aims = any(line.levels for line in standing.lines)
    found = [
        (RESULT, "Result", True), (PROVISIONAL, "Provisional result", provisional), (TARGET, "Target", aims),
        (BASELINE, "Baseline", starts), (BREAK, "No figure to draw", breaks),
    ]  # fmt: skip
    items = [(picture, word) for picture, word, is_there in found if is_there]
    if len(items) < 2:
        return ""
    return format_html(
        '<ul class="series-key">{}</ul>',
        format_html_join(
            "", '<li><svg width="34" height="16" aria-hidden="true" focusable="false">{}</svg> {}</li>', items
        ),
    )  # fmt: skip
