"""People: how they sign in, what they are, and where they belong."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from equality_tracker.audit.models import Versioned, tracked

from .directorate import Directorate
from .guards import AN_ADMIN_STAYS


class Role(models.TextChoices):
    READER = "reader", "Reader"
    OFFICER = "officer", "Officer"
    MANAGER = "manager", "Manager"
    ADMIN = "admin", "Admin"


class UserQuerySet(models.QuerySet):
    def active(self):
        """Those who may sign in."""
        return self.filter(is_active=True)

    def invited(self):
        """Those who have not chosen a password yet."""
        return self.active().filter(invited_at__isnull=False)

    def leavers(self):
        return self.filter(is_active=False)

    def admins(self):
        return self.active().filter(role=Role.ADMIN)

    def matching(self, words):
        """Those with `words` in their name or e-mail address."""
        return self.filter(
            models.Q(name__icontains=words) | models.Q(email__icontains=words)
        )

    def for_list(self, on):
        """Load all that one row of the list of people shows: three queries. `posts` are the holdings on the day `on`."""
        from .lead import Holding

        running = Holding.objects.running(on).select_related("lead")
        return self.prefetch_related(
            "directorates",
            models.Prefetch(
                "holdings", running.order_by("lead__name"), to_attr="posts"
            ),
        )


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)

    def create_user(self, email, password=None, **fields):
        """Make a person who can sign in; without a password they must follow an invitation first."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email, password=None, **fields):
        """Make an admin: the one door for the very first person, used by `createsuperuser`."""
        return self.create_user(email, password, role=Role.ADMIN, **fields)


@tracked(exclude=["password", "last_login"], silent=["password", "last_login"])
class User(AbstractBaseUser, Versioned):
    """A person who signs in by e-mail, has one role, and belongs to directorates."""

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=150)
    role = models.CharField(
        max_length=8, choices=Role, default=Role.READER, db_default="reader"
    )
    directorates = models.ManyToManyField(
        Directorate, through="Membership", related_name="people", blank=True
    )
    is_active = models.BooleanField(
        "may sign in",
        default=True,
        help_text="Untick for a leaver. What they wrote stays under their name.",
    )
    invited_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_is_unique",
                violation_error_message="Somebody with this e-mail address is there already.",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=["reader", "officer", "manager", "admin"]),
                name="user_role_is_known",
            ),
        ]
        triggers = [AN_ADMIN_STAYS]

    def __str__(self):
        return self.name or self.email

    @property
    def is_admin(self):
        return self.is_active and self.role == Role.ADMIN

    # The admin site asks these three names: an admin may do everything there, nobody else anything.
    @property
    def is_staff(self):
        return self.is_admin

    def has_perm(self, perm, obj=None):
        return self.is_admin

    def has_module_perms(self, app_label):
        return self.is_admin

    @property
    def may_update(self):
        """Whether this person's role lets them record progress at all; which actions is `Action.objects.editable_by`."""
        return self.is_active and self.role in (Role.OFFICER, Role.MANAGER, Role.ADMIN)


@tracked()
class Membership(models.Model):
    """A person's place in a directorate."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    directorate = models.ForeignKey(
        Directorate, on_delete=models.PROTECT, related_name="memberships"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "directorate"], name="membership_stands_once"
            )
        ]

    def __str__(self):
        return f"{self.user} in {self.directorate}"
