"""The headings by which a table of indicators is recognised; `indicators.tables` reads it."""

from equality_tracker.workbooks.vocabulary import Field, TableKind

INDICATORS = TableKind(
    name="indicators",
    fields=(
        Field("code", ("ref", "reference", "code", "no", "number", "pi ref", "pi no", "ni", "id")),
        Field(
            "title",
            ("performance indicator", "performance indicators", "indicator", "indicators",
             "indicator description", "indicator title", "kpi", "key performance indicator",
             "measure", "measures", "performance measure", "success measure", "pi", "metric",
             "description", "indicator name", "what we measure"),
        ),
        Field("baseline", ("baseline", "base line", "baseline figure", "starting point", "baseline value", "baseline position"), several=True),
        Field("target", ("target", "targets", "annual target", "target figure", "goal", "ambition", "aspiration"), several=True),
        Field(
            "result",
            ("result", "results", "actual", "actuals", "outturn", "performance", "achieved",
             "current performance", "value", "latest", "latest result", "latest figure", "outcome",
             "outturn figure", "position", "figure", "ytd", "year to date", "year end"),
            several=True,
        ),
        Field(
            "numerator",
            ("numerator", "numerator figure", "number achieved", "number meeting"), several=True,
        ),
        Field(
            "denominator",
            ("denominator", "denominator figure", "base", "out of", "sample size", "sample", "total number",
             "cohort"), several=True,
        ),
        Field("period", ("period", "year", "quarter", "reporting period", "time period", "financial year",
                         "reporting year", "month", "date of result", "period covered")),
        Field("unit", ("unit", "units", "unit of measure")),
        Field("direction", ("polarity", "good is", "direction", "good performance", "aim to")),
        Field("frequency", ("frequency", "reported", "how often", "reporting frequency")),
        Field("source", ("source", "data source", "source of data")),
        Field("lead", ("lead", "lead officer", "owner", "responsible officer", "service")),
        Field("directorate", ("directorate", "department", "division")),
        Field("comment", ("comment", "comments", "commentary", "notes", "trend", "direction of travel")),
        Field("rag_status", ("rag", "status", "rag status")),
    ),
    needs=(
        frozenset({"title", "baseline"}),
        frozenset({"title", "target", "result"}),
        frozenset({"title", "result"}),
        frozenset({"title", "target"}),
    ),
    dated="result",
)  # fmt: skip
