"""Each laid register is read as it was meant, to the cell."""

import pytest

from tests.assessments.tables.comparing import differences, read
from tests.assessments.tables.laid import every, lay, write

LAID = every()


@pytest.mark.parametrize("name", LAID)
def test_register_of_another_body_is_read_as_it_was_meant(name, tmp_path):
    laid = lay(LAID[name])

    found = read(write(laid, tmp_path))

    assert differences(found, laid)[1] == []


def test_registers_of_many_bodies_are_laid():
    assert len(LAID) >= 90
