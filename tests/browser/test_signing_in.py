"""The way in, by keyboard alone and without JavaScript, and the pages that somebody meets before signing in."""

import pytest
from django.utils import timezone

from equality_tracker.organisation.links import Link
from tests.factories import HoldingFactory, UserFactory

from .accessibility import assert_accessible
from .keyboard import press_button, press_enter, tab_to
from .looking import assert_well_made, show

PASSWORD = "correct horse battery"
NEW = "three quite different words"


def test_somebody_signs_in_by_keyboard_alone_without_javascript(browse_as, officer):
    page = browse_as(javascript=False)
    page.goto("/account/")

    tab_to(page, "[name=username]")
    page.keyboard.type(officer.email)
    tab_to(page, "[name=password]")
    page.keyboard.type(PASSWORD)
    press_enter(page)

    assert page.locator("h1").inner_text() == "Your account"


@pytest.mark.parametrize(
    "path", ["/sign-in/", "/password-reset/", "/password-reset/sent/"]
)
def test_pages_before_signing_in_are_well_made(path, look_as):
    page = look_as(None)

    assert show(page, path)

    assert_well_made(page, (320, 1280, 1920))


def test_a_wrong_password_is_said_where_it_is_read_first(browse_as, officer):
    page = browse_as()
    page.goto("/sign-in/")

    page.get_by_label("E-mail address").fill(officer.email)
    page.get_by_label("Password").fill("not this one")
    press_button(page, "Sign in")

    assert page.get_by_role("alert").inner_text().startswith("There is a problem")
    assert page.title().startswith("Error:")
    assert_accessible(page)


def test_somebody_invited_chooses_a_password_and_is_in(browse_as, site):
    person = UserFactory(name="Nia New", invited_at=timezone.now())
    page = browse_as(width=320)
    page.goto(Link.to(person, "invitation").path)
    assert_accessible(page)

    page.get_by_label("New password", exact=True).fill(NEW)
    page.get_by_label("New password again").fill(NEW)
    press_button(page, "Save and sign in")

    assert page.get_by_role("link", name="Nia New").is_visible()


def test_a_link_used_before_says_what_to_do(browse_as, officer):
    page = browse_as()

    page.goto("/password-reset/MQ/used-up/")

    assert page.locator("h1").inner_text() == "This link no longer works"
    assert_accessible(page)


def test_an_admin_hands_a_leavers_posts_over_by_keyboard_alone(
    browse_as, admin, officer, manager
):
    holding = HoldingFactory(user=officer, lead__name="Tenancy Manager")
    page = browse_as(admin, javascript=False)
    page.goto(f"/people/{officer.pk}/hand-over/")

    tab_to(page, f"[name=holding-{holding.pk}]")
    page.keyboard.type("May Manager")
    tab_to(page, "main button[type=submit]")
    press_enter(page)

    assert "1 post of Olu Officer handed over." in page.locator("main").inner_text()
    page.goto(f"/leads/{holding.lead_id}/")
    assert "May Manager" in page.locator("main").inner_text()
