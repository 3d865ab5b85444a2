"""The assessments of a dashboard on its Word page: none that is confidential, since the page is passed on (decision 2201)."""

from .assessments_board import AssessmentBoard

WIDTHS = (11.4, 6)
HEADINGS = ("Assessment", "Why")
DIRECTORATE_WIDTHS = (4.2, *[1.8] * 6, 2.4)
RULE = "Confidential assessments are not counted on a page that is passed on."


def add(document, board, table, cut):
    """Put the assessments of `board` after what stands in `document`: nothing where there is none. `table` and `cut` are the page's own."""
    assessments = AssessmentBoard(board)
    if not assessments.is_used:
        return
    document.add_heading("Equality Impact Assessments", 2)
    document.add_paragraph(" ".join([*_sentences(assessments), RULE]))
    if board.scope.directorate is None and assessments.lines:
        _directorates(document, assessments, table)
    if assessments.named:
        rows = [(cut(one.name), one.why) for one in assessments.named]
        table(document, HEADINGS, rows, WIDTHS)


def _sentences(assessments):
    if progress := assessments.progress:
        done = f"{progress.figure.count} of {progress.promised} promised for {assessments.year_words} completed"
        share = progress.percentage
        yield f"{done}." if share is None else f"{done}: {share}%."
    words = ", ".join(f"{one.count} {one.label}" for one in assessments.needing)
    yield f"{words}." if words else "None waits for anything."


def _directorates(document, assessments, table):
    headings = ["", *(one.label.capitalize() for one in assessments.needs)]
    rows = [
        (one.name, *(figure.count for figure in one.figures))
        for one in assessments.lines
    ]
    if assessments.progress:
        headings.append("Completed of promised")
        rows = [
            (*row, _progress(line.progress))
            for row, line in zip(rows, assessments.lines, strict=True)
        ]
    table(document, headings, rows, DIRECTORATE_WIDTHS[: len(headings)], numbers=True)


def _progress(progress):
    if progress is None:
        return "–"
    share = "" if progress.percentage is None else f" ({progress.percentage}%)"
    return f"{progress.figure.count} of {progress.promised}{share}"
