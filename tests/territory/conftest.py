import pytest

from diagnostic.territory.countries import Countries, load_countries
from diagnostic.territory.places import Places, load_places


@pytest.fixture(scope="session")
def places() -> Places:
    return load_places()


@pytest.fixture(scope="session")
def countries() -> Countries:
    return load_countries()
