"""Each workbook of `books/shapes` says what its builder says it does."""

import pytest

from tests.workbooks.books import shapes
from tests.workbooks.books.shapes.comparing import differences, read

BUILDERS = shapes.builders()


@pytest.mark.parametrize("name", BUILDERS)
def test_workbook_is_read_as_it_was_meant(name, tmp_path):
    book, expected = BUILDERS[name]()

    found = read(book, tmp_path / "plan.xlsx")

    assert differences(found, expected) == []


def test_there_is_a_workbook_for_each_of_many_faults():
    assert len(BUILDERS) >= 80
