"""One assessment from the register to the review of what really happened: two who write it, and one who signs.

Ann is an officer on a phone without JavaScript, who uses the keyboard; Ben is her colleague and May their manager, each at a desk.
"""

import datetime

import pytest
from django.utils import timezone
from docx import Document

from assessments.models import Assessment
from plans.models import Action
from tests.factories import PriorityFactory, UserFactory

from .accessibility import assert_accessible
from .keyboard import follow, press_button, tab_to

TITLE = "Closing the Eastgate contact point"
REVIEW_DAY = datetime.date(2028, 3, 31)
WHO = "People who cannot use the telephone"
DESK = "An outreach desk on Tuesdays"
SAVE = "main form[method=post] button[type=submit]"


@pytest.fixture
def ann(browse_as, officer):
    return browse_as(officer, width=320, javascript=False)


@pytest.fixture
def ben(browse_as, housing):
    return browse_as(UserFactory(name="Ben Second", directorates=[housing]))


@pytest.fixture
def may(browse_as, manager):
    return browse_as(manager)


@pytest.fixture
def priority(db):
    return PriorityFactory(title="Fair access")


def words_of(page):
    return page.locator("main").inner_text()


def said(page):
    return page.locator(".govuk-notification-banner").inner_text()


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_two_write_an_assessment_and_a_third_signs_publishes_and_has_it_reviewed(
    ann, ben, may, manager, priority, monkeypatch
):
    assessment = enter_in_the_register(ann)
    screen(ann)
    write_at_the_same_time(ann, ben, assessment)
    say_whom_it_harms_and_what_will_be_done(ann, assessment)
    decide_and_name_who_signs(ann, manager)
    take(ann, "Submit it for signature", "It waits for signatures")

    send_back(may, assessment)
    do_as_asked(ann, assessment)
    may.goto(assessment.get_absolute_url())
    take(may, "Sign it", "You have signed it")
    take(may, "Publish it", "It is published")
    assert_published_as_signed(may, assessment)
    make_an_action_that_slips(may, assessment, priority, manager)

    monkeypatch.setattr(timezone, "localdate", lambda *given: REVIEW_DAY)
    review(ann, assessment)
    assessment.refresh_from_db()
    assert assessment.current.stage == "reviewed"
    assert assessment.current.review.on == REVIEW_DAY


def enter_in_the_register(page):
    """By keyboard from the home page."""
    page.goto("/")
    follow(page, "a[href='/assessments/']")
    follow(page, "a[href='/assessments/new/']")
    tab_to(page, "[name=title]")
    page.keyboard.type(TITLE)
    follow(page, SAVE)
    assert "stands in the register" in said(page)
    assert fits(page)
    return Assessment.objects.get(title=TITLE)


def screen(page):
    """By keyboard: begin it, say on the page it leads to that it matters to everybody, go on."""
    follow(page, "a.govuk-button:has-text('Begin the screening')")
    follow(page, SAVE)
    for level in page.locator(".eia-matrix select").all():
        tab_to(page, f"[name={level.get_attribute('name')}]")
        page.keyboard.press("H")
    follow(page, SAVE)
    assert "Saved." in said(page)
    take(page, "Go on to a full assessment", "A full assessment is under way")


def write_at_the_same_time(ann, ben, assessment):
    """Two on two pages never meet; on one they are shown each other's words, and both stay to be read."""
    about = f"{assessment.get_absolute_url()}pages/about/"
    ann.goto(about)
    fill(ben, f"{assessment.get_absolute_url()}pages/evidence/", "Counted at the door.")
    ben.goto(about)
    ben.locator("[name=what]").fill("It closes in May.")
    press_button(ben, "Save")
    ann.locator("[name=what]").fill("It closes in June.")
    ann.locator("[name=whom]").fill("Two hundred visitors a week.")

    press_button(ann, "Save")

    assert ann.title().startswith("Error: ")
    assert "It closes in May." in ann.locator(".eia-theirs").inner_text()
    assert ann.locator("[name=what]").input_value() == "It closes in June."
    assert answers(assessment) == ["It closes in May.", "Two hundred visitors a week."]
    assert fits(ann)
    press_button(ann, "Save")
    assert answers(assessment)[0] == "It closes in June."
    fill(
        ann, f"{assessment.get_absolute_url()}pages/engagement/", "The forum, in March."
    )


def fill(page, address, words):
    page.goto(address)
    for box in page.locator("main textarea").all():
        box.fill(words)
    press_button(page, "Save")
    assert "Saved." in said(page)


def answers(assessment):
    """What stands under the two questions of the first page."""
    said = dict(assessment.current.answers.values_list("question", "text"))
    return [said["what"], said["whom"]]


