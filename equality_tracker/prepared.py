"""Querysets compiled once.

Django makes the SQL of a queryset anew each time it is asked for, which for the larger questions of a page takes longer than the
database's answer. A Prepared is compiled when it is first used; what differs from page to page (a day, a person, an id) is given
when it runs.
"""

from copy import copy
from functools import cache, cached_property
from inspect import signature
from types import SimpleNamespace

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Field, ForeignKey, IntegerField, Lookup
from django.db.transaction import TransactionManagementError

from .planned import Given, Planned, asking, filled


@Field.register_lookup
@ForeignKey.register_lookup
class Among(Lookup):
    """`plan__among=ids` says what `plan__in=ids` says of a list that is not known yet."""

    lookup_name = "among"
    prepare_rhs = False

    def get_db_prep_lookup(self, value, connection):
        return "%s", [list(value)]

    def as_sql(self, compiler, connection):
        column, own = self.process_lhs(compiler, connection)
        ids, given = self.process_rhs(compiler, connection)
        return f"{column} = ANY({ids})", [*own, *given]


class Prepared:
    """The queryset that `make` returns when it is called with a Given for each of its arguments."""

    def __init__(self, make):
        self._make = make
        self.__doc__ = make.__doc__

    def rows(self, **given):
        """Ask the database; return a list of what the queryset gives."""
        compiler = copy(self._compiled[0])
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        self._check_lock(compiler.connection)
        compiler.as_sql = lambda *args, **kwargs: self._planned.asked(given)
        compiler.get_converters = lambda columns: self._converters
        asked = SimpleNamespace(
            db=DEFAULT_DB_ALIAS,
            model=self.model,
            query=_Ready(self._queryset.query, compiler),
            _known_related_objects={},
        )
        return asking(lambda: list(self._queryset._iterable_class(asked)))

    def tuples(self, **given):
        """Ask the database; return its rows as the driver gives them: for a `values_list` of columns that Django reads as they come."""
        return self._planned.tuples(**given)

    def get(self, **given):
        """Return the only row; `get_object_or_404` takes a Prepared. Raises the model's DoesNotExist where there is none: no row has a number
        that is too large for its column, as an address may hold, where what is given is called as the column's field."""
        can_be = all(self._can_be(name, value) for name, value in given.items())
        found = self.rows(**given) if can_be else []
        if not found:
            raise self.model.DoesNotExist
        (one,) = found
        return one

    def statement(self, **given):
        """Return (sql, params). Raises KeyError where something is not given."""
        sql, params = self.sql
        return sql, filled(params, given)

    @property
    def sql(self):
        """(sql, params) with the Givens still among them, for a statement that holds this one."""
        return self._compiled[1:]

    def _check_lock(self, connection):
        """What Django says when it compiles: outside a transaction a row would be let go at once."""
        if self._queryset.query.select_for_update and connection.get_autocommit():
            raise TransactionManagementError("A lock needs a transaction.")

    @property
    def model(self):
        return self._queryset.model

    def _can_be(self, name, value):
        low, high = self._ranges.get(name, (None, None))
        return low is None or not isinstance(value, int) or low <= value <= high

    @cached_property
    def _ranges(self):
        """{name of a field that holds whole numbers: the least and the greatest of them}; `pk` too."""
        found = {}
        for one in self.model._meta.concrete_fields:
            kind = one.target_field if one.is_relation else one
            if isinstance(kind, IntegerField):
                found[one.name] = connections[DEFAULT_DB_ALIAS].ops.integer_field_range(kind.get_internal_type())  # fmt: skip
                if one.primary_key:
                    found["pk"] = found[one.name]
        return found

    @cached_property
    def _queryset(self):
        found = self._make(*map(Given, signature(self._make).parameters))
        if found._prefetch_related_lookups:
            raise TypeError("What is prefetched cannot be prepared.")
        return found

    @cached_property
    def _planned(self):
        return Planned(self._make.__qualname__, *self.sql)

    @cached_property
    def _compiled(self):
        compiler = self._queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        return compiler, *compiler.as_sql()

    @cached_property
    def _converters(self):
        """What makes Python's values of the columns: the same at each asking, and slow to find out."""
        compiler = self._compiled[0]
        return compiler.get_converters([one for one, *_rest in compiler.select[: compiler.col_count]])  # fmt: skip


class _Ready:
    """A query that has been compiled already."""

    def __init__(self, query, compiler):
        self._query, self._compiler = query, compiler

    def get_compiler(self, *args, **kwargs):
        return self._compiler

    def __getattr__(self, name):
        return getattr(self._query, name)


def insert(row, **asked):
    """Insert a new `row`, as `save(force_insert=True)` does of a model whose saving nobody listens to, and give it its key.

    `asked` holds (sql, params) of a field's own question: the first row of its answer, or None, is the field's value.
    """
    fields = _written(type(row))
    parts = [asked.get(one.name) or ("%s", [_value(row, one)]) for one in fields]
    marks = [f"({sql} LIMIT 1)" if sql != "%s" else sql for sql, _given in parts]
    back = [row._meta.pk, *(row._meta.get_field(name) for name in asked)]
    sql = (
        f"INSERT INTO {_quoted(row._meta.db_table)} ({_columns(fields)}) VALUES ({', '.join(marks)}) "
        f"RETURNING {_columns(back)}"
    )
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(sql, [value for _sql, given in parts for value in given])
        for one, value in zip(back, cursor.fetchone(), strict=True):
            setattr(row, one.attname, value)
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def update(row, *names):
    """Write the fields `names` of `row`, as `save(update_fields=names)` does of a model whose saving nobody listens to."""
    fields = [row._meta.get_field(name) for name in names]
    changes = ", ".join(f"{_quoted(one.column)} = %s" for one in fields)
    sql = f"UPDATE {_quoted(row._meta.db_table)} SET {changes} WHERE {_columns([row._meta.pk])} = %s"
    given = [_value(row, one) for one in fields]
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(sql, [*given, row.pk])
        if cursor.rowcount != 1:
            raise row.DoesNotExist(f"{row!r} is gone.")


@cache
def _written(model):
    """The fields that an insert writes: all but the key and what the database makes itself."""
    fields = [one for one in model._meta.concrete_fields if not one.generated]
    if any(one.has_db_default() for one in fields):
        raise TypeError("A default that the database gives cannot be written here.")
    return [one for one in fields if not one.primary_key]


def _value(row, field):
    connection = connections[DEFAULT_DB_ALIAS]
    return field.get_db_prep_save(getattr(row, field.attname), connection)


def _columns(fields):
    return ", ".join(_quoted(one.column) for one in fields)


def _quoted(name):
    return connections[DEFAULT_DB_ALIAS].ops.quote_name(name)
