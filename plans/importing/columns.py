"""The words that councils write over the columns of an action table, and what each means.

Data, not code: an admin's additions stand beside these (see `TableKind.extended`).
"""

from equality_tracker.workbooks.marks import KEY_FIELD, KEY_HEADING
from equality_tracker.workbooks.vocabulary import Field, TableKind

REFERENCE = Field(
    "reference",
    (
        "ref", "reference", "ref no", "no", "number", "id", "#", "item", "item no", "code",
        "action no", "action number", "action ref", "action reference", "action id",
    ),
)  # fmt: skip
PRIORITY = Field(
    "priority",
    (
        "priority", "objective", "theme", "goal", "aim", "equality objective", "priority area",
        "strategic objective", "strategic priority", "corporate priority", "corporate objective",
        "key theme", "workstream", "equality priority", "equality outcome", "equality goal",
        "commitment", "focus area", "area of focus", "objective no", "linked objective",
    ),
)  # fmt: skip
TITLE = Field(
    "title",
    (
        "action", "actions", "action activity", "activity", "activities", "task", "tasks",
        "key action", "key actions", "key activity", "key activities", "specific action",
        "what", "what are we going to do", "what will we do", "what we will do", "what will be done",
        "what we are going to do", "what do we need to do", "what needs to be done",
        "what are we doing", "what are we going to do about it", "how will we do it",
        "action required", "actions required", "required action", "action needed",
        "action to be taken", "actions to be taken", "action relating to", "proposed action",
        "proposed actions", "planned action", "planned actions", "action description",
        "description of action", "action point", "action title", "actions activities",
        "improvement action", "supporting priorities", "supporting priority", "deliverable",
        "deliverables", "project", "initiative", "priority actions", "our actions", "we will",
    ),
)  # fmt: skip
OUTCOME = Field(
    "outcome",
    (
        "outcome", "outcomes", "why", "why are we doing it", "why are we doing this",
        "what do we want to achieve", "what we want to achieve", "what will this achieve",
        "what will it achieve", "intended outcome", "intended outcomes", "desired outcome",
        "desired outcomes", "expected outcome", "expected outcomes", "expected result",
        "outcome wanted", "planned outcome", "target outcome", "what difference will it make",
        "what difference will this make", "impact", "intended impact", "benefit", "benefits",
        "expected benefit", "expected benefits", "purpose", "rationale", "reason",
        "what will success look like", "expected impact",
    ),
)  # fmt: skip
MEASURES = Field(
    "measures",
    (
        "measure", "measures", "success measure", "success measures", "measure of success",
        "measures of success", "success criteria", "success criterion", "success factor",
        "how will we know", "how will we know we have been successful", "how we will know",
        "how will we know if we have succeeded", "how will we know we have succeeded",
        "how will we know weve been successful", "how will we know it has worked",
        "how will we measure success", "how will we measure this", "how will we measure it",
        "how will success be measured", "how will it be measured", "how we will measure success",
        "how measured", "performance measure", "performance measures", "performance indicator",
        "performance indicators", "key performance indicator", "key performance indicators",
        "kpi", "kpis", "indicator", "indicators", "output", "outputs", "target", "targets",
        "milestone", "milestones", "evidence of success", "measurement", "monitoring",
    ),
    several=True,
)  # fmt: skip
LEAD = Field(
    "lead",
    (
        "lead", "leads", "who", "who will do it", "who will do this", "who is responsible",
        "who will lead", "who will be responsible", "by whom", "whom", "whos responsible",
        "lead officer", "lead officers", "lead person", "lead directorate", "lead service",
        "lead directorate service", "lead department", "lead team", "lead agency", "lead partner",
        "lead responsibility", "lead role", "lead post", "lead name", "lead organisation",
        "lead and partners", "led by", "owner", "action owner", "action by", "owned by",
        "responsible", "responsible officer", "responsible officers", "responsible person",
        "responsible lead", "responsible team", "responsible service", "responsible owner",
        "responsibility", "responsibilities", "person responsible", "officer responsible",
        "officer", "officers", "named officer", "accountable", "accountable officer",
        "accountability", "delivery lead", "assigned to", "service lead", "partner", "partners",
        "service responsible", "team responsible",
    ),
)  # fmt: skip
DIRECTORATE = Field(
    "directorate",
    (
        "directorate", "department", "dept", "service", "service area", "division", "team",
        "service directorate", "directorate service", "directorate department", "section",
        "service unit", "business unit", "business area",
    ),
)  # fmt: skip
TIMESCALE = Field(
    "timescale",
    (
        "timescale", "timescales", "time scale", "time scales", "timeframe", "time frame",
        "timeline", "timing", "when", "when will it be done", "when will this be done",
        "when will we do it", "when by", "by when", "by", "deadline", "deadlines", "due",
        "due date", "due by", "date due", "date", "target date", "target dates", "end date", "end", "finish", "to be completed",
        "finish date", "target completion date", "completion target", "expected completion",
        "expected completion date", "planned completion", "planned completion date",
        "estimated completion", "completion by", "completed by", "to be completed by",
        "complete by", "delivery date", "target timescale", "key dates", "date for completion",
        "review date", "completion date", "proposed completion date", "target deadline",
    ),
)  # fmt: skip
START = Field("start", ("start", "start date", "date started", "planned start", "from"))
STATUS = Field(
    "rag_status",
    (
        "rag", "rag status", "rag rating", "rag rated", "brag", "brag status", "brag rating",
        "status", "current status", "current rag", "action status", "progress rag",
        "progress status", "status rag", "latest rag", "latest status", "ragb", "bragg",
        "overall rag", "overall status", "delivery status", "colour", "traffic light",
        "status of action", "rating", "on track",
    ),
)  # fmt: skip
PREVIOUS_STATUS = Field(
    "previous_status",
    (
        "last quarter rag", "last quarters rag", "previous rag", "previous status",
        "previous quarter rag", "last rag", "last status", "rag last quarter", "prior rag",
        "last period rag", "previous rag status", "rag previous quarter", "last quarter status",
    ),
)  # fmt: skip
PROGRESS = Field(
    "progress",
    (
        "progress", "priority and progress", "progress update", "progress updates", "update",
        "updates", "progress to date", "progress made", "progress report", "progress notes",
        "progress so far", "progress and comments", "progress commentary", "comment", "comments",
        "commentary", "current position", "position", "position statement", "latest update",
        "latest progress", "latest position", "status update", "what have we done",
        "what we have done", "what has been done", "achievements", "notes", "progress against action",
        "update on progress", "current progress", "monitoring update", "remarks",
    ),
    several=True,
)  # fmt: skip
EVIDENCE = Field(
    "evidence",
    ("evidence", "supporting evidence", "evidence of progress", "evidence and links"),
)
STEPS = Field(
    "steps", ("steps", "key steps", "sub actions", "sub tasks", "key milestones")
)
COMPLETED = Field(
    "completed",
    (
        "date completed",
        "completed on",
        "actual completion",
        "actual completion date",
        "date achieved",
    ),
)
AIMS = Field(
    "aims",
    ("aims", "equality objectives", "general duty", "equality duty", "duty aim", "psed aim",
     "equality aims", "general duty aims", "psed", "public sector equality duty"),
)  # fmt: skip
CHARACTERISTICS = Field(
    "characteristics",
    ("protected characteristic", "protected characteristics", "characteristic", "characteristics",
     "equality strand", "equality strands", "equality group", "equality groups", "strand",
     "protected group", "protected groups"),
)  # fmt: skip
RESOURCES = Field(
    "resources",
    ("resources", "resource", "resource implications", "budget", "cost", "costs", "funding",
     "resources required", "resources needed"),
)  # fmt: skip
# The hidden last column of a spreadsheet that went out from here.
ROW_KEY = Field(KEY_FIELD, (KEY_HEADING,))

ACTIONS = TableKind(
    name="actions",
    fields=(
        REFERENCE, PRIORITY, TITLE, OUTCOME, MEASURES, LEAD, DIRECTORATE, TIMESCALE, START,
        STATUS, PREVIOUS_STATUS, PROGRESS, EVIDENCE, STEPS, COMPLETED, AIMS, CHARACTERISTICS,
        RESOURCES, ROW_KEY,
    ),
    needs=(frozenset({"title"}), frozenset({"outcome", "lead", "timescale"})),
)  # fmt: skip

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
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sub total",
    "overall total",
    "sum",
)
