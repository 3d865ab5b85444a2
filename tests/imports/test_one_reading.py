"""The tables of a file are found once for its columns, what was remembered and its actions."""

import pytest

from equality_tracker.imports import reading
from equality_tracker.imports.reading import Reading, guess_columns, interpret
from equality_tracker.workbooks.formats import read
from tests.workbooks.books import plain


@pytest.fixture
def tables(tmp_path):
    return {"file": "plan.xlsx", **read(plain.with_key(tmp_path / "plan.xlsx"))}


@pytest.fixture
def searches(monkeypatch):
    """How often the tables of a file were looked for."""
    found = []

    def mark(tables, **options):
        found.append(tables["file"])
        return original(tables, **options)

    original = reading.mark
    monkeypatch.setattr(reading, "mark", mark)
    return found


def test_tables_are_looked_for_once_for_columns_and_actions(tables, searches):
    one = Reading(tables)

    columns, found = one.columns(), one.interpret()

    assert len(searches) == 1
    assert (columns, found) == (guess_columns(tables), interpret(tables))


def test_choices_made_after_guessing_count(tables):
    one = Reading(tables)
    (table,) = one.columns()
    choices = {table["id"]: {"key": {"123456": "withdrawn"}}}

    found = one.interpret(choices=choices)

    assert found == interpret(tables, choices=choices)
    assert found != interpret(tables)


def test_reading_can_be_interpreted_again_by_other_choices(tables):
    one = Reading(tables)
    first = one.interpret(choices={one.columns()[0]["id"]: {"kind": "other"}})

    again = one.interpret()

    assert first["priorities"] == []
    assert again == interpret(tables)
