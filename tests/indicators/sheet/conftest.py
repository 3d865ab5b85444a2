import pytest

from tests.factories import IndicatorFactory


@pytest.fixture
def carers(housing):
    return IndicatorFactory(code="EQ 1", title="Carers", directorate=housing)


@pytest.fixture
def women(housing):
    return IndicatorFactory(code="EQ 2", title="Women", directorate=housing)
