"""Nothing in the admin site writes round a rule."""

import datetime
import re

import pytest
from django.urls import reverse

from equality_tracker.organisation.models import Directorate, User
from plans.models import Action, Plan
from tests.factories import (
    ActionFactory,
    DirectorateFactory,
    PlanFactory,
    PriorityFactory,
)

pytestmark = pytest.mark.django_db
EMPTY_INLINES = {
    f"{prefix}-{name}": value
    for prefix in ("action_leads", "contributions", "milestones")
    for name, value in (("TOTAL_FORMS", 0), ("INITIAL_FORMS", 0))
}


def change_page(row):
    options = row._meta
    return reverse(
        f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk]
    )


def hidden(response, name):
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    return found[1]


def directorate_form(response, **typed):
    prefix = "successions"
    return {
        "name": "Housing",
        "short_name": "",
        "kind": "directorate",
        "version": hidden(response, "version"),
        "form_key": hidden(response, "form_key"),
        f"{prefix}-TOTAL_FORMS": 0,
        f"{prefix}-INITIAL_FORMS": 0,
        **typed,
    }


def action_form(action, **typed):
    return {
        "priority": action.priority_id,
        "position": action.position,
        "reference": action.reference,
        "title": action.title,
        "version": action.version,
        **EMPTY_INLINES,
        **typed,
    }


def test_the_second_of_two_admins_sees_what_the_first_wrote(admin_client):
    directorate = DirectorateFactory(name="Housing")
    page = change_page(directorate)
    read = admin_client.get(page)
    admin_client.post(page, directorate_form(read, name="Homes"))

    second = admin_client.post(page, directorate_form(read, name="Dwellings"))

    directorate.refresh_from_db()
    assert directorate.name == "Homes"
    assert "Somebody else changed this" in second.content.decode()
    assert "Homes" in second.content.decode()


def test_a_form_sent_twice_makes_one_row(admin_client):
    page = reverse("admin:organisation_directorate_add")
    form = directorate_form(admin_client.get(page), name="Ports")

    admin_client.post(page, form)
    second = admin_client.post(page, {**form, "name": "Ports and harbours"})

    assert Directorate.objects.filter(name__startswith="Ports").count() == 1
    assert second.status_code == 302


def test_an_action_has_no_status_field(admin_client):
    action = ActionFactory(rag_status="on_target")

    page = admin_client.get(change_page(action)).content.decode()
    admin_client.post(change_page(action), action_form(action, rag_status="achieved"))

    action.refresh_from_db()
    assert 'name="rag_status"' not in page
    assert action.rag_status == "on_target"


def test_an_action_moves_only_within_its_plan(admin_client):
    action = ActionFactory()
    elsewhere = PriorityFactory()

    response = admin_client.post(
        change_page(action), action_form(action, priority=elsewhere.pk)
    )

    action.refresh_from_db()
    assert "Choose one of the same plan." in response.content.decode()
    assert action.priority != elsewhere


def test_an_action_added_stands_in_its_prioritys_plan(admin_client):
    priority = PriorityFactory()
    page = reverse("admin:plans_action_add")
    form = {
        "priority": priority.pk,
        "position": 0,
        "title": "Open the ramp",
        "due": "2027-03-31",
        "form_key": hidden(admin_client.get(page), "form_key"),
        **EMPTY_INLINES,
    }

    response = admin_client.post(page, form)

    action = Action.objects.get(title="Open the ramp")
    assert response.status_code == 302
    assert (action.plan, action.original_due) == (
        priority.plan,
        datetime.date(2027, 3, 31),
    )


def test_a_reference_twice_in_a_plan_is_an_error_in_words(admin_client):
    first = ActionFactory(reference="1.1")
    second = ActionFactory(priority=first.priority, reference="1.2")

    response = admin_client.post(
        change_page(second), action_form(second, reference="1.1")
    )

    assert "Another action of this plan has it." in response.content.decode()


def test_the_actions_of_a_closed_plan_are_read_only(admin_client):
    action = ActionFactory()
    Plan.objects.filter(pk=action.plan_id).update(state="closed")

    response = admin_client.post(
        change_page(action), action_form(action, title="Something else")
    )

    action.refresh_from_db()
    assert response.status_code == 403
    assert action.title != "Something else"


def test_a_dates_change_is_left_to_the_pages_that_keep_the_first_promise(admin_client):
    action = ActionFactory(due=datetime.date(2026, 12, 31))

    admin_client.post(change_page(action), action_form(action, due="2027-12-31"))

    action.refresh_from_db()
    assert action.due == datetime.date(2026, 12, 31)


def test_a_plans_state_is_not_a_field(admin_client):
    plan = PlanFactory()

    page = admin_client.get(change_page(plan)).content.decode()

    assert 'name="state"' not in page


def test_the_last_admin_stays(admin, admin_client):
    page = change_page(admin)
    read = admin_client.get(page)
    form = {
        "name": admin.name,
        "role": "reader",
        "is_active": "on",
        "version": hidden(read, "version"),
    }
    for prefix in ("memberships", "holdings"):
        form |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}

    response = admin_client.post(page, form, follow=True)

    assert User.objects.get(pk=admin.pk).role == "admin"
    assert "Nothing was saved." in response.content.decode()


def test_no_password_or_hash_is_on_a_persons_page(admin, admin_client):
    page = admin_client.get(change_page(admin)).content.decode()

    assert admin.password not in page
    assert 'name="password"' not in page
    assert 'name="email"' not in page


def test_an_update_is_retracted_with_a_reason(admin_client):
    action = ActionFactory(rag_status="on_target")
    page = reverse("admin:plans_actionupdate_retract", args=[action.latest_update_id])

    without = admin_client.post(page, {"why": ""})
    admin_client.post(page, {"why": "Meant for another action."})

    action.refresh_from_db()
    assert "Say why it is taken back." in without.content.decode()
    assert action.rag_status is None


def test_the_history_link_leads_to_the_real_history(admin_client):
    action = ActionFactory()

    response = admin_client.get(reverse("admin:plans_action_history", args=[action.pk]))

    assert response["Location"] == reverse(
        "audit:history", args=["plans", "action", action.pk]
    )


def test_somebody_not_signed_in_is_sent_to_the_sites_own_sign_in_page(client):
    response = client.get(reverse("admin:plans_action_changelist"), follow=True)

    assert response.redirect_chain[-1][0].startswith(reverse("organisation:sign_in"))


def test_the_admin_site_bears_the_councils_name(admin_client):
    assert "Northmere Council" in admin_client.get("/admin/").content.decode()


def test_references_stand_in_the_order_people_count_in(admin_client):
    ten = ActionFactory(reference="1.10")
    for reference in ("1.9", "1.2"):
        ActionFactory(reference=reference, priority=ten.priority)

    page = admin_client.get(reverse("admin:plans_action_changelist"))

    listed = [row.reference for row in page.context["cl"].result_list]
    assert listed == ["1.2", "1.9", "1.10"]
