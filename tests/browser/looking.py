"""What is asked of a page that is only looked at."""

from playwright.sync_api import Error

from .accessibility import assert_accessible

WIDTHS = PHONE, DESK = (320, 1280)


def show(page, path):
    """Open `path`, which answers the person well; return False where it is a file."""
    try:
        answer = page.goto(path)
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return False
    assert answer.ok, f"{path} answers {answer.status}"
    return "text/html" in answer.headers["content-type"]


def assert_well_made(page, widths=WIDTHS):
    """A page fits a phone and a desk, has one main heading and a title of its own, and is accessible at `widths`.

    Colours are judged at the last of them: they take most of the work, and no width has its own.
    """
    assert page.locator("h1").count() == 1
    assert not page.title().startswith("Equality Tracker –")
    for width in sorted({*WIDTHS, *widths}):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        if width in widths:
            assert_accessible(page, with_colours=width == widths[-1])
