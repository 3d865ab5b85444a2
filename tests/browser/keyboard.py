"""Moving about a page as somebody without a mouse does, and never reading the page before the one it leads to."""

FAR = 60


def tab_to(page, selector):
    """Press Tab until `selector` has the focus."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"{selector} cannot be reached by keyboard")


def press_enter(page):
    """Press Enter on what has the focus, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def follow(page, selector):
    """Reach `selector` by Tab and press Enter on it."""
    tab_to(page, selector)
    press_enter(page)


def press_button(page, name, which=0, **options):
    """Click the button called `name` (`which` of several), and wait for the page that it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, **options).nth(which).click()
