"""A real Chromium on the real site: its own server, its static files, its Content Security Policy.

`browse_as(user)` opens a page signed in as that user. After the test every script error and every violation of the policy
that any page met fails it.
"""

import os

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from scripts.browser import NONE_FOUND, find_chromium
from scripts.environment import is_ci
from tests.committed_database import restore_database

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Each page runs its scripts once, axe's too: to compile them to machine code costs more than it saves.
    "--js-flags=--no-opt,--no-maglev",
]
# By the page itself, so that the browser keeps its process and what that has learned of the site's files.
LEAVE = "location.replace('about:blank')"
SECONDS_TO_WAIT = 10


def pytest_collection_modifyitems(items):
    """Mark every test of this folder, so that `-m 'not browser'` leaves all of them out."""
    for item in items:
        if "/tests/browser/" in item.path.as_posix():
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Start the system's Chromium; where there is none, skip, or fail where a machine runs the tests."""
    chromium = find_chromium()
    if chromium is None and is_ci():
        pytest.fail(f"Browser test not run: {NONE_FOUND}", pytrace=False)
    if chromium is None:
        pytest.skip(f"BROWSER TEST NOT RUN: {NONE_FOUND}")
    return {"executable_path": chromium, "args": QUIET, "headless": True}


@pytest.fixture
def db(django_db_setup, django_db_blocker):
    """Commit for real, for the server to see; put the database back afterwards. The cast of `tests/conftest.py` uses it."""
    with django_db_blocker.unblock():
        yield
        restore_database()


@pytest.fixture(scope="session")
def running_site(django_db_setup):
    """One server for all browser tests."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture
def site(db, running_site):
    """The address of the running site."""
    return running_site


@pytest.fixture
def browse_as(site, browser):
    """Return a function that opens a page: `browse_as(user, width=320, javascript=False)`; no user means nobody."""
    contexts, problems = [], []

    def browse_as(user=None, *, width=1280, height=800, javascript=True, **options):
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            locale="en-GB",
            **options,
        )
        context.set_default_timeout(SECONDS_TO_WAIT * 1000)
        contexts.append(context)
        if user:
            context.add_cookies([_session_cookie(user, site)])
        return _watched(context.new_page(), problems)

    yield browse_as
    for context in contexts:
        context.close()
    assert not problems, "The pages had problems:\n" + "\n".join(problems)


@pytest.fixture(scope="session")
def kept_page(browser, running_site):
    """One page for all that only looks at page after page, and what went wrong in it.

    A page of its own costs each test a process, and axe a compilation: three times the work.
    """
    problems = []
    context = browser.new_context(base_url=running_site, locale="en-GB")
    context.set_default_timeout(SECONDS_TO_WAIT * 1000)
    yield _watched(context.new_page(), problems), problems
    context.close()


@pytest.fixture
def look_as(site, kept_page):
    """As `browse_as`, with a page that other tests have used: it has nothing of theirs but the browser's cache. None means nobody."""
    page, problems = kept_page
    problems.clear()

    def look_as(user):
        page.context.clear_cookies()
        if user:
            page.context.add_cookies([_session_cookie(user, site)])
        page.set_viewport_size({"width": 1280, "height": 800})
        return page

    yield look_as
    # Nothing of it may ask the server once the database is put back.
    _leave(page)
    page.context.clear_cookies()
    assert not problems, "The pages had problems:\n" + "\n".join(problems)


def _leave(page):
    """Where only a file was asked for, the page is where it would go: a second way there would cut off whatever is asked for next."""
    if page.url != "about:blank":
        page.evaluate(LEAVE)
        page.wait_for_url("about:blank")


def _session_cookie(user, site):
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": site}


def _watched(page, problems):
    """Keep what goes wrong in the page: a script's error, or what the policy refused to load."""
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
    page.on("console", lambda message: _keep_error(page, message, problems))
    return page


def _keep_error(page, message, problems):
    """Keep an error of the console; where the page itself answers 403, 404 or 409, that is the test's own business."""
    refused = "the server responded with a status of 4" in message.text
    if message.type == "error" and not (
        refused and message.location["url"] == page.url
    ):
        problems.append(f"{page.url}: {message.text} {message.location['url']}")
