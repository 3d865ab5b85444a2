"""Statements that the database reads once a connection.

To read a page's question and to plan it takes PostgreSQL several times as long as to answer it. A Planned is handed over once (PREPARE)
and then asked by its name with what differs from page to page. After five askings the server itself weighs a plan for every case against one
made for this case (decision 1102). A statement whose answer a migration has given other types is refused by the server: all are then handed over anew.
"""

import re
from itertools import count
from weakref import WeakKeyDictionary

from django.db import NotSupportedError, connection
from django.db.models import Expression
from psycopg2.errors import FeatureNotSupported
from psycopg2.extensions import TRANSACTION_STATUS_IDLE, AsIs

LONGEST_NAME = 63
WRITES = re.compile(r"\b(INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE)\b", re.IGNORECASE)  # fmt: skip
_numbers = count(1)
# The names that each connection to a server has been handed so far.
_known = WeakKeyDictionary()


class Given(Expression):
    """A value that is not known yet when the SQL is made: its name stands in its place."""

    def __init__(self, name, output_field=None):
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]


def filled(params, given):
    """Return `params` with what is `given` for its name in the place of each Given."""
    return [given[one.name] if isinstance(one, Given) else one for one in params]


def asking(ask):
    """Return what `ask` returns. Where the server refuses a statement because a table is no longer what it was when it was handed over,
    forget what this connection knows, and ask again; within a transaction that is lost, and the next one works."""
    try:
        return ask()
    except NotSupportedError as error:
        if not isinstance(error.__cause__, FeatureNotSupported):
            raise
        _known.pop(connection.connection, None)
        if connection.connection.info.transaction_status != TRANSACTION_STATUS_IDLE:
            raise
        return ask()


class Planned:
    """The statement `sql` with Givens among its `params`; `words` tell in the server's log and activity what it is.

    It only reads: history is not told who asks it (`audit.apps`). Raises ValueError for one that writes.
    """

    def __init__(self, words, sql, params):
        if WRITES.search(sql):
            raise ValueError(f"A statement that writes cannot be planned: {words}.")
        self._sql, self._params = sql, params
        self._given = [one.name for one in params if isinstance(one, Given)]
        # A name belongs to one statement of this process: two may have the same words.
        name = re.sub(r"\W+", "_", f"p{next(_numbers)}_{words}")
        self._name = name[:LONGEST_NAME].lower()
        marks = ", ".join(["%s"] * len(self._given))
        self._asked = f"EXECUTE {self._name}{f' ({marks})' if marks else ''}"

    def asked(self, given):
        """Return (sql, params) that ask it with what is `given`. Raises KeyError where something is not given."""
        if connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
            # Transactions are pooled (DATABASE_POOLED): the next one may go over another connection, which knows no names.
            return self._sql, filled(self._params, given)
        self._hand_over()
        return self._asked, [given[name] for name in self._given]

    def ask(self, cursor, given):
        asking(lambda: cursor.execute(*self.asked(given)))

    def by_one_plan(self, cursor, given):
        """Ask it by a plan that does for every case, made once, and return its rows: for what looks a few rows up by their ids, however
        large the plan for just those may reckon itself cheaper. Within a transaction."""
        sql, params = self.asked(given)
        generic = f"SET LOCAL plan_cache_mode = force_generic_plan; {sql}"
        asking(lambda: cursor.execute(generic, params))
        found = cursor.fetchall()
        cursor.execute("SET LOCAL plan_cache_mode = auto")
        return found

    def tuples(self, **given):
        """Ask it; return its rows as the driver gives them."""
        with connection.cursor() as cursor:
            self.ask(cursor, given)
            return cursor.fetchall()

    def _hand_over(self):
        connection.ensure_connection()
        names = _known.get(connection.connection)
        if names is not None and self._name in names:
            return
        connection.validate_no_broken_transaction()
        # Of names that were forgotten the server still knows.
        anew = "DEALLOCATE ALL; " if names is None else ""
        with connection.wrap_database_errors, connection.connection.cursor() as cursor:
            cursor.execute(f"{anew}PREPARE {self._name} AS {self._written(cursor)}")
        _known.setdefault(connection.connection, set()).add(self._name)

    def _written(self, cursor):
        """The statement with $1, $2 for what is given; all else is written out, so that the planner sees it."""
        places = count(1)
        params = [AsIs(f"${next(places)}") if isinstance(one, Given) else one for one in self._params]  # fmt: skip
        return cursor.mogrify(self._sql, params).decode()
