"""Reads a shape in this process and says where the reading differs from what it says."""

import json

from equality_tracker.imports.reading import interpret
from equality_tracker.workbooks import xlsx
from tests.workbooks.books.shapes.laying import COMPARED, Expected


def read(book, path) -> dict:
    """The reading of a workbook, without the child process that the product uses."""
    book.save(path)
    tables = json.loads(json.dumps(xlsx.read(path, lambda share: None)))
    return interpret({"file": path.name, **tables})


def flat(action: dict) -> dict:
    """An action as the expectations write it."""
    earlier = [
        (one["as_at"], one["rag_status"], *([one["text"]] if one["text"] else []))
        for one in action.get("earlier_statuses", [])
    ]
    return {**action, "when": action["timescale"]["text"], "earlier": earlier}


def differences(found: dict, expected: Expected) -> list[str]:
    """Everything that differs, one line each; [] where the reading is right."""
    lines = compare_plan(found["plan"], expected.plan)
    if expected.groups is not None:
        lines += compare_groups(found["priorities"], expected.groups)
    kinds = [one["kind"] for one in found["tables"] if one["kind"] != "key"]
    if expected.kinds is not None and kinds != expected.kinds:
        lines.append(f"kinds {kinds} not {expected.kinds}")
    if expected.outcomes is not None:
        outcomes = [one["outcomes"] for one in found["priorities"]]
        if outcomes != expected.outcomes:
            lines.append(f"outcomes {outcomes} not {expected.outcomes}")
    said = [
        f"{one['sheet']} {one['cell']} {one['message']}" for one in found["problems"]
    ]
    for words in expected.notes:
        if not any(words.casefold() in one.casefold() for one in said):
            lines.append(f"no problem says {words!r}: {said}")
    return lines


def compare_plan(found: dict, wanted: dict) -> list[str]:
    return [
        f"plan {name} {found[name]!r} not {value!r}"
        for name, value in wanted.items()
        if found[name] != value
    ]


def compare_groups(found: list[dict], wanted: list[tuple]) -> list[str]:
    if len(found) != len(wanted):
        titles = [(one["number"], one["title"], len(one["actions"])) for one in found]
        return [f"priorities {titles} not {[(n, t, len(a)) for n, t, a in wanted]}"]
    lines = []
    for ours, (number, title, actions) in zip(found, wanted, strict=True):
        if title is not None and (ours["number"], ours["title"]) != (number, title):
            lines.append(
                f"priority {ours['number']!r} {ours['title']!r} not {number!r} {title!r}"
            )
        lines += compare_actions(ours["actions"], actions)
    return lines


def compare_actions(found: list[dict], wanted: list[dict]) -> list[str]:
    if len(found) != len(wanted):
        titles = [(one["reference"], one["title"]) for one in found]
        return [
            f"actions {titles} not {[(a['reference'], a['title']) for a in wanted]}"
        ]
    lines = []
    for ours, theirs in zip(map(flat, found), wanted, strict=True):
        wrong = [
            name for name in COMPARED if as_plain(ours[name]) != as_plain(theirs[name])
        ]
        lines += [
            f"row {ours['row']} {name} {ours[name]!r} not {theirs[name]!r}"
            for name in wrong
        ]
    return lines


def as_plain(value):
    """Words, or steps without the empty words of a status alone."""
    return (
        [tuple(one) for one in value]
        if value and isinstance(value[0], tuple)
        else value
    )
