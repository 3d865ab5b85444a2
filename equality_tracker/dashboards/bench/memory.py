"""How much memory the import of a file takes, measured in a process that does nothing else.

Run as `python -m equality_tracker.dashboards.bench.memory FILE DATABASE`; prints {"child": MB, "web": MB}, the most that the reading process and
the one that answers pages ever held.
"""

import json
import os
import resource
import subprocess
import sys
from importlib import import_module
from pathlib import Path

READER = [sys.executable, "-m", "equality_tracker.workbooks.child"]
KILOBYTES_IN_A_MEGABYTE = 1024


def measure(path, database):
    """Return the most that each process holds, in MB, while the file at `path` is imported into the scratch `database`."""
    command = [sys.executable, "-m", __name__, os.fspath(path), database]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def most_of_children():
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_maxrss / KILOBYTES_IN_A_MEGABYTE


def most_of_own():
    """The most that this process held: Linux counts what the one that began it held among its resources, but not here."""
    lines = Path("/proc/self/status").read_text().splitlines()
    found = next(line for line in lines if line.startswith("VmHWM"))
    return int(found.split()[1]) / KILOBYTES_IN_A_MEGABYTE


def read_alone(path):
    """Let the reading process read, begun by one that is small still."""
    subprocess.run(
        [*READER, path],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return most_of_children()


def answer_pages(path, database):
    """Send the file, look at its columns and at its preview, in a process that knows nothing yet."""
    import django

    django.setup()
    from django.db import connections

    connections["default"].settings_dict["NAME"] = database
    bench = "equality_tracker.dashboards.bench"
    importing, running = (
        import_module(f"{bench}.{name}") for name in ("importing", "running")
    )
    with running.as_in_production():
        run = importing.send(Path(path))
        importing.open_page(run, "columns")
        importing.decide(run, 0)
        importing.open_page(run, "preview")
    return most_of_own()


def main(path, database):
    found = {"child": read_alone(path)}
    found["web"] = answer_pages(path, database)
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
