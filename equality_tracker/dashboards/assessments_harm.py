"""Whom the assessments of the register harm, kept as the dashboards' counts are: of one that somebody writes only that one is read anew."""

from assessments.coverage.harm import counted

from .kept import HARM
from .snapshot import one_page


def kept_harm():
    """Return the Register of whom assessments harm, a kept one where it still stands: one query and the end of its transaction, one more
    where some or all are read."""
    with one_page() as moment:
        return moment.parts("harm", [HARM], _counted, _mended)[HARM]


def _counted(_parts):
    return {HARM: counted()}


def _mended(written):
    register, ids = written[HARM]
    return {HARM: register.mended(ids)}
