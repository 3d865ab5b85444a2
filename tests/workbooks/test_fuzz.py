"""Damaged files of every format may be refused; they may not raise anything else or hang."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from equality_tracker.imports.reading import guess_columns, interpret
from tests.workbooks.campaign import read_all, seeds
from tests.workbooks.mutations import mutate

LONGEST = 5
SETTINGS = settings(
    max_examples=250,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> dict[str, bytes]:
    return seeds(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("kind", ["xlsx", "ods", "docx", "csv"])
@SETTINGS
@given(random=st.randoms(use_true_random=False), choice=st.integers(0, 99))
def test_file_gone_wrong_is_read_or_refused_in_time(
    sound, tmp_path, kind, random, choice
):
    names = sorted(name for name in sound if name.endswith(kind))
    path = tmp_path / "plan"
    path.write_bytes(mutate(random, sound[names[choice % len(names)]]))
    started = time.process_time()

    outcome = read_all(path)

    assert outcome in ("read", "refused")
    assert time.process_time() - started < LONGEST


@SETTINGS
@given(content=st.binary(max_size=400))
def test_any_bytes(tmp_path, content):
    path = tmp_path / "plan.csv"
    path.write_bytes(content)

    assert read_all(path) in ("read", "refused")


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

    columns = guess_columns(tables)
    understood = interpret(tables)

    actions = [
        action
        for priority in understood["priorities"]
        for action in priority["actions"]
    ]
    assert all(column["rows"] <= len(rows) for column in columns)
    assert len(actions) <= len(rows)
