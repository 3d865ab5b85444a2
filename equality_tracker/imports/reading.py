"""The reading side of an import: a file to what was understood, touching no database.

The stages, in order, each usable alone:

1. `read_tables` opens the file in a child process and gives back plain sheets.
2. `guess_columns` says which tables were found and what each heading seems to mean.
3. `interpret` turns the sheets, and what a person corrected, into priorities and actions.

Whoever needs 2 and 3 of the same sheets makes one `Reading` of them: finding the tables is
then done once. `read_workbook` is 1 and 3 in one step. What `read_tables` gives back is plain
JSON: keep it and pass it on, its inside is the business of `equality_tracker.workbooks`.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from assessments.tables import programme as programme_tables
from assessments.tables import register as register_tables
from equality_tracker.imports import guessing, remarks
from equality_tracker.imports.marking import Marked, choose, mark
from equality_tracker.workbooks import Refused, places
from equality_tracker.workbooks.collecting import uncollected
from equality_tracker.workbooks.runner import read_in_child
from indicators.tables import walking as indicator_tables
from plans.importing import editions, finishing, levels, parts, periods, problems, rows
from plans.importing.periods import Period

NO_WORDS = (
    "The file has no words in any sheet that is shown. Choose the file that holds the plan, or "
    "show its hidden sheets and rows, save it and try again."
)
NO_TABLE = (
    "No table was found in the file. Put headings such as “Action”, “Lead” and “Timescale” in "
    "one row above the actions, save it and try again."
)
FIRST_ROWS = 100
HIDDEN_SHEET = "Sheet “{name}” is hidden and was left out. Show it to bring it in."


def read_tables(
    path, *, name: str, progress: Callable[[float], None] | None = None
) -> dict:
    """Read every sheet of a file into plain JSON, in a child process with limits.

    `name` is the file's own name, used in messages. `progress` is called with the share
    done, 0.0 to 1.0. Raises `workbooks.Refused` with one sentence that names the remedy, and
    OSError where there is no such file.
    """
    with open(path, "rb"):
        read = read_in_child(path, progress)
    return checked(read, name)


def checked(read: dict, name: str) -> dict:
    """What the reading process gave back, under the file's own `name`; raises Refused where no sheet holds a table."""
    tables = {"file": name, **read}
    if not any(sheet["rows"] for sheet in tables["sheets"]):
        raise Refused(NO_WORDS)
    if not has_table(tables):
        raise Refused(NO_TABLE)
    return tables


def has_table(tables: dict) -> bool:
    """Whether any sheet holds a table; the first rows are looked at alone, as most begin there."""
    first_rows = [
        {**sheet, "rows": sheet["rows"][:FIRST_ROWS], "merges": []}
        for sheet in tables["sheets"]
    ]
    starts = {**tables, "sheets": first_rows}
    return bool(mark(starts).tables) or bool(mark(tables).tables)


class Reading:
    """The sheets of one file with their tables found: to guess at, then to interpret."""

    def __init__(self, tables: dict, *, words: dict | None = None) -> None:
        """`tables` is what `read_tables` gave back, `words` as in `interpret`."""
        self.tables, self.words = tables, words
        self._marked: Marked | None = None

    @uncollected()
    def columns(self) -> list[dict]:
        """What `guess_columns` gives back."""
        return places.name_headings(self.tables, guessing.guess(self._found()))

    @uncollected()
    def interpret(
        self,
        *,
        choices: dict | None = None,
        known_leads: Iterable[str] = (),
        known_directorates: Iterable[str] = (),
        plan_start: date | None = None,
        plan_end: date | None = None,
    ) -> dict:
        """What `interpret` gives back."""
        known_directorates = list(known_directorates)
        marked = self._found()
        # Walking takes lists out of the sheets: whoever asks again finds the tables anew.
        self._marked = None
        choose(marked, choices)
        found = walk(marked, known_directorates)
        editions.fold(found.priorities, found.lines, found.problems)
        title = periods.choose_title(found.lines)
        period = choose_period(title, found.lines, plan_start, plan_end)
        plan = self._plan(found, marked, period, known_leads, known_directorates)
        rest = others(marked, found, period)
        understood = {
            "file": self.tables.get("file", ""),
            "tables": rest.pop("tables"),
            "plan": describe_plan(title, period),
            **plan,
            **rest,
            "problems": once([*plan["problems"], *rest["problems"]]),
        }
        return places.name_places(self.tables, understood)

    def _plan(self, found, marked, period, known_leads, known_directorates) -> dict:
        """What the file says of a plan, and what it finds wrong with it."""
        priorities = [
            one for one in found.priorities if one["actions"] or one["outcomes"]
        ]
        parts.name_parts(marked.sheets, priorities)
        shortened = finish(found, priorities, period, known_leads, known_directorates)
        general = general_problems(self.tables, marked, priorities)
        general += remarks.remark(marked, priorities)
        return {
            "priorities": priorities,
            "lead_names": shortened,
            "problems": [*general, *found.problems],
        }

    def _found(self) -> Marked:
        if self._marked is None:
            self._marked = mark(self.tables, words=self.words)
        return self._marked


