"""Why an import is not written: each says so in one sentence with its remedy."""


class CannotApply(Exception):
    """The import was not written; the text says why in one sentence."""


class LookAgain(CannotApply):
    """The plan or the file's reading is not what the preview showed."""


class NearRowsUnsaid(CannotApply):
    """Rows are nearly an action of the plan, and nobody said whether they are that one; `rows` are those."""

    def __init__(self, rows):
        what = "1 row is" if len(rows) == 1 else f"{len(rows)} rows are"
        super().__init__(
            f"{what} nearly an action of the plan. Nothing has been imported: say of each whether it is that one."
        )
        self.rows = rows


class SameUnsaid(CannotApply):
    """Rows may be one that is here, and nobody said whether they are that one; `rows` are those."""

    noun = "one"

    def __init__(self, rows):
        what = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
        super().__init__(
            f"{what} may be an {self.noun} that is here. Nothing has been imported: say of each whether it is that one."
        )
        self.rows = rows


class SameIndicatorUnsaid(SameUnsaid):
    """Rows may be an indicator that is here."""

    noun = "indicator"


class SameAssessmentUnsaid(SameUnsaid):
    """Rows may be an assessment that is here."""

    noun = "assessment"


class StageUnsaid(CannotApply):
    """Rows say of their stage what is not known here, and nobody said what they mean; `rows` are those."""

    def __init__(self, rows):
        what = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
        super().__init__(
            f"It is not clear at which stage {what} of the register {'stands' if len(rows) == 1 else 'stand'}. "
            "Nothing has been imported: say which stage their words mean."
        )
        self.rows = rows


class YearUnsaid(CannotApply):
    """A programme names no year, and nobody said which it is of."""

    def __init__(self):
        super().__init__(
            "The file does not say which year its programme is of. Nothing has been imported: say which year it is."
        )


class UntilUnsaid(CannotApply):
    """Rows are confidential, and nobody said until when; `count` is how many."""

    def __init__(self, count):
        rows = "1 row of the register is" if count == 1 else f"{count} rows of the register are"  # fmt: skip
        super().__init__(
            f"{rows} confidential without a day until when. Nothing has been imported: say until which day."
        )


class AlreadyApplied(CannotApply):
    """Somebody imported this before, or undid it."""
