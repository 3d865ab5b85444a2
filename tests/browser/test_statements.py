import pytest

from .looking import assert_well_made, show


@pytest.mark.parametrize("path", ["/accessibility/", "/privacy/"])
def test_statement_is_well_made_for_anybody(look_as, path):
    page = look_as(None)

    assert show(page, path)

    assert_well_made(page)
