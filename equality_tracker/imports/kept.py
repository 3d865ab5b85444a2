"""What an import did and what it left as it is here, in words for its page."""

from indicators.importing.outcome import KEPT

# What an import counts beside actions, each with what one of it is called.
NOUNS = {
    "indicators": "indicator",
    "assessments": "assessment",
    "programme": "promise of the programme",
}


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


def records(assessments):
    """What stays of the register and the programme though the file says otherwise, and the stages that go by what was done here."""
    asked = [
        {
            "name": f"{row.about}: {one.label.lower()}",
            "url": url_of(row.about),
            "why": _why(one),
        }
        for row, one in assessments.asked
        if one.outcome == KEPT
    ]
    return asked + [
        {"name": str(row.existing), "url": url_of(row.existing), "why": row.stays}
        for row in assessments.staying
    ]


def url_of(row):
    """The page of an assessment; a promise of the programme has none of its own."""
    return row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""


def _why(one):
    if one.moved_to:
        return f"It was moved to {one.moved_to} here, and stays there; the file says “{one.said['text']}”."
    if one.removed is not None:
        return f"It was taken back here, and stays away; the file says “{one.said['text']}”."
    return f"Ours, “{one.here}”, stays; the file says “{one.said['text']}”."


def done_in_words(counts):
    """Say what an import did in one line: "33 actions and 37 indicators imported"."""
    others = [(counts.get(name, {}), noun) for name, noun in NOUNS.items()]
    new = [(counts.get("new"), "action")]
    new += [(of.get("new"), noun) for of, noun in others]
    changed = [(counts.get("changed"), "action"), (counts.get("headings"), "heading")]
    changed += [(of.get("changed"), noun) for of, noun in others]
    done = [f"{_listed(new)} imported", f"{_listed(changed)} changed"]
    told = [one for one, of in zip(done, (new, changed), strict=True) if _any(of)]
    return ", ".join(told) or "Nothing had changed"


def to_do_in_words(counts):
    """Say what an import would do, by the same counts: "33 actions, 1 heading and 37 indicators"; "" for nothing."""
    others = [(_news(counts.get(name, {})), noun) for name, noun in NOUNS.items()]
    headings = counts.get("headings"), "heading"
    return _listed([(_news(counts), "action"), headings, *others])


def _news(counts):
    return counts.get("new", 0) + counts.get("changed", 0)


def _any(counted):
    return any(count for count, _noun in counted)


def _listed(counted):
    words = [f"{n} {_several(noun, n)}" for n, noun in counted if n]
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _several(noun, count):
    """ "promise of the programme" → "promises of the programme", where there are several."""
    first, space, rest = noun.partition(" ")
    return noun if count == 1 else f"{first}s{space}{rest}"
