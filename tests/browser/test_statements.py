import pytest

from .accessibility import assert_accessible


@pytest.mark.parametrize("address", ["/accessibility/", "/privacy/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_statement_is_accessible_to_anybody(browse_as, address, width):
    page = browse_as(width=width)

    page.goto(address)

    assert page.locator("h1").count() == 1
    assert_accessible(page)
