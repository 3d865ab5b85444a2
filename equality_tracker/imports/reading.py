"""The reading side of an import: a file to what was understood, touching no database.

The stages, in order, each usable alone:

1. `read_tables` opens the file in a child process and gives back plain sheets.
2. `guess_columns` says which tables were found and what each heading seems to mean.
3. `interpret` turns the sheets, and what a person corrected, into priorities and actions.

`read_workbook` is 1 and 3 in one step. What `read_tables` gives back is plain JSON: keep it
and pass it on, its inside is the business of `equality_tracker.workbooks`.
"""

from collections.abc import Callable, Iterable
from datetime import date


def read_tables(
    path, *, name: str, progress: Callable[[float], None] | None = None
) -> dict:
    """Read every sheet of a file into plain JSON, in a child process with limits.

    `name` is the file's own name, used in messages. `progress` is called with the share
    done, 0.0 to 1.0. Raises `workbooks.Refused` with one sentence that names the remedy.
    """
    raise NotImplementedError


def guess_columns(tables: dict, *, words: dict | None = None) -> list[dict]:
    """Say what each table is and what each of its headings seems to mean.

    One entry for each set of headings: tables repeated over pages or sheets share it.
    Each is `{"id", "sheet", "header_row", "places": [{"id", "sheet", "header_row"}],
    "kind", "rows", "columns": [{"index", "letter", "heading", "field", "samples": []}],
    "key": [{"colour", "word", "status"}]}`; `field` is "" where nothing fits, `status` is
    one of the six keys, "priority_monitoring" or "". `id` is what `choices` goes by.
    """
    raise NotImplementedError


def interpret(
    tables: dict,
    *,
    choices: dict | None = None,
    words: dict | None = None,
    known_leads: Iterable[str] = (),
    known_directorates: Iterable[str] = (),
    plan_start: date | None = None,
    plan_end: date | None = None,
) -> dict:
    """Turn plain sheets into a plan's priorities and actions, as the contract in issue 2.

    `choices` is `{table id: {"kind": …, "columns": {column index: field or ""},
    "key": {colour: status}}}`: only what a person changed; a choice for one table holds for
    each table with the same headings that has none of its own. `words` is
    `{"headings": {kind: {field: [words]}}, "statuses": {status: [words]}}`, the council's own
    beside the shipped ones. `plan_start` and `plan_end` win over what the file says.
    """
    raise NotImplementedError


def read_workbook(path, *, name: str = "", progress=None, **reading) -> dict:
    """Read a file and interpret it in one step; `reading` goes to `interpret`."""
    raise NotImplementedError
