"""A blank spreadsheet for a plan that starts fresh: headings, a key, drop-downs, an example, and how to fill it in."""

from equality_tracker.workbooks.book import BookSheet, Choice, Colouring, Look, write
from equality_tracker.workbooks.cells import letter
from plans.models import RagStatus, StatusWording

from .contents import MONITORING_COLOUR, MONITORING_WORD
from .layout import DEFAULTS, HEADING_FILL
from .sheets import KEY_ROW_LOOK, LINE, PROMPT, SMALL, TEXT, TITLE, ink

BLANK_NAME = "blank-action-plan.xlsx"
COLUMNS = tuple(name for name in DEFAULTS if name != "steps")
FIRST, ROOM = 7, 500
EXAMPLE_ROW = {
    "reference": "Example",
    "priority": "1 Services that everybody can use",
    "title": "Offer an interpreter at each appointment",
    "outcome": "People are understood the first time",
    "measures": "• Share of calls with an interpreter within five minutes\n• Complaints about language",
    "lead": "Head of Customer Services",
    "directorate": "Corporate Services",
    "timescale": "By the end of March 2027",
    "rag_status": "",
    "progress": "Two of three suppliers have signed.",
    "evidence": "Supplier list, 12 May",
}
ADVICE = (
    "One row for each action. Write the priority in each row; it may stand in the first of its rows alone.",
    "Timescale: write it as the plan says it, such as “By the end of March 2027”, “Quarterly” or “Ongoing”.",
    "Lead: a post or a team. Several may stand in one cell, each on a line of its own.",
    "How we will know: several measures stand on lines of their own, each with a bullet (•).",
    "Status: choose it from the list; its colour follows. Leave it blank where there is none yet.",
    "Columns may be moved, and those that you do not need may be left blank. Sheets may be copied.",
    "The grey row, which says “Example”, is left out when the file is imported; so is this sheet.",
    "When it is filled in: Imports, Import a file, and “A new plan”. All of it is shown before anything is saved.",
)


def blank_template():
    """Return the workbook's bytes, with the council's own words for the statuses."""
    statuses = _statuses()
    return write([_plan(statuses), _advice(statuses)], title="Blank action plan").read()


def _statuses():
    kept = {one.status: one for one in StatusWording.objects.filter(plan=None)}
    found = [
        (kept[status].word, kept[status].colour.lstrip("#").upper())
        for status in RagStatus.values
        if status in kept
    ]
    return [*found, (MONITORING_WORD, MONITORING_COLOUR)]


def _plan(statuses):
    sheet = BookSheet("Action plan")
    sheet.put(1, 1, "Equality action plan", TITLE)
    sheet.put(2, 1, "Write the plan’s title and years above.", SMALL)
    sheet.put(4, 1, "Key", KEY_ROW_LOOK)
    for column, (word, colour) in enumerate(statuses, start=2):
        sheet.put(4, column, word, Look(fill=colour, colour=ink(colour)))
    head = Look(fill=HEADING_FILL, colour="FFFFFF", bold=True)
    for column, name in enumerate(COLUMNS, start=1):
        heading, width = DEFAULTS[name]
        sheet.put(FIRST - 1, column, heading, head)
        sheet.widths[column] = width
        grey = Look(fill="F0F0F0", colour="595959")
        sheet.put(FIRST, column, EXAMPLE_ROW[name], grey)
    for row in range(FIRST + 1, FIRST + 31):
        for column in range(1, len(COLUMNS) + 1):
            sheet.put(row, column, "", TEXT)
    return _dressed(sheet, statuses)


def _dressed(sheet, statuses):
    room = letter(COLUMNS.index("rag_status") + 1)
    area = f"{room}{FIRST}:{room}{FIRST + ROOM}"
    words = tuple(word for word, _colour in statuses)
    sheet.choices.append(Choice(area, words, "Status", PROMPT))
    for word, colour in statuses:
        formula = f'${room}{FIRST}="' + word.replace('"', '""') + '"'
        sheet.colourings.append(Colouring((area,), formula, colour, ink(colour)))
    sheet.frozen, sheet.titles = FIRST - 1, (FIRST - 1, FIRST - 1)
    sheet.filtered = f"A{FIRST - 1}:{letter(len(COLUMNS))}{FIRST + 30}"
    return sheet


def _advice(statuses):
    sheet = BookSheet("How to fill it in", widths={1: 24, 2: 90})
    sheet.put(1, 1, "How to fill it in", TITLE)
    for row, line in enumerate(ADVICE, start=3):
        sheet.put(row, 1, f"{row - 2}.", LINE)
        sheet.put(row, 2, line, Look(border=False))
    definitions = {
        one.word: one.definition for one in StatusWording.objects.filter(plan=None)
    }
    below = len(ADVICE) + 4
    sheet.put(below, 1, "What the statuses mean", Look(border=False, bold=True))
    for row, (word, colour) in enumerate(statuses, start=below + 1):
        sheet.put(row, 1, word, Look(fill=colour, colour=ink(colour)))
        sheet.put(
            row,
            2,
            definitions.get(word, "Watched more closely, beside its status."),
            TEXT,
        )
    return sheet
