"""The addresses of sign-in, people, leads and directorates."""

from django.urls import path

from .views import (
    account,
    directorates,
    hand_over,
    holdings,
    leads,
    passwords,
    people,
    signing_in,
)

app_name = "organisation"

# Signing in
urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="sign_in"),
    path("sign-out/", signing_in.sign_out, name="sign_out"),
    path("account/", account.account, name="account"),
]

# Passwords
urlpatterns += [
    path("account/password/", passwords.password_change, name="password_change"),
    path("password-reset/", passwords.password_reset, name="password_reset"),
    path(
        "password-reset/sent/",
        passwords.password_reset_sent,
        name="password_reset_sent",
    ),
    path(
        "password-reset/<str:uid>/<str:token>/",
        passwords.follow_link,
        {"purpose": "reset"},
        name="password_reset_confirm",
    ),
    path(
        "invitation/<str:uid>/<str:token>/",
        passwords.follow_link,
        {"purpose": "invitation"},
        name="invitation_accept",
    ),
    path("choose-password/", passwords.password_choose, name="password_choose"),
]

# People
urlpatterns += [
    path("people/", people.people, name="people"),
    path("people/invite/", people.person_invite, name="person_invite"),
    path("people/<int:pk>/", people.person_edit, name="person_edit"),
    path(
        "people/<int:pk>/invitation/",
        people.invitation_resend,
        name="invitation_resend",
    ),
    path("people/<int:pk>/hand-over/", hand_over.hand_over, name="hand_over"),
]

# Leads and who holds them
urlpatterns += [
    path("leads/", leads.leads, name="leads"),
    path("leads/add/", leads.lead_add, name="lead_add"),
    path("leads/<int:pk>/", leads.lead_detail, name="lead_detail"),
    path("leads/<int:pk>/edit/", leads.lead_edit, name="lead_edit"),
    path("leads/<int:pk>/move/", leads.lead_move, name="lead_move"),
    path("leads/<int:pk>/holders/add/", holdings.holding_add, name="holding_add"),
    path("holdings/<int:pk>/", holdings.holding_edit, name="holding_edit"),
]

# Directorates
urlpatterns += [
    path("directorates/", directorates.directorates, name="directorates"),
    path("directorates/add/", directorates.directorate_add, name="directorate_add"),
    path(
        "directorates/<int:pk>/",
        directorates.directorate_edit,
        name="directorate_edit",
    ),
    path(
        "directorates/<int:pk>/close/",
        directorates.directorate_close,
        name="directorate_close",
    ),
]
