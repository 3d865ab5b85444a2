"""A name that is only near is offered, and is never the name itself."""

import pytest

from plans.importing.names import Names


def names(*known: str) -> Names:
    """Directorates by name; the name itself stands for the row."""
    return Names(leads={}, directorates={name.casefold(): name for name in known})


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Housing", "Housing Directorate"),
        ("Housing Directorate", "Housing"),
        ("HR", "Human Resources"),
        ("Human Resources", "HR"),
        ("OD", "Organisational Development"),
        ("Adults and Health", "Health and Adults"),
        ("Policy, Planning & Improvement", "Policy, Planning and Improvement"),
        ("Comunications", "Communications"),
    ],
)
def test_near_name_is_offered_and_not_taken(written, known):
    directorates = names(known, "Parks")

    assert directorates.directorate(written) is None
    assert directorates.near_directorates(written) == [known]


@pytest.mark.parametrize("written", ["Waste", "HR", "and", "", "TBC"])
def test_name_of_something_else_is_not_offered(written):
    assert names("Housing", "Highways").near_directorates(written) == []
