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


def in_our_order(rows, current):
    """Return `rows` in the plan's own order, `current`, each new row behind the row that it follows in the file."""
    place = {pk: index for index, pk in enumerate(current)}
    at, keyed = -1, []
    for index, row in enumerate(rows):
        is_new = row.action is None
        at = at if is_new else place[row.action.pk]
        keyed.append((at, is_new, index, row))
    return [row for *_key, row in sorted(keyed, key=lambda one: one[:3])]
