"""What an import did and what it left as it is here, in words for its page."""

from indicators.importing.outcome import KEPT


def statuses(difference):
    """The statuses here that are newer than the file's."""
    return [
        {
            "name": str(row.action),
            "url": row.action.get_absolute_url(),
            "why": f"Its status here, {row.report.newer}, is newer than the file's “{row.report.status_word}”.",
        }
        for row in difference.newer
        if not row.report.taken
    ]


def figures(indicators):
    """The words and figures here that stay, and the results that stay away, though the file says otherwise."""
    return [
        {
            "name": f"{row.indicator}: {one.label}",
            "url": row.indicator.get_absolute_url(),
            "why": _why(one),
        }
        for row, one in indicators.asked
        if one.outcome == KEPT
    ]


def _why(one):
    if one.removed is not None:
        return f"It was taken back here, and stays away; the file says “{one.said['text']}”."
    return f"Ours, “{one.here}”, stays; the file says “{one.said['text']}”."


def done_in_words(counts):
    """Say what an import did in one line: "33 actions and 37 indicators imported"."""
    of_indicators = counts.get("indicators", {})
    new = [(counts.get("new"), "action"), (of_indicators.get("new"), "indicator")]
    changed = [
        (counts.get("changed"), "action"),
        (counts.get("headings"), "heading"),
        (of_indicators.get("changed"), "indicator"),
    ]
    done = [f"{_listed(new)} imported", f"{_listed(changed)} changed"]
    told = [one for one, of in zip(done, (new, changed), strict=True) if _any(of)]
    return ", ".join(told) or "Nothing had changed"


def _any(counted):
    return any(count for count, _noun in counted)


def _listed(counted):
    words = [f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counted if n]
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
