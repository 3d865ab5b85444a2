"""The words of the lines above, between and below the tables of a plan, and of its sheets' names. Data, not code."""

# A line above a table that names a level of the plan: "Objective 2: …", "Theme: …".
LEVELS = (
    "priority", "objective", "theme", "outcome", "goal", "aim", "strand", "ambition",
    "commitment", "workstream", "strategic objective", "strategic priority", "pledge",
    "equality objective", "equality priority", "equality outcome", "key priority", "principle",
)  # fmt: skip
# A line of its own over a list of outcomes.
OUTCOME_LISTS = (
    "outcomes", "priority outcomes", "outcome", "intended outcomes", "our outcomes",
    "key outcomes", "what we want to achieve", "we want to achieve", "desired outcomes",
)  # fmt: skip
# A line of its own that only says what comes next.
SIGNPOSTS = (
    "actions", "priority actions", "key actions", "action plan", "success measures", "measures",
    "performance indicators", "indicators", "our actions", "delivery plan", "notes", "key",
    "detailed action plan", "what we will do", "how we will measure success", "targets",
)  # fmt: skip
TOTALS = (
    "total", "totals", "grand total", "subtotal", "sub total", "overall total", "sum",
    "sub totals", "subtotals", "overall", "count", "average", "total actions",
)  # fmt: skip
# How a line of counts begins: "Number of actions: 12", "% complete".
COUNTS = (
    "number of", "no of", "count of", "percentage", "per cent", "percent", "% ", "average", "total ",
    "actions complete", "actions on target", "overall progress", "overall completion",
)  # fmt: skip
# A line that only places the document: none names a part of the plan.
DOCUMENT_WORDS = (
    "version", "draft", "updated", "update", "prepared", "approved", "author", "owner", "contact",
    "date", "review", "reviewed", "published", "appendix", "annex", "page", "page no", "contents",
    "confidential", "official", "status", "council", "borough", "nhs", "trust", "university",
    "college", "board", "committee", "cabinet", "tracker", "template", "report", "as at", "table",
    "key", "note", "notes", "guidance", "instructions", "please", "register", "log", "sheet",
    "quarter", "month", "year", "total", "totals", "number of", "complete", "completed", "source",
)  # fmt: skip
# A label before a value on one line: "Directorate: Housing", "Lead officer: Head of Care".
PART_LABELS = (
    "directorate", "department", "service", "service area", "division", "lead directorate",
    "lead department", "lead service", "responsible directorate", "faculty", "group", "team",
)  # fmt: skip
LEAD_LABELS = (
    "lead", "lead officer", "responsible officer", "owner", "lead member", "accountable officer",
    "priority lead", "objective lead", "theme lead", "priority owner", "lead for this objective",
    "objective owner", "responsible lead", "strategic lead", "executive lead", "senior responsible officer",
)  # fmt: skip
TIME_LABELS = (
    "timescale", "deadline", "target date", "completion date", "by when", "due date", "due", "timescales",
    "to be completed by", "end date", "for completion by",
)  # fmt: skip
# What a sheet is called that names no part of the plan.
PLAIN_SHEET_WORDS = frozenset(
    [
        "sheet",
        "plan",
        "plans",
        "action",
        "actions",
        "data",
        "template",
        "tracker",
        "table",
        "tables",
        "export",
        "page",
        "equality",
        "equalities",
        "edi",
        "diversity",
        "inclusion",
        "main",
        "log",
        "list",
        "register",
        "final",
        "draft",
        "copy",
        "current",
        "live",
        "completed",
        "closed",
        "open",
        "outstanding",
        "master",
        "the",
        "and",
        "of",
        "for",
        "to",
        "in",
        "version",
        "update",
        "updates",
        "updated",
        "delivery",
        "monitoring",
        "report",
        "progress",
        "full",
        "all",
        "detail",
        "details",
        "detailed",
        "working",
        "part",
        "objectives",
        "priorities",
        "outcomes",
        "scheme",
        "strategy",
        "annual",
        "year",
        "yearly",
        "quarter",
        "quarterly",
        "month",
        "monthly",
        "council",
        "new",
        "old",
        "single",
        "work",
        "programme",
        "spreadsheet",
        "book",
        "workbook",
        "cont",
        "continued",
        "document",
        "doc",
        "tbl",
        "eap",
        "rag",
        "status",
        "v",
        "dei",
        "pdf",
        "word",
    ]
)
