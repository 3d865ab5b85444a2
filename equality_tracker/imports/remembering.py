"""What earlier files taught: which heading means what, and what each colour stands for."""

from equality_tracker.imports.models import RememberedColumns
from equality_tracker.workbooks.vocabulary import normal


def signature_of(table):
    """Return the set of headings of one guessed table, as it is remembered."""
    return RememberedColumns.signature_of(one["heading"] for one in table["columns"])


def remembered_choices(guesses):
    """Return what earlier files with the same headings were told, as choices for the guessed tables."""
    signatures = {signature_of(table): table for table in guesses}
    rows = RememberedColumns.objects.filter(signature__in=signatures)
    return {
        signatures[row.signature]["id"]: _choice(signatures[row.signature], row)
        for row in rows
    }


def _choice(table, remembered):
    colours = {one["colour"] for one in table["key"]}
    return {
        "kind": remembered.kind,
        "columns": {
            str(one["index"]): remembered.columns[normal(one["heading"])]
            for one in table["columns"]
            if normal(one["heading"]) in remembered.columns
        },
        "key": {c: status for c, status in remembered.key.items() if c in colours},
        "remembered": remembered.learned_from,
    }


def remember(tables, choices, name):
    """Keep what `choices` say of each of `tables` (as guessed) for the next file with these headings."""
    for table in tables:
        choice = choices.get(table["id"])
        if choice:
            RememberedColumns.objects.update_or_create(
                signature=signature_of(table),
                defaults={
                    "kind": choice["kind"],
                    "columns": _by_heading(table, choice),
                    "key": choice["key"],
                    "learned_from": name,
                },
            )


def _by_heading(table, choice):
    return {
        normal(one["heading"]): choice["columns"][str(one["index"])]
        for one in table["columns"]
        if str(one["index"]) in choice["columns"]
    }
