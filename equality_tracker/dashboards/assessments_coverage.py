"""What the coverage matrix reads of everything, kept as the dashboards' counts are: of an assessment that somebody writes only that one is read
anew."""

from assessments.coverage import gaps, harm
from assessments.coverage.whole import Whole

from .kept import EACH_ASSESSMENT, INDICATORS
from .snapshot import one_page


def kept_whole(on):
    """Return the Whole of the day `on`, kept where it still stands: one query and the end of its transaction, and what is read anew."""
    with one_page() as moment:
        harmed = moment.parts("harm", [EACH_ASSESSMENT], _harm, _mended)[EACH_ASSESSMENT]  # fmt: skip
        kept = moment.parts(("gaps", on), [INDICATORS], lambda _parts: {INDICATORS: gaps.counted(on)})  # fmt: skip
        return Whole(harmed, kept[INDICATORS])


def _harm(_parts):
    return {EACH_ASSESSMENT: harm.counted()}


def _mended(written):
    register, ids = written[EACH_ASSESSMENT]
    return {EACH_ASSESSMENT: register.mended(ids)}
