"""Which rows others stand on, whatever app those belong to."""

from django.db.models import DO_NOTHING, SET_NULL


def referred_to(model, ids, but=(), going=None) -> set[int]:
    """Return those of `ids` that a row of any model needs; `but` names models that do not count.

    `going` is {model: the ids of rows that go too}: what those need is not needed.

    The change history and links that would merely be emptied do not count either.
    """
    if not ids:
        return set()
    found = set()
    for link in model._meta.get_fields(include_hidden=True):
        if _needs(link) and link.related_model not in but:
            rows = link.related_model._base_manager.filter(
                **{f"{link.field.name}__in": ids}
            )
            gone = (going or {}).get(link.related_model, ())
            pairs = rows.values_list("pk", link.field.attname)
            found |= {needed for pk, needed in pairs if pk not in gone}
    return found


def _needs(link):
    if not (link.auto_created and not link.concrete):
        return False
    if not (link.one_to_many or link.one_to_one):
        return False
    return link.on_delete not in (DO_NOTHING, SET_NULL)
