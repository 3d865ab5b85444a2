"""Puts right by its rows and other columns what the headings of a table alone do not tell."""

from assessments.columns import PROGRAMME, REGISTER
from assessments.tables import days, headings, parts
from assessments.tables.stages import read_stage
from equality_tracker.workbooks.cells import Cell
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import normal

OF_WORDS = frozenset(["title", "directorate", "service", "lead", "sponsor", "meeting", "decision", "reason", "outcome", "stage", "kind"])  # fmt: skip
OF_DAYS = frozenset(
    [
        "begun",
        "screened",
        "submitted",
        "completed",
        "approved",
        "published",
        "review",
        "decided",
        "due",
    ]
)
LINKED = ("address", "link", "published")  # fmt: skip
ROWS_LOOKED_AT = 30
DATE_OF = {"screened_out": "screened", "approved": "completed", "published": "published", "full": "begun"}  # fmt: skip


def refine(table: Table, body: list[Row], sheet: Sheet) -> None:
    """Make a programme of what is none of a register, and find the dates of a list of screenings."""
    if table.kind == REGISTER.name:
        _as_programme(table, body)
        _days_under_words(table, body)
        _answers_under_dates(table, body)
        _verdicts_under_decision(table, body)
        _addresses(table, body)
        _levels_under_kind(table, body)
        _date_alone(table, parts.stage_of_all(sheet, table))


def _as_programme(table: Table, body: list[Row]) -> None:
    """A register whose titles are numbers alone, where its headings are a programme's: "EIAs to be completed" heads both."""
    titles = {row.text(table.column("title")) for row in body} - {""}
    if not titles or not all(title.isdecimal() for title in titles):
        return
    found = {n: name for n, (name, _fit) in PROGRAMME.assign(table.headings).items()}
    if any(needed <= set(found.values()) for needed in PROGRAMME.needs):
        table.kind, table.fields = PROGRAMME.name, dict(sorted(found.items()))


def _date_alone(table: Table, stage: str) -> None:
    """A column headed "Date" and no more holds the day of what the table is about: of screening, or of what its sheet says of all its rows."""
    column = table.column("due")
    if not column or normal(table.headings[column]) != "date":
        return
    name = DATE_OF.get(stage) or ("screened" if table.column("screening") else "")
    if name and not table.column(name):
        table.fields[column] = name


def _days_under_words(table: Table, body: list[Row]) -> None:
    """A column that would hold words, and holds days alone, is one of days: "Received by the team" may be when or by whom."""
    for column, name in list(table.fields.items()):
        if name in OF_WORDS and _are_days(body, column):
            del table.fields[column]
            _take(table, column, headings.of_register(f"{table.headings[column]} date"))


def _answers_under_dates(table: Table, body: list[Row]) -> None:
    """Of two columns of completion the one with days is the date, and the one that says yes and no is whether."""
    column = table.column("completed")
    if not column or table.column("done") or _holds_days(body, column):
        return
    for other, heading in table.headings.items():
        means = {name for _share, name in REGISTER.match(heading)[:1]}
        if other not in table.fields and means == {"completed"} and _holds_days(body, other):  # fmt: skip
            table.fields[column], table.fields[other] = "done", "completed"
            table.fields = dict(sorted(table.fields.items()))
            return


def _verdicts_under_decision(table: Table, body: list[Row]) -> None:
    """A column of decisions is what the screening found, where any of them is that no full assessment is needed."""
    column = table.column("decision")
    told = {read_stage(text) for text in _texts(body, column)} if column else set()
    if "screened_out" in told and not table.column("screening"):
        table.fields[column] = "screening"


def _addresses(table: Table, body: list[Row]) -> None:
    """A column that holds web addresses and nothing else is one of links, whatever its heading."""
    for column in table.headings:
        texts = _texts(body, column)
        if texts and all(map(days.address_in, texts)) and table.fields.get(column, "comment") not in LINKED:  # fmt: skip
            _take(table, column, [(1.0, "link")])


def _levels_under_kind(table: Table, body: list[Row]) -> None:
    """A column of kinds that holds "Full" and "Screening" says how deep each assessment goes, and not what is assessed."""
    column = table.column("kind")
    texts = _texts(body, column) if column else []
    if texts and all(read_stage(text) in ("screening", "full") for text in texts):
        table.fields[column] = "impact"


def _take(table: Table, column: int, found) -> None:
    for _share, name in found:
        if name in (*OF_DAYS, *LINKED) and not table.column(name):
            table.fields[column] = name
            table.fields = dict(sorted(table.fields.items()))


def _are_days(body: list[Row], column: int) -> bool:
    texts = _texts(body, column)
    return len(texts) > 1 and all(map(_is_day, texts))


def _holds_days(body: list[Row], column: int) -> bool:
    return any(map(_is_day, _texts(body, column)))


def _texts(body, column):
    texts = (row.text(column) for row in body[:ROWS_LOOKED_AT])
    return [text for text in texts if text and text not in days.STROKES]


def _is_day(text: str) -> bool:
    """Whether a cell holds a day and hardly a word more."""
    short = len(text) < 25 and any(map(str.isdigit, text))
    return short and days.read(Cell(0, text)).precision == "day"
