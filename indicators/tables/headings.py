"""The headings by which a table of indicators is recognised; `indicators.tables.walking` reads it."""

from equality_tracker.workbooks.vocabulary import Field, TableKind
from indicators.words import characteristics

# "Sex: Women": both rows of headings that stand one over the other.
GROUPS = tuple(
    words
    for name, groups in characteristics.GROUPS.items()
    for group in groups
    for words in (group, *(f"{over} {group}" for over in characteristics.HEADINGS[name]))
)  # fmt: skip
STRANDS = tuple(words for every in characteristics.HEADINGS.values() for words in every)
AGED = (
    "aged",
    "aged under",
    "aged over",
    "aged and over",
    "aged or over",
    "year olds",
    "year olds and over",
)
SHARES_OF = tuple(
    f"{sign} of {whole}"
    for sign in ("%", "percentage", "proportion")
    for whole in ("workforce", "staff", "total", "group", "applicants", "respondents", "employees", "all")
)  # fmt: skip
WHOLES = (
    "all", "total", "overall", "everyone", "all staff", "all employees", "all people", "all residents", "all respondents", "all tenants",
    "all pupils", "all groups", "all customers", "all users", "all applicants", "total staff", "whole workforce", "council overall",
)  # fmt: skip

INDICATORS = TableKind(
    name="indicators",
    fields=(
        Field("code", ("ref", "reference", "code", "no", "number", "pi ref", "pi no", "ni", "id")),
        Field(
            "title",
            ("performance indicator", "performance indicators", "indicator", "indicators",
             "indicator description", "indicator title", "kpi", "key performance indicator",
             "measure", "measures", "performance measure", "success measure", "outcome measure", "outcome indicator", "output measure", "impact measure", "pi", "metric",
             "description", "indicator name", "what we measure", "question", "survey question"),
        ),
        Field("baseline", ("baseline", "base line", "baseline figure", "starting point", "baseline value", "baseline position"), several=True),
        Field("target", ("target", "targets", "annual target", "target figure", "goal", "ambition", "aspiration"), several=True),
        Field(
            "result",
            ("result", "results", "actual", "actuals", "outturn", "performance", "achieved",
             "current performance", "value", "latest", "latest result", "latest figure", "outcome",
             "outturn figure", "position", "figure", "ytd", "year to date", "year end", "this year", "last year",
             "previous year", "current year"),
            several=True,
        ),
        Field(
            "numerator",
            ("numerator", "numerator figure", "number achieved", "number meeting"), several=True,
        ),
        Field(
            "denominator",
            ("denominator", "denominator figure", "base", "out of", "sample size", "sample", "total number",
             "cohort", "responses", "respondents", "no of responses", "number of responses", "number of respondents", "base number",
             "base size"), several=True,
        ),
        Field("period", ("period", "year", "quarter", "reporting period", "time period", "financial year",
                         "reporting year", "month", "date of result", "period covered")),
        Field("unit", ("unit", "units", "unit of measure")),
        Field("direction", ("polarity", "good is", "direction", "good performance", "aim to", "which way is better")),
        Field("frequency", ("frequency", "reported", "how often", "reporting frequency")),
        Field("source", ("source", "data source", "source of data")),
        Field("lead", ("lead", "lead officer", "owner", "responsible officer", "service")),
        Field("directorate", ("directorate", "department", "division")),
        Field("comment", ("comment", "comments", "commentary", "notes", "trend", "direction of travel")),
        Field("rag_status", ("rag", "status", "rag status")),
        Field("part_of", ("part of", "parent", "parent indicator")),
        Field("plan", ("plan", "plan reference")),
        Field("baseline_period", ("baseline for", "baseline period", "baseline year", "baseline date", "date of baseline")),
        Field("set", ("set", "indicator set")),
        Field("definition", ("definition", "technical definition")),
        Field("characteristic", ("characteristic", "protected characteristic", "equality characteristic", "equality strand", "strand",
                                 "diversity strand", "breakdown", "breakdown by")),
        Field("group", ("group", "sub group", "subgroup", "equality group", "pupil group", "population group", "protected group",
                        "group name", "groups")),
        Field("count", ("count", "number of people", "no of people", "headcount", "head count", "number in group"), several=True),
        Field("by_group", (*GROUPS, *AGED), several=True),
        Field("percent", ("%", "percentage", "per cent", "percent", *SHARES_OF), several=True),
        Field("strand", STRANDS, several=True),
        Field("whole", WHOLES, several=True),
        # No word tells it: times stand down the first column instead.
        Field("across", (), several=True),
    ),
    needs=(
        frozenset({"title", "baseline"}),
        frozenset({"title", "target", "result"}),
        frozenset({"title", "result"}),
        frozenset({"title", "target"}),
        frozenset({"title", "by_group"}),
        frozenset({"period", "by_group"}),
        frozenset({"period", "target", "result"}),
        frozenset({"group", "result"}),
        frozenset({"group", "percent"}),
        frozenset({"group", "denominator"}),
        frozenset({"group", "code", "count"}),
        frozenset({"group", "title", "count"}),
        frozenset({"group", "characteristic", "count"}),
    ),
    dated="result",
)  # fmt: skip
