"""The links that let somebody choose a password: an invitation, or a forgotten password. Each works once."""

from dataclasses import dataclass

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.encoding import force_bytes, force_str
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from .models import User

SESSION_KEY = "password-link"


class InvitationTokens(PasswordResetTokenGenerator):
    """Dead once the password is chosen, the e-mail address changes, or a newer invitation is sent."""

    key_salt = "equality_tracker.organisation.links.InvitationTokens"

    def _make_hash_value(self, user, timestamp):
        return f"{super()._make_hash_value(user, timestamp)}{user.invited_at}"


TOKENS = {"invitation": InvitationTokens(), "reset": PasswordResetTokenGenerator()}
ADDRESSES = {
    "invitation": "organisation:invitation_accept",
    "reset": "organisation:password_reset_confirm",
}


@dataclass(frozen=True)
class Link:
    """What a link says: what it is for, whom it was sent to, and the token that only their e-mail has."""

    purpose: str
    uid: str
    token: str

    @classmethod
    def to(cls, user, purpose):
        """Make a new link for `user`; `purpose` is "invitation" or "reset"."""
        uid = urlsafe_base64_encode(force_bytes(user.pk))
        return cls(purpose, uid, TOKENS[purpose].make_token(user))

    @property
    def path(self):
        return reverse(ADDRESSES[self.purpose], args=[self.uid, self.token])

    def user(self, people=None):
        """Return whom the link is for, looked up in `people` (a queryset, perhaps locked); None where it no longer works."""
        people = User.objects.all() if people is None else people
        found = people.filter(pk=self._pk(), is_active=True).first()
        if found and TOKENS[self.purpose].check_token(found, self.token):
            return found
        return None

    def _pk(self):
        try:
            return User._meta.pk.to_python(force_str(urlsafe_base64_decode(self.uid)))
        except (ValueError, OverflowError, ValidationError):
            return None

    def keep(self, session):
        """Keep the link in the session, so that the page which asks for the password has no secret in its address."""
        session[SESSION_KEY] = [self.purpose, self.uid, self.token]

    @classmethod
    def kept(cls, session):
        """Return the link kept in the session, or None."""
        found = session.get(SESSION_KEY)
        return cls(*found) if found else None
