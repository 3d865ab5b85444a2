"""Reads a register in this process and says where the reading differs from what it says."""

import json

from assessments.tables.standing import standing
from equality_tracker.imports.reading import interpret
from equality_tracker.workbooks import formats
from tests.assessments.importing.registers.laying import COMPARED, Expected


def read(made, folder) -> dict:
    """The reading of a workbook, or of the bytes of a text table, without the child process that the product uses."""
    path = folder / ("register.csv" if isinstance(made, bytes) else "register.xlsx")
    path.write_bytes(made) if isinstance(made, bytes) else made.save(path)
    tables = json.loads(json.dumps(formats.read(path)))
    return interpret({"file": path.name, **tables})


def flat(row: dict, as_at) -> dict:
    """A row as the expectations write it."""
    days = {name: one["date"] for name, one in row["days"].items()}
    days = dict.fromkeys(("due", "begun", "approved", "published", "review", "decided")) | days  # fmt: skip
    found = {**row, **days}
    found["stage"] = standing(row, as_at).stage
    return {name: found[name] for name in COMPARED}


def differences(found: dict, expected: Expected) -> list[str]:
    """Everything that differs, one line each; [] where the reading is right."""
    rows = [flat(one, expected.as_at) for one in found["assessments"]]
    if len(rows) != len(expected.rows):
        kinds = [(one["kind"], one["header_row"], one["columns"]) for one in found["tables"]]  # fmt: skip
        return [f"{len(rows)} rows, not {len(expected.rows)}: {kinds}"]
    lines = [
        f"{wanted['title']}: {name} {row[name]!r}, not {wanted[name]!r}"
        for row, wanted in zip(rows, expected.rows, strict=True)
        for name in COMPARED
        if row[name] != wanted[name]
    ]
    said = [f"{one['sheet']} {one['cell']} {one['severity']} {one['message']}" for one in found["problems"]]  # fmt: skip
    grave = [one for one in said if " warning " in one or " error " in one]
    lines += [f"says {one!r}" for one in grave if not expected.notes]
    asked = [standing(one, expected.as_at).asks for one in found["assessments"]]
    told = " ".join([*said, *asked]).casefold()
    lines += [f"nothing says {words!r}" for words in expected.notes if words.casefold() not in told]  # fmt: skip
    return lines
