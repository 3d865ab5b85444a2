"""What the register's own pages ask of the whole of it, kept as the dashboards' counts are: until somebody writes in the register."""

from assessments.register.facts import counted

from .assessments import REGISTER
from .snapshot import one_page


def kept_facts(on):
    """Return the Facts of the day `on`, kept ones where nobody has written since: one query and the end of its transaction, one more where
    they must be counted."""
    with one_page() as moment:
        key = ("facts of the register", on)
        return moment.parts(key, [REGISTER], lambda _plans: {REGISTER: counted(on)})[REGISTER]  # fmt: skip
