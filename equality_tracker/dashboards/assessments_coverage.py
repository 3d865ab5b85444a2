"""What the coverage matrix reads of everything, kept as the dashboards' counts are: of an assessment that somebody writes only that one is read
anew."""

from assessments.coverage import gaps, harm
from assessments.coverage.whole import Whole

from .kept import HARM, INDICATORS
from .snapshot import one_page


def kept_whole(on):
    """Return the Whole of the day `on`, kept where it still stands: one query and the end of its transaction, and what is read anew."""
    with one_page() as moment:
        harmed = moment.parts("harm", [HARM], _harm, _mended)[HARM]
        kept = moment.parts(("gaps", on), [INDICATORS], lambda _parts: {INDICATORS: gaps.counted(on)})  # fmt: skip
        return Whole(harmed, kept[INDICATORS])


def _harm(_parts):
    return {HARM: harm.counted()}


def _mended(written):
    register, ids = written[HARM]
    return {HARM: register.mended(ids)}
