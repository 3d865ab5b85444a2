"""The words that councils write over the columns of an action table, and what each means.

Data, not code: an admin's additions stand beside these (see `TableKind.extended`).
"""

from equality_tracker.workbooks.marks import KEY_FIELD, KEY_HEADING
from equality_tracker.workbooks.vocabulary import Field, TableKind

REFERENCE = Field(
    "reference",
    (
        "s n", "sn", "serial number", "action reference no",
        "unique id", "unique ref", "unique reference", "serial no", "s no", "ref number", "reference number", "line", "row", "plan ref", "objective ref", "action ref no",
        "ref", "reference", "ref no", "no", "number", "id", "#", "item", "item no", "code",
        "action no", "action number", "action ref", "action reference", "action id",
    ),
)  # fmt: skip
PRIORITY = Field(
    "priority",
    (
        "area", "area of work", "area for improvement", "improvement area", "section",
        "priorities", "objectives", "themes", "key priority", "key objective", "equality theme", "strategic aim", "strategic theme", "strategic outcome", "equality aim", "strategic equality objective", "equality objective no", "pillar", "domain", "ambition", "council priority", "work stream", "work area", "category", "strand of work", "outcome area", "corporate plan priority", "overarching objective", "our objective", "objective area", "edi priority", "edi objective", "eds domain", "priority theme", "council objective", "pledge", "our priority", "our priorities", "long term aim", "corporate aim",
        "priority", "objective", "theme", "goal", "aim", "equality objective", "priority area",
        "strategic objective", "strategic priority", "corporate priority", "corporate objective",
        "key theme", "workstream", "equality priority", "equality outcome", "equality goal",
        "commitment", "focus area", "area of focus", "objective no", "linked objective",
    ),
)  # fmt: skip
TITLE = Field(
    "title",
    (
        "actions to be undertaken", "actions we will take", "actions to take", "action we will take", "action to take", "what action will we take", "what we plan to do", "what we will deliver", "what do we plan to do", "what is the action", "actions to deliver", "agreed action", "agreed actions", "smart action", "smart actions", "action detail", "action details", "actions needed", "steps to be taken", "action steps", "key tasks", "key deliverables", "key steps to be taken", "what action will be taken", "proposed activity", "planned activity", "planned activities", "supporting action", "supporting actions", "delivery action", "delivery actions", "how we will do it", "how we will achieve this", "how will we achieve this", "how will this be achieved", "how will we get there", "how will we deliver", "what are we planning to do", "what will we do to achieve this", "what actions will we take", "action to be undertaken", "tasks actions", "actions tasks", "specific actions", "equality action", "equality actions", "edi action", "recommended action", "main action", "main actions", "activity action", "actions and activities", "work to be done", "what will happen", "next steps", "what needs to happen", "improvement actions",
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
    spare=(
        "recommendation", "recommendations", "milestone", "milestones", "description", "details", "detail", "commitment", "commitments",
        "recommendation", "recommendations", "objective", "objectives", "steps", "key steps",
        "intervention", "interventions", "measure", "measures", "target", "goal", "goals",
        "priority", "pledge", "pledges", "issue", "issues", "outcome", "outcomes", "item",
    ),
    questions=("what", "how will we do", "how will we get",),
)  # fmt: skip
OUTCOME = Field(
    "outcome",
    (
        "why is this important", "why this matters", "why it matters", "expected outcome impact", "outcome impact", "outcomes impact", "impact outcome", "what will change", "what will be different", "what difference will we make", "what difference will this make for people", "goal outcome", "aims and outcomes", "outcome sought", "outcomes sought", "anticipated outcome", "result", "results", "outcome for residents", "outcome for people", "expected results", "what we want to happen", "what are we trying to achieve", "what we are trying to achieve", "what we hope to achieve", "aim of action", "equality impact", "outcome benefit", "expected difference", "intended result",
        "outcome", "outcomes", "why", "why are we doing it", "why are we doing this",
        "what do we want to achieve", "what we want to achieve", "what will this achieve",
        "what will it achieve", "intended outcome", "intended outcomes", "desired outcome",
        "desired outcomes", "expected outcome", "expected outcomes", "expected result",
        "outcome wanted", "planned outcome", "target outcome", "what difference will it make",
        "what difference will this make", "impact", "intended impact", "benefit", "benefits",
        "expected benefit", "expected benefits", "purpose", "rationale", "reason",
         "expected impact",
    ),
    questions=("what impact", "what will the impact", "why", "what will change", "what difference", "what will be different", "what do we want", "what are we trying",),
)  # fmt: skip
MEASURES = Field(
    "measures",
    (
        "what success looks like", "what does success look like", "what will success look like", "what good looks like", "what does good look like", "success indicator", "success indicators", "success measures kpis", "how will we know we have achieved it", "how will we know weve made a difference", "how will we know we have made a difference", "how will we know if we are successful", "how we will know we have succeeded", "how we will know we have been successful", "how will we monitor this", "how will we monitor progress", "how will it be monitored", "how it will be measured", "how this will be measured", "measured by", "measurable outcome", "measurable outcomes", "evidence required", "measure of progress", "measures of progress", "progress measure", "progress measures", "outcome measure", "outcome measures", "impact measure", "impact measures", "measure target", "measures targets", "targets and measures", "performance target", "performance targets", "indicator of success", "indicators of success", "how do we know", "evaluation", "key measures", "key measure", "monitoring arrangements", "monitoring method",
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
    questions=("how will we know", "how will we measure", "how will you know", "how do we know", "how will it be measured", "how will success", "how will this be measured", "what will success", "what does success", "what does good",),
)  # fmt: skip
LEAD = Field(
    "lead",
    (
        "lead for action", "lead for the action", "lead for delivery", "named person", "named contact", "lead on this", "person leading",
        "lead officer and service", "lead officer and directorate", "lead officer service", "lead officer s", "directorate lead", "service owner", "named lead", "action lead", "action leads", "lead manager", "lead member of staff", "accountable lead", "accountable person", "accountable owner", "accountable director", "responsible director", "responsible manager", "responsible department", "responsible directorate", "responsible body", "responsible service area", "responsible lead officer", "officer lead", "project lead", "strategic lead", "operational lead", "senior responsible owner", "senior responsible officer", "sro", "executive lead", "executive sponsor", "director lead", "lead director", "sponsor", "delivery owner", "delivery partner", "delivery partners", "delivered by", "who leads", "who will deliver", "who will deliver this", "whos leading", "who is leading", "who is accountable", "who will take this forward", "who by", "assigned", "assignee", "allocated to", "lead s", "leads and partners", "lead officer team", "lead officer post", "lead officer name", "post responsible", "job title", "contact officer", "lead contact", "lead contact officer", "responsible for delivery", "responsible for action", "responsibility for action", "responsibility of", "lead and support", "owner lead", "lead owner", "lead section", "lead body", "lead area", "lead division", "manager responsible", "service manager", "head of service", "lead school", "responsible party", "responsible parties",
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
    several=True,
    questions=("who", "whose",),
)  # fmt: skip
DIRECTORATE = Field(
    "directorate",
    (
        "lead area of council", "function", "faculty", "school", "care group", "business group",  "locality", "directorate or service", "directorate area", "department service", "directorate team", "council service", "organisation", "portfolio",
        "directorate", "department", "dept", "service", "service area", "division", "team",
        "service directorate", "directorate service", "directorate department",
        "service unit", "business unit", "business area",
    ),
)  # fmt: skip
TIMESCALE = Field(
    "timescale",
    (
        "when will it happen", "when will this happen", "when will it be completed", "when will this be completed", "when will we do this", "timescale for completion", "timescales for completion", "timescale for delivery", "completion timescale", "completion", "to be done by", "delivered by when", "date to be completed", "date to be completed by", "target completion", "target for completion", "target end date", "planned end date", "planned end", "estimated end date", "expected end date", "expected delivery date", "expected date", "delivery by", "delivery deadline", "delivery timescale", "delivery timeframe", "due for completion", "date due for completion", "anticipated completion date", "anticipated completion", "forecast completion", "forecast completion date", "forecast date", "revised date", "proposed timescale", "proposed deadline", "deadline date", "deadline for completion", "action deadline", "milestone date", "target quarter", "target year", "time line", "timelines", "timeframes", "time period", "time frames", "schedule", "completion deadline", "action due", "action due date", "date for delivery", "by what date", "by date", "year", "years", "quarter due", "due quarter", "implementation date", "date of completion", "deadline timescale", "timescale deadline", "planned date", "planned delivery date", "planned timescale", "date for action", "when to be completed", "due when",
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
    questions=("when", "by when", "how long",),
)  # fmt: skip
START = Field(
    "start",
    (
        "commencement",
        "commencement date",
        "date commenced",
        "start by",
        "begin",
        "begins",
        "planned start date",
        "actual start",
        "actual start date",
        "date opened",
        "date raised",
        "date added",
        "start month",
        "start",
        "start date",
        "date started",
        "planned start",
        "from",
    ),
)
STATUS = Field(
    "rag_status",
    (
        "b rag", "b r a g", "r a g", "r a g status", "r a g rating", "rag rating status", "rag status update", "ragb status", "bragw", "brag status rating", "progress brag", "current brag", "current rag status", "current rag rating", "latest rag status", "action rag", "action rag status", "rag position", "rag score", "rag assessment", "rag colour", "progress rating", "progress indicator", "performance rag", "delivery rag", "delivery confidence", "status of delivery", "completion status", "action progress status", "open closed", "state", "complete", "status brag", "brag colour", "progress colour", "traffic light status", "traffic light rating", "rag current", "rag now", "rag this quarter", "this quarter rag", "status this quarter", "overall progress status", "stage", "stage of completion", "overall rag status", "end of year rag", "year end rag", "year end status", "position rag",
        "done", "rag", "rag status", "rag rating", "rag rated", "brag", "brag status", "brag rating",
        "status", "current status", "current rag", "action status", "progress rag",
        "progress status", "status rag", "latest rag", "latest status", "ragb", "bragg",
        "overall rag", "overall status", "delivery status", "colour", "traffic light",
        "status of action", "rating", "on track",
    ),
    questions=("is it done", "is it complete", "done",),
)  # fmt: skip
# Several columns, one for each status, of which one is ticked (`plans.importing.marks`).
STATUS_MARK = Field(
    "status_mark",
    ("red", "amber", "green", "rag red", "rag amber", "rag green", "rag r", "rag a", "rag g"),
    several=True,
)  # fmt: skip
PREVIOUS_STATUS = Field(
    "previous_status",
    (
        "previous brag", "previous brag status", "last quarters rag status", "last quarter rag status", "previous rag rating", "previous quarter status", "last quarters status", "prior status", "prior rag status", "last period status", "last rag status", "rag last period", "previous period rag", "rag previous", "rag last", "status last quarter", "former rag", "last reported rag", "last reported status", "rag prev", "prev rag", "prev status", "previous quarters rag", "previous quarters status", "previous month rag", "last month rag", "last month status", "last year rag", "last brag",
        "last quarter rag", "last quarters rag", "previous rag", "previous status",
        "previous quarter rag", "last rag", "last status", "rag last quarter", "prior rag",
        "last period rag", "previous rag status", "rag previous quarter", "last quarter status",
    ),
)  # fmt: skip
PROGRESS = Field(
    "progress",
    (
        "progress update commentary", "progress commentary update", "current update", "most recent update", "narrative", "progress narrative", "narrative update", "update narrative", "commentary on progress", "comments on progress", "comments progress", "progress comments", "progress comment", "comments updates", "updates comments", "progress notes and evidence", "progress and evidence", "progress evidence", "what progress have we made", "what progress has been made", "progress since last update", "progress since last report", "progress this quarter", "update this quarter", "quarterly update", "quarterly progress", "latest commentary", "latest comments", "progress latest", "progress summary", "summary of progress", "progress and impact", "impact to date", "delivery update", "status commentary", "status comments", "status narrative", "status update commentary", "action update", "action updates", "action taken", "actions taken", "action taken to date", "actions taken to date", "actions to date", "activity to date", "work to date", "work undertaken", "work done", "what weve done", "what we have done so far", "what have we done so far", "what we did", "what did we do", "where are we now", "how are we doing", "how we are doing", "year end update", "end of year update", "mid year update", "half year update", "annual update", "progress at year end", "current situation", "officer update", "officer comments", "officer commentary", "update comments", "rag commentary", "rag comments", "reason for rag", "explanation", "explanation of status", "achieved to date", "achievements to date", "progress position", "outturn", "outcome to date", "delivery notes", "additional comments", "any other comments", "current status update", "current status commentary", "monitoring comments",
        "progress", "priority and progress", "progress update", "progress updates", "update",
        "updates", "progress to date", "progress made", "progress report", "progress notes",
        "progress so far", "progress and comments", "progress commentary", "comment", "comments",
        "commentary", "current position", "position", "position statement", "latest update",
        "latest progress", "latest position", "status update", "what have we done",
        "what we have done", "what has been done", "achievements", "notes", "progress against action",
        "update on progress", "current progress", "monitoring update", "remarks",
    ),
    several=True,
    questions=("how are we doing", "how is it going", "how far", "how well", "where are we", "what have we done", "what has been done", "what has happened", "what progress", "what did we do", "have we",),
)  # fmt: skip
EVIDENCE = Field(
    "evidence",
    (
        "evidence of completion",
        "evidence of delivery",
        "evidence link",
        "link to evidence",
        "evidence links",
        "evidence available",
        "evidence source",
        "evidence documents",
        "evidence of achievement",
        "evidence of impact",
        "proof",
        "supporting documents",
        "evidence",
        "supporting evidence",
        "evidence of progress",
        "evidence and links",
    ),
    questions=(
        "what evidence",
        "where is the evidence",
    ),
)
STEPS = Field(
    "steps",
    (
        "how",
        "how we will do this",
        "how this will be done",
        "steps",
        "key steps",
        "sub actions",
        "sub tasks",
        "key milestones",
    ),
    questions=("how are we going", "how will we go about", "how do we plan"),
)
COMPLETED = Field(
    "completed",
    (
        "date action completed",
        "completed date",
        "actual end date",
        "actual date",
        "actual finish",
        "date closed",
        "closed date",
        "closed on",
        "actual date of completion",
        "actual completed date",
        "date completed",
        "completed on",
        "actual completion",
        "actual completion date",
        "date achieved",
    ),
)
AIMS = Field(
    "aims",
    (
        "part of the general duty", "part of the general equality duty", "general equality duty", "equality aim s", "duty", "equality duty aim", "public sector duty", "three aims", "psed aims", "aim of the duty", "aims of the duty", "equality act aim", "equality act duty", "pse duty", "psed need", "general duty need", "needs of the general duty","aims", "equality objectives", "general duty", "equality duty", "duty aim", "psed aim",
     "equality aims", "general duty aims", "psed", "public sector equality duty"),
)  # fmt: skip
CHARACTERISTICS = Field(
    "characteristics",
    (
        "protected characteristics affected", "protected characteristic s", "protected groups affected", "who is affected", "who benefits", "who will benefit", "equality group affected", "target group", "target groups", "group affected", "groups affected", "pc", "pcs", "relevant protected characteristics", "relevant protected characteristic", "relevant characteristics", "equality characteristic", "equality characteristics", "group", "priority group", "priority groups", "which groups", "people who share","protected characteristic", "protected characteristics", "characteristic", "characteristics",
     "equality strand", "equality strands", "equality group", "equality groups", "strand",
     "protected group", "protected groups"),
    questions=("who is affected", "who benefits", "who will benefit", "which groups", "which protected", "which characteristics",),
)  # fmt: skip
RESOURCES = Field(
    "resources",
    (
        "resourcing", "cost and resources", "funding source", "budget source", "resource requirements", "staff resource", "cost implications", "financial implications", "budget required", "resources budget", "dependencies", "risks", "risk", "risks and dependencies", "barriers", "risks issues","resources", "resource", "resource implications", "budget", "cost", "costs", "funding",
     "resources required", "resources needed"),
    questions=("what will it cost", "how much", "what resources", "what money", "where will the money",),
)  # fmt: skip
# The hidden last column of a spreadsheet that went out from here.
ROW_KEY = Field(KEY_FIELD, (KEY_HEADING,))
# A column for each year or quarter, ticked where the action is due then (`plans.importing.settling`).
TIMESCALE_MARK = Field("timescale_mark", ("due in",), several=True)

ACTIONS = TableKind(
    name="actions",
    fields=(
        REFERENCE, PRIORITY, TITLE, OUTCOME, MEASURES, LEAD, DIRECTORATE, TIMESCALE, START,
        STATUS, STATUS_MARK, PREVIOUS_STATUS, PROGRESS, EVIDENCE, STEPS, COMPLETED, AIMS, CHARACTERISTICS,
        RESOURCES, TIMESCALE_MARK, ROW_KEY,
    ),
    needs=(frozenset({"title"}), frozenset({"outcome", "lead", "timescale"})),
)  # fmt: skip
