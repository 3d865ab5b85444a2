"""A dashboard as one Word page, for a meeting without a screen."""

from django.conf import settings

from equality_tracker.templatetags.govuk import day
from equality_tracker.word import add_table, new_document, saved
from plans.models.status import SHAPES

from . import assessments_in_word, indicators_in_word
from .standing import WORDS
from .worst import words_of_worst

TITLE_CHARACTERS = 160
ROUNDING = "Percentages are rounded so that they add up to 100."


def word_page(board):
    """Return the bytes of a .docx that says what the board says: what needs somebody, how it stands, what changed, what is due."""
    document = new_document(f"Equality actions: {board.scope.who}")
    document.add_heading(f"{settings.COUNCIL_NAME}: {board.scope.who}", 1)
    document.add_paragraph(
        f"Equality actions as at {board.as_at_words}. {board.filter_words}"
    )
    _needs(document, board)
    indicators_in_word.add(document, board, add_table, _cut)
    assessments_in_word.add(document, board, add_table, _cut)
    _standing(document, board)
    _changes(document, board)
    _due(document, board)
    return saved(document)


def _needs(document, board):
    needs = board.needs
    document.add_heading("What needs attention", 2)
    if not needs.all.count:
        document.add_paragraph("Nothing needs attention.")
        return
    document.add_paragraph(_sentence(needs.figures) + _overlap(needs))
    rows = [
        (_action(worst.row), _status(worst.row), day(worst.row.due), _why(worst))
        for worst in words_of_worst(board)
    ]
    add_table(document, ("Action", "Status", "Due", "Why"), rows, (6.4, 3, 3, 5))


def _overlap(needs):
    if not needs.several.count:
        return f" {needs.all.count} in all."
    return f" {needs.all.count} in all, {needs.several.count} of them for more than one reason."


def _why(worst):
    return f"{worst.why}. {_cut(worst.said)}".strip()


def _standing(document, board):
    line = board.standing
    document.add_heading(f"How it stands: {_actions(line.total.count)}", 2)
    lines = board.by_plan if board.scope.directorate else _council_lines(board)
    headings = [
        "",
        *(f"{SHAPES[part.status]} {part.figure.label}" for part in line.parts),
        "All",
    ]
    rows = [
        (
            "All",
            *(f"{part.count} ({part.percent}%)" for part in line.parts),
            line.total.count,
        )
    ]
    if len(lines) > 1:
        rows += [
            (
                _cut(each.name, 60),
                *(part.count for part in each.parts),
                each.total.count,
            )
            for each in lines
        ]
    add_table(document, headings, rows, (4.2, *[1.75] * 7, 1.2), numbers=True)
    joint = board.tally.joint
    counted = (
        f" {joint} joint: on several directorates' pages, counted once here."
        if joint
        else ""
    )
    document.add_paragraph(ROUNDING + counted)


def _council_lines(board):
    matrix = board.matrix
    nobodys = [matrix.nobodys] if matrix.nobodys.total.count else []
    return [*matrix.directorates, *matrix.partners, *nobodys]


def _changes(document, board):
    changes = board.changes
    document.add_heading(f"What changed since {day(board.scope.since)}", 2)
    if not changes.all.count:
        document.add_paragraph("Nothing has changed.")
        return
    document.add_paragraph(_sentence(changes.figures))
    rows = [
        (_action(change.row), change.why, change.was, change.now)
        for change in board.first_changes
    ]
    add_table(document, ("Action", "What", "Was", "Is now"), rows, (8.4, 2.4, 3.3, 3.3))


def _due(document, board):
    document.add_heading("What is due", 2)
    document.add_paragraph(_sentence(board.due.horizons))


def _sentence(figures):
    words = ", ".join(f"{figure.count} {figure.label}" for figure in figures)
    return f"{words}."


def _actions(count):
    return f"{count} action{'s' if count != 1 else ''}"


def _action(row):
    return f"{row.reference} {_cut(row.title)}".strip()


def _status(row):
    return f"{SHAPES[row.rag_status]} {WORDS[row.rag_status]}"


def _cut(words, most=TITLE_CHARACTERS):
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
