"""What the command that imports says of a file: what it did, and what it asks with the option that answers."""

from assessments.models import Stage

MOST_NAMED = 20


def indicators_in_words(counts):
    return (
        f"Indicators: {counts['new']} new, {counts['changed']} changed, {counts['unchanged']} unchanged, "
        f"{counts['kept']} in the plan but not in the file; figures: {counts['figures']} new, "
        f"{counts['corrected']} corrected, {counts['ours']} of ours kept."
    )


def others_in_words(what, counts):
    kept = f", {counts['kept']} here but not in the file" if "kept" in counts else ""
    return (
        f"{what}: {counts['new']} new, {counts['changed']} changed, {counts['unchanged']} unchanged, "
        f"{counts['left_out']} left out{kept}."
    )


def same_in_words(unsaid):
    """Name the rows that may be one that is here, each with those, and the option that says which they are."""
    named = [
        f"  {place_of(row.said)}: “{row.name[:120]}” may be {' or '.join(f'“{str(one)[:120]}”' for one in row.candidates)}"
        for row in unsaid.rows
    ]
    count = len(unsaid.rows)
    return "\n".join(
        [
            f"{count} row{'' if count == 1 else 's'} may be an {unsaid.noun} that is here:",
            *first(named),
            "Nothing has been imported. Say --near=same where each may be one alone and is, --near=new to make new ones, "
            "or choose on the pages.",
        ]
    )


def stages_in_words(rows):
    """Name the words that say no stage that is known, and the option that says what they mean."""
    words = dict.fromkeys(row.standing.asks or "" for row in rows)
    named = [f"  “{one}”" if one else "  no words at all" for one in words]
    return "\n".join(
        [
            "These words of the register say no stage that is known here:",
            *first(named),
            f"Nothing has been imported. Say --stage 'WORDS=STAGE' for each; a stage is one of {', '.join(Stage.values)}, or leave.",
        ]
    )


def first(named):
    more = len(named) - MOST_NAMED
    return [*named[:MOST_NAMED], *([f"  and {more} more"] if more > 0 else [])]


def near_in_words(rows):
    """Name the rows that may be an action of the plan, each with that action, and the option that says which they are."""
    named = [
        f"  {place_of(row.said)}: “{row.said['title'][:120]}” may be “{str(row.near)[:120]}”"
        for row in rows
    ]
    return "\n".join(
        [
            f"{len(rows)} row{'' if len(rows) == 1 else 's'} may be an action of the plan in other words:",
            *first(named),
            "Nothing has been imported. Say --near=same where they are, --near=new to make new actions of them.",
        ]
    )


def place_of(said):
    return said.get("place") or f"{said['sheet']} row {said['row']}"
