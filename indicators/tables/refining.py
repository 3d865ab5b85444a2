"""What a column of an indicator table holds, where its heading alone does not tell."""

from equality_tracker.workbooks.finding import OTHER, Table
from equality_tracker.workbooks.sheets import Row
from equality_tracker.workbooks.vocabulary import normal
from indicators.tables import across
from indicators.words import characteristics, values
from indicators.words.readings import VALUE

KIND = "indicators"
ROWS = 100
COUNTS = ("number", "no", "n")


def refine(table: Table, body: list[Row]) -> None:
    """Take columns, and tables of no known heading, for what stands in them."""
    if table.kind == OTHER:
        across.refine(table, body)
    if table.kind == KIND:
        body = body[:ROWS]
        name_groups(table, body)
        name_counts(table, body)
        table.fields = dict(sorted(table.fields.items()))


def name_groups(table: Table, body: list[Row]) -> None:
    """A column called "Ethnic group" in which groups stand, in a table that has no other column of groups."""
    if table.column("group"):
        return
    found = [
        place
        for place in table.columns("strand")
        if holds_groups(body, place, table.headings[place])
    ]
    if len(found) == 1:
        table.fields[found[0]] = "group"


def holds_groups(body: list[Row], place: int, heading: str) -> bool:
    """Whether most cells of a column are groups of the characteristic that its heading names."""
    name = characteristics.of_heading(heading)
    texts = {row.text(place) for row in body if row.text(place)}
    known = [
        text
        for text in texts
        if characteristics.is_whole(text) or characteristics.within(text, name)
    ]
    return bool(name) and len(known) * 2 > len(texts) and len(texts) > 1


def name_counts(table: Table, body: list[Row]) -> None:
    """A column called "Number" beside groups holds how many there are, where figures stand in it; elsewhere it is a code."""
    place = table.column("code")
    if not (place and table.column("group")):
        return
    if normal(table.headings[place]) not in COUNTS:
        return
    read = [values.read(row.text(place)) for row in body if row.text(place)]
    numbers = [one for one in read if one.kind == VALUE]
    if len(numbers) * 2 > len(read) and table.column("title"):
        table.fields[place] = "count"
