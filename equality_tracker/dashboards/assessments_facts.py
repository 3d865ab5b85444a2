"""What the register's own pages ask of the whole of it, kept as the dashboards' counts are: of an assessment that somebody writes only that one
is read anew."""

from assessments.register.facts import counted

from .kept import EACH_ASSESSMENT
from .snapshot import one_page


def kept_facts():
    """Return the Facts, kept where they still stand: one query and the end of its transaction, one more where somebody has written."""
    with one_page() as moment:
        asked = "facts of the register", [EACH_ASSESSMENT]
        return moment.parts(*asked, _facts, _mended)[EACH_ASSESSMENT]


def _facts(_parts):
    return {EACH_ASSESSMENT: counted()}


def _mended(written):
    facts, ids = written[EACH_ASSESSMENT]
    return {EACH_ASSESSMENT: facts.mended(ids)}