def guess_columns(tables: dict, *, words: dict | None = None) -> list[dict]:
    """Say what each table is and what each of its headings seems to mean.

    One entry for each set of headings: tables repeated over pages or sheets share it.
    Each is `{"id", "sheet", "header_row", "places": [{"id", "sheet", "header_row"}],
    "kind", "rows", "columns": [{"index", "letter", "heading", "field", "samples": []}],
    "key": [{"colour", "word", "status"}]}`; `field` is "" where nothing fits, `status` is
    one of the six keys, "priority_monitoring" or "". `id` is what `choices` goes by. Keys
    themselves are not listed; a colour that no key names has no word.
    """
    return Reading(tables, words=words).columns()


def interpret(tables: dict, *, words: dict | None = None, **said) -> dict:
    """Turn plain sheets into a plan's priorities and actions, as the contract in issue 2.

    `words` is `{"headings": {kind: {field: [words]}}, "statuses": {status: [words]}}`, the
    council's own beside the shipped ones. `said` may hold `choices`, which is
    `{table id: {"kind": …, "columns": {column index: field or ""}, "key": {colour: status}}}`:
    only what a person changed; a choice for one table holds for each table with the same
    headings that has none of its own. It may hold `known_leads` and `known_directorates`, the
    council's names, and `plan_start` and `plan_end`, which win over what the file says.
    """
    return Reading(tables, words=words).interpret(**said)


def walk(marked: Marked, known_directorates: list[str]) -> rows.Understood:
    """The rows of every sheet, from the first to the last."""
    walking = rows.Walk(marked.status_words, known_directorates)
    for sheet in marked.sheets:
        walking.sheet(sheet, marked.colours)
    return walking.found


def others(marked: Marked, found, period: Period) -> dict:
    """What a file's tables hold that is no plan's, with the problems of that; and what each table is."""
    indicators = indicator_tables.read(marked.sheets, found.under)
    programme = programme_tables.read(marked.sheets, period)
    register = register_tables.read(marked.sheets, period)
    counts = found.counts | register.counts | programme.counts
    read = indicators, programme, register
    return {
        "tables": guessing.summarise(marked, counts),
        "indicators": [entry.as_dict() for entry in indicators.entries],
        "assessments": register.rows,
        "programme": programme.rows,
        "problems": [problem for each in read for problem in each.problems],
    }


def finish(
    found, priorities, period, known_leads, known_directorates
) -> dict[str, str]:
    """Split leads and read dates in the light of the whole file; gives back its abbreviations."""
    known = [*known_leads, *known_directorates]
    shortened = finishing.read_leads(priorities, found.lines, known, found.problems)
    finishing.read_directorates(priorities, known_directorates)
    finishing.read_timescales(priorities, period, found.problems)
    finishing.report_references(priorities, found.problems)
    for priority in priorities:
        priority["deadline"] = levels.deadline_of(priority)
    return shortened


def once(found: list[dict]) -> list[dict]:
    """Each problem once: a deadline over ten actions is one thing to look at."""
    return list({tuple(problem.values()): problem for problem in found}.values())


def choose_period(
    title: str, lines: list[str], start: date | None, end: date | None
) -> Period:
    """The period that a person gave, else the file's."""
    read = periods.choose_period(title, lines)
    return Period(start or read.start, end or read.end)


def describe_plan(title: str, period: Period) -> dict:
    start, end = period.start, period.end
    return {
        "title": title,
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
    }


def general_problems(
    tables: dict, marked: Marked, priorities: list[dict]
) -> list[dict]:
    """What concerns the file as a whole: what was left out, colours that a text table lost."""
    found = list(tables.get("problems", []))
    for name in tables.get("hidden_sheets", []):
        message = HIDDEN_SHEET.format(name=name)
        found.append(problems.problem(name, "", problems.NOTE, message))
    stated = any(a["rag_status"] for one in priorities for a in one["actions"])
    keys = [(sheet.sheet.name, key) for sheet in marked.sheets for key in sheet.keys]
    if keys and not stated and not any(key.has_colours for _sheet, key in keys):
        sheet, key = keys[0]
        found.append(
            problems.problem(sheet, f"A{key.row}", problems.NOTE, problems.NO_COLOURS)
        )
    return found


def read_workbook(path, *, name: str = "", progress=None, **reading) -> dict:
    """Read a file and interpret it in one step; `reading` goes to `interpret`."""
    tables = read_tables(path, name=name or Path(path).name, progress=progress)
    return interpret(tables, **reading)
