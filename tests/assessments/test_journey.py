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


def test_an_assessment_is_screened_written_signed_published_and_reviewed(client):
    housing = DirectorateFactory(name="Housing")
    author = UserFactory(role="officer", name="Dana Okafor", directorates=[housing])
    head = UserFactory(role="manager", name="Gareth Pryce", directorates=[housing])
    priority = PriorityFactory(title="Fair access")
    client.force_login(author)

    send(
        client, reverse("assessments:assessment_create"),
        title="Closing the Eastgate contact point", directorate=housing.pk,
    )  # fmt: skip
    assessment = Assessment.objects.get()

    def address(name, *args):
        return reverse(f"assessments:{name}", args=[assessment.pk, *args])

    def move(slug, **said):
        return send(client, address("stage_move", 1, slug), **said)

    move("screen")
    disability = assessment.current.characteristics().get(name="Disability")
    page = client.get(address("screening")).context["form"]
    level = next(
        name for name in page.fields if name.startswith(f"level_{disability.pk}_")
    )
    send(
        client,
        address("screening"),
        **{name: "none" for name in page.fields if name.startswith("level_")}
        | {level: "high", f"why_{disability.pk}": "Most visitors."},
    )
    move("full")
    for name in ("about", "evidence", "engagement"):
        form = client.get(address("page", name)).context["form"]
        send(
            client, address("page", name), **dict.fromkeys(form.questions, "As agreed.")
        )
    for one in assessment.current.characteristics().exclude(pk=disability.pk):
        send(client, address("impact", one.pk), neutral="on")
    send(
        client, address("impact", disability.pk), negative="on", severity_negative="high",
        who_negative="People who cannot use the telephone.",
    )  # fmt: skip
    send(
        client, address("mitigation_add"), for_whom="all", text="An outreach desk on Tuesdays",
    )  # fmt: skip
    impact = assessment.current.impacts.get(kind="negative")
    mitigation = assessment.current.mitigations.get()
    send(client, address("mitigation_edit", mitigation.pk), for_whom=impact.pk)
    send(
        client, address("outcome"), outcome="adjust", outcome_why="The desk stays.",
        review_by=f"{REVIEW_BY:%d/%m/%Y}",
    )  # fmt: skip
    send(client, address("signer_add"), user=head.pk)
    submitted = move("submit")
    assert "It waits for signatures." in words(submitted), words(submitted)

    client.force_login(head)
    assert "Gareth Pryce" in words(client.get(assessment.get_absolute_url()))
    move("sign", comment="Agreed.")
    move("publish")
    send(client, address("mitigation_action", mitigation.pk), priority=priority.pk)
    move("review", expected="Fewer visits", happened="As expected", changed="Nothing")
    page = words(client.get(assessment.get_absolute_url()))

    assessment.refresh_from_db()
    assert assessment.current.stage == "reviewed"
    assert "An outreach desk on Tuesdays" in page
    assert priority.plan.actions.get().title == "An outreach desk on Tuesdays"
    published = words(client.get(address("version_detail", 1)))
    assert "People who cannot use the telephone." in published
    assert "Gareth Pryce, Head of service" in published
