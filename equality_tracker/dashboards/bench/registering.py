"""How long a register of assessments without references takes to come in, and a second one in other words to be known again."""

from importlib import import_module

from django.utils import timezone
from openpyxl import Workbook

from . import importing
from .words import PROGRESS, one, title

HEADINGS = ["Policy or proposal", "Stage", "Due date", "Comments"]
STAGES = ["Draft", "Planned", "Approved", "Screened out"]
ANSWERING = "3"
AGAIN = "register again, half of it reworded: "


def measure_register(imported, folder, rows):
    """Keep in `imported` the stages of a register of `rows`, and those of the same again where every second title is written otherwise."""
    _write(folder / "register.xlsx", [_title(number) for number in range(rows)])
    run = _look(imported, "register: ", folder / "register.xlsx")
    with importing.timed(imported, "register: apply"):
        applying = import_module(importing.APPLYING)
        applying.apply_run(run, by=importing.admin(), on=timezone.localdate())
    _write(folder / "again.xlsx", [_reworded(number) for number in range(rows)])
    _look(imported, AGAIN, folder / "again.xlsx")


def _look(imported, stage, path):
    """Time the file's reading and its preview; return the run, as the next page finds it."""
    with importing.timed(imported, f"{stage}read"):
        run = importing.send(path)
    if run.error:
        raise importing.CannotMeasure(f"the register was refused: {run.error}")
    runs = type(run).objects
    runs.filter(pk=run.pk).update(decisions={"directorate": ANSWERING}, state="previewed")  # fmt: skip
    run = runs.defer("tables", "understood").get(pk=run.pk)
    with importing.timed(imported, f"{stage}preview"):
        importing.open_page(run, "preview")
    return run


def _write(path, titles):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("EIA register")
    sheet.append(HEADINGS)
    for number, words in enumerate(titles):
        sheet.append([words, one(STAGES, number), "31/03/2027", one(PROGRESS, number)])
    book.save(path)


def _title(number):
    return f"{title(number)}, stage {number // 50 + 1}"


def _reworded(number):
    """The same title, or every second time one with a slip, another order of its words, or more of them."""
    words = _title(number)
    if number % 2 == 0:
        return words
    ways = (
        words[: number % 20 + 4] + words[number % 20 + 5 :],
        ", ".join(reversed(words.split(", "))),
        f"Equality analysis: {words}",
    )
    return one(ways, number // 2)
