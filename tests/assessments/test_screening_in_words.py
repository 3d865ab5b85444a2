"""A signed screening is read in as few words as say it."""

from assessments.version.reading import Content

AIMS = ("Eliminate discrimination", "Advance equality", "Foster good relations")


def said(name, *levels, why=""):
    rows = zip(AIMS, levels, strict=False)
    return [{"characteristic": name, "aim": aim, "level": level, "why": why} for aim, level in rows]  # fmt: skip


def words_of(rows):
    return list(Content({"screening": rows}).screening_words)


def test_what_is_the_same_under_each_aim_is_said_once():
    rows = said("Age", "high", "high", "high", why="Older people.") + said("Sex", "none", "none", "none")  # fmt: skip

    assert words_of(rows) == [
        ("Age", "High under each aim", "Older people."),
        ("Sex", "Not relevant", ""),
    ]


def test_what_differs_by_aim_names_each():
    assert words_of(said("Age", "high", "none", "low"))[0][1] == (
        "Eliminate discrimination: high; Advance equality: not relevant; Foster good relations: low"
    )


def test_what_counts_under_one_aim_alone_names_it():
    (one,) = words_of(said("Marriage and civil partnership", "low"))

    assert one[1] == "Eliminate discrimination: low"
