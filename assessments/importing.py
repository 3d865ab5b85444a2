"""The headings by which tables of Equality Impact Assessments are recognised."""

from equality_tracker.workbooks.vocabulary import Field, TableKind

CONTEXT = (
    "eia", "eias", "eqia", "eqias", "eqa", "ehia", "impact assessment", "impact assessments",
    "equality analysis", "equality analyses", "equality impact", "eina",
)  # fmt: skip

REGISTER = TableKind(
    name="assessments",
    fields=(
        Field("reference", ("ref", "reference", "no", "number", "id", "eia ref", "eia no", "eia number")),
        Field(
            "title",
            ("title", "name", "policy", "function", "policy function", "policy or function",
             "policy service", "policy service or function", "policy function or service",
             "service policy", "name of policy", "name of eia", "name of policy service",
             "eia title", "title of eia", "assessment", "assessment title", "title of assessment",
             "proposal", "project", "subject", "decision", "strategy", "policy title", "eia",
             "name of assessment", "policy name", "activity", "equality impact assessment",
             "eia name", "name of proposal", "function to be assessed", "policy to be assessed",
             "policy function to be assessed", "policies", "functions", "policies functions", "policy strategy", "policy or service"),
        ),
        Field("kind", ("type", "kind", "category", "eia type", "type of eia")),
        Field("directorate", ("directorate", "department", "service", "service area", "division", "team")),
        Field(
            "lead",
            ("lead", "lead officer", "owner", "author", "responsible officer", "officer",
             "contact", "completed by", "assessor", "eia lead", "who"),
        ),
        Field(
            "due",
            ("due", "due date", "date due", "target date", "timescale", "date", "deadline",
             "planned date", "when", "scheduled", "eia due", "quarter", "year", "timetable", "planned", "start date"),
        ),
        Field("screening", ("screening", "screened", "screening date", "screening outcome", "relevance",
                            "priority", "screening result", "initial screening")),
        Field("stage", ("stage", "status", "progress", "rag", "current stage", "position")),
        Field("approved", ("approved", "signed off", "sign off", "date approved", "approved by",
                           "sign off date", "date signed off", "date completed", "completed")),
        Field("published", ("published", "publication", "date published", "publication date", "link")),
        Field("review", ("review", "review date", "date of review", "next review", "review due")),
        Field("impact", ("impact", "impacts", "outcome", "findings", "result", "full eia required",
                         "full eia", "full assessment")),
        Field("characteristics", ("protected characteristics", "characteristics", "groups affected",
                                  "strands", "equality groups")),
        Field("comment", ("comment", "comments", "notes", "mitigation", "actions")),
    ),
    needs=(frozenset({"title"}),),
    context=CONTEXT,
)  # fmt: skip

PROGRAMME = TableKind(
    name="programme",
    fields=(
        Field("directorate", ("directorate", "department", "service", "service area", "division",
                              "directorate service", "dept")),
        Field("target", ("target", "targets", "planned", "number planned", "programmed", "promised",
                         "due", "scheduled", "to be completed", "number due", "total planned")),
        Field("completed", ("achieved", "completed", "done", "number completed", "numbers completed",
                            "actual", "complete", "total completed", "published")),
        Field("percent", ("%", "per cent", "percent", "percentage", "% completed", "% achieved",
                          "% complete")),
        Field("outstanding", ("outstanding", "remaining", "not completed", "overdue")),
    ),
    needs=(frozenset({"directorate", "target", "completed"}),
           frozenset({"directorate", "completed", "percent"})),
    context=CONTEXT,
)  # fmt: skip

FRAMEWORK_CONTEXT = (
    "framework", "eflg", "eff", "self assessment", "equality standard", "maturity", "eds",
    "equality delivery system", "excellence framework", "level",
)  # fmt: skip
# Leads and dates are not counted: a self-assessment that has both, and actions, is a plan of actions.
FRAMEWORK = TableKind(
    name="framework",
    fields=(
        Field("reference", ("ref", "reference", "no", "number", "criterion no", "id")),
        Field("area", ("module", "area", "theme", "performance area", "goal", "domain", "section",
                       "priority", "strand", "workstream")),
        Field("title", ("criteria", "criterion", "indicator", "theme", "statement", "question", "standard",
                        "sub theme", "what good looks like", "description", "requirement", "outcome",
                        "element", "module")),
        Field("level", ("level", "current level", "assessed level", "level now", "current rating", "score",
                        "current score", "self assessment", "self assessment score", "rating", "grade",
                        "self assessed level", "judgement", "assessment", "developing", "current position",
                        "where are we now", "current grade", "current assessment", "our level")),
        Field("wanted", ("target level", "level wanted", "target", "target rating", "aiming for", "excellent",
                         "achieving", "target score", "desired level", "goal level", "level aimed for",
                         "required level", "next level")),
        Field("evidence", ("evidence", "supporting evidence", "examples", "comments", "comment", "notes",
                           "rationale", "evidence and examples", "justification")),
        Field("gaps", ("gaps", "areas for improvement", "gap", "improvement", "what is missing",
                       "areas for development", "improvement needed")),
    ),
    needs=(frozenset({"title", "level"}), frozenset({"area", "level"})),
    context=FRAMEWORK_CONTEXT,
)  # fmt: skip
