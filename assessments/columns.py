"""The headings by which tables of Equality Impact Assessments are recognised."""

from assessments.tables import headings
from equality_tracker.workbooks.marks import KEY_FIELD, KEY_HEADING
from equality_tracker.workbooks.vocabulary import Field, TableKind

CONTEXT = (
    "eia", "eias", "eqia", "eqias", "eqa", "ehia", "impact assessment", "impact assessments",
    "equality analysis", "equality analyses", "equality impact", "eina", "iia", "iias", "ehias", "einas", "eqhria", "eqhrias",
    "impact analysis", "screening", "qeia", "qeias", "people impact assessment", "pia", "section 75", "s75", "equality assessment", "equality assessments", "equality relevance",
)  # fmt: skip

THINGS = ("policy", "service", "function", "procedure", "strategy", "project", "proposal", "activity", "practice", "scheme", "change", "plan")  # fmt: skip
SUBJECTS = ("", "eia", "eqia", "assessment", "full eia", "full eqia", "full assessment")


def _named(things=THINGS):
    """How councils head what is assessed: "Policy / project", "Name of proposal", "Service or function being assessed"."""
    pairs = [
        f"{one}{link}{other}"
        for one in things
        for other in things
        if one != other
        for link in (" ", " or ", " and ")
    ]
    found = [
        *pairs,
        *(f"{one} name" for one in things),
        *(f"{one} title" for one in things),
    ]
    for one in (*things, *pairs):
        found += [
            f"name of {one}",
            f"title of {one}",
            f"{one} to be assessed",
            f"{one} being assessed",
        ]
    return tuple(found)


def _done(*verbs, nouns=()):
    """How councils head the day on which something was done: "Date EIA completed", "Completion date", "EIA signed off"."""
    found = [f"{one} {verb}".strip() for one in SUBJECTS[1:] for verb in verbs]
    found += [
        f"date {one} {verb}".replace("  ", " ") for one in SUBJECTS for verb in verbs
    ]
    found += [f"{verb} date" for verb in verbs] + [f"{verb} on" for verb in verbs]
    for noun in nouns:
        found += [
            noun,
            f"{noun} date",
            f"date of {noun}",
            *(f"{one} {noun} date" for one in SUBJECTS[1:]),
        ]
    return tuple(found)


