"""Damaged workbooks may be refused; they may not raise anything else or hang."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from equality_tracker.imports.reading import guess_columns, interpret
from equality_tracker.workbooks import Refused, formats
from tests.workbooks.books import plain

SETTINGS = settings(
    max_examples=60,
    deadline=5000,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
MARKS = st.sampled_from(
    [b"<", b">", b"&", b'"', b"999999999999", b"\xff", b"", b"A1", b"-1", b"\0"]
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> bytes:
    return plain.with_key(tmp_path_factory.mktemp("fuzz") / "plan.xlsx").read_bytes()


def read_all(path) -> None:
    """Read a file as far as it goes; only a refusal may stop it."""
    try:
        tables = formats.read(path)
    except Refused:
        return
    guess_columns(tables)
    interpret(tables)


@SETTINGS
@given(data=st.data())
def test_changed_bytes_of_the_file(sound, tmp_path, data):
    path = tmp_path / "plan.xlsx"
    changed = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(changed) - 1))
        changed[place] = data.draw(st.integers(0, 255))
    path.write_bytes(changed[: data.draw(st.integers(1, len(changed)))])

    read_all_or_say_it_is_damaged(path)


def read_all_or_say_it_is_damaged(path) -> None:
    """As the reading process does: what is no refusal is caught there and said."""
    from equality_tracker.workbooks.child import answer

    found = answer(str(path))
    if "read" in found:
        guess_columns(found["read"])
        interpret(found["read"])


@SETTINGS
@given(data=st.data())
def test_changed_words_of_a_part(sound, tmp_path, data):
    path = tmp_path / "plan.xlsx"
    with zipfile.ZipFile(io.BytesIO(sound)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    place = data.draw(st.integers(0, len(parts[name])))
    length = data.draw(st.integers(0, 12))
    part = parts[name]
    parts[name] = part[:place] + data.draw(MARKS) + part[place + length :]
    with zipfile.ZipFile(path, "w") as package:
        for one, content in parts.items():
            package.writestr(one, content)

    read_all(path)


@SETTINGS
@given(content=st.binary(max_size=400))
def test_any_bytes(tmp_path, content):
    path = tmp_path / "plan.csv"
    path.write_bytes(content)

    read_all(path)


@SETTINGS
@given(rows=st.lists(st.lists(st.text(max_size=40), max_size=8), max_size=20))
def test_any_words_in_any_cells(rows):
    sheet = {
        "name": "Plan",
        "rows": [
            [number, [[column, text] for column, text in enumerate(row, 1) if text]]
            for number, row in enumerate(rows, 1)
        ],
        "merges": [],
    }
    tables = {
        "file": "plan.xlsx",
        "sheets": [sheet],
        "hidden_sheets": [],
        "problems": [],
    }

    guess_columns(tables)
    interpret(tables)
