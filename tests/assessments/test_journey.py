"""From planned to reviewed, by two people, over the pages."""

import re

import pytest
from django.urls import reverse

from assessments.models import Assessment
from tests.factories import DirectorateFactory, PriorityFactory, UserFactory
from tests.factories.assessments import REVIEW_BY

pytestmark = pytest.mark.django_db


def send(client, url, **said):
    """Open a page, fill its form, send it: what is not said stays as the page shows it."""
    page = client.get(url)
    form = page.context["form"]
    data = {}
    for field in form:
        value = field.value()
        if value not in (None, False, []):
            data[field.html_name] = value
    answer = client.post(url, data | said, follow=True)
    form = answer.context and answer.context.get("form")
    assert not getattr(form, "errors", None), form.errors
    return answer


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


class Walk:
    """One assessment over its pages, by whoever is signed in."""

    def __init__(self, client, author, housing):
        self.client = client
        client.force_login(author)
        send(
            client, reverse("assessments:assessment_create"),
            title="Closing the Eastgate contact point", directorate=housing.pk,
        )  # fmt: skip
        self.assessment = Assessment.objects.get()

    def address(self, name, *args):
        return reverse(f"assessments:{name}", args=[self.assessment.pk, *args])

    def send(self, name, *args, **said):
        return send(self.client, self.address(name, *args), **said)

    def read(self, name, *args):
        return self.client.get(self.address(name, *args))

    def move(self, slug, **said):
        return self.send("stage_move", 1, slug, **said)


@pytest.fixture
def housing():
    return DirectorateFactory(name="Housing")


@pytest.fixture
def walk(client, housing):
    author = UserFactory(role="officer", name="Dana Okafor", directorates=[housing])
    return Walk(client, author, housing)


@pytest.fixture
def head(housing):
    return UserFactory(role="manager", name="Gareth Pryce", directorates=[housing])


def test_an_assessment_is_screened_written_signed_published_and_reviewed(walk, head):
    disability = walk.assessment.current.characteristics().get(name="Disability")
    screen(walk, disability)
    write(walk, disability)
    submitted = decide_and_submit(walk, head)
    assert "It waits for signatures." in words(submitted), words(submitted)

    walk.client.force_login(head)
    assert "Gareth Pryce" in words(walk.read("assessment_detail"))
    priority = sign_publish_and_review(walk)

    walk.assessment.refresh_from_db()
    assert walk.assessment.current.stage == "reviewed"
    assert "An outreach desk on Tuesdays" in words(walk.read("assessment_detail"))
    assert priority.plan.actions.get().title == "An outreach desk on Tuesdays"
    published = words(walk.read("version_detail", 1))
    assert "People who cannot use the telephone." in published
    assert "Gareth Pryce, Head of service" in published


def screen(walk, disability):
    walk.move("screen")
    names = [one for one in walk.read("screening").context["form"].fields if one.startswith("level_")]  # fmt: skip
    level = next(one for one in names if one.startswith(f"level_{disability.pk}_"))
    said = {level: "high", f"why_{disability.pk}": "Most visitors."}
    walk.send("screening", **dict.fromkeys(names, "none") | said)
    walk.move("full")


def write(walk, disability):
    for name in ("about", "evidence", "engagement"):
        form = walk.read("page", name).context["form"]
        walk.send("page", name, **dict.fromkeys(form.questions, "As agreed."))
    current = walk.assessment.current
    for one in current.characteristics().exclude(pk=disability.pk):
        walk.send("impact", one.pk, neutral="on")
    walk.send(
        "impact", disability.pk, negative="on", severity_negative="high",
        who_negative="People who cannot use the telephone.",
    )  # fmt: skip
    walk.send("mitigation_add", for_whom="all", text="An outreach desk on Tuesdays")
    impact = current.impacts.get(kind="negative")
    walk.send("mitigation_edit", current.mitigations.get().pk, for_whom=impact.pk)


def decide_and_submit(walk, head):
    walk.send(
        "outcome", outcome="adjust", outcome_why="The desk stays.", review_by=f"{REVIEW_BY:%d/%m/%Y}",
    )  # fmt: skip
    walk.send("signer_add", user=head.pk)
    return walk.move("submit")


def sign_publish_and_review(walk):
    """By the head of service, who makes an action of the mitigation; return the heading it stands under."""
    priority = PriorityFactory(title="Fair access")
    walk.move("sign", comment="Agreed.")
    walk.move("publish")
    mitigation = walk.assessment.current.mitigations.get()
    walk.send("mitigation_action", mitigation.pk, priority=priority.pk)
    walk.move("review", expected="Fewer visits", happened="As expected", changed="Nothing")  # fmt: skip
    return priority
