"""How an imported file looks, kept for its plan."""

from equality_tracker.imports.marking import choose, mark
from equality_tracker.imports.returning import words_for
from plans.exporting.learning import learn
from plans.exporting.others import keep_other_columns

# Headings, key and banners show within the first rows of a sheet, or its last.
FIRST_ROWS, LAST_ROWS = 400, 40


def learn_layout(run, difference):
    """Keep how the file of `run`, just applied, looks; return what was changed.

    A file that went out from here teaches nothing of its looks, but what was written into columns of no field is kept.
    """
    if difference.sides:
        return keep_other_columns(run.plan, difference.rows, _headings(run))
    words = words_for(run)
    marked = mark(_shortened(run.tables), words=words)
    choose(marked, run.choices)
    return learn(run.plan, run.tables, marked, difference.rows, name=run.name)


def _headings(run):
    """Every heading of the file's action tables."""
    found = set()
    for table in run.understood["tables"]:
        found |= {*table["columns"].values(), *table["unused_headings"]}
    return found


def _shortened(tables):
    sheets = [{**one, "rows": _ends(one["rows"])} for one in tables["sheets"]]
    return {**tables, "sheets": sheets}


def _ends(rows):
    if len(rows) <= FIRST_ROWS + LAST_ROWS:
        return rows
    return [*rows[:FIRST_ROWS], *rows[-LAST_ROWS:]]
