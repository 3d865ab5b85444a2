"""How an imported file shows statuses: its words, its colours, and where evidence stands among progress."""

from collections import Counter


def words_and_colours(file, learned):
    """The word and the colour of each status: those of the file's key, and the word that stands most in its status cells."""
    found = {}
    for sheet in file.marked.sheets:
        for key in sheet.keys:
            for colour, word, status in key.entries:
                if status:
                    found.setdefault(status, [word, colour or ""])
    for status, words in _status_cells(file, learned).items():
        word = words.most_common(1)[0][0]
        found[status] = [word, found.get(status, ["", ""])[1]]
    return {status: pair for status, pair in found.items() if len(pair[0]) <= 40}


def _status_cells(file, learned):
    found = {}
    for one in learned:
        status, text = one.said.get("rag_status"), file.text(one.said, "rag_status")
        is_word = one.said.get("status_from") in ("word", "letter")
        if status and text and is_word and "\n" not in text:
            found.setdefault(status, Counter())[text] += 1
    return found


def coloured_field(file, learned):
    """The field whose cells carry the statuses' colours, where most statuses came by colour."""
    stated = [one for one in learned if one.said.get("rag_status")]
    by_key = [one for one in stated if one.said.get("status_from") == "key"]
    if len(by_key) * 2 < len(stated) or not by_key:
        return ""
    names = {name for table in file.tables.values() for name in table.fields.values()}
    return next((n for n in ("rag_status", "progress") if n in names), "title")


def says_evidence_within(sheets, learned):
    """Whether evidence stands among the words of progress: “Evidence – the minutes”."""
    if any("evidence" in sheet.fields for sheet in sheets):
        return False
    return any(one.said.get("evidence") for one in learned)
