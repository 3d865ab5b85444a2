"""The base of the change history: who, when, before and after, whatever made the change."""

import pghistory
import pghistory.models
import pgtrigger
from django.conf import settings
from django.db import connection, models
from django.db.models.expressions import Func
from django.utils import timezone


class DatabaseRole(Func):
    """The database role that made a change: names who came by SQL rather than through a page."""

    template = "CURRENT_USER"
    output_field = models.TextField()


class HistoryEvent(pghistory.models.Event):
    """One row of a table as it stood after an insert or update, or before a delete."""

    pgh_database_role = models.TextField(db_default=DatabaseRole())

    class Meta:
        abstract = True


def raise_version(model, silent):
    """Return the trigger that raises the version at each change but one of the fields in `silent` alone."""
    columns = [
        field.column
        for field in model._meta.concrete_fields
        if field.name not in silent
    ]
    return pgtrigger.Trigger(
        name="raise_version",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf(*columns) if silent else pgtrigger.Update,
        func="NEW.version := OLD.version + 1; RETURN NEW;",
    )


def tracked(*, exclude=(), silent=(), indexes=()):
    """Return a class decorator that keeps a model's history and, where it has a version, raises it.

    `exclude` names fields that history leaves out, such as a generated search column; `silent` those whose change alone
    leaves the version: that somebody signs in must not put an admin's open form about them out of date; `indexes` are those of the
    history.
    """

    def decorate(model):
        pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=list(exclude) or None,
            model_name=f"{model.__name__}Event",
            meta={"indexes": list(indexes)} if indexes else None,
        )(model)
        if any(field.name == "version" for field in model._meta.fields):
            pgtrigger.register(raise_version(model, silent))(model)
        return model

    return decorate


class Versioned(models.Model):
    """A row whose every change raises its version, so that a form read earlier can be told apart."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class AlreadySent(Exception):
    """The same form was sent before; `url` is where its first sending ended."""

    def __init__(self, url):
        super().__init__(url)
        self.url = url


class FormKey(models.Model):
    """The one-time key of a form that creates something: the same form sent twice makes one row."""

    key = models.UUIDField(primary_key=True)
    used_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    used_at = models.DateTimeField(auto_now_add=True)
    url = models.TextField(blank=True)

    def __str__(self):
        return str(self.key)

    @classmethod
    def spend(cls, key, by, url=""):
        """Use `key` up inside the caller's transaction; return its row, whose `ends_at(url)` names the result where it is not known yet.

        Raises AlreadySent where the key was spent before, waiting for a first sending still under way.
        """
        found = cls(key=key, used_by=by, used_at=timezone.now(), url=url)
        if not found._insert_unless_spent():
            spent = cls.objects.get(key=key)
            raise AlreadySent(spent.url if spent.used_by_id == found.used_by_id else "")
        return found

    def _insert_unless_spent(self):
        """Insert this row; return False where its key is there already, which needs no savepoint to go on from."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {self._meta.db_table} (key, used_by_id, used_at, url) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
                [self.key, self.used_by_id, self.used_at, self.url],
            )
            return cursor.rowcount == 1

    @classmethod
    def ending_of(cls, key, by):
        """Return where an earlier sending of `key` by the same person ended, or None: a form that was saved may no longer be valid."""
        spent = cls.objects.filter(key=key, used_by=by).first() if key else None
        return spent and spent.url

    def ends_at(self, url):
        """Remember where the reader was sent, so that a second sending arrives there too."""
        self.url = url
        self.save(update_fields=["url"])
