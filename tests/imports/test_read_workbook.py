"""`manage.py read_workbook` says what a file holds and needs no database."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.workbooks.books import faults, plain

UNREACHABLE = "postgres://nobody@127.0.0.1:1/nothing"
TOP = {
    "file", "tables", "plan", "priorities", "indicators", "assessments", "programme", "problems",
}  # fmt: skip
ACTION = {
    "sheet", "row", "reference", "title", "outcome", "measures", "lead", "leads", "directorate",
    "timescale", "rag_status", "status_from", "priority_monitoring", "progress", "evidence", "aims",
}  # fmt: skip
TIMESCALE = {
    "text", "kind", "start", "due", "precision", "recurrence", "ongoing", "event", "milestones",
}  # fmt: skip


def run(*arguments):
    """Run the command as from a shell, with no database to be had."""
    return subprocess.run(
        [sys.executable, "manage.py", "read_workbook", *map(str, arguments)],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": UNREACHABLE, "DEBUG": "true"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_json_has_the_keys_that_are_promised(tmp_path):
    done = run(plain.plan(tmp_path / "plan.xlsx"), "--json")

    found = json.loads(done.stdout)
    action = found["priorities"][0]["actions"][0]
    assert done.returncode == 0
    assert set(found) >= TOP
    assert set(action) >= ACTION
    assert set(action["timescale"]) >= TIMESCALE
    assert found["file"] == "plan.xlsx"
    assert found["tables"][0]["columns"]["title"] == "Action"


def test_summary_names_the_plan_and_counts_its_actions(tmp_path):
    done = run(plain.repeated_headers(tmp_path / "plan.xlsx"))

    assert done.returncode == 0
    assert "4 actions in 2 priorities" in done.stdout
    assert "Northmere" in done.stdout


@pytest.mark.parametrize(
    "build", [faults.password_protected, faults.truncated, faults.empty]
)
def test_file_that_cannot_be_read_is_one_sentence_and_a_failure(tmp_path, build):
    done = run(build(tmp_path / "plan.xlsx"), "--json")

    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_file_that_is_not_there_is_one_sentence(tmp_path):
    done = run(tmp_path / "nothing.xlsx")

    assert done.returncode == 1
    assert "cannot be opened" in done.stderr
