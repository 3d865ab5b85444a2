"""What a person corrected about how a file was read: put on what was understood, and taken off again. Touches no database.

Corrections are plain JSON. `rows` holds those of one row by its place in the file, `words` those of every row that says the same about
time, `leads` those of every row that names the same leads:

    {"rows": {"Plan!4": {"status": "slipped", "reading": {…}}}, "words": {"spring 2027": {"reading": {…}}},
     "leads": {"equalities and libraries": {"names": ["Equalities and Libraries"]}}}

Each says `by` whom and `on` which day it was made. A status is one of the six keys, or "" for none.
"""

from . import readings
from .words import bare, squeeze

STATUS, READING, LEADS = "status", "reading", "leads"
DATES = (
    "start",
    "due",
    "precision",
    "recurrence",
    "recurrence_until",
    "ongoing",
    "event",
)
# The action's own name of each part of a reading that has another.
NAMES = {"precision": "due_precision"}
WORDS = {STATUS: "the status", READING: "the dates"}
CELLS = {STATUS: "rag_status", READING: "timescale", LEADS: "lead"}


def key_of(action: dict) -> str:
    """Where a row stands in the file."""
    return f"{action['sheet']}!{action['row']}"


def words_of(action: dict) -> str:
    """What a row says about time, as corrections go by it."""
    return bare(readings.timescale(action).get("text") or "")


def reading_of(action: dict) -> dict:
    """How a row's timescale is read now, as plain JSON by the names in DATES."""
    read = readings.dates(action)
    values = {name: read[NAMES.get(name, name)] for name in DATES}
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in values.items()
    }


def put_on(understood: dict, corrections: dict) -> None:
    """Put `corrections` on what was understood of a file, in place of any that were put on it before."""
    actions = [one for each in understood["priorities"] for one in each["actions"]]
    for action in actions:
        _take_off(action)
    problems = understood["problems"] + understood.pop("answered", [])
    answered = {}
    for action in actions:
        for what in _put_on(action, corrections):
            answered.setdefault(_place(action, what), set()).add(what)
    understood["problems"] = [one for one in problems if not _is_in(one, answered)]
    understood["answered"] = [one for one in problems if _is_in(one, answered)]


def _take_off(action):
    action.update(action.pop("as_read", {}))
    action.pop("corrected", None)


def _put_on(action, corrections):
    """Put what concerns one row on it; return which of its readings that were."""
    own = corrections.get("rows", {}).get(key_of(action), {})
    shared = corrections.get("words", {}).get(words_of(action), {})
    leads = corrections.get("leads", {}).get(bare(action["lead"]))
    corrected, before = {}, {}
    if STATUS in own:
        before["rag_status"] = action["rag_status"]
        action["rag_status"] = own[STATUS] or None
        corrected[STATUS] = own
    by = own if READING in own else shared
    if READING in by:
        before["timescale"] = action["timescale"]
        action["timescale"] = _corrected(action["timescale"], by[READING])
        corrected[READING] = by
    if leads and action["lead"]:
        before["leads"] = action["leads"]
        action["leads"] = list(leads["names"])
        corrected[LEADS] = leads
    if corrected:
        action["as_read"] = before
        action["corrected"] = {
            what: {"by": one.get("by", ""), "on": one.get("on", "")}
            for what, one in corrected.items()
        }
    return corrected


def _corrected(timescale, reading):
    nothing_else = {"recurrence_first": None, "until": None, "milestones": []}
    return timescale | reading | nothing_else


def _place(action, what):
    """The cell that a reading comes from; a status may stand in the cell of progress."""
    cells = action["cells"]
    cell = cells.get(CELLS[what]) or (what == STATUS and cells.get("progress"))
    return action["sheet"], cell


def _is_in(problem, answered):
    """Whether a correction has answered a problem: never an error, and of a cell that holds progress too only what doubts the status."""
    whats = answered.get((problem["sheet"], problem["cell"]), ())
    words = problem["message"].lower()
    doubts_status = "status" in words or "colour" in words
    return problem["severity"] != "error" and any(
        what != STATUS or doubts_status for what in whats
    )


def mark_rows(difference, statuses: dict, names) -> None:
    """Let the rows of a Difference write what a person corrected even where the file's words have not changed.

    `statuses` are those chosen on the preview itself for rows that say none which was understood.
    """
    for row in difference.rows:
        if row.key in statuses:
            row.said = row.said | {
                "corrected": row.said.get("corrected", {}) | {STATUS: {}}
            }
        corrected = row.said.get("corrected", {})
        if READING in corrected and not row.left_out:
            _mark_reading(row)
        if LEADS in corrected and row.action and not row.left_out:
            here = difference.current.leads.get(row.action.pk, ())
            _mark_leads(row, [one.lead_id for one in here], names)


def _mark_reading(row):
    """The dates are the person's; where the date first promised was the misread one, it is put right with it."""
    action, read = row.action, readings.dates(row.said)
    row.milestones = None
    if action is None:
        row.values |= read | {"reading_corrected": True}
        return
    differ = {n: value for n, value in read.items() if getattr(action, n) != value}
    if "due" in differ and action.original_due == action.due:
        differ["original_due"] = read["due"]
    for name in (*read, "reading_corrected"):
        row.values.pop(name, None)
    row.values |= differ
    if differ or not action.reading_corrected:
        row.values["reading_corrected"] = True


def _mark_leads(row, here, names):
    found = [names.lead(written) for written in row.said["leads"]]
    ids = list(dict.fromkeys(one.pk for one in found if one))
    if ids:
        row.leads = ids if ids != here else None


def splits(actions) -> dict[str, dict]:
    """Return the cells that were read as several leads, and those that a person decided on, by their words.

    Each is `{"written", "leads", "as_read", "by", "key", "rows"}`: the cell's words, its leads now and as read, who decided, the first row
    that says so and how many rows do.
    """
    found = {}
    for action in actions:
        as_read = action.get("as_read", {}).get("leads", action["leads"])
        by = action.get("corrected", {}).get(LEADS)
        if len(as_read) < 2 and not by:
            continue
        one = found.setdefault(
            bare(action["lead"]),
            {
                "written": squeeze(action["lead"]),
                "leads": action["leads"],
                "as_read": as_read,
                "by": by,
                "key": key_of(action),
                "rows": 0,
            },
        )
        one["rows"] += 1
    return found


def in_words(corrections: dict) -> list[tuple[str, str]]:
    """Return each correction as (what was put right, by whom)."""
    found = []
    for key, one in corrections.get("rows", {}).items():
        sheet, _mark, row = key.rpartition("!")
        whats = [word for what, word in WORDS.items() if what in one]
        found.append((f"{sheet}, row {row}: {' and '.join(whats)}", one["by"]))
    for words, one in corrections.get("words", {}).items():
        found.append((f"Each row that says “{words}”: {WORDS[READING]}", one["by"]))
    for words, one in corrections.get("leads", {}).items():
        names = "; ".join(one["names"]) or "nobody"
        found.append((f"“{words}” is read as: {names}", one["by"]))
    return found
