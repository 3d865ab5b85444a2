"""An admin's day: somebody comes, somebody leaves, a round opens and closes, a date is put right; and the admin site."""

import datetime
import re

import pytest
from django.utils import timezone

from equality_tracker.organisation.models import User
from plans.models import Round
from tests.factories import ActionFactory, HoldingFactory

from .accessibility import assert_accessible
from .keyboard import press_button

PASSWORD = "three quite different words"


def assert_done(page, words):
    assert words in page.locator(".govuk-notification-banner").inner_text()
    assert_accessible(page)


def invite(page, name, email, directorate):
    page.goto("/people/")
    press_button(page, "Invite somebody")
    page.get_by_label("Full name").fill(name)
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Officer").check()
    page.get_by_label(str(directorate)).check()
    press_button(page, "Send the invitation")


def test_somebody_invited_comes_in_by_the_link_of_the_letter(
    browse_as, admin, housing, mailoutbox
):
    page = browse_as(admin)
    invite(page, "Nia New", "nia@northmere.example", housing)
    assert_done(page, "An invitation is on its way to nia@northmere.example.")
    (letter,) = mailoutbox
    link = re.search(r"http\S+/invitation/\S+", letter.body).group()

    hers = browse_as(javascript=False)
    hers.goto(link)
    hers.get_by_label("New password", exact=True).fill(PASSWORD)
    hers.get_by_label("New password again").fill(PASSWORD)
    press_button(hers, "Save and sign in")

    assert letter.to == ["nia@northmere.example"]
    assert hers.get_by_role("link", name="Nia New").is_visible()
    hers.goto("/")
    assert hers.locator("h1").inner_text() == "Your actions"


def test_a_leavers_posts_are_handed_over_in_one_step(
    browse_as, admin, officer, manager, housing
):
    leads = [
        HoldingFactory(user=officer, lead__name=name).lead
        for name in ("Tenancy manager", "Access officer")
    ]
    page = browse_as(admin)
    page.goto(f"/people/{officer.pk}/hand-over/")
    for choice in page.locator("main select").all():
        choice.select_option(label=str(manager))

    press_button(page, "Hand over")

    assert_done(page, "2 posts of Olu Officer handed over. The account is closed.")
    assert not User.objects.get(pk=officer.pk).is_active
    for lead in leads:
        page.goto(f"/leads/{lead.pk}/")
        assert "May Manager" in page.locator("main").inner_text()


def test_a_round_is_opened_counted_and_closed(browse_as, admin, officer, housing):
    action = ActionFactory(directorate=housing, rag_status="on_target")
    page = browse_as(admin)
    page.goto("/rounds/")
    press_button(page, "Open a round")
    page.get_by_label("What is it called?").fill("Quarter 3")
    page.get_by_label(action.plan.title).check()
    closes = timezone.localdate() + datetime.timedelta(days=14)
    page.get_by_label("Closes on").fill(f"{closes:%d/%m/%Y}")
    press_button(page, "Open the round")
    page.get_by_text("0 of 1").first.wait_for()
    assert_accessible(page)

    action.report_no_change(by=officer, on=timezone.localdate())
    page.reload()
    assert "1 of 1 actions updated" in page.locator("main").inner_text()
    press_button(page, "Close the round")
    press_button(page, "Close the round")

    page.locator("main", has_text="Closed").wait_for()
    assert not Round.objects.get().is_running
    assert_accessible(page)


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_a_timescale_is_written_anew_and_its_reading_seen(
    browse_as, admin, housing, javascript
):
    action = ActionFactory(directorate=housing, title="Step-free access")
    page = browse_as(admin, javascript=javascript)
    page.goto(f"/actions/{action.pk}/edit/")
    page.get_by_label("When, as the plan writes it").fill("By the end of March 2027")
    press_button(page, "Read the words again")
    said = page.get_by_role("status").inner_text()

    press_button(page, "Save", exact=True)

    assert "Nothing is saved yet" in said
    page.get_by_text("“By the end of March 2027”").first.wait_for()
    assert "31 March 2027" in page.locator("#promise + dl").inner_text()
    action.refresh_from_db()
    assert action.due == datetime.date(2027, 3, 31)
    if javascript:
        assert_accessible(page)


def test_the_admin_site_opens_at_an_action(browse_as, admin, housing):
    action = ActionFactory(
        directorate=housing, title="Step-free access", rag_status="slipped"
    )
    page = browse_as(admin)
    page.goto("/admin/")
    page.locator("#content a[href='/admin/plans/action/']").first.click()
    page.wait_for_url("**/admin/plans/action/")

    page.locator("#result_list a", has_text=action.reference).first.click()
    page.wait_for_url("**/change/")

    assert page.url.endswith(f"/admin/plans/action/{action.pk}/change/")
    assert page.locator("[name=title]").input_value() == "Step-free access"
    assert not page.locator("[name=rag_status]").count()
