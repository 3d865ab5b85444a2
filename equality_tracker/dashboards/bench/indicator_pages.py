"""The pages of indicators that the bench opens, and what they must reach."""

from .area_bounds import Area
from .council import MANAGER, directorate_of
from .indicators import LARGE, SMALL
from .pages import BARE, Page

OF_BARE = {
    "indicator list": 8,
    "indicators missed": 8,
    "indicators of a directorate": 8,
    "indicator": 4,
}
MISSED = "?verdict=missed"
OURS = f"?verdict=missed&directorate={directorate_of(MANAGER)}&q=people"
# A twin that judges every indicator for each visit takes up to half a minute: the median of a few says as much.
SLOW = 3
# Of the first live plan, with forty quarters.
INDICATOR = 11
PAGES = [
    Page(BARE, "Bare signed-in page", "bench_bare"),
    Page("indicator list", "Indicator list", "indicators:indicator_list", twin="plain indicator list"),
    Page("plain indicator list", "  the same by hand", "bench_indicators"),
    Page("indicators missed", "Indicators that missed", "indicators:indicator_list", query=MISSED, twin="plain indicators missed"),
    Page("plain indicators missed", "  the same by hand", "bench_indicators", query=MISSED, runs_at_most=SLOW),
    Page("indicators of a directorate", "A directorate's that missed, by words", "indicators:indicator_list", query=OURS, twin="plain indicators of a directorate"),
    Page("plain indicators of a directorate", "  the same by hand", "bench_indicators", query=OURS, runs_at_most=SLOW),
    Page("indicator", "Indicator page", "indicators:indicator_detail", args=(INDICATOR,)),
    Page("sheet", "Sheet of a directorate's results", "indicators:sheet", query=f"?directorate={directorate_of(MANAGER)}", who=MANAGER),
    Page("directorate with indicators", "Directorate dashboard with indicators", "dashboards:directorate", args=(directorate_of(MANAGER),), who=MANAGER),
    Page("council with indicators", "Whole council with indicators", "dashboards:council"),
    Page("plan with indicators", "Plan page with forty indicators", "plans:plan_detail", args=("EQ-1",)),
    Page("action with indicators", "Action page with an indicator", "plans:action_detail", args=(INDICATOR,)),
]  # fmt: skip
INDICATORS = Area("indicators", SMALL, LARGE, PAGES, OF_BARE)
