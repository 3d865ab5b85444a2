"""The indicators of a dashboard on its Word page."""

from indicators.templatetags.series import SHAPES

WIDTHS = (5, 2.4, 2.4, 3.4, 4.2)
HEADINGS = ("Indicator", "Result", "Target", "Performance", "What was said of it")
DIRECTORATE_WIDTHS = (6.4, 2.2, 2.2, 2.2, 2.2, 2.2)
CONFIRMED = (
    "Nothing is called met or missed until a person has confirmed which way is better."
)


def add(document, board, table, cut):
    """Put the indicators of `board` after what stands in `document`: nothing where it has none. `table` and `cut` are the page's own."""
    indicators = board.indicators
    if not indicators.total.count:
        return
    document.add_heading(f"Indicators: {indicators.total.count} measured", 2)
    document.add_paragraph(f"{_counted(indicators.verdicts)} {CONFIRMED}")
    if indicators.needing:
        document.add_paragraph(f"What needs somebody: {_counted(indicators.needing)}")
    if board.scope.directorate is None and len(indicators.lines) > 1:
        _directorates(document, indicators, table)
    if indicators.named:
        rows = [_row(one, cut) for one in indicators.named]
        table(document, HEADINGS, rows, WIDTHS)


def _directorates(document, indicators, table):
    headings = ["", *(figure.label.capitalize() for figure in indicators.verdicts), "All"]  # fmt: skip
    rows = [
        (line.name, *(figure.count for figure in line.figures), line.total.count)
        for line in indicators.lines
    ]
    table(document, headings, rows, DIRECTORATE_WIDTHS, numbers=True)


def _row(one, cut):
    verdict = f"{SHAPES[one.verdict]} {one.verdict.label}"
    why = f". {one.judgement.why}" if one.verdict == "unknown" else ""
    said = f"{cut(one.comment.text)} ({one.comment.made_by})" if one.comment else ""
    result = f"{one.result} ({one.period})" if one.result else "None yet"
    return (
        f"{one.code} {cut(one.title)}".strip(), cut(result, 60), cut(one.target, 60) or "None", f"{verdict}{why}", said,
    )  # fmt: skip


def _counted(figures):
    words = ", ".join(f"{figure.count} {figure.label}" for figure in figures)
    return f"{words}."
