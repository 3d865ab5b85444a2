"""Every page of the site as it is sent, before any script has run."""

import lxml.html
import pytest
from django.test import Client

from tests.pages import PAGES, things_and_people
from tests.rolled_back import rolled_back
from tests.things import path_of

HEADING = "//main//h1[not(ancestor-or-self::*[@hidden or self::template])]"
FORM_WITHOUT_A_BUTTON = """
    //main//form[.//input[not(@type='hidden')] or .//textarea or .//select]
    [not(.//button[not(@hidden)])]
"""
BARE = "<main><h1{}>Title</h1><form><input name='q'>{}</form></main>"


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker):
    """One transaction around all these tests, none of which writes."""
    with django_db_blocker.unblock(), rolled_back():
        yield


@pytest.fixture(scope="module")
def things(db):
    return things_and_people()


@pytest.fixture(scope="module")
def client(things):
    client = Client()
    client.force_login(things.admin)
    return client


def faults_of(page):
    """Return what somebody without scripts would miss in the words of a page."""
    tree = lxml.html.document_fromstring(page)
    faults = [] if len(tree.xpath(HEADING)) == 1 else ["no heading, or several"]
    forms = tree.xpath(FORM_WITHOUT_A_BUTTON)
    return faults + [f"no button: {lxml.html.tostring(one)[:200]}" for one in forms]


@pytest.mark.parametrize("address", PAGES, ids=lambda each: each.name)
def test_page_has_its_heading_and_a_button_for_each_form(address, client, things):
    answer = client.get(path_of(address, things))

    assert answer.status_code == 200
    if "text/html" in answer["Content-Type"]:
        assert faults_of(answer.content) == []
    elif answer.streaming:
        assert answer.getvalue()


@pytest.mark.parametrize(
    ("heading", "button"),
    [("", ""), (" hidden", "<button>Go</button>"), ("", "<button hidden>Go</button>")],
)
def test_a_page_that_waits_for_scripts_is_seen(heading, button):
    assert faults_of(BARE.format("", "<button>Go</button>")) == []
    assert len(faults_of(BARE.format(heading, button))) == 1
