"""The chase list as a table for a spreadsheet: a row for each person and each action that waits for them."""

from .standing import WORDS

HEADINGS = [
    "Name",
    "E-mail",
    "Written to as",
    "Plan",
    "Reference",
    "Action",
    "Status",
    "Due",
    "Last updated",
]


def chase_table(board, chase):
    """Yield rows of texts and dates: what it is and as at when, the headings, then the people."""
    yield [f"Chase list: {board.scope.who}"]
    yield [f"As at {board.as_at_words}. {board.filter_words}"]
    yield HEADINGS
    plans = {plan.pk: plan.reference for plan in board.plans}
    for group, why in _groups(chase):
        for person in group.people:
            for row in group.rows:
                yield [person.name, person.email, why(group), *_action(row, plans)]


def _groups(chase):
    for group in chase.people:
        yield group, lambda each: ", ".join(str(post) for post in each.posts)
    for group in chase.vacant:
        yield group, lambda each: f"Nobody holds the post of {each.name}"
    for group in chase.unled:
        yield group, lambda each: "The action has no lead"


def _action(row, plans):
    words = WORDS[row.rag_status]
    return [plans[row.plan], row.reference, row.title, words, row.due, row.reported_on]