def say_whom_it_harms_and_what_will_be_done(page, assessment):
    """One characteristic over its pages; that the others are neutral is left to the tests of those pages."""
    harmed = say_neutral_but_for(assessment, "Disability")
    page.goto(f"{assessment.get_absolute_url()}impact/{harmed.pk}/")
    page.locator("[name=negative]").check()
    page.locator("[name=who_negative]").fill(WHO)
    press_button(page, "Save")
    assert "Say how strong the impact is." in page.locator(".govuk-error-summary").inner_text()  # fmt: skip
    page.locator("[name=severity_negative]").select_option("high")
    press_button(page, "Save")
    page.goto(f"{assessment.get_absolute_url()}mitigations/")
    follow(page, "a[href*='/mitigations/add/?impact=']")
    tab_to(page, "[name=text]")
    page.keyboard.type(DESK)
    follow(page, SAVE)
    assert "The mitigation is kept." in said(page)
    assert fits(page)


def say_neutral_but_for(assessment, name):
    version = assessment.current
    for one in version.characteristics().exclude(name=name):
        version.impacts.create(characteristic=one, kind="neutral")
    return version.characteristics().get(name=name)


def decide_and_name_who_signs(page, signer):
    page.goto(page.url.replace("/mitigations/", "/outcome/"))
    page.locator("[name=outcome][value=adjust]").check()
    page.locator("[name=outcome_why]").fill("The desk stays.")
    page.locator("[name=review_by]").fill(f"{REVIEW_DAY:%d/%m/%Y}")
    press_button(page, "Save")
    page.goto(f"{page.url.split('#')[0]}outcome/")
    follow(page, "a[href$='/signers/add/']")
    page.locator("[name=user]").select_option(str(signer.pk))
    press_button(page, "Save")
    follow(page, "a.govuk-back-link")


def take(page, way, done, **fields):
    """Take one way on from the assessment's page, saying what its form asks."""
    with page.expect_navigation():
        page.get_by_role("button", name=way).click()
    for name, words in fields.items():
        page.locator(f"[name={name}]").fill(words)
    press_button(page, way)
    assert done in said(page)


def send_back(page, assessment):
    page.goto(assessment.get_absolute_url())
    assert_accessible(page)
    take(page, "Request changes", "gone back", comment="Say when the desk opens.")


def do_as_asked(page, assessment):
    page.goto(assessment.get_absolute_url())
    assert "May Manager sent it back" in words_of(page)
    assert "Say when the desk opens." in words_of(page)
    page.goto(f"{assessment.get_absolute_url()}mitigations/")
    follow(page, f"a[href$='/mitigations/{assessment.current.mitigations.get().pk}/']")
    page.locator("[name=text]").fill(f"{DESK}, from May")
    press_button(page, "Save")
    page.goto(assessment.get_absolute_url())
    take(page, "Submit it for signature", "It waits for signatures")


def assert_published_as_signed(page, assessment):
    """The clean page and the Word file hold what was written and who signed it."""
    follow(page, "a[href$='/versions/1/']")
    assert_accessible(page)
    assert WHO in words_of(page)
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Word").click()
    paragraphs = [one.text for one in Document(downloading.value.path()).paragraphs]
    text = "\n".join(paragraphs)
    assert WHO in text
    assert f"{DESK}, from May" in text
    assert "May Manager, Head of service" in text


def make_an_action_that_slips(page, assessment, priority, manager):
    """In one step from the page; what becomes of the action is read on the assessment."""
    page.goto(f"{assessment.get_absolute_url()}mitigations/")
    follow(page, "a:has-text('Make an action of it')")
    page.locator("[name=priority]").select_option(str(priority.pk))
    press_button(page, "Save")
    action = Action.objects.get(plan=priority.plan)
    action.record_update(
        by=manager, on=timezone.localdate(), rag_status="slipped",
        progress="No room was found.", reason="The library is full.",
    )  # fmt: skip

    page.goto(assessment.get_absolute_url())

    assert page.locator(".rag-tag", has_text="Slipped").is_visible()
    assert_accessible(page)
    page.goto(action.get_absolute_url())
    assert assessment.reference in words_of(page)


def review(page, assessment):
    """Its day has come: the register calls for it, and it is told what happened."""
    page.goto("/assessments/?state=review_due")
    assert "Review due 31 March 2028" in words_of(page)
    follow(page, f"a[href='{assessment.get_absolute_url()}']")
    found = {"expected": "Fewer visits.", "happened": "The desk is full.", "changed": "A second desk."}  # fmt: skip
    take(page, "Review its actual impact", "The review is kept", **found)
    assert fits(page)
