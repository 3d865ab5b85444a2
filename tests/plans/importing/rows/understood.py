"""What is understood of a workbook's rows."""

from equality_tracker.imports.reading import interpret
from equality_tracker.workbooks.formats import read
from tests.workbooks.books import plain


def understood(path, **options) -> dict:
    return interpret({"file": "plan.xlsx", **read(path)}, **options)


def actions(found: dict) -> list[dict]:
    return [action for one in found["priorities"] for action in one["actions"]]


def book(path, rows: list[list]):
    plain.workbook(rows).save(path)
    return path
