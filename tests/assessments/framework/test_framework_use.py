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


def test_a_framework_of_the_councils_own_is_offered_and_used(admin_client):
    own = FrameworkFactory(key="ours", name="Our own standard", used_from=None)
    sent = {"key": "ours", "used_from": "1/4/2026", "form_key": KEY}

    admin_client.post(BEGIN, sent)

    assert list(Framework.objects.in_use()) == [own]


def test_a_day_of_use_to_come_is_refused_when_it_is_edited_too(framework, admin_client):
    url = reverse("assessments:framework_edit", args=[framework.key])
    sent = {"version": framework.version, "used_from": "1/4/2099"}

    assert "Write a day that has come" in text_of(admin_client.post(url, sent))


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


LEVELS = {
    "levels-TOTAL_FORMS": "2", "levels-INITIAL_FORMS": "0",
    "levels-0-position": "0", "levels-0-name": "Not yet Bronze",
    "levels-1-position": "1", "levels-1-name": "Bronze",
}  # fmt: skip
CRITERIA = {
    "criteria-TOTAL_FORMS": "1", "criteria-INITIAL_FORMS": "0",
    "criteria-0-position": "1", "criteria-0-title": "Do people know where to turn?",
}  # fmt: skip


def test_an_admin_enters_a_framework_with_its_levels_areas_and_criteria(admin_client):
    said = {"key": "ours", "name": "Our own standard", "short_name": "Ours", "area_word": "theme", "form_key": KEY}  # fmt: skip
    admin_client.post("/admin/assessments/framework/add/", said | LEVELS)
    framework = Framework.objects.get(key="ours")
    area = {"framework": framework.pk, "number": "1", "title": "First contact"}
    area["form_key"] = KEY.replace("8a0c", "8a0d")
    admin_client.post("/admin/assessments/frameworkarea/add/", area | CRITERIA)

    criterion = framework.areas.get().criteria.get()
    assert [one.name for one in framework.levels.all()] == ["Not yet Bronze", "Bronze"]
    assert str(criterion) == "1.1 Do people know where to turn?"


def test_an_admin_puts_a_title_right_in_the_admin_site_while_words_stay(
    criterion, admin_client
):
    criterion.narrative = "Two offices have ramps."
    criterion.save()
    criterion.refresh_from_db()
    url = f"/admin/assessments/criterion/{criterion.pk}/change/"

    admin_client.post(
        url, {"version": criterion.version, "position": "1", "title": "Access, put right", "asks": ""}
    )  # fmt: skip
    criterion.refresh_from_db()

    assert criterion.title == "Access, put right"
    assert criterion.narrative == "Two offices have ramps."
