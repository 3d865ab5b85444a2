"""Which framework the council assesses itself by: taken into use, aimed at a level, led, closed."""

import datetime

from django.urls import reverse

from assessments.models import Framework
from tests.factories import FrameworkFactory

BEGIN = reverse("assessments:framework_begin")
MAY = datetime.date(2026, 5, 4)
KEY = "8a0c4f0e-6f1b-4f5e-9d1e-3f0c6b7a8d90"


def text_of(response):
    return " ".join(response.content.decode().split())


def test_taking_a_framework_into_use_brings_its_criteria(admin_client):
    sent = {"key": "eflg-2021", "used_from": "1/4/2026", "form_key": KEY}

    answer = admin_client.post(BEGIN, sent)

    framework = Framework.objects.get(key="eflg-2021")
    assert answer.url == framework.get_absolute_url()
    assert framework.used_from == datetime.date(2026, 4, 1)
    assert framework.areas.count() == 4


def test_the_same_form_sent_twice_takes_it_into_use_once(admin_client):
    sent = {"key": "eflg-2021", "used_from": "1/4/2026", "form_key": KEY}
    first = admin_client.post(BEGIN, sent)

    assert admin_client.post(BEGIN, sent).url == first.url
    assert Framework.objects.count() == 1


def test_a_framework_cannot_be_used_from_a_day_that_has_not_come(admin_client):
    sent = {"key": "eflg-2021", "used_from": "1/4/2099", "form_key": KEY}

    assert "Write a day that has come" in text_of(admin_client.post(BEGIN, sent))
    assert not Framework.objects.exists()


def test_one_in_use_is_not_offered_and_one_closed_is_offered_again(
    framework, admin_client
):
    FrameworkFactory(key="eflg-2009", name="Of 2009").close(on=MAY)

    offered = dict(admin_client.get(BEGIN).context["form"].fields["key"].choices)

    assert framework.key not in offered
    assert offered["eflg-2009"] == "Of 2009 (again)"
    assert "eflg-2021" in offered


def test_closing_says_why_and_it_can_be_used_again(framework, admin_client):
    url = reverse("assessments:framework_close", args=[framework.key])
    sent = {"version": framework.version, "closed_on": "1/9/2026", "closed_why": "Another took its place."}  # fmt: skip

    admin_client.post(url, sent)
    page = text_of(admin_client.get(framework.get_absolute_url()))

    assert "Closed on 1 September 2026: Another took its place." in page
    assert BEGIN in page


def test_a_framework_cannot_close_before_it_was_used(framework, admin_client):
    url = reverse("assessments:framework_close", args=[framework.key])
    sent = {"version": framework.version, "closed_on": "1/3/2026"}

    assert "It must close after the council began to use it." in text_of(admin_client.post(url, sent))  # fmt: skip


def test_a_day_without_a_level_is_refused_at_its_place(framework, admin_client):
    url = reverse("assessments:framework_edit", args=[framework.key])
    sent = {"version": framework.version, "used_from": "1/4/2026", "wanted_by": "1/4/2028"}  # fmt: skip

    answer = admin_client.post(url, sent)

    assert "Choose the level wanted by that day, or clear the day." in text_of(answer)


def test_an_admin_asks_a_post_to_lead_and_the_history_says_so(area, admin_client):
    lead = area.lead
    area.lead = None
    area.save()
    area.refresh_from_db()
    url = reverse("assessments:framework_area_edit", args=[area.pk])

    admin_client.post(url, {"version": area.version, "lead": lead.pk})
    area.refresh_from_db()

    assert area.lead == lead
    assert "Access team" in text_of(admin_client.get(url))
