"""The page asked for before signing in: never one of another site."""

from urllib.parse import urlencode, urljoin, urlsplit

import pytest

pytestmark = pytest.mark.django_db
SHAPES = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example",
    "http:///evil.example",
    "javascript:alert(1)",
    "data:text/html,hello",
    "/%0d%0aLocation:https://evil.example",
    "/\r\nLocation: https://evil.example",
    "https://testserver@evil.example/",
    "\thttps://evil.example",
    " //evil.example",
    "evil.example",
    "/\t/evil.example",
]


def lands_at(response):
    """Where a browser goes: it drops tabs and line ends and takes \\ for /."""
    said = response["Location"]
    for dropped in "\t\r\n":
        said = said.replace(dropped, "")
    return urljoin("http://testserver/sign-in/", said.replace("\\", "/"))


@pytest.mark.parametrize("sent_in", ["address", "form"])
@pytest.mark.parametrize("shape", SHAPES)
def test_signing_in_stays_on_the_site(shape, sent_in, client, officer):
    data = {"username": officer.email, "password": "correct horse battery"}
    query = f"?{urlencode({'next': shape})}" if sent_in == "address" else ""

    response = client.post(
        f"/sign-in/{query}", {**data, "next": shape} if sent_in == "form" else data
    )

    assert response.status_code == 302
    assert urlsplit(lands_at(response)).netloc == "testserver"


@pytest.mark.parametrize("shape", SHAPES)
def test_somebody_signed_in_is_not_sent_away_either(shape, admin_client):
    for page in ("/sign-in/", "/admin/login/"):
        response = admin_client.get(page, {"next": shape})

        assert urlsplit(lands_at(response)).netloc == "testserver"


def test_a_page_of_this_site_is_opened(client, officer):
    """The control."""
    response = client.post(
        "/sign-in/?next=/leads/%3Fvacant%3Don",
        {"username": officer.email, "password": "correct horse battery"},
    )

    assert response["Location"] == "/leads/?vacant=on"
