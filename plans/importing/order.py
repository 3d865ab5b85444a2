"""The places of a plan's actions after an import."""


def new_places(current, matched):
    """Return the ids in their new order, or None where the old order stands.

    `current` are the ids of the plan's actions in their order; `matched` are the file's rows in theirs, each an id or None for a new
    row, which stands in the answer as its index, negative and from -1. What is not in the file stays behind the row it followed.
    """
    in_file = set(matched)
    if matched == [pk for pk in current if pk in in_file]:
        return None
    followers, first = _followers(current, in_file)
    order = list(first)
    for index, pk in enumerate(matched):
        order.append(-1 - index if pk is None else pk)
        order += followers.get(pk, ())
    return order


def _followers(current, in_file):
    followers, first, before = {}, [], None
    for pk in current:
        if pk in in_file:
            before = pk
        elif before is None:
            first.append(pk)
        else:
            followers.setdefault(before, []).append(pk)
    return followers, first
