"""A long fuzzing of the reader, by hand: `python -m tests.workbooks.campaign SECONDS SEED [FILE …]`.

It mutates built workbooks, and the files named, reads and interprets each, and lists what neither
was read nor refused. The suite's own share, `test_fuzz.py`, is the same with a few hundred cases.
"""

import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

from equality_tracker.imports.reading import guess_columns, interpret
from equality_tracker.workbooks import Refused, formats
from tests.workbooks.mutations import mutate

LONGEST = 20
SLOW = 3


def read_all(path) -> str:
    """Read a file as far as it goes: what became of it."""
    try:
        tables = formats.read(path)
    except Refused:
        return "refused"
    guess_columns(tables)
    interpret(tables)
    return "read"


def seeds(folder: Path) -> dict[str, bytes]:
    """Sound files of each format by their name."""
    from tests.workbooks import test_one_plan_four_formats as four
    from tests.workbooks.books import documents, open_sheets, plain

    builders = {
        "key.xlsx": plain.with_key,
        "messy.xlsx": plain.messy,
        "plan.xlsx": four.as_workbook,
        "plan.ods": four.as_open_sheet,
        "tail.ods": open_sheets.plan,
        "plan.docx": four.as_document,
        "small.docx": documents.plan,
        "plan.csv": four.as_text,
    }
    return {
        name: Path(build(folder / name)).read_bytes()
        for name, build in builders.items()
    }


def too_long(_signal, _frame):
    raise TimeoutError


def outcome_of(path) -> tuple[str, float]:
    """What became of a file, and how many seconds of work it took."""
    began = time.process_time()
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(LONGEST)
    try:
        outcome = read_all(path)
    except Exception as fault:
        last = traceback.extract_tb(fault.__traceback__)[-1]
        place = f"{os.path.basename(last.filename)}:{last.lineno}"
        outcome = f"{type(fault).__name__} {place} {fault}"[:120]
    signal.alarm(0)
    return outcome, time.process_time() - began


def run(seconds: float, seed: int, files: list[str]) -> Counter:
    """Mutate and read until the time is over; keeps each file that brought a new fault or took long."""
    random = Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="campaign"))
    sound = seeds(folder) | {Path(file).name: Path(file).read_bytes() for file in files}
    counts: Counter = Counter()
    path, slowest = folder / "case", 0.0
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        name = random.choice(list(sound))
        path.write_bytes(mutate(random, sound[name]))
        outcome, took = outcome_of(path)
        fault = outcome not in counts and outcome not in ("read", "refused")
        if fault or took > SLOW:
            print(name, outcome, f"{took:.1f} s", flush=True)
            shutil.copy(path, folder / f"kept{sum(counts.values())}-{name}")
        slowest = max(slowest, took)
        counts[outcome] += 1
    print(f"{sum(counts.values()):,} cases, slowest {slowest:.2f} s, kept in {folder}")
    return counts


if __name__ == "__main__":
    print(run(float(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
