"""The process that opens a stranger's file: alone, with limits, knowing no database.

Run as `python -m equality_tracker.workbooks.child FILE`. It writes one JSON object to
standard output, `{"read": …}` or `{"refused": sentence}`, and `progress 0.5` lines to
standard error.
"""

import gc
import json
import resource
import sys

from equality_tracker.workbooks import limits
from equality_tracker.workbooks.refused import Refused

TOO_MUCH = (
    "The file takes more memory to read than a plan should. Save a copy with only the sheets "
    "that hold the plan and try again."
)
UNREADABLE = (
    "The file cannot be read as a workbook: part of it is not as a spreadsheet program "
    "writes it. Open it in Excel, save it again as .xlsx and try again."
)


def set_limits() -> None:
    """Memory, processor time, no files written, no core left behind."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.SECONDS, limits.SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(1000)
    # It makes many objects, keeps nearly all of them and soon ends: looking for cycles is time lost.
    gc.disable()


def report(share: float) -> None:
    print(f"progress {share:.3f}", file=sys.stderr, flush=True)


def answer(path: str) -> dict:
    """What was read, or the sentence for the person who sent it; never an exception."""
    try:
        from equality_tracker.workbooks import formats

        return {"read": formats.read(path, report)}
    except Refused as refused:
        return {"refused": str(refused)}
    except MemoryError:
        return {"refused": TOO_MUCH}
    except Exception as fault:
        print(f"fault {type(fault).__name__}", file=sys.stderr, flush=True)
        return {"refused": UNREADABLE}


def main() -> None:
    set_limits()
    found = answer(sys.argv[1])
    try:
        text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    except MemoryError:
        del found
        text = json.dumps({"refused": TOO_MUCH})
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