REGISTER = TableKind(
    name="assessments",
    fields=(
        Field("reference", ("ref", "reference", "no", "number", "id", "eia ref", "eia no", "eia number", "ref no", "eqia id",
                            "eqia number", "eqia ref", "reference number", "unique reference", "eia id", "savings ref", "proposal ref", "project ref", "policy ref", "policy number", "our ref", "code", "eia reference")),
        Field(
            "title",
            ("eias to be completed", "eia to be completed", "eias to be carried out",  "assessments to be completed", "equality impact assessments to be completed", "impact assessment", "equality impact assessment title", "eqia", "eqias", "equality analysis", "name of eqia", "eqia title", *_named(), "title", "name", "policy", "function", "policy function", "policy or function",
             "policy service", "policy service or function", "policy function or service",
             "service policy", "name of policy", "name of eia", "name of policy service",
             "eia title", "title of eia", "assessment", "assessment title", "title of assessment",
             "proposal", "project", "subject", "strategy", "policy title", "eia",
             "name of assessment", "policy name", "activity", "equality impact assessment",
             "eia name", "name of proposal", "function to be assessed", "policy to be assessed",
             "policy function to be assessed", "policies", "functions", "policies functions", "policy strategy",
             "policy or service", "policy service function", "policy function or service to be assessed",
             "title of policy", "title of proposal", "name of activity", "budget proposal", "description of proposal",
             "what is assessed", "being assessed", "savings proposal", "name of project"),
            spare=("description", "brief description", "description of change", "details", "summary", "topic", "item", "area of work"),
        ),
        Field("kind", ("type", "kind", "category", "eia type", "type of eia", "type of assessment")),
        Field("directorate", ("lead service", "directorate and service", "department and service", "directorate division", "lead directorate and service", "directorate", "department", "lead directorate", "lead department", "faculty", "dept",
                              "directorate service", "portfolio")),
        Field("service", ("service", "service area", "division", "team", "section", "business unit", "service team")),
        Field(
            "lead",
            ("officer completing the eia", "officer completing eia", "officer completing", "completing officer", "name of officer", "contact person", "name of lead officer", "name of author", "officer responsible", "assessment lead", "lead assessor", "who completed it", "who is responsible", "responsible", "who will do it", "who leads", "carried out by", "undertaken by", "assessing officer", "lead author", "eia carried out by", "lead", "lead officer", "owner", "author", "responsible officer", "officer",
             "contact", "completed by", "assessor", "eia lead", "who", "activity owner", "responsible person",
             "contact officer", "policy owner", "eia author", "lead person", "eia owner", "responsible manager"),
        ),
        Field("sponsor", ("responsible head of service", "service director", "assistant director", "sponsor", "head of service", "director", "responsible director", "senior responsible officer", "sro",
                          "portfolio holder", "lead member")),
        Field("decision", ("decision", "decision to be made", "decision made", "what will be decided")),
        Field("decided", ("date of decision", "decision date", "decided on", "cabinet date", "committee date", "date decided",
                          "meeting date")),
        Field("meeting", ("meeting", "committee", "decision maker", "decided by", "decision body")),
        Field("budget_year", ("budget year",)),
        Field("saving", ("saving", "savings", "saving proposed", "value of saving")),
        Field(
            "due",
            ("target completion", "completion target", "due for completion", "planned completion", "when will it be done", "by when", "when due", "completion date planned", "to be completed by", "full assessment due", "full eia due", "assessment due", "expected completion date", "expected completion", "anticipated completion date", "estimated completion date", "expected date", "date expected", "eia due date", "eia due by", "due", "due date", "date due", "target date", "timescale", "date", "deadline",
             "planned date", "when", "scheduled", "eia due", "planned", "to be done by", "target completion date",
             "completion due", "planned completion date", "due by", "target"),
        ),
        Field("quarter", ("quarter", "year", "timetable", "qtr", "financial year", "planned quarter")),
        Field("begun", (*_done("started", "begun", "commenced", "opened", "initiated", nouns=("commencement",)), "date eia started", "eia start date", "eia started", "date assessment started", "eia begun", "date eia begun", "date eia commenced", "start date", "date started", "date begun", "date commenced", "started", "commenced", "begun",
                        "date opened", "start", "date initiated")),
        Field("screened", ("stage 1", "stage one", "screening", "screened", "screening date", "date screened", "date of screening", "initial screening",
                           "screening completed", "date screening completed")),
        Field("screening", ("screening outcome", "screening result", "result of screening", "outcome of screening",
                            "screening decision")),
        Field("needed", ("full eia required", "full eia needed", "full assessment required", "full assessment needed", "eia required",
                         "full equality impact assessment required", "full eqia required")),
        Field("ruled_out", ()),
        Field("reason", ("reason if not required", "reason not required", "reason", "reasons", "rationale", "justification",
                         "reason for no eia", "why not", "why no full assessment", "reason why not")),
        Field("full", ("stage 2", "stage two", "full eia", "full assessment", "full eia started", "full eia start", "full eia date",
                       "date of full eia", "full eqia")),
        Field("stage", ("progress to date", "stage reached", "progress update", "state of progress", "status of eia", "stage of eia", "eia progress", "progress of eia", "status of assessment", "stage", "status", "progress", "current stage", "position", "eia status", "eia stage",
                        "current position", "current status", "eqia status", "state"), questions=("where are we", "where is it", "where has it", "how far", "what stage", "which stage", "what is the status", "what is happening")),
        Field("rag", ("rag", "rag rating", "rag status")),
        Field("crossed", (), several=True),
        Field("since", ("since", "status date", "in this stage since")),
        Field("submitted", ("submitted for sign off", "submitted for approval", "sent for sign off", "sent for approval")),
        Field("approved", (*_done("approved", "signed off", "signed", nouns=("approval", "sign off")), "approved", "signed off", "sign off", "date approved", "signed", "approval date",
                           "sign off date", "date signed off", "date of sign off", "date of approval",
                           "date eia approved", "date eia signed off", "approved on", "date signed", "eia approved"), several=True),
        Field("published", ("uploaded to website", "date uploaded", "put on website", "date on website", "placed on website", "website date", *_done("published", nouns=("publication",)), "published", "publication", "date published", "publication date", "published on website",
                            "date of publication", "published on", "date eia published", "website", "publication status",
                            "on website", "eia published")),
        Field("address", ("publication link", "link to published eia", "published at", "where published", "published address",
                          "website link", "published link", "link to published assessment")),
        Field("link", ("web page", "webpage", "document", "location", "link", "url", "web address", "link to eia", "web link", "hyperlink", "weblink", "link to document",
                       "document link")),
        Field("review", ("date due for review", "due for review", "eia review date", "review due on", "date of review due", "review", "review date", "date of review", "next review", "review due", "date of next review",
                         "date for review", "next review date", "review by", "review due date", "review of actual impact due")),
        Field("outcome", ("outcome", "result", "eia outcome", "outcome of eia", "outcome of assessment", "conclusion", "eia conclusion")),
        Field("version", ("version", "version number")),
        Field("impact", ("impact", "impacts", "findings", "negative impact on", "impact level")),
        Field("characteristic", (), several=True),
        Field("characteristics", ("protected characteristics", "characteristics", "groups affected",
                                  "strands", "equality groups")),
        Field("completed", (*_done("completed", "finalised", nouns=("completion",)), "date of eia", "eia date", "date of assessment", "date completed", "completed",
                            "full eia completed", "date full eia completed")),
        Field("done", ("full eia done", "eia complete", "complete", "eia done", "eia undertaken", "eia carried out", "completed y n", "eia completed y n",
                       "has an eia been completed", "eia in place")),
        Field("approver", ("signed off by", "approved by", "authorised by", "agreed by", "eia signed off by"), several=True),
        Field("reviewed", ("last reviewed", "last review", "date last reviewed", "reviewed on", "reviewed", "last review date")),
        Field("checked", ()),
        Field("comment", ("comment", "comments", "notes", "mitigation", "actions", "remarks")),
        Field("confidential", ("confidential", "confidential y n", "is it confidential", "confidentiality", "confidential until", "restricted",
                               "exempt", "not for publication", "embargo", "embargoed until", "embargo until", "sensitive")),
        Field(KEY_FIELD, (KEY_HEADING,)),
    ),
    needs=(frozenset({"title"}),),
    context=CONTEXT,
    dated="crossed",
    wordy=True,
    grammar=headings.of_register,
)  # fmt: skip

PROGRAMME = TableKind(
    name="programme",
    fields=(
        Field("directorate", ("directorate", "department", "service", "service area", "division",
                              "directorate service", "dept")),
        Field("target", ("target", "targets", "planned", "number planned", "programmed", "promised",
                         "due", "scheduled", "to be completed", "number due", "total planned"), several=True),
        Field("completed", ("achieved", "completed", "done", "number completed", "numbers completed",
                            "actual", "complete", "total completed", "published", "completed as published"), several=True),
        Field("percent", ("%", "per cent", "percent", "percentage", "% completed", "% achieved",
                          "% complete", "percentage as published"), several=True),
        Field("outstanding", ("outstanding", "remaining", "not completed", "overdue")),
    ),
    needs=(frozenset({"directorate", "target", "completed"}),
           frozenset({"directorate", "completed", "percent"})),
    context=CONTEXT,
    grammar=headings.of_programme,
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
