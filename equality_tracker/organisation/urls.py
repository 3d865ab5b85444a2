"""The addresses of sign-in, people, leads and directorates."""

from django.urls import path

from .views import account, passwords, signing_in

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
