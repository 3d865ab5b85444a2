"""How often somebody may try: at most ten tries in five minutes are let through, per account and per source."""

import datetime

from django.db import connection, transaction

from .models import SignInAttempt

LIMIT = 10
WINDOW = datetime.timedelta(minutes=5)
# Some of an account's tries are kept for a browser in which its owner has signed in before: a stranger who uses up the rest
# cannot shut the owner out.
KEPT_FOR_THE_OWNER = 3
FORGOTTEN_AFTER = datetime.timedelta(days=1)


class TooManyTries(Exception):
    """No more tries for now; the next one is let through at `until`."""

    def __init__(self, until):
        super().__init__(f"The next try is let through at {until}.")
        self.until = until


@transaction.atomic
def reserve(purpose, *, account, source, at, known=False):
    """Reserve a place for one try at the moment `at`, before it is looked at; return the SignInAttempt.

    `account` names what is aimed at, `source` is an address, `known` says that the browser is the owner's. Raises TooManyTries.
    Tries that came together wait for one another here, so that no more than the limit are let through.
    """
    _one_at_a_time(f"{purpose} of {account}", f"{purpose} from {source}")
    recent = SignInAttempt.objects.filter(
        purpose=purpose, succeeded=False, made_at__gt=at - WINDOW
    )
    of_account = LIMIT if known else LIMIT - KEPT_FOR_THE_OWNER
    _refuse_beyond(recent.filter(account=account), of_account)
    _refuse_beyond(recent.filter(source=source), LIMIT)
    _forget_before(at - FORGOTTEN_AFTER)
    return SignInAttempt.objects.create(purpose=purpose, account=account, source=source)


def succeeded(attempt):
    """Say that a try was right: it no longer counts, so that a whole office behind one address gets in."""
    attempt.succeeded = True
    attempt.save(update_fields=["succeeded"])


def _one_at_a_time(*names):
    with connection.cursor() as cursor:
        for name in sorted(names):
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name]
            )


def _refuse_beyond(attempts, limit):
    made = list(attempts.order_by("-made_at").values_list("made_at", flat=True)[:limit])
    if len(made) == limit:
        raise TooManyTries(made[-1] + WINDOW)


def _forget_before(moment):
    old = SignInAttempt.objects.filter(made_at__lt=moment)
    SignInAttempt.objects.filter(
        pk__in=old.select_for_update(skip_locked=True).values("pk")[:100]
    ).delete()
