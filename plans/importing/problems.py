"""What a person should look at in a file: where it is and what to do, equal ones alike."""

ERROR, WARNING, NOTE = "error", "warning", "note"

NOUGHT = (
    "The reference is stored as a number, which drops a nought at its end; it was read as the "
    "next in its row (1.10 after 1.9). Store references as text to keep them."
)
DATE_FOR_REFERENCE = (
    "The reference is a date to the spreadsheet ({text}), so it was left out. Type it again in a "
    "cell that is formatted as text."
)
SAME_REFERENCE = (
    "Another action of the file has the same reference ({reference}). Give each action its own, or "
    "clear one of them."
)
NO_TITLE = "This row has words but no action. Say what is to be done, or clear the row."
NO_YEAR = (
    "The columns {headings} name no year, so what they say of earlier times is not kept as dated history; the latest "
    "one counts as current. Put the year into their headings (“Q1 2026/27”) to keep it."
)
SEVERAL_REFERENCES = (
    "The cell holds several references, so several actions may stand in one row. They were read as one; give each a row "
    "of its own to part them."
)
READ_AS_BANNER = (
    "“{text}” stands alone above a table or between its rows and was read as the name of a "
    "priority. Put “Priority:” before it to make sure, or a reference beside it if it is an action."
)
SENTENCE = (
    "This tells what somebody does rather than who is responsible. It was kept whole; choose "
    "the lead by hand."
)
LEAD_ELSEWHERE = "The lead only points to another cell, so none was read. Write the lead's name in each row."
ERROR_CELL = "The cell holds an error of the spreadsheet ({text}). Put the formula right and save."
UNCALCULATED = (
    "The cell holds a formula that was never calculated. Open the file in Excel, save it and "
    "import it again."
)
UNKNOWN_COLOUR = (
    "The cell is coloured, but no key in the file says what the colour means. Choose the "
    "status for it on the columns page, or leave it without one."
)
NEAR_COLOUR = "The colour is hardly different from one in the key and was read as that one. Check it."
NO_COLOURS = (
    "The file's key gives statuses by colour, but a text table keeps no colours, so no status "
    "could be read. Import the Excel workbook (.xlsx) to bring them in."
)
NOT_A_TIME = (
    "The timescale was not understood as a date. Its words are kept; set a date by hand where "
    "there is one."
)
RHYTHM = (
    "It comes round again ({every}), which is more or less often than can be kept here. Its words are kept; "
    "choose how often by hand."
)
TIMES = {
    "before the plan starts": "The date lies before the plan starts. It was read as written; check it.",
    "after the plan ends": "The date lies after the plan ends. It was read as written; check it.",
    "in the plan's first month": "The date lies in the plan's first month, as if left over from an earlier plan. Check it.",
    "ambiguous day and month": "Day and month could be either way round; the day was taken first. Check it.",
    "impossible date": "There is no such day in the calendar, so no date was read. Put it right.",
    "ambiguous day or year": "The number could be a day or a year; it was read as the year. Check it.",
    "ambiguous": "The date can be read in two ways. Check it.",
    "no year": "A date has no year and the plan's period does not settle it. Add the year.",
    "too long to read": "The timescale is too long to read as a date. Set a date by hand.",
    "quarter of a financial or a calendar year": "The quarter was counted from April of the year named. Check it.",
    "half of a financial or a calendar year": "The half was counted from January of the year named. Check it.",
    "years from April or from January": "The years were counted from April of the first to March of the last. Check them.",
    "misspelt word": "A word is misspelt; it was read as the one that it is most like. Check it.",
    "a spreadsheet's number for a date": "The number was read as a spreadsheet's own number for a date. Check it.",
    "a year that belongs to a name": "The year belongs to the name of something else, so it was not read as a date. Set a date by hand where there is one.",
    "an earlier date is named": "The words name an earlier date too, which was left out as moved. Check it.",
    "said to be completed": "The words say that it was completed then; the date was kept as the date it was due. Check it.",
    "spring at the start or the end of the year": "The spring could be the first or the last of the financial year. Check it.",
}  # fmt: skip


def problem(sheet: str, cell: str, severity: str, message: str) -> dict:
    return {"sheet": sheet, "cell": cell, "severity": severity, "message": message}
