"""A file that went out from here and comes back: its exports found, its words known, and what its rows said when they left."""

import tempfile

from equality_tracker.imports.models import VocabularyWord
from equality_tracker.imports.reading import Reading
from equality_tracker.workbooks import marks, xlsx
from equality_tracker.workbooks.vocabulary import normal
from indicators.importing.left import shortened
from plans.exporting.words import status_words_of
from plans.importing.sides import Sides
from plans.models import PlanExport

# What a row says, as it is compared.
KEPT = (
    "reference",
    "title",
    "outcome",
    "measures",
    "steps",
    "lead",
    "leads",
    "directorate",
    "timescale",
    "rag_status",
    "priority_monitoring",
    "progress",
    "evidence",
)
PRIORITY = ("number", "title", "outcomes", "deadline", "directorate")


def exports_in(tables):
    """Return the exports whose marks plain tables carry, the workbook's own first, without their files."""
    tokens = marks.tokens_in(tables)
    found = PlanExport.objects.filter(token__in=tokens).select_related("plan")
    found = {one.token: one for one in found.defer("workbook", "rows")}
    return [found[token] for token in tokens if token in found]


def exports_of(run):
    """Return the exports of the run's own plan that its file comes from: another plan's marks count for nothing."""
    if run.plan_id is None:
        return []
    return [one for one in exports_in(run.tables) if one.plan_id == run.plan_id]


def words_for(run):
    """Return the council's own words for headings and statuses, with those that the run's plan uses."""
    words = VocabularyWord.objects.as_words()
    if run.plan_id:
        for status, said in status_words_of(run.plan).items():
            words["statuses"].setdefault(status, []).append(said)
    return words


def plan_of(tables):
    """Return the plan that plain tables went out from, None where they carry no mark of one that is open."""
    plans = [one.plan for one in exports_in(tables) if one.plan]
    return next((plan for plan in plans if not plan.is_closed), None)


def choices_for(exports, guesses, said=None):
    """Return what each guessed table's headings held when they left, as choices; what is `said` of a heading comes first."""
    held = {}
    for export in exports:
        for sheet in export.columns.get("sheets", ()):
            held |= {normal(one): name for one, name in sheet["columns"].items()}
    held |= {normal(marks.KEY_HEADING): marks.KEY_FIELD} | (said or {})
    return {
        table["id"]: {"kind": "actions", "columns": columns, "key": {}}
        for table in guesses
        if (columns := _columns(table, held))
        and "title" in columns.values()
        and not _is_of_indicators(table, columns)
    }


def _is_of_indicators(table, columns):
    """Whether a table is one of indicators that stands beside the actions: its rows carry no keys."""
    return table["kind"] == "indicators" and marks.KEY_FIELD not in columns.values()


def _columns(table, held):
    return {
        str(one["index"]): held[normal(one["heading"])]
        for one in table["columns"]
        if normal(one["heading"]) in held
    }


def readings_of(exports, understood, words, known):
    """Return ({token: {row's number: [what it said when it left, under which heading]}}, the indicators as they left).

    The exports are read as the file itself was `understood`: by the same `words`, names and period (`known`), and by what a person
    said of its columns, so that both sides are taken alike.
    """
    said = {}
    for table in understood["tables"]:
        if table["kind"] == "actions":
            said |= {normal(h): name for name, h in table["columns"].items()}
    read = {one.token: _read(one, said, words, known) for one in exports}
    left = [entry for one in read.values() for entry in one["indicators"]]
    return {token: _rows_of(one) for token, one in read.items()}, shortened(left)


def _read(export, said, words, known):
    kept = PlanExport.objects.values_list("workbook", flat=True)
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(kept.get(pk=export.pk))
        file.flush()
        tables = {"file": export.name, **xlsx.read(file.name, lambda share: None)}
    reading = Reading(tables, words=words)
    choices = choices_for([export], reading.columns(), said)
    return reading.interpret(choices=choices, **known)


def _rows_of(understood):
    rows = {}
    for priority in understood["priorities"]:
        heading = {name: priority.get(name) for name in PRIORITY}
        for action in priority["actions"]:
            key = marks.read_key(action.get("row_key"))
            if key:
                said = {name: action.get(name) for name in KEPT}
                rows[str(key[1])] = [said, heading]
    return rows


def sides_of(run):
    """Return the Sides of the run's file: each row as it left, beside what `stages.understand` read of it."""
    exported = run.understood.get("exported") or {}
    kept = PlanExport.objects.filter(token__in=exported, plan=run.plan_id)
    stood = dict(kept.values_list("token", "rows")) if exported else {}
    return Sides.of((token, exported[token], rows) for token, rows in stood.items())
