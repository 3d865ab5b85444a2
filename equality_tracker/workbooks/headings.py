"""One row of headings, or two, to the table that it heads."""

from dataclasses import dataclass, field

from equality_tracker.workbooks.keys import Key
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import (
    TableKind,
    is_only_a_date,
    normal,
)

OTHER = "other"

LEAST_MATCHED = 0.5
READ_TOGETHER = 0.7
# Words below merged headings alone are headings too, though together they may fit a little less.
SURELY_SECOND = 1.0


@dataclass
class Table:
    """One header row and what stands below it, up to the next."""

    sheet: str
    sheet_number: int
    header_row: int
    kind: str
    headings: dict[int, str]
    fields: dict[int, str] = field(default_factory=dict)
    last_header_row: int = 0
    rows: list[Row] = field(default_factory=list)
    key: Key | None = None
    first_column: int = 1
    score: float = 0.0

    @property
    def id(self) -> str:
        """Where the table stands: the sheet and the row, and the column of one that is beside another."""
        place = f"{self.sheet_number}:{self.header_row}"
        return place if self.first_column == 1 else f"{place}:{self.first_column}"

    @property
    def signature(self) -> tuple[str, ...]:
        """What tables that are one table over several pages have in common."""
        return tuple(normal(heading) for heading in self.headings.values())

    def column(self, name: str) -> int:
        """The first column that holds a field, 0 where none does."""
        names = list(self.fields.values())
        return list(self.fields)[names.index(name)] if name in names else 0

    def columns(self, name: str) -> list[int]:
        return [column for column, found in self.fields.items() if found == name]


def recognise(
    sheet: Sheet, rows: list[Row], kinds: list[TableKind], context: str
) -> Table | None:
    """The table that a row heads, alone or with the row below, of the kind that fits most."""
    row = rows[0]
    headings = {cell.column: cell.text for cell in sorted(row.filled)}
    best, last = best_kind(headings, kinds, context), row.number
    if len(rows) > 1 and may_be_second_header(headings, rows[1]):
        lower = {cell.column: cell.text for cell in rows[1].filled}
        both = join_headings(headings, lower, spans(sheet, row))
        joined = best_of_two_rows(headings, lower, both, kinds, context)
        times = all(is_only_a_date(text) for text in lower.values())
        least = best[0] if best else 0
        if set(lower) <= under_bands(sheet, row):
            least -= SURELY_SECOND
        if joined and (joined[0] > least or (times and joined[0] >= least)):
            best, last, headings = joined, rows[1].number, both
    if len(rows) > 1 and are_bands(sheet, row, rows[1]):
        lower = {cell.column: cell.text for cell in rows[1].filled}
        both = join_headings(headings, lower, spans(sheet, row))
        joined = best_under_bands(lower, both, kinds, context)
        if joined and joined[0] > (best[0] if best else 0):
            best, last, headings = joined, rows[1].number, both
    if best is None:
        return None
    score, kind, fields = best
    named = {column: name for column, (name, _share) in sorted(fields.items())}
    return Table(
        sheet.name,
        sheet.number,
        row.number,
        kind.name,
        headings,
        named,
        last,
        first_column=sheet.first_column,
        score=score,
    )


def under_bands(sheet: Sheet, row: Row) -> set[int]:
    """The columns below those headings of a row that are merged over several."""
    merged = spans(sheet, row).items()
    return {n for first, last in merged if last > first for n in range(first, last + 1)}


def best_of_two_rows(upper: dict, lower: dict, both: dict, kinds, context: str):
    """The kind that fits two rows of headings best, read apart or each with the one above it."""
    repeated = len(set(lower.values())) < len(lower)
    ways = [both] if repeated else [{**upper, **lower}, both]
    plain = [kind for kind in kinds if not kind.grammar]
    found = [best_kind(headings, plain, context) for headings in ways]
    for kind in kinds:
        if kind.grammar:
            told = {
                column: words_under_band(kind, words, lower.get(column, words))
                for column, words in both.items()
            }
            found.append(best_kind(told, [kind], context))
    return max(filter(None, found), key=lambda one: one[0], default=None)


