"""What is seen of an OpenDocument spreadsheet."""

from equality_tracker.workbooks.formats import read


def rows_of(path, number: int = 0) -> dict[int, list]:
    return dict(read(path)["sheets"][number]["rows"])
