"""Signing in, and choosing a password."""

import datetime

from django import forms
from django.contrib.auth.forms import (
    AuthenticationForm,
    PasswordChangeForm,
    SetPasswordForm,
)
from django.core.exceptions import ValidationError
from django.utils import timezone

from equality_tracker import security_log
from equality_tracker.organisation import devices, guessing
from equality_tracker.organisation.models import SignInAttempt, User
from equality_tracker.organisation.sources import counted_as, source_of

LONGEST_ADDRESS = 254
PASSWORD_HINT = (
    "At least 12 characters. Three words that have nothing to do with one another "
    "make a good password."
)


class LimitedForm(forms.Form):
    """A form of which only so many sendings are looked at. `refused` says that this one was not."""

    refused = False

    def reserve(self, request, purpose, email):
        """Reserve a place for this sending; raise ValidationError, with the time of the next one, where there is none."""
        user = User.objects.filter(email__iexact=email).first()
        try:
            return guessing.reserve(
                purpose,
                # The stored spelling: letters that only look equal to the database must not give more tries.
                account=user.email if user else email.casefold()[:LONGEST_ADDRESS],
                source=counted_as(source_of(request)),
                at=timezone.now(),
                known=devices.is_known(request, user),
            )
        except guessing.TooManyTries as refusal:
            self.refused = True
            security_log.tell("too many tries", refused=True, of=purpose, tried=email)
            raise ValidationError(_too_many(refusal.until), code="refused") from None


def _too_many(until):
    # Rounded up to the minute: at the time named, it works.
    minute = timezone.localtime(until) + datetime.timedelta(seconds=59)
    return (
        "There were too many tries. You can try again at "
        f"{minute:%H:%M}. Whoever is signed in stays signed in."
    )


class SignInForm(LimitedForm, AuthenticationForm):
    """E-mail address and password. The answer is the same whether or not there is such an account."""

    username = forms.EmailField(
        label="E-mail address",
        max_length=LONGEST_ADDRESS,
        widget=forms.EmailInput(
            attrs={"autocomplete": "username", "spellcheck": "false"}
        ),
    )
    error_messages = {
        "invalid_login": (
            "The e-mail address or the password is not right. Check both and try again."
        ),
        "inactive": "The e-mail address or the password is not right.",
    }

    def clean(self):
        email = self.cleaned_data.get("username")
        if not email or not self.cleaned_data.get("password"):
            return self.cleaned_data
        attempt = self.reserve(self.request, SignInAttempt.Purpose.PASSWORD, email)
        cleaned = super().clean()
        guessing.succeeded(attempt)
        return cleaned


class PasswordResetForm(LimitedForm):
    """Asks for a link to a new password. The answer is the same whether or not there is such an account."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=LONGEST_ADDRESS,
        help_text="The one with which you sign in.",
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    def __init__(self, request, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_email(self):
        email = self.cleaned_data["email"]
        self.reserve(self.request, SignInAttempt.Purpose.RESET, email)
        return email


class ChoosePasswordForm(SetPasswordForm):
    """A new password, twice."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _explain(self)


class OwnPasswordForm(LimitedForm, PasswordChangeForm):
    """A new password, twice, from somebody who knows the old one."""

    def __init__(self, request, *args, **kwargs):
        super().__init__(request.user, *args, **kwargs)
        self.request = request
        self.fields["old_password"].label = "Your password now"
        _explain(self)

    def clean_old_password(self):
        attempt = self.reserve(
            self.request, SignInAttempt.Purpose.PASSWORD, self.user.email
        )
        old = super().clean_old_password()
        guessing.succeeded(attempt)
        return old


def _explain(form):
    form.fields["new_password1"].label = "New password"
    form.fields["new_password1"].help_text = PASSWORD_HINT
    form.fields["new_password2"].label = "New password again"
    form.fields["new_password2"].help_text = ""