def are_bands(sheet: Sheet, row: Row, below: Row) -> bool:
    """Whether each heading of a row is merged over several columns, and the row below names every one of them."""
    merged, named = spans(sheet, row), {cell.column for cell in below.filled}
    if not all(cell.column in merged for cell in row.filled):
        return False
    covered = {n for first, last in merged.items() for n in range(first, last + 1)}
    return len(row.filled) > 1 and covered <= named


def best_under_bands(lower: dict, both: dict, kinds, context: str):
    """The kind that fits best where bands stand over headings: each column by its own heading, or by both where that says more."""
    context = f"{context}{normal(' '.join(both.values()))} "
    found = []
    for kind in kinds:
        named = {
            column: words_under_band(kind, both[column], text)
            for column, text in lower.items()
        }
        best = best_kind(named, [kind], context)
        if best:
            found.append(best)
    return max(found, key=lambda one: one[0], default=None)


def words_under_band(kind: TableKind, both: str, own: str) -> str:
    """What names a column under a band: "Date" below "Screening" means little alone, and a kind that reads words knows what both mean."""
    if kind.grammar and fit_of(kind, both) >= READ_TOGETHER:
        return both
    return max(both, own, key=lambda words: fit_of(kind, words))


def fit_of(kind: TableKind, heading: str) -> float:
    """How well a heading fits any field of a kind, 0 to 1."""
    return max((share for share, _name in kind.match(heading)), default=0.0)


def best_kind(headings: dict[int, str], kinds: list[TableKind], context: str):
    """The kind that the headings fit best, with its score and fields; None where none fits."""
    best = None
    told = [text for text in headings.values() if not is_only_a_date(text)]
    for kind in kinds:
        if not (is_in_context(kind, context) and kind.may_fit(headings.values())):
            continue
        fields = kind.assign(headings)
        score = fit(kind, fields, told)
        if score and (best is None or score > best[0]):
            best = score, kind, fields
    return best


def is_in_context(kind: TableKind, context: str) -> bool:
    """Whether the words that a kind must stand among are there."""
    return not kind.context or any(f" {word} " in context for word in kind.context)


def fit(kind: TableKind, fields: dict, told: list[str]) -> float:
    """How well a row's headings fit a kind; 0 where they are too few or the wrong ones. `told` are those that name more than a time."""
    names = {name for name, _share in fields.values()}
    known = sum(bool(kind.match(text)) for text in told)
    enough = len(names) >= kind.least and known >= len(told) * LEAST_MATCHED
    if not enough or not any(needed <= names for needed in kind.needs):
        return 0.0
    in_context = 1.0 if kind.context else 0.0
    return sum(share for _name, share in fields.values()) + in_context


def may_be_second_header(headings: dict[int, str], below: Row) -> bool:
    """Short words under headings that span several columns, and nothing under the first."""
    filled = below.filled
    if len(filled) < 2 or any(
        len(cell.text) > 40 or cell.kind == "n" for cell in filled
    ):
        return False
    first = min(headings)
    if any(cell.column < first for cell in filled):
        return False
    fresh = any(cell.column not in headings for cell in filled)
    return fresh and not below.text(first)


def spans(sheet: Sheet, row: Row) -> dict[int, int]:
    """The last column that each heading of a row is merged over."""
    return {
        cell.column: sheet.spans[row.number, cell.column]
        for cell in row.filled
        if (row.number, cell.column) in sheet.spans
    }


def join_headings(
    upper: dict[int, str], lower: dict[int, str], merged: dict[int, int]
) -> dict[int, str]:
    """Name each column by both rows: "Numbers completed: Target"."""
    joined, over, until = {}, "", None
    for column in sorted({*upper, *lower}):
        if column in upper:
            over, until = upper[column], merged.get(column)
        elif until and column > until:
            over = ""
        words = [words for words in (over, lower.get(column)) if words]
        joined[column] = ": ".join(words)
    return joined
