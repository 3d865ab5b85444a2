"""Figures that a file gives twice: once where they agree, not at all where nobody can say which one counts."""

from collections import defaultdict

from plans.importing.problems import WARNING
from plans.importing.words import squeeze

from .outcome import SAID_BEFORE, SAID_TWICE

TWICE = (
    "The file says two things of the {what}: “{one}” in {cell} and “{other}” in {other_cell}. Neither was taken. "
    "Clear one of them."
)


def leave_out(rows, weighing) -> None:
    """Where the file gives one figure twice in other words, neither is taken; a final one goes before a provisional one."""
    found = defaultdict(list)
    for row in rows:
        for figure in row.figures:
            found[row.first.key, figure.slot].append((row, figure))
    for several in found.values():
        if len(several) > 1:
            _settle(several, weighing)


def _settle(several, weighing):
    final = [pair for pair in several if not pair[1].said.get("provisional")]
    others = final or several
    for _row, figure in several:
        figure.left_out_because = SAID_TWICE
    words = {squeeze(figure.said["text"]) for _row, figure in others}
    if len(words) == 1:
        for _row, figure in others[1:]:
            figure.left_out_because = SAID_BEFORE
        others[0][1].left_out_because = ""
        return
    (row, one), (other_row, other) = others[0], others[1]
    elsewhere = (
        f"“{other_row.said['sheet']}” "
        if other_row.said["sheet"] != row.said["sheet"]
        else ""
    )
    message = TWICE.format(
        what=one.label[0].lower() + one.label[1:], one=one.said["text"][:80], cell=one.cell,
        other=other.said["text"][:80], other_cell=elsewhere + other.cell,
    )  # fmt: skip
    weighing.report(row, one.cell, WARNING, message)
