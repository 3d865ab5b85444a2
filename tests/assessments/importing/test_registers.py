"""Each register of `registers` says what its builder says it does."""

import pytest

from tests.assessments.importing import registers
from tests.assessments.importing.registers.comparing import differences, read

BUILDERS = registers.builders()


@pytest.mark.parametrize("name", BUILDERS)
def test_register_is_read_as_it_was_meant(name, tmp_path):
    made, expected = BUILDERS[name]()

    found = read(made, tmp_path)

    assert differences(found, expected) == []


def test_there_is_a_register_for_each_of_many_councils():
    assert len(BUILDERS) >= 27
