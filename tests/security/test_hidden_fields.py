"""Fields that a form does not show, and values that are not this form's to choose."""

import pytest
from django.db import transaction
from django.forms import model_to_dict

from equality_tracker.organisation.models import (
    Directorate,
    Holding,
    Lead,
    Membership,
    User,
)
from tests.factories import DirectorateFactory, HoldingFactory, LeadFactory, UserFactory

pytestmark = pytest.mark.django_db
KEY = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
PASSWORD = "correct horse battery"
NEW = "three quite different words"
HIDDEN = {
    "role": "admin",
    "is_superuser": "on",
    "is_staff": "on",
    "is_admin": "on",
    "id": "1",
    "pk": "1",
    "password": "pbkdf2_sha256$1$x$y",
    "last_login": "2020-01-01",
    "created_at": "2020-01-01",
    "invited_at": "2020-01-01",
    "author": "1",
    "made_by": "1",
    "user": "1",
    "user_id": "1",
    "used_by": "1",
    "state": "closed",
    "closed": "2020-01-01",
    "published": "on",
    "groups": "1",
    "user_permissions": "1",
    "memberships": "1",
}


def of_forms(cast):
    """Each form with a right filling, and the fields of it that a person may set."""
    officer, lead, holding, housing = cast
    version = {"version": 1}
    return {
        "/account/password/": {
            "old_password": PASSWORD,
            "new_password1": NEW,
            "new_password2": NEW,
        },
        "/people/invite/": {
            "name": "Nia New",
            "email": "nia@northmere.example",
            "role": "reader",
            "form_key": KEY,
        },
        f"/people/{officer.pk}/": {
            "name": officer.name,
            "email": officer.email,
            "role": "officer",
            "is_active": "on",
            "version": officer.version,
        },
        "/leads/add/": {"name": "New lead", "form_key": KEY},
        f"/leads/{lead.pk}/edit/": {"name": "Renamed", **version},
        f"/holdings/{holding.pk}/": {"starts": "2026-01-01", **version},
        "/directorates/add/": {"name": "New", "kind": "service", "form_key": KEY},
        f"/directorates/{housing.pk}/": {
            "name": housing.name,
            "kind": "directorate",
            **version,
        },
    }


@pytest.fixture
def cast(officer, housing):
    holding = HoldingFactory(user=officer)
    return officer, holding.lead, holding, housing


def everything():
    """Every row that these forms touch, as plain values; passwords by whether they are usable as they stand."""
    rows = {}
    for model in (User, Lead, Holding, Directorate):
        for row in model.objects.all():
            fields = [each.name for each in model._meta.concrete_fields]
            rows[model.__name__, row.pk] = {
                each: getattr(row, row._meta.get_field(each).attname) for each in fields
            }
    rows["memberships"] = set(Membership.objects.values_list("user", "directorate"))
    return rows


PLACES = range(8)


@pytest.mark.parametrize("place", PLACES)
def test_a_field_that_the_form_does_not_show_has_no_effect(place, cast, admin_client):
    address, filling = list(of_forms(cast).items())[place]
    hidden = {name: value for name, value in HIDDEN.items() if name not in filling}

    after = []
    for sent in (filling, {**hidden, **filling}):
        with transaction.atomic():
            response = admin_client.post(address, sent)
            assert response.status_code == 302, response.content.decode()
            after.append(comparable(everything()))
            transaction.set_rollback(True)

    assert after[0] == after[1]


def comparable(rows):
    """Leave out what differs between any two sendings: keys given anew, moments, salts."""
    members = rows.pop("memberships")
    plain = [
        {
            name: value
            for name, value in row.items()
            if name not in ("id", "password", "last_login", "created_at", "invited_at")
        }
        for _, row in sorted(rows.items(), key=str)
    ]
    return plain, len(members)


def test_an_officers_own_pages_raise_no_role(officer, officer_client):
    officer_client.post(
        "/account/password/",
        {
            **HIDDEN,
            "old_password": PASSWORD,
            "new_password1": NEW,
            "new_password2": NEW,
        },
    )

    officer.refresh_from_db()
    assert officer.check_password(NEW)
    assert model_to_dict(officer, ["role", "is_active", "email"]) == {
        "role": "officer",
        "is_active": True,
        "email": officer.email,
    }


@pytest.mark.parametrize(
    ("address", "filling", "field"),
    [
        ("/people/invite/", {"role": "root"}, "role"),
        ("/people/invite/", {"directorates": ["closed"]}, "directorates"),
        ("/people/invite/", {"directorates": ["999999"]}, "directorates"),
        ("/leads/add/", {"directorate": "closed"}, "directorate"),
        ("/leads/add/", {"holder": "leaver"}, "holder"),
        ("/leads/{lead}/move/", {"directorate": "closed"}, "directorate"),
        ("/leads/{lead}/holders/add/", {"user": "leaver"}, "user"),
        ("/directorates/add/", {"kind": "ministry"}, "kind"),
        ("/directorates/{housing}/close/", {"successors": ["closed"]}, "successors"),
        ("/directorates/{housing}/close/", {"successors": ["housing"]}, "successors"),
    ],
)
def test_a_value_that_is_not_on_offer_is_refused_on_its_field(
    address, filling, field, admin_client, leaver, housing
):
    keys = {
        "closed": DirectorateFactory(closed="2020-01-01").pk,
        "leaver": leaver.pk,
        "housing": housing.pk,
        "lead": LeadFactory().pk,
    }
    sent = {
        name: [keys.get(one, one) for one in value]
        if isinstance(value, list)
        else keys.get(value, value)
        for name, value in filling.items()
    }

    response = admin_client.post(address.format(**keys), {**sent, "form_key": KEY})

    assert field in response.context["form"].errors


def test_a_value_on_offer_is_taken(admin_client, housing):
    """The control."""
    response = admin_client.post(
        "/leads/add/",
        {
            "name": "New lead",
            "directorate": housing.pk,
            "holder": UserFactory().pk,
            "form_key": KEY,
        },
    )

    assert response.status_code == 302
