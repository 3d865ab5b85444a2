"""The rows of the coverage matrix, drawn at once: a template asks so much of each of sixty cells that it would take most of the page's time.

What stands in them are names that people gave to characteristics and aims, each escaped, and numbers.
"""

from html import escape

from django.utils.safestring import mark_safe

NOT_ASKED = '<span class="app-muted">Does not count</span>'
NOTHING = (
    '<span class="app-muted">–<span class="govuk-visually-hidden">none</span></span>'
)
CELL = '<td class="govuk-table__cell{}" data-label="{}" id="c{}-{}">{}</td>'
LINE = (
    '<li class="cov-line cov-line--{}"><a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden">, {}, {}</span></a></li>'
)  # fmt: skip


def rows_of(matrix):
    """Return the rows of the table as one piece of a page."""
    # (words, the same within a sentence) of each column, escaped once.
    heads = [(escape(one.words), escape(one.words.lower())) for one in matrix.columns]
    return mark_safe("\n".join(_row(row, heads) for row in matrix.rows))


def _row(row, heads):
    words = escape(row.words)
    cells = (_cell(row, words, cell, *head) for cell, head in zip(row.cells, heads, strict=True))  # fmt: skip
    return f'<tr class="govuk-table__row"><th scope="row" class="govuk-table__header cov-name">{words}{_below(row)}</th>{"".join(cells)}</tr>'


def _below(row):
    """What else is to be known of a characteristic."""
    own = "The council’s own group" if row.is_asked and not row.statutory else ""
    said = filter(None, (own, row.note, row.measured_words))
    return "".join(f'<span class="org-sub">{escape(words)}</span>' for words in said)


def _cell(row, words, cell, head, within):
    bare = " cov-bare" if cell.is_bare else ""
    key = cell.column.key or "all"
    return CELL.format(bare, head, row.key, key, _inside(cell, words, within))


def _inside(cell, words, within):
    if not cell.applies:
        return NOT_ASKED
    lines = "".join(
        LINE.format(name, escape(address), count, words, within)
        for name, count, address in cell.lines
    )
    called = _called(cell)
    if not lines:
        return called or NOTHING
    return f'{called}<ul class="cov-lines">{lines}</ul>'


def _called(cell):
    if not cell.called:
        return ""
    name = "eia-called" if cell.is_troubled else "cov-called"
    return f'<span class="{name}">{escape(cell.called)}</span>'
