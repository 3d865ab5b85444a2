"""What the preview shows: the counts, the problems grouped, and a page of the plan as it will look."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from string import ascii_uppercase
from urllib.parse import urlencode

from django.core.paginator import Paginator

from equality_tracker.imports.kept import to_do_in_words
from equality_tracker.imports.sides import came_back
from equality_tracker.organisation.models import Directorate, Lead, User
from plans.dates_in_words import reading
from plans.importing.outcome import CHANGED, LEFT_OUT, NEW, UNCHANGED
from plans.models import Action
from plans.models.action import WORDS
from plans.models.action_verbs import READING

A_PAGE = 50
MOST_CELLS = 12
SHOWN = (
    ("", "All"),
    (NEW, "New"),
    (CHANGED, "Changed"),
    (UNCHANGED, "Unchanged"),
    (LEFT_OUT, "Left out"),
)
SEVERITIES = ("error", "warning", "note")
SEVERITY_WORDS = {
    "error": "Must be put right",
    "warning": "Look at",
    "note": "For your information",
}


@dataclass(frozen=True)
class Spot:
    """One cell that a problem names, with the row that can be corrected for it: "" where none can."""

    name: str
    row: str = ""


@dataclass
class Problem:
    """One thing to look at, with every cell where it stands."""

    severity: str
    message: str
    cells: dict = field(default_factory=lambda: defaultdict(list))

    @property
    def word(self):
        return SEVERITY_WORDS[self.severity]

    @property
    def places(self):
        """The sheets with their cells; a long list is cut and says by how much."""
        for sheet, cells in self.cells.items():
            yield sheet, cells[:MOST_CELLS], max(len(cells) - MOST_CELLS, 0)


@dataclass
class Shown:
    """One row of the plan as it will look: for each column what stood there and what will."""

    row: object
    cells: dict
    report: object
    action: object
    leads: list

    @property
    def anchor(self):
        return anchor_of(self.row.key)

    @property
    def read_as(self):
        """The names that the cell of leads was read as, where they are several or a person decided on them."""
        names = self.row.said.get("leads") or ()
        return names if len(names) > 1 or "leads" in self.corrected else ()

    @property
    def corrected(self):
        """Who corrected what of the row: {"reading": name, …}."""
        said = self.row.said.get("corrected", {})
        return {what: one.get("by") or "hand" for what, one in said.items()}


def anchor_of(key):
    """The name by which a link finds the row at `key` on its page."""
    return f"row-{hashlib.sha256(key.encode()).hexdigest()[:10]}"


def context_of(query, run, decisions):
    """Return all that the preview's template takes; `query` may ask for a page, and for one kind of outcome."""
    show, difference = query.get("show", ""), decisions.difference
    rows = [r for r in difference.rows if not show or r.outcome == show]
    page = Paginator(rows, A_PAGE).get_page(query.get("page"))
    counts = difference.counts
    return {
        "run": run,
        "counts": counts,
        "doing": to_do_in_words(decisions.found.counts),
        "difference": difference,
        "decisions": decisions,
        "back": came_back(difference),
        "people": User.objects.active() if decisions.leads else (),
        "problems": grouped(
            decisions.found.problems,
            {row.key for row in difference.rows},
        ),
        "wrong": difference.wrong,
        "page": page,
        "groups": by_priority(page.object_list),
        "show": show,
        "kept": _kept(show, page.number),
        "filters": [
            (value, label, len(difference.rows) if not value else counts[value])
            for value, label in SHOWN
            if not value or counts[value]
        ],
    }


def _kept(show, page):
    """What a link from one row carries along, so that its reader comes back to the same page."""
    asked = {"show": show} if show else {}
    asked |= {"page": page} if page > 1 else {}
    return f"&{urlencode(asked)}" if asked else ""


def grouped(problems, rows=frozenset()):
    """Return equal problems as one, the gravest first, in the order of the file. `rows` are the keys of those that can be corrected."""
    found = {}
    for one in problems:
        key = one["severity"], one["message"]
        problem = found.setdefault(key, Problem(*key))
        sheet = "" if one.get("place") else one["sheet"]
        problem.cells[sheet].append(_spot(one, rows))
    return sorted(found.values(), key=lambda one: SEVERITIES.index(one.severity))


def _spot(problem, rows):
    row = f"{problem['sheet']}!{problem['cell'].lstrip(ascii_uppercase)}"
    corrected = problem["severity"] != "error" and row in rows
    return Spot(problem.get("place") or problem["cell"], row if corrected else "")


def wrong_in_words(rows):
    """Say which rows cannot be imported as they are."""
    places = ", ".join(
        one.said.get("place") or f"{one.said['sheet']} row {one.said['row']}"
        for one in rows[:5]
    )
    more = f" and {len(rows) - 5} more" if len(rows) > 5 else ""
    what = "One row has" if len(rows) == 1 else f"{len(rows)} rows have"
    return (
        f"{what} an error ({places}{more}), so nothing has been imported. Put it right in the file and upload it again, "
        "or tick here to import the rest."
    )


def by_priority(rows):
    """Return [(priority, [Shown, …])] in the order of the file."""
    names = _names(rows)
    groups = []
    for row in rows:
        if not groups or groups[-1][0] is not row.priority:
            groups.append((row.priority, []))
        groups[-1][1].append(shown(row, *names))
    return groups


def _names(rows):
    leads = {pk for row in rows for pk in row.leads or ()}
    answering = {row.values.get("directorate_id") for row in rows}
    return Lead.objects.in_bulk(leads), Directorate.objects.in_bulk(answering - {None})


def shown(row, leads, directorates):
    """Return one row with each field as (what stands there, what will); nothing stands where they are the same."""
    cells = {name: _pair(row, name) for name in WORDS}
    cells["reading"] = _readings(row)
    cells["directorate"] = _directorate(row, directorates)
    report = row.report if row.report and row.report.taken else None
    known = [leads[pk] for pk in row.leads or () if pk in leads]
    return Shown(row, cells, report, row.action or Action(), known)


def _pair(row, name):
    before = getattr(row.action, name) if row.action else ""
    return (before, row.values[name]) if name in row.values else ("", before)


def _readings(row):
    """How the timescale is understood, before and after."""
    now = {name: getattr(row.action, name) for name in READING} if row.action else {}
    said = {name: row.values[name] for name in READING if name in row.values}
    after = reading(Action(**(now | said)))
    before = reading(row.action) if row.action and said else ""
    return (before, after) if before != after else ("", after)


def _directorate(row, directorates):
    before = row.action.directorate if row.action else ""
    if "directorate_id" not in row.values:
        return ("", before or "")
    return (before or "", directorates.get(row.values["directorate_id"]) or "")
